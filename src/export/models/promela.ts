/**
 * Writes a scenario as a Promela model for Spin (G. J. Holzmann, *The Spin Model Checker*, 2004).
 *
 * Spin stores the values of the variables and the position of each process. There is one process with one loop, and
 * each option is a `d_step`, whose intermediate states Spin does not store. So the stored states are exactly the
 * situations, and the transitions are the steps plus one, the way into the start.
 *
 * Spin leaves variables that no guard reads out of its states, so one guard, which is never true, reads every issue.
 */
import type { Scenario } from '../../scenario/scenario.ts';
import { guardedCommands, OVER, type Definition } from './guarded.ts';

export function promela(scenario: Scenario): string {
  const { issues, asked, definitions, commands, endings } = guardedCommands(scenario, {
    is: '==',
    and: '&&',
    or: '||',
  });
  const example = endings[0]?.name ?? OVER;
  const bytes = asked.length / 8 + issues.length * 4;

  const lines = [
    comment(`${scenario.title} (${scenario.id}, edition ${scenario.edition})`),
    comment(scenario.notice),
    '/*',
    ' * A situation is the state of every issue, and which questions have been asked; Spin stores exactly these.',
    ' * “transitions” is the number of steps and 1, for the way into the start.',
    ' *',
    ' *   spin -a FILE.pml',
    ` *   gcc -O2 -DSAFETY -DNOREDUCE${bytes > 900 ? ` -DVECTORSZ=${Math.ceil(bytes) + 1024}` : ''} -o pan pan.c`,
    ` *   ./pan -m${longest(scenario)}`,
    ' *',
    ' * An ending that can be reached makes this formula fail, and Spin then shows a story to it (build without',
    ' * -DSAFETY, run ./pan -a -N never_there, then spin -t -p FILE.pml). Add it at the end of the file:',
    ' *',
    ` *   ltl never_there { [] !${example} }`,
    ' *',
    ' * And every story comes to an end:',
    ' *',
    ` *   ltl ends { <> ${OVER} }`,
    ' */',
    '',
    '/* The issues and their states; the first of each is where the story starts. */',
  ];
  for (const { variable, label, states } of issues) {
    lines.push('', comment(label));
    states.forEach((state, number) => lines.push(`#define ${state.name} ${number} ${comment(state.label)}`));
    lines.push(`${states.length > 256 ? 'int' : 'byte'} ${variable} = ${states[0]?.name ?? 0};`);
  }
  lines.push('', '/* Which questions have been asked, of those that are asked once. */');
  for (const { variable } of asked) lines.push(`bit ${variable} = 0;`);
  lines.push(
    '',
    '/*',
    ' * For every question: when_ it can come up, whether it is open_, whether it is on the table_ because no question',
    ' * before it is open, and whether none_ is open so far. can_: what an answer requires.',
    ' */',
    ...definitions.map(define),
    '',
    '/* The endings. */',
    ...endings.map(define),
    '',
    'active proctype story() {',
    'end:',
    '  do',
  );
  for (const { answer, table, can, sets, asked: memory } of commands) {
    const moves = sets.map(([variable, state]) => `${variable} = ${state}`);
    const does = [...moves, ...(memory ? [`${memory} = 1`] : [])].join('; ') || 'skip';
    lines.push(`  ${comment(`${answer.key} (${answer.code}): ${answer.label}`)}`);
    lines.push(`  :: d_step { ${can ? `(${table} && ${can})` : table} -> ${does} }`);
  }
  lines.push(
    '  /* Exactly one ending holds where the story is over: else Spin reports an error. */',
    `  :: d_step { (${OVER} && (${endings.map(({ name }) => name).join(' + ') || 0}) != 1) -> assert(false) }`,
    '  /* Never taken. Spin does not store what nothing reads: this reads every issue. */',
    `  :: d_step { (false && (${issues.map(({ variable }) => variable).join(' + ') || 0}) == 0) -> skip }`,
  );
  lines.push('  od', '}');
  return lines.join('\n');
}

const define = ({ name, means, comment: text }: Definition): string =>
  `#define ${name} ${means}${text ? ` ${comment(text)}` : ''}`;

/** `text` as a comment on one line that it cannot end and that has no effect on the preprocessor. */
const comment = (text: string): string => `/* ${text.replace(/[\s\\]+/gu, ' ').replaceAll('*/', '* /')} */`;

/** Depth of search in steps, sufficient for most scenarios. Spin reports where it is not. */
const longest = ({ questions }: Scenario): number => Math.max(10_000, questions.length * 10);
