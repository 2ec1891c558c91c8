/** How texts of a scenario are written in an export. */

/** `text`, the words of a quotation, between quotation marks: single ones where it holds double ones. */
export const inQuotationMarks = (text: string): string => (/[“”"]/.test(text) ? `‘${text}’` : `“${text}”`);

/** `text` without line breaks, of whatever kind: spaces and control characters that stand together are one space. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ');

/** Whether `address` is one of the web: a link to anything else is not written. */
export const isWeb = (address: string): boolean => /^https?:\/\//i.test(address);
