/**
 * Writes a scenario as a Markov decision process for PRISM (Kwiatkowska, Norman, Parker, 2011), which Storm reads
 * too: open answers are nondeterministic choices, weighted ones have probabilities.
 *
 * Weights are proportions among the available answers, so a weighted question has a command for each set of answers
 * that can be available, with constant probabilities. A single command whose probabilities depend on the situation
 * would be shorter, but some engines count a step of probability 0 and its target as reachable.
 */
import type { Scenario } from '../../scenario/scenario.ts';
import { divided, plus, formatFraction, ZERO, type Fraction } from '../../analysis/questions/fraction.ts';
import { guardedCommands, OVER, type Command } from './guarded.ts';
import type { Weights } from '../../analysis/questions/odds.ts';
import { after, comment, declarations, labels, opening, PRISM, update, variables } from './prism-text.ts';

/**
 * Maximum number of weighted answers of a question that have a condition. The number of commands doubles with each.
 */
const MOST_CONDITIONAL = 6;

export function prism(scenario: Scenario, { weights }: { readonly weights?: Weights } = {}): string {
  const parts = guardedCommands(scenario, PRISM);
  const example = parts.endings[0]?.name ?? OVER;
  const lines = [
    ...opening(scenario, [
      'A state is a situation: the state of every issue, and which questions have been asked. Where the story is',
      'over, the one step left goes nowhere, so that no state is without a step. Ask for example',
      '',
      `  Pmin=? [ F "${example}" ]   the lowest chance of this ending, over everything left open`,
      `  Pmax=? [ F "${example}" ]   the highest`,
      `  Pmin=? [ F "${OVER}" ]   1: every story comes to an end`,
      '',
      weights
        ? 'Weighted questions go to each available answer in proportion; -exact (PRISM) or --exact (Storm) keeps fractions.'
        : 'Nothing is weighted: whoever asks for Pmax chooses every answer, so it is 1 where an ending can be reached.',
    ]),
    '',
    'mdp',
    '',
    ...declarations(parts),
    '',
    'module story',
    ...variables(parts),
    '',
  ];
  for (const question of scenario.questions) {
    const own = parts.commands.filter(({ answer }) => answer.question === question.id);
    lines.push(`  ${comment(`${question.id}: ${question.text}`)}`, ...printed(own, weights ?? new Map()));
  }
  lines.push(`  [stay] ${OVER} -> true;`, 'endmodule', '', ...labels(parts));
  return lines.join('\n');
}

/** The commands of one question, as lines. */
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
      // All available weights are zero: the question is left open.
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

/** A fraction in PRISM. Integers from 2³¹ on are written as real numbers, which is exact as well. */
const number = (share: Fraction): string =>
  formatFraction(share).replace(/\d+/g, (digits) => (Number(digits) < 2 ** 31 ? digits : `${digits}.0`));
