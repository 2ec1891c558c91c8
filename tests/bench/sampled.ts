/**
 * What playing at random would say beside what is exact: how long it takes, and how far off it is. The weights are made
 * up for this; every question has some, so that each ending has one chance.
 */
import { strict as assert } from 'node:assert';
import { randomLcg } from 'd3';
import { explore } from '../../src/analysis/graph/explore.ts';
import { fraction } from '../../src/analysis/questions/fraction.ts';
import { futuresOf } from '../../src/analysis/graph/futures.ts';
import { graphOf, startOf, type Edge, type Graph, type Node } from '../../src/analysis/graph/graph.ts';
import { odds } from '../../src/analysis/questions/odds.ts';
import { compileRules, run, type Program, type Rules } from '../../src/analysis/graph/rules.ts';
import { compile } from '../../src/machine/compile.ts';
import { available, type Machine } from '../../src/machine/situation.ts';
import type { Answer } from '../../src/scenario/scenario.ts';
import { real } from '../support/real.ts';
import { median, ms, table, timed } from './figures.ts';

const PLAYS = 100_000;
/** Milliseconds that XState may play for. */
const PATIENCE = 15_000;

const answers = real.questions.flatMap((question) => question.answers);
/** From 1 to 4, by what the sources say: a pattern, not a judgement. */
const weightOf = ({ basis, against }: Answer) =>
  (basis === 'stated' ? 4 : basis === 'assumption' ? 1 : 2) / (against.length > 0 ? 2 : 1);
const weights = answers.map(weightOf);

/** Which of `choices` a random number from 0 up to 1 falls on, in proportion to their weights. */
function drawn(choices: readonly number[], random: number): number {
  let left = random * choices.reduce((sum, answer) => sum + (weights[answer] as number), 0);
  let at = 0;
  while (at < choices.length - 1 && (left -= weights[choices[at] as number] as number) >= 0) at += 1;
  return at;
}

/** How often each ending came about. */
type Tally = readonly number[];

/** Each function plays once and gives the number of the ending. */
function onMachine(machine: Machine, random: () => number): number {
  const numbers = new Map(answers.map((answer, number) => [answer, number]));
  let at = machine.start;
  while (at.question) {
    const open = at.question.answers.filter((answer) => available(answer, at.states));
    const choice = drawn(
      open.map((answer) => numbers.get(answer) ?? -1),
      random(),
    );
    at = machine.choose(at, open[choice] as Answer);
  }
  return real.endings.findIndex((ending) => ending === at.ending);
}

function onRules(rules: Rules, random: () => number): number {
  const state = rules.start.slice();
  let question = run(rules.table, state, 0);
  while (question !== rules.questions) {
    const open: number[] = [];
    for (
      let at = rules.firstAnswer[question] as number;
      at < (rules.firstAnswer[question + 1] as number);
      at++
    )
      if (run(rules.available[at] as Program, state, 0) === 1) open.push(at);
    const answer = open[drawn(open, random())] as number;
    for (let word = 0; word < rules.words; word++) {
      const at = answer * rules.words + word;
      state[word] = ((state[word] as number) & ~(rules.clears[at] as number)) | (rules.sets[at] as number);
    }
    question = run(rules.table, state, 0);
  }
  return run(rules.ending, state, 0);
}

function onGraph(graph: Graph, choices: readonly (readonly number[])[], random: () => number): number {
  let at = startOf(graph);
  for (;;) {
    const { end, edges } = graph.nodes[at] as Node;
    if (end >= 0) return graph.endingOf(end);
    at = (edges[drawn(choices[at] as readonly number[], random())] as Edge).to;
  }
}

/** Plays with the same random numbers each time, until there were `plays` or `patience` is over. */
function tally(
  plays: number,
  patience: number,
  play: (random: () => number) => number,
): { tally: Tally; plays: number; took: number } {
  const random = randomLcg(20250318);
  const found = real.endings.map(() => 0);
  const start = performance.now();
  let done = 0;
  while (done < plays && performance.now() - start < patience) {
    const ending = play(random);
    found[ending] = (found[ending] as number) + 1;
    done += 1;
  }
  return { tally: found, plays: done, took: performance.now() - start };
}

export function sampled(): void {
  const rules = compileRules(real);
  const graph = graphOf(real, futuresOf(rules, explore(rules)));
  const exactly = new Map(answers.map((answer) => [answer.key, fraction(BigInt(weightOf(answer) * 2), 2n)]));
  const first = timed(1, () => odds(graph, exactly))[0] ?? NaN;
  const exact = median(timed(5, () => odds(graph, exactly)));
  const chances = odds(graph, exactly).map(({ low, high }) => {
    assert.deepEqual(low, high);
    return ratio(low.over, low.under);
  });
  assert(Math.abs(chances.reduce((sum, chance) => sum + chance, 0) - 1) < 1e-9);

  const machine = compile(real);
  const choices = graph.nodes.map(({ edges }) => edges.map(({ answer }) => answer));
  const byRules = (random: () => number) => onRules(rules, random);
  const ways = {
    'our XState machine, transition after transition': (random: () => number) => onMachine(machine, random),
    'the compiled rules': byRules,
    'the graph of futures': (random: () => number) => onGraph(graph, choices, random),
  };
  const rows = Object.entries(ways).map(([name, play]) => {
    const { tally: found, plays, took } = tally(PLAYS, PATIENCE, play);
    // With the same random numbers each plays the same stories.
    assert.deepEqual(found, tally(plays, Infinity, byRules).tally);
    const errors = chances.map((chance, ending) => Math.abs((found[ending] as number) / plays - chance));
    // Six standard deviations: an error beyond is a fault, not chance.
    errors.forEach((error, ending) => {
      const chance = chances[ending] as number;
      assert(
        error <= 6 * Math.sqrt((chance * (1 - chance)) / plays) + 1 / plays,
        `${name}, ending ${ending}`,
      );
    });
    const whole =
      plays === PLAYS
        ? ms(took)
        : `${ms(took)} for ${plays.toLocaleString('en')} plays; at this pace ${PLAYS.toLocaleString('en')} would take ${ms((took / plays) * PLAYS)}`;
    return [name, `${whole}; greatest error ${(Math.max(...errors) * 100).toFixed(2)} points`];
  });
  table(
    `Chances of ${real.endings.length} endings: exact, beside ${PLAYS.toLocaleString('en')} random plays`,
    {
      'exact odds, first time': ms(first),
      'exact odds, median of 5': `${ms(exact)}; no error`,
      ...Object.fromEntries(rows),
    },
  );
}

/** The quotient of two numbers that may be larger than a double holds. */
function ratio(over: bigint, under: bigint): number {
  const digits = 10n ** 18n;
  return Number((over * digits) / under) / Number(digits);
}
