/** Where quotations stand in a text that comes in pieces, whatever its spaces, line breaks and quotation marks. */

/** A part of a quotation: from `start` up to `end` in the piece with the number `text`. */
export interface Found {
  readonly text: number;
  readonly start: number;
  readonly end: number;
}

/** The pieces of a text as one, and for each character of `whole` the number of its piece and its place there. */
export interface Joined {
  readonly whole: string;
  readonly texts: readonly number[];
  readonly places: readonly number[];
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

/** `quote` as it is looked for: nothing is left of spaces at its ends and of soft hyphens. */
export const plainQuote = (quote: string): string =>
  [...quote].map(plain).join('').replace(/ +/g, ' ').trim();

/** Reads `texts` one after another, up to `most` characters, as they are compared. Takes time linear in their length. */
export function join(pieces: readonly string[], most = Infinity): Joined {
  const characters: string[] = [];
  const texts: number[] = [];
  const places: number[] = [];
  for (const [number, piece] of pieces.entries())
    for (let at = 0; at < piece.length && characters.length < most; at++) {
      const character = plain(piece[at] as string);
      if (character === '' || (character === ' ' && characters.at(-1) === ' ')) continue;
      characters.push(character);
      texts.push(number);
      places.push(at);
    }
  return { whole: characters.join(''), texts, places };
}

/** The parts of what stands in a joined text from `from` up to `to`, piece by piece. */
export function partsOf({ texts, places }: Joined, from: number, to: number): Found[] {
  const parts: Found[] = [];
  for (let character = from; character < to; character++) {
    const text = texts[character] as number;
    const at = places[character] as number;
    const last = parts.at(-1);
    if (last?.text === text) parts[parts.length - 1] = { ...last, end: at + 1 };
    else parts.push({ text, start: at, end: at + 1 });
  }
  return parts;
}
