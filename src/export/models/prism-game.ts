/**
 * What a coalition can make sure of, as a turn-based game in the language of PRISM-games (Kwiatkowska, Norman, Parker,
 * Santos, 2020): the coalition against all others. Its answers are those of `power.ts`.
 *
 * The others move first at every question: they give an answer that is imposable, or, where one of those asked belongs
 * to the coalition, pass; then the coalition gives an answer of its own. So what it can make sure of must hold for every
 * imposable answer and, where it is asked, for one of its own. What needs a yes from both sides is no move of either.
 *
 * A coalition that has passed to it and has no answer of its own has lost: it is stuck for good. In a lawful scenario
 * that does not happen, since each of those asked always has an answer that they, or nobody, can make happen alone. For
 * the same reason the others always have a move where the coalition is not asked; what the reader settles is imposable.
 */
import type { Scenario } from '../../scenario/scenario.ts';
import { guardedCommands, OVER, type Command } from './guarded.ts';
import { isImposable, isOwn } from '../../analysis/questions/power.ts';
import { after, comment, declarations, labels, opening, PRISM, update, variables } from './prism-text.ts';

/** The game of `coalition`, actors by id, against all other actors. */
export function prismGame(scenario: Scenario, coalition: ReadonlySet<string>): string {
  const parts = guardedCommands(scenario, PRISM);
  const example = parts.endings[0]?.name ?? OVER;
  const names = scenario.actors.filter(({ id }) => coalition.has(id)).map(({ name }) => name);
  // A state belongs to whoever owns its moves; whose it is where the story is over does not matter.
  const moves = { coalition: new Set(['stay']), others: new Set<string>() };
  const module: string[] = [];
  const move = (player: 'coalition' | 'others', action: string, guard: string, does: string, text = '') => {
    moves[player].add(action);
    module.push(`  [${action}] ${guard} -> ${does};${after(text)}`);
  };

  for (const question of scenario.questions) {
    const commands = parts.commands.filter(({ answer }) => answer.question === question.id);
    const [first] = commands;
    if (!first) continue;
    module.push(`  ${comment(`${question.id}: ${question.text}`)}`);
    for (const command of commands)
      if (isImposable(command.answer, coalition))
        move('others', imposing(command), guard('!passed', command), update(command), named(command));
    if (!question.actors.some((actor) => coalition.has(actor))) continue;

    move('others', 'pass', `!passed & ${first.table}`, "(passed' = true)");
    const own = commands.filter(({ answer }) => isOwn(answer, coalition));
    for (const command of own)
      move('coalition', command.name, guard('passed', command), answering(command), named(command));
    if (own.every(({ can }) => can !== '')) {
      const none = own.map(({ can }) => `!${can}`);
      move('coalition', 'stuck', ['passed', first.table, ...none].join(' & '), 'true');
    }
  }
  return [
    ...opening(scenario, [
      `A game of two players: the coalition (${names.join(', ') || 'nobody'}) and all others together. At each question`,
      'the others move first: they give an answer that can be made to happen without the coalition, or, where one of the',
      'coalition is asked, pass; then the coalition gives one that it can make happen by itself.',
      'A state is a situation, and whether the others have passed. Where the story is over, the one step left goes',
      'nowhere, so that no state is without a step. Ask PRISM-games for example',
      '',
      `  <<coalition>> P>=1 [ F "${example}" ]   whether the coalition can bring this ending about`,
      `  <<coalition>> P>=1 [ F ("${OVER}" & !"${example}") ]   whether it can block it: make sure of any other`,
      '',
      'Nobody’s weights are in it: whatever is left open, one of the two players chooses.',
    ]),
    '',
    'smg',
    '',
    player('coalition', moves.coalition),
    player('others', moves.others),
    '',
    ...declarations(parts),
    '',
    'module story',
    ...variables(parts),
    '  passed : bool init false;',
    '',
    ...module,
    `  [stay] ${OVER} -> true;`,
    'endmodule',
    '',
    ...labels(parts),
  ].join('\n');
}

const player = (name: string, actions: ReadonlySet<string>): string =>
  `player ${name}\n${[...actions].map((action) => `  [${action}]`).join(',\n')}\nendplayer`;

const guard = (turn: string, { table, can }: Command): string =>
  [turn, table, ...(can ? [can] : [])].join(' & ');

/** The action of the others that gives the answer of `command`: an answer can be the coalition’s own as well. */
const imposing = ({ name }: Command): string => name.replace(/^choose_/, 'impose_');

const answering = (command: Command): string => update(command, ["(passed' = false)"]);

const named = ({ answer }: Command): string => `${answer.code}: ${answer.label}`;
