/** Parts of PRISM models that `prism.ts` and `prism-game.ts` share. */
import type { Scenario } from '../../scenario/scenario.ts';
import { OVER, type Command, type Definition, type GuardedCommands, type Operators } from './guarded.ts';

export const PRISM: Operators = { is: '=', and: '&', or: '|' };

/** The comment at the beginning of a model: scenario, edition and notice, then `lines`. */
export const opening = (scenario: Scenario, lines: readonly string[]): string[] =>
  [`${scenario.title} (${scenario.id}, edition ${scenario.edition})`, scenario.notice, '', ...lines].map(
    comment,
  );

/** Declarations of the states of the issues as numbered constants, and of the named conditions as formulas. */
export function declarations({ issues, definitions }: GuardedCommands): string[] {
  const lines = [comment('The issues and their states; the first of each is where the story starts.')];
  for (const { label, states } of issues) {
    lines.push('', comment(label));
    states.forEach(({ name, label }, number) =>
      lines.push(`const int ${name} = ${number}; ${comment(label)}`),
    );
  }
  lines.push(
    '',
    comment(
      'For every question: when_ it can come up, whether it is open_, whether it is on the table_ because no',
    ),
    comment('question before it is open, and whether none_ is open so far. can_: what an answer requires.'),
    ...definitions.map(({ name, means, comment: text }) => `formula ${name} = ${means};${after(text)}`),
  );
  return lines;
}

/** The variables of the module: one for each issue, and one for each question that is asked at most once. */
export const variables = ({ issues, asked }: GuardedCommands): string[] => [
  // PRISM requires a range of at least two values, even for an issue with one state.
  ...issues.map(
    ({ variable, states }) =>
      `  ${variable} : [0..${Math.max(1, states.length - 1)}] init ${states[0]?.name ?? 0};`,
  ),
  ...asked.map(({ variable }) => `  ${variable} : bool init false;`),
];

/** The update of `command`: its assignments, and those in `more`. */
export function update({ sets, asked }: Command, more: readonly string[] = []): string {
  const moves = sets.map(([variable, state]) => `(${variable}' = ${state})`);
  return [...moves, ...(asked ? [`(${asked}' = true)`] : []), ...more].join(' & ') || 'true';
}

/** Labels for properties: that the story is over, and each ending. */
export const labels = ({ endings }: GuardedCommands): string[] => [
  `label "${OVER}" = ${OVER};`,
  ...endings.map(label),
];

const label = ({ name, means, comment: text }: Definition): string =>
  `label "${name}" = ${means};${after(text)}`;

/** A trailing comment; empty where `text` is empty. */
export const after = (text: string): string => (text ? ` ${comment(text)}` : '');

/** `text` as a comment on one line; its line ends are removed, so it cannot end the comment. */
export const comment = (text: string): string => `// ${text.replace(/[\n\r\u2028\u2029]+/gu, ' ')}`.trimEnd();
