/**
 * Tests that the game for PRISM-games gives the power of a coalition: the text is parsed, unfolded and solved, and
 * compared with `power.ts`.
 */
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../../../src/analysis/judge/facts.ts';
import { startOf, type Graph } from '../../../src/analysis/graph/graph.ts';
import { allBut, canBringAbout } from '../../../src/analysis/questions/power.ts';
import { prism } from '../../../src/export/models/prism.ts';
import { prismGame } from '../../../src/export/models/prism-game.ts';
import { complete, serialise } from '../../../src/scenario/complete.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { EXAMPLES } from '../../support/examples.ts';
import { seeded } from '../../support/laws.ts';
import { real } from '../../support/real.ts';
import { exhaustive } from '../../support/skipped.ts';
import { ZOO } from '../../zoo/zoo.ts';
import { scenarioFile } from '../../analysis/arbitrary.ts';
import { readPrism, type PrismModel, type State } from './prism-reader.ts';

const safe = (id: string) => id.replaceAll('-', '_');

/** A state of the game, the node of the graph where its stories are the same, and where its moves lead. */
interface Place {
  readonly state: State;
  readonly node: number;
  readonly player: string;
  /** The labels that hold there. */
  readonly labels: readonly string[];
  /** Whether what comes after was not unfolded. */
  readonly cut: boolean;
  /** By their numbers among the places; its own where a move goes nowhere. */
  readonly to: readonly number[];
}

/** Adds what is in the text from `state` on, as far as `answers` answers go: each place after those it leads to. */
function unfold(
  model: PrismModel,
  graph: Graph,
  state = model.start,
  node = startOf(graph),
  answers = Infinity,
  places: Place[] = [],
): Place[] {
  const answerOf = new Map(
    graph.answers.map(({ question, id }, number) => [`${safe(question)}__${safe(id)}`, number]),
  );
  const known = new Map<string, number>();
  const visit = (state: State, node: number, left: number): number => {
    const key = left === Infinity ? String(state) : `${left} ${state}`;
    const found = known.get(key);
    if (found !== undefined) {
      if (places[found]?.node !== node) expect.fail(`${state} is two nodes`);
      return found;
    }
    const steps = model.steps(state);
    const owners = new Set(steps.map(({ action }) => model.owner.get(action)));
    if (owners.size !== 1) expect.fail(`${[...owners].join(' and ') || 'nobody'} can move`);
    const labels = [...model.labels].filter(([, holds]) => holds(state)).map(([name]) => name);
    const cut = left === 0;
    const to: number[] = [];
    let rests = false;
    for (const { action, updates } of cut ? [] : steps) {
      const [[chance, next] = [null, []]] = updates;
      if (updates.length !== 1 || chance?.over !== chance?.under) expect.fail('a move is not certain');
      const answer = answerOf.get(action.replace(/^(choose|impose)_/, ''));
      const edge = graph.nodes[node]?.edges.find((edge) => edge.answer === answer);
      if (String(next) === String(state)) rests = true;
      else if (answer === undefined) to.push(visit(next, node, left));
      else if (edge) to.push(visit(next, edge.to, left - 1));
      else expect.fail(`“${action}” is not available there`);
    }
    if (rests) to.push(places.length);
    const number = places.push({ state, node, player: [...owners][0] ?? '', labels, cut, to }) - 1;
    known.set(key, number);
    return number;
  };
  visit(state, node, answers);
  return places;
}

/**
 * The places from which the coalition reaches `goal` whatever the others do: its attractor, computed in rounds to the
 * fixed point.
 */
function attractor(places: readonly Place[], goal: (place: Place) => boolean): Uint8Array {
  const won = Uint8Array.from(places, (place) => Number(goal(place)));
  const wins = (to: number) => won[to] === 1;
  for (let grew = true; grew;) {
    grew = false;
    places.forEach(({ player, to }, number) => {
      if (won[number] || !(player === 'coalition' ? to.some(wins) : to.length > 0 && to.every(wins))) return;
      won[number] = 1;
      grew = true;
    });
  }
  return won;
}

