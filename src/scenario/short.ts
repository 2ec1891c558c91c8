/** The short labels of the map: those of the file, or derived from the long ones where it has none. */
import type { Answer, Ending, Question } from './scenario.ts';

/** The longest short label, in characters: of a question, of an answer and a line of an ending; and the most lines. */
export const SHORT = { question: 22, answer: 18, line: 18, lines: 2 } as const;

/** What the map calls `question`, in at most 22 characters. */
export const shortQuestion = ({ short, text }: Question): string => short || cut(text, SHORT.question);

/** What the map calls `answer`, in at most 18 characters. */
export const shortAnswer = ({ short, label }: Answer): string => short || cut(label, SHORT.answer);

/** What the map calls `ending`, in at most two lines of at most 18 characters each. */
export function shortEnding({ short, title }: Ending): readonly string[] {
  if (short.length > 0) return short;
  const first = cut(title, SHORT.line, '');
  const rest = title.slice(first.length).trim();
  return rest === '' ? [first] : [first, cut(rest, SHORT.line)];
}

/** The first words of `text` that fit in `most` characters, with `mark` at the end if there are more. */
function cut(text: string, most: number, mark = '…'): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const start = characters.slice(0, most - mark.length + 1).join('');
  const word = start.lastIndexOf(' ');
  return (word > 0 ? start.slice(0, word) : [...start].slice(0, most - mark.length).join('')).trim() + mark;
}
