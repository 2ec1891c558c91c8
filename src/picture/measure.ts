/**
 * How wide a text is where nothing can measure it: the widest that the usual serif and sans fonts make it, from a table of
 * letters. A text that is wrapped by it fits whatever font the reader has; most are a little narrower.
 */

/** In hundredths of the size: letters, figures and signs of a wide font. */
const WIDTHS: readonly (readonly [string, number])[] = [
  ["ijl.,:;'|!’‘` ", 33],
  ['ftrI()[]/-“”"*', 44],
  ['sczJ?', 52],
  ['mwMW@%—…', 98],
  ['ABCDEFGHKLNOPQRSTUVXYZ&', 74],
];
const OTHER = 62;
/** What is written as wide as it is high, such as Chinese. */
const SQUARE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\u{1f000}-\u{3fffd}]/u;

const widths = new Map(WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width])));

/** How much wider a semibold font is. */
const BOLD = 1.1;

/** The most that `text` is wide in letters of `size`. */
export function widest(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const letter of text) sum += widths.get(letter) ?? (SQUARE.test(letter) ? 105 : OTHER);
  return ((bold ? BOLD : 1) * sum * size) / 100;
}

/** `text` in lines of at most `width` in letters of `size`. A word that is longer than a line is cut, and none is lost. */
export function fitted(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widest(longer, size, bold) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of word) {
      if (line !== '' && widest(line + letter, size, bold) > width) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return [...lines, line];
}