/** For each ending, what to ask of the text to know whether it is brought about or blocked; with what is known. */
function questions(graph: Graph, coalition: ReadonlySet<string>) {
  return graph.scenario.endings.flatMap(({ id }, ending) => {
    const label = `ending_${safe(id)}`;
    const one = new Set([ending]);
    return [
      {
        asks: `bring about ${id}`,
        there: ({ labels }: Place) => labels.includes(label),
        can: canBringAbout(graph, coalition, one),
      },
      {
        asks: `block ${id}`,
        there: ({ labels }: Place) => labels.includes('over') && !labels.includes(label),
        can: canBringAbout(graph, coalition, allBut(graph, one)),
      },
    ];
  });
}

/** In every situation that the game comes to, the coalition wins it where `power.ts` says that it can. */
function checkSamePower(
  graph: Graph,
  coalition: ReadonlySet<string>,
  from: (model: PrismModel) => Place[] = (model) => unfold(model, graph),
): void {
  const model = readPrism(prismGame(graph.scenario, coalition));
  const places = from(model);
  const passed = model.variables.indexOf('passed');
  for (const { asks, there, can } of questions(graph, coalition)) {
    // Where it was cut, what comes after is as `power.ts` says: the next answers are still the text’s own.
    const won = attractor(places, (place) => there(place) || (place.cut && (can[place.node] ?? false)));
    places.forEach(({ state, node }, number) => {
      if (state[passed] === 0 && (won[number] === 1) !== can[node])
        expect.fail(`${[...coalition].join('+')}: ${asks} at ${state.join()}`);
    });
  }
}

/** The sets of at most two actors: the empty one, each actor, each pair. */
function coalitions({ actors }: Scenario): ReadonlySet<string>[] {
  const ids = actors.map(({ id }) => id);
  const pairs = ids.flatMap((one, at) => ids.slice(at + 1).map((two) => [one, two]));
  return [[], ...ids.map((id) => [id]), ...pairs].map((members) => new Set(members));
}

const all = [...ZOO, ...EXAMPLES];

describe.each(all.map((scenario) => ({ name: scenario.id, scenario })))('$name', ({ scenario }) => {
  it('has a game won by the coalitions that can bring about or block an ending, from every situation', () => {
    const graph = outcomesOf(scenario);
    for (const coalition of coalitions(scenario)) checkSamePower(graph, coalition);
  });
});

it('the game of a random scenario: is won by the coalitions with the power, and by no others', () => {
  fc.assert(
    fc.property(scenarioFile, (file) => {
      const graph = outcomesOf(complete(file));
      for (const coalition of coalitions(graph.scenario)) checkSamePower(graph, coalition);
    }),
    { numRuns: 60 },
  );
});

describe('the game has the independently known power in', () => {
  const folder = join(import.meta.dirname, '../../examples/lawful');
  const known = readdirSync(folder).flatMap((file) => {
    if (!file.endsWith('.expected.json')) return [];
    const name = file.replace('.expected.json', '');
    const read = (ending: string) => JSON.parse(readFileSync(join(folder, `${name}.${ending}.json`), 'utf8'));
    const { power } = read('expected') as {
      power: Record<string, { bringAbout: string[]; block: string[] }>;
    };
    return [{ name, scenario: complete(read('scenario')), power }];
  });

  it.each(known)('$name', ({ scenario, power }) => {
    const graph = outcomesOf(scenario);
    for (const [group, expected] of Object.entries(power)) {
      const coalition = new Set(group.split('+'));
      const model = readPrism(prismGame(scenario, coalition));
      const places = unfold(model, graph);
      const won = questions(graph, coalition)
        .filter(({ there }) => attractor(places, there).at(-1) === 1)
        .map(({ asks }) => asks);
      expect(won.sort(), group).toEqual(
        [
          ...expected.bringAbout.map((id) => `bring about ${id}`),
          ...expected.block.map((id) => `block ${id}`),
        ].sort(),
      );
    }
  });
});

