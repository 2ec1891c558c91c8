/** The short labels of the map: those of the file, or derived from the long ones where it has none. */
import type { Answer, Ending, Question } from './scenario.ts';

/** The longest short label, in characters: of a question, of an answer and a line of an ending; and the most lines. */
export const SHORT = { question: 22, answer: 18, line: 18, lines: 2 } as const;

/** What the map calls `question`, in at most 22 characters: the part that says when it comes up, or else asks. */
export function shortQuestion({ short, text }: Question): string {
  const parts = text.split(/(?<=[:.?!;])\s+/);
  const whole = [parts[0], parts.at(-1)].find((part) => part && fits(bare(part), SHORT.question));
  const found = whole === undefined ? cut(parts.at(-1) ?? text, SHORT.question) : bare(whole);
  return short || found.charAt(0).toUpperCase() + found.slice(1);
}

/** What the map calls `answer`, in at most 18 characters: of several that begin alike, what each says after that. */
export function shortAnswer({ short, label }: Answer, among: readonly Answer[] = []): string {
  if (short || fits(label, SHORT.answer)) return short || label;
  const whole = bare(label.split(/(?<=[:.;,])\s+/)[0] ?? '');
  const start = fits(whole, SHORT.answer) ? whole : cut(label, SHORT.answer);
  const others = among.filter((one) => one.label !== label).map((one) => one.label);
  // What only says the same as another would name neither.
  if (!others.some((other) => other.startsWith(start.replace(/…$/, '')))) return start;
  const all = words(label);
  const same = Math.max(...others.map((other) => alike(all, words(other))));
  return cut(all.slice(same).join(' '), SHORT.answer);
}

/** What the map calls `ending`, in at most two lines of at most 18 characters each: how its title begins, and how it ends. */
export function shortEnding({ short, title }: Ending): readonly string[] {
  if (short.length > 0) return short;
  const first = cut(title, SHORT.line, '');
  const rest = words(title.slice(first.length).trim());
  if (rest.length === 0) return [first];
  const whole = rest.join(' ');
  if (fits(whole, SHORT.line)) return [first, whole];
  const at = rest.findIndex((_, at) => at > 0 && fits(`…${rest.slice(at).join(' ')}`, SHORT.line));
  return [first, at < 0 ? cut(whole, SHORT.line) : `…${rest.slice(at).join(' ')}`];
}

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');
const fits = (text: string, most: number): boolean => [...text].length <= most;
/** A part of a text without the mark that ends it, which a question keeps. */
const bare = (text: string): string => text.replace(/[:.;,]$/, '');
/** How many words both begin with. */
const alike = (one: readonly string[], other: readonly string[]): number => {
  const at = one.findIndex((word, at) => word !== other[at]);
  return at < 0 ? one.length : at;
};

/** The first words of `text` that fit in `most` characters, with `mark` at the end if there are more. */
function cut(text: string, most: number, mark = '…'): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const start = characters.slice(0, most - mark.length + 1).join('');
  const end = Math.max(start.lastIndexOf(' '), start.lastIndexOf('-'));
  if (end <= 0)
    return (
      characters
        .slice(0, most - mark.length)
        .join('')
        .trim() + mark
    );
  const whole = words(start.slice(0, end));
  // No small word is left at the end, waiting for the next one.
  const last = whole.findLastIndex((word, at) => at === 0 || word.length > 3 || /^\p{Lu}{2}/u.test(word));
  return (
    whole
      .slice(0, last + 1)
      .join(' ')
      .replace(/[,;:]$/, '') + mark
  );
}
