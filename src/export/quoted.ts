/** Functions that write texts of a scenario in exports. */

/** `text` in quotation marks: single ones where it contains double ones. */
export const inQuotationMarks = (text: string): string => (/[“”"]/.test(text) ? `‘${text}’` : `“${text}”`);

/** `text` on one line: each run of white space and control characters becomes one space. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ');

/** Whether `address` is http or https. Exports link to no other addresses. */
export const isWeb = (address: string): boolean => /^https?:\/\//i.test(address);
