/** How any text is shown, wherever it comes from. */
import { escapeUnseen, replaceUnseen } from './unseen.ts';

const LONGEST = 200;

/** `text` as it may be shown: at most 200 characters, and what cannot be seen written as `\u{202e}`. */
export function visible(text: string): string {
  // A character is at most two units: cutting first keeps this quick for huge texts.
  const characters = [...text.slice(0, 2 * LONGEST + 2)];
  const short = characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text;
  return replaceUnseen(short, escapeUnseen);
}

/** A place in a file, as a path such as `questions[3].answers[0].code`. */
export function place(path: readonly (string | number)[]): string {
  return path.map(step).join('').replace(/^\./, '');
}

/** The part of a path that leads to one field or item: `.code`, `[3]`, or `["a strange name"]`. */
export function step(to: string | number): string {
  if (typeof to === 'number') return `[${to}]`;
  return /^[\w-]+$/.test(to) ? `.${to}` : `[${JSON.stringify(visible(to))}]`;
}
