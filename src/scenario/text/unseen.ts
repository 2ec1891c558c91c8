/**
 * The one list of characters that no text of the program’s own kinds may hold, because nobody can see them: texts of a
 * scenario, texts of a lesson, replies, and the names that students choose.
 *
 * Refused are: control characters (a terminal obeys them); characters that turn the direction of writing (they make a
 * text read as another one); separators of lines and paragraphs; halves of surrogate pairs and noncharacters (they
 * cannot be written as UTF-8, or in XML); and everything that Unicode calls ignorable by default, such as spaces of no
 * width, byte-order marks, soft hyphens, fillers and tags (two texts that look the same would differ, and words could be
 * hidden in one).
 *
 * Some of the last kind belong to writing, where they stand after certain characters only; they are allowed there:
 * - joiners (U+200C, U+200D) after a letter or sign of a script whose letters they join or part: Persian, Hindi, …
 * - joiners and the variation selectors U+FE0E and U+FE0F within emoji, as keyboards write them
 * - the tags of the three flags that have some: England, Scotland, Wales
 * - variation selectors after ideographs and Mongolian letters: they choose the form of a name
 */

const JOINING = [
  ...['Arab', 'Syrc', 'Mand', 'Mong', 'Nkoo', 'Adlm', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml'],
  ...['Telu', 'Knda', 'Mlym', 'Sinh', 'Mymr', 'Khmr', 'Tibt', 'Bali', 'Java', 'Sund'],
]
  .map((script) => `\\p{scx=${script}}`)
  .join('');

/** A character with the invisible ones that belong to it. The flags come first: without their tags they are emoji too. */
const LAWFUL = [
  '\\u{1f3f4}\\u{e0067}\\u{e0062}(?:\\u{e0065}\\u{e006e}\\u{e0067}|\\u{e0073}\\u{e0063}\\u{e0074}|\\u{e0077}\\u{e006c}\\u{e0073})\\u{e007f}',
  `[${JOINING}][\\u200c\\u200d]`,
  '\\p{Extended_Pictographic}\\p{Emoji_Modifier}?[\\ufe0e\\ufe0f]?(?:\\u200d(?=\\p{Extended_Pictographic}))?',
  '[0-9#*][\\ufe0e\\ufe0f]',
  '\\p{sc=Han}[\\ufe00-\\ufe02\\u{e0100}-\\u{e01ef}]',
  '\\p{sc=Mong}[\\u180b-\\u180d\\u180f]',
].join('|');

const REFUSED =
  '[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Bidi_Control}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\ufff9-\\ufffb]';

/** Refused characters in a row as the group 1, or what is lawful: nothing lawful begins with a refused one. */
const EITHER = new RegExp(`(${REFUSED}+)|${LAWFUL}`, 'gu');
const ANY = new RegExp(REFUSED, 'u');

/** `text` with each refused character as `change` writes it. */
export function replaceUnseen(text: string, change: (character: string) => string): string {
  // Most texts hold none, which one quick look shows.
  if (!ANY.test(text)) return text;
  return text.replace(EITHER, (whole: string, refused?: string) =>
    refused === undefined ? whole : Array.from(refused, change).join(''),
  );
}

/** Whether `text` holds a refused character. */
export function hasUnseen(text: string): boolean {
  let found = false;
  replaceUnseen(text, (character) => {
    found = true;
    return character;
  });
  return found;
}

/** A refused character in a form that can be seen, such as `\u{202e}`. */
export const escapeUnseen = (character: string): string => `\\u{${character.codePointAt(0)?.toString(16)}}`;

/** `text`, of many lines, as a terminal may be given it: refused characters are marked, but for the ends of lines. */
export const forTerminal = (text: string): string =>
  replaceUnseen(text, (character) => (character === '\n' ? character : escapeUnseen(character)));

/** JSON text that means the same and holds no refused character but the ends of its lines. */
export const forTerminalAsJson = (json: string): string =>
  replaceUnseen(json, (character) =>
    character === '\n'
      ? character
      : [...Array(character.length).keys()]
          .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
          .join(''),
  );
