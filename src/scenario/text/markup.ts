/** Markup as a value: the one way in which the program writes HTML, SVG and XML as text. */

/**
 * A piece of well-formed markup. Only the functions of this file make one, so no data can pass for it: a template
 * escapes whatever is no instance.
 */
class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type { Markup };

/** What may stand in a hole of a template. Null, undefined and false write nothing; the parts of a list follow each other. */
export type Inside = Markup | string | number | false | null | undefined | readonly Inside[];

/**
 * A template of markup: html`<p title="${title}">${text}</p>`. Every text in it is escaped. A hole may stand where
 * text stands, or within a value in double quotes; a test reads all templates of the program for that.
 */
export function html(template: TemplateStringsArray, ...holes: readonly Inside[]): Markup {
  return new Markup(template.map((text, at) => text + written(holes[at])).join(''));
}

/** `parts` that are not empty, one on each line. */
export function lines(parts: readonly Inside[]): Markup {
  return new Markup(
    parts
      .map(written)
      .filter((text) => text !== '')
      .join('\n'),
  );
}

/** Attributes with a space before each. True writes a name without a value; false and undefined leave one out. */
export function attributes(all: Readonly<Record<string, string | number | boolean | undefined>>): Markup {
  return new Markup(
    Object.entries(all)
      .map(([name, value]) =>
        value === false || value === undefined
          ? ''
          : value === true
            ? ` ${name}`
            : ` ${name}="${escape(String(value))}"`,
      )
      .join(''),
  );
}

/** A script or style with `text` in it, which must not hold what would end it. Throws an Error where it does. */
export function inlined(name: 'script' | 'style', text: string, type?: 'module'): Markup {
  if (/<\/(?:script|style)|<!--/i.test(text))
    throw new Error(`A ${name} that holds the end of one, or a comment, cannot stand inline.`);
  return new Markup(`<${name}${attributes({ type })}>${text}</${name}>`);
}

/** `data` as a block that no browser runs. */
export function dataBlock(
  type: 'application/json' | 'application/ld+json',
  data: unknown,
  id?: string,
): Markup {
  // An element ends at its end tag whatever stands around it, so no text in it may hold one.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return new Markup(`<script${attributes({ type, id })}>${json}</script>`);
}

/** What another program has written as markup: Svelte’s renderer, Vite. Nothing else may be passed; a test counts the callers. */
export const trustedMarkup = (text: string): Markup => new Markup(text);

function written(inside: Inside): string {
  if (inside instanceof Markup) return String(inside);
  if (typeof inside === 'string') return escape(inside);
  if (typeof inside === 'number') return String(inside);
  return Array.isArray(inside) ? inside.map(written).join('') : '';
}

/** Characters that XML 1.0 cannot hold in any form, and that HTML calls errors. */
const IMPOSSIBLE = /(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** `text` as the content of an element, or as an attribute’s value in double quotes. What markup cannot hold is left out. */
const escape = (text: string): string =>
  text.replace(IMPOSSIBLE, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
