/** How any text is written inside XML and HTML. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** `text` as the content of an element or the value of an attribute between double quotes, in XML, SVG and HTML. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** `text` as a comment on one line that it cannot leave. */
export const comment = (text: string): string =>
  `<!-- ${text.replace(/\s+/gu, ' ').replace(/--/g, '- -').replace(/-$/, '- ')} -->`;