describe('the moves at a question', () => {
  const consent = EXAMPLES.find(({ id }) => id === 'consent') as Scenario;
  const moves = (scenario: Scenario, question: string, ...coalition: string[]) => {
    const lines = prismGame(scenario, new Set(coalition)).split('\n');
    const from = lines.findIndex((line) => line.startsWith(`  // ${question}: `)) + 1;
    const upTo = lines.findIndex((line, at) => at >= from && !/^ {2}\[(?!stay)/.test(line));
    const { owner } = readPrism(lines.join('\n'));
    return lines.slice(from, upTo).map((line) => {
      const action = /\[(\w+)\]/.exec(line)?.[1] ?? '';
      return `${owner.get(action)} ${line.includes('!passed & ') ? 'first' : 'then'} ${action}`;
    });
  };

  it('belong to the others where no consent of the coalition is needed, and to the coalition where no other is', () => {
    // To sign takes both, either can refuse, and r alone can impose.
    expect(moves(consent, 'deal', 'r')).toEqual([
      'others first impose_deal__refused',
      'others first pass',
      'coalition then choose_deal__refused',
      'coalition then choose_deal__imposed',
    ]);
    expect(moves(consent, 'deal', 'u')).toEqual([
      'others first impose_deal__refused',
      'others first impose_deal__imposed',
      'others first pass',
      'coalition then choose_deal__refused',
    ]);
    expect(moves(consent, 'deal', 'r', 'u')).toEqual([
      'others first pass',
      'coalition then choose_deal__signed',
      'coalition then choose_deal__refused',
      'coalition then choose_deal__imposed',
    ]);
  });

  it('belong only to the others where no member of the coalition is asked, even if it could impose an answer', () => {
    // r is asked who attacks; u can make one of the two happen.
    expect(moves(consent, 'attack', 'u')).toEqual(['others first impose_attack__by_r']);
  });

  it('leave a coalition without a move where it is asked and has no answer of its own', () => {
    // Not lawful: no actor can refuse alone any more.
    const file = serialise(consent);
    for (const answer of file.questions.find(({ id }) => id === 'deal')?.answers ?? [])
      if (answer.id === 'refused') answer.consent = [['r', 'u']];
    const unlawful = complete(file);
    expect(moves(unlawful, 'deal', 'u')).toEqual([
      'others first impose_deal__imposed',
      'others first pass',
      'coalition then stuck',
    ]);
    // What r alone can impose is available on one reading only: on the other, r is stuck.
    expect(moves(unlawful, 'deal', 'r').at(-1)).toBe('coalition then stuck');
    const graph = outcomesOf(unlawful);
    for (const coalition of [['r'], ['u'], ['r', 'u']]) checkSamePower(graph, new Set(coalition));
  });
});

it('the game: states its players, its properties, and that it contains no weights', () => {
  const text = prismGame(EXAMPLES.find(({ id }) => id === 'consent') as Scenario, new Set(['r', 'u']));
  expect(text).toMatch(/the coalition \(\w.*, \w.*\) and all others/);
  expect(text).toContain('//   <<coalition>> P>=1 [ F "ending_peace" ]');
  expect(text).toContain('//   <<coalition>> P>=1 [ F ("over" & !"ending_peace") ]');
  expect(text).toContain('weights');
});

describe('ukraine-2025', () => {
  it('has a game won by the actors with the power, in every sampled part', { timeout: 120_000 }, () => {
    // The whole of it takes this reader long: from every situation of some random stories the next two answers are
    // played out, and what comes after them is taken from the graph.
    const graph = outcomesOf(real);
    const plain = readPrism(prism(real));
    const random = seeded(2025);
    const pairs = coalitions(real).filter(({ size }) => size === 2);
    const some = Array.from({ length: 6 }, () => pairs[Math.floor(random() * pairs.length)] ?? new Set(['']));
    for (const coalition of [...real.actors.map(({ id }) => new Set([id])), ...some])
      checkSamePower(graph, coalition, (model) => {
        expect(model.variables).toEqual([...plain.variables, 'passed']);
        const places: Place[] = [];
        let node = startOf(graph);
        let state = plain.start;
        for (let edges = graph.nodes[node]?.edges ?? []; ; edges = graph.nodes[node]?.edges ?? []) {
          unfold(model, graph, [...state, 0], node, 2, places);
          if (edges.length === 0) return places;
          const step = Math.floor(random() * edges.length);
          node = edges[step]?.to ?? -1;
          state = plain.steps(state)[step]?.updates[0]?.[1] ?? [];
        }
      });
  });

  it.for(
    real.actors.map(({ id }) => id).filter((id) => real.questions.some(({ actors }) => actors.includes(id))),
  )(
    'has a game won by %s from every situation where they have the power',
    { timeout: 600_000 },
    (id, { skip }) => {
      skip(!exhaustive, 'takes long; `npm run test:all` runs it');
      checkSamePower(outcomesOf(real), new Set([id]));
    },
  );
});
