/**
 * A scenario as a Markov decision process in the language of PRISM (Kwiatkowska, Norman, Parker, 2011), which Storm reads
 * too: an answer left open is a choice, one drawn by the reader’s weights a probability.
 *
 * Proportion is among the available answers, so a weighted question has a command for each set of answers that can be
 * available, its probabilities plain fractions. One command with probabilities that depend on the situation would be
 * shorter; but what has the probability 0 then still counts as a step, and its target as a state, in some engines.
 */
import type { Scenario } from '../scenario/scenario.ts';
import { divided, plus, written, ZERO, type Fraction } from './fraction.ts';
import { guardedCommands, OVER, type Command, type Definition } from './guarded.ts';
import type { Weights } from './odds.ts';

/** More weighted answers of one question than this, each with something it requires, make too many sets of them. */
const MOST_CONDITIONAL = 6;

export function prism(scenario: Scenario, { weights }: { readonly weights?: Weights } = {}): string {
  const { issues, asked, definitions, commands, endings } = guardedCommands(scenario, {
    is: '=',
    and: '&',
    or: '|',
  });
  const example = endings[0]?.name ?? OVER;
  const lines = [
    comment(`${scenario.title} (${scenario.id}, edition ${scenario.edition})`),
    comment(scenario.notice),
    comment(''),
    comment(
      'A state is a situation: the state of every issue, and which questions have been asked. Where the story is',
    ),
    comment('over, the one step left goes nowhere, so that no state is without a step. Ask for example'),
    comment(''),
    comment(`  Pmin=? [ F "${example}" ]   the lowest chance of this ending, over everything left open`),
    comment(`  Pmax=? [ F "${example}" ]   the highest`),
    comment(`  Pmin=? [ F "${OVER}" ]   1: every story comes to an end`),
    comment(''),
    comment(
      weights
        ? 'Weighted questions go to each available answer in proportion; -exact (PRISM) or --exact (Storm) keeps fractions.'
        : 'Nothing is weighted: whoever asks for Pmax chooses every answer, so it is 1 where an ending can be reached.',
    ),
    '',
    'mdp',
    '',
    comment('The issues and their states; the first of each is where the story starts.'),
  ];
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
    '',
    'module story',
    // A variable must have two values at least, even where an issue has a single state.
    ...issues.map(
      ({ variable, states }) =>
        `  ${variable} : [0..${Math.max(1, states.length - 1)}] init ${states[0]?.name ?? 0};`,
    ),
    ...asked.map(({ variable }) => `  ${variable} : bool init false;`),
    '',
  );
  for (const question of scenario.questions) {
    const own = commands.filter(({ answer }) => answer.question === question.id);
    lines.push(`  ${comment(`${question.id}: ${question.text}`)}`, ...printed(own, weights ?? new Map()));
  }
  lines.push(
    `  [stay] ${OVER} -> true;`,
    'endmodule',
    '',
    `label "${OVER}" = ${OVER};`,
    ...endings.map(label),
  );
  return lines.join('\n');
}

/** The commands of one question. */
function printed(commands: readonly Command[], weights: Weights): string[] {
  const weigh = ({ answer }: Command): Fraction => weights.get(answer.key) ?? ZERO;
  const weighted = commands.filter((command) => weigh(command).over > 0n);
  const conditional = weighted.filter(({ can }) => can !== '');
  if (conditional.length > MOST_CONDITIONAL)
    throw new RangeError(
      `“${conditional[0]?.answer.question}” has ${conditional.length} weighted answers that require something: ` +
        `at most ${MOST_CONDITIONAL} can be exported. Weigh fewer of them.`,
    );
  const lines: string[] = [];
  for (let set = 2 ** conditional.length - 1; set >= 0; set--) {
    const missing = conditional.filter((_, bit) => ((set >> bit) & 1) === 0);
    const there = weighted.filter((command) => !missing.includes(command));
    const tests = conditional.map(({ can }, bit) => (((set >> bit) & 1) === 1 ? can : `!${can}`));
    if (there.length === 0) {
      // Nothing weighs anything here: the question is left open.
      for (const command of commands) {
        if (missing.includes(command)) continue;
        const { name, answer, table, can } = command;
        const guard = [table, ...tests, ...(can ? [can] : [])].join(' & ');
        lines.push(`  [${name}] ${guard} -> ${update(command)};${after(`${answer.code}: ${answer.label}`)}`);
      }
      continue;
    }
    const sum = there.map(weigh).reduce(plus, ZERO);
    const parts = there.map((command) => `${number(divided(weigh(command), sum))} : ${update(command)}`);
    const [first] = there as [Command];
    const guard = [first.table, ...tests].join(' & ');
    const name = first.table.replace('table_', 'weighted_');
    lines.push(`  [${name}] ${guard} ->`, `    ${parts.join('\n    + ')};`);
  }
  return lines;
}

function update({ sets, asked }: Command): string {
  const moves = sets.map(([variable, state]) => `(${variable}' = ${state})`);
  return [...moves, ...(asked ? [`(${asked}' = true)`] : [])].join(' & ') || 'true';
}

/** A fraction as PRISM divides it; what passes its whole numbers is written as a real one, which is exact as well. */
const number = (share: Fraction): string =>
  written(share).replace(/\d+/g, (digits) => (Number(digits) < 2 ** 31 ? digits : `${digits}.0`));

const label = ({ name, means, comment: text }: Definition): string =>
  `label "${name}" = ${means};${after(text)}`;

const after = (text: string): string => (text ? ` ${comment(text)}` : '');

const comment = (text: string): string => `// ${text.replace(/[\n\r\u2028\u2029]+/gu, ' ')}`.trimEnd();
