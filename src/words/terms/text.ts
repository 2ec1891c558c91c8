/** Lists and counts in a sentence. */

/** “a”, “a and b”, “a, b and c”. */
export function list(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** `1 step`, `2 steps`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A count in a sentence: in words up to twelve, in figures from there. */
export const spelled = (count: number): string => NUMBERS[count] ?? String(count);

/** With a capital letter at its start. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
