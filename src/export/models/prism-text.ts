/** The parts that every PRISM model of a scenario is written with: `prism.ts` and `prism-game.ts` share them. */
import type { Scenario } from '../../scenario/scenario.ts';
import { OVER, type Command, type Definition, type GuardedCommands, type Operators } from './guarded.ts';

export const PRISM: Operators = { is: '=', and: '&', or: '|' };

/** What a model opens with: what it is of, then `lines` on how to read it and what to ask. */
export const opening = (scenario: Scenario, lines: readonly string[]): string[] =>
  [`${scenario.title} (${scenario.id}, edition ${scenario.edition})`, scenario.notice, '', ...lines].map(
    comment,
  );

/** The states of the issues as numbers, and every condition that has a name. */
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

/** The variables of the module: an issue each, then whether each question that is asked once has been. */
export const variables = ({ issues, asked }: GuardedCommands): string[] => [
  // A variable must have two values at least, even where an issue has a single state.
  ...issues.map(
    ({ variable, states }) =>
      `  ${variable} : [0..${Math.max(1, states.length - 1)}] init ${states[0]?.name ?? 0};`,
  ),
  ...asked.map(({ variable }) => `  ${variable} : bool init false;`),
];

/** What `command` assigns, and `more`. */
export function update({ sets, asked }: Command, more: readonly string[] = []): string {
  const moves = sets.map(([variable, state]) => `(${variable}' = ${state})`);
  return [...moves, ...(asked ? [`(${asked}' = true)`] : []), ...more].join(' & ') || 'true';
}

/** The conditions that properties can name: that the story is over, and each ending. */
export const labels = ({ endings }: GuardedCommands): string[] => [
  `label "${OVER}" = ${OVER};`,
  ...endings.map(label),
];

const label = ({ name, means, comment: text }: Definition): string =>
  `label "${name}" = ${means};${after(text)}`;

/** A comment that stands behind something, if there is one. */
export const after = (text: string): string => (text ? ` ${comment(text)}` : '');

/** A comment on one line that no text can leave. */
export const comment = (text: string): string => `// ${text.replace(/[\n\r\u2028\u2029]+/gu, ' ')}`.trimEnd();
