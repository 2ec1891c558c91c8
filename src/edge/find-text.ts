/** Where a quotation stands in a text that comes in pieces, whatever its spaces, line breaks and quotation marks. */

/** A part of the quotation: from `start` up to `end` in the text with the number `text`. */
export interface Found {
  readonly text: number;
  readonly start: number;
  readonly end: number;
}

const SAME = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['“', "'"],
  ['”', "'"],
  ['"', "'"],
  ['\u00a0', ' '],
  ['\u00ad', ''],
]);

/** A character as it is compared: quotation marks are alike, spaces too, and a soft hyphen is nothing. */
const plain = (character: string): string => SAME.get(character) ?? (/\s/.test(character) ? ' ' : character);

/** The first place of `quote` in `texts` read one after another, part by part; none where it does not stand there. */
export function findText(texts: readonly string[], quote: string): Found[] {
  let whole = '';
  const places: { text: number; at: number }[] = [];
  texts.forEach((text, number) => {
    for (let at = 0; at < text.length; at++) {
      const character = plain(text[at] as string);
      if (character === '' || (character === ' ' && whole.endsWith(' '))) continue;
      whole += character;
      places.push({ text: number, at });
    }
  });
  const wanted = [...quote].map(plain).join('').replace(/ +/g, ' ').trim();
  const from = wanted === '' ? -1 : whole.indexOf(wanted);
  if (from < 0) return [];
  const parts: Found[] = [];
  for (const { text, at } of places.slice(from, from + wanted.length)) {
    const last = parts.at(-1);
    if (last?.text === text) parts[parts.length - 1] = { ...last, end: at + 1 };
    else parts.push({ text, start: at, end: at + 1 });
  }
  return parts;
}
