/**
 * Writes what a coalition can guarantee as a turn-based game for PRISM-games (Kwiatkowska, Norman, Parker, Santos,
 * 2020): the coalition against all other actors. Its results are those of `analysis/questions/power.ts`.
 *
 * At every question the others move first: they give an imposable answer, or pass where a member of the coalition is
 * asked; then the coalition gives an answer of its own. So a guarantee must hold for every imposable answer and,
 * where the coalition is asked, for one of its own answers. An answer that needs the consent of both sides is a move
 * of neither.
 *
 * A coalition without an answer of its own after a pass has lost: the game stays there. This does not happen in a
 * lawful scenario, in which each actor asked always has an answer that needs that actor’s consent alone, or nobody’s.
 * For the same reason the others always have a move where the coalition is not asked. Answers that the reader decides
 * are imposable.
 */
import type { Scenario } from '../../scenario/scenario.ts';
import { guardedCommands, OVER, type Command } from './guarded.ts';
import { isImposable, isOwn } from '../../analysis/questions/power.ts';
import { after, comment, declarations, labels, opening, PRISM, update, variables } from './prism-text.ts';

/** The game of `coalition`, a set of ids of actors, against all other actors, as the text of a model. */
export function prismGame(scenario: Scenario, coalition: ReadonlySet<string>): string {
  const parts = guardedCommands(scenario, PRISM);
  const example = parts.endings[0]?.name ?? OVER;
  const names = scenario.actors.filter(({ id }) => coalition.has(id)).map(({ name }) => name);
  // A state belongs to the player whose moves start there; where the story is over, the player does not matter.
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

/**
 * Name of the action by which the others give the answer of `command`. It differs from the coalition’s action for the
 * same answer.
 */
const imposing = ({ name }: Command): string => name.replace(/^choose_/, 'impose_');

const answering = (command: Command): string => update(command, ["(passed' = false)"]);

const named = ({ answer }: Command): string => `${answer.code}: ${answer.label}`;
