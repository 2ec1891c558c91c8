/** Is the game for PRISM-games the power of a coalition? The text is read, unfolded and solved, beside `power.ts`. */
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../../src/analysis/facts.ts';
import { startOf, type Graph } from '../../src/analysis/graph.ts';
import { allBut, canBringAbout } from '../../src/analysis/power.ts';
import { prism } from '../../src/analysis/prism.ts';
import { prismGame } from '../../src/analysis/prism-game.ts';
import { complete, serialise } from '../../src/scenario/complete.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { EXAMPLES } from '../examples.ts';
import { seeded } from '../laws.ts';
import { real } from '../real.ts';
import { ZOO } from '../zoo/zoo.ts';
import { scenarioFile } from './arbitrary.ts';
import { readPrism, type PrismModel, type State } from './prism-reader.ts';

const safe = (id: string) => id.replaceAll('-', '_');

/** A state of the game, the node of the graph where its stories are the same, and where its moves lead. */
interface Place {
  readonly state: State;
  readonly node: number;
  readonly player: string;
  /** Whether what comes after was not unfolded. */
  readonly cut: boolean;
  readonly to: readonly Place[];
}

/** What is in the text from `state` on, as far as `answers` answers go: each place once, after those it leads to. */
function unfold(model: PrismModel, graph: Graph, state: State, node = startOf(graph), answers = Infinity) {
  const answerOf = new Map(
    graph.answers.map(({ question, id }, number) => [`${safe(question)}__${safe(id)}`, number]),
  );
  const places: Place[] = [];
  const known = new Map<string, Place>();
  const visit = (state: State, node: number, left: number): Place => {
    const key = left === Infinity ? String(state) : `${left} ${state}`;
    const found = known.get(key);
    if (found) {
      expect(found.node).toBe(node);
      return found;
    }
    const steps = model.steps(state);
    const owners = new Set(steps.map(({ action }) => model.owner.get(action)));
    if (owners.size !== 1) expect.fail(`${[...owners].join(' and ') || 'nobody'} can move`);
    const to: Place[] = [];
    const place: Place = { state, node, player: [...owners][0] ?? '', cut: left < 0, to };
    known.set(key, place);
    if (left >= 0)
      for (const { action, updates } of steps) {
        const [[chance, next] = [null, []]] = updates;
        if (updates.length !== 1 || chance?.over !== chance?.under) expect.fail('a move is not certain');
        if (String(next) === String(state)) {
          to.push(place);
          continue;
        }
        const answer = answerOf.get(action.replace(/^(choose|impose)_/, ''));
        if (answer === undefined) to.push(visit(next, node, left));
        else {
          const edge = graph.nodes[node]?.edges.find((edge) => edge.answer === answer);
          if (!edge) expect.fail(`“${action}” is not available there`);
          else to.push(visit(next, edge.to, left - 1));
        }
      }
    places.push(place);
    return place;
  };
  visit(state, node, answers === Infinity ? Infinity : answers - 1);
  return places;
}

/** The places from where the coalition comes to one of `goal` whatever the others do: its attractor, step by step. */
function attractor(places: readonly Place[], goal: (place: Place) => boolean): Set<Place> {
  const won = new Set(places.filter(goal));
  for (let size = -1; size < won.size;) {
    size = won.size;
    for (const place of places)
      if (
        place.player === 'coalition'
          ? place.to.some((to) => won.has(to))
          : place.to.length > 0 && place.to.every((to) => won.has(to))
      )
        won.add(place);
  }
  return won;
}

/** For each ending, the conditions of the text that it is brought about, and that it is blocked; with what is known. */
function questions(model: PrismModel, graph: Graph, coalition: ReadonlySet<string>) {
  const label = (name: string) => model.labels.get(name) ?? expect.fail(`there is no label “${name}”`);
  const over = label('over');
  return graph.scenario.endings.flatMap(({ id }, ending) => {
    const ended = label(`ending_${safe(id)}`);
    const other = allBut(graph, new Set([ending]));
    return [
      { asks: `bring about ${id}`, there: ended, can: canBringAbout(graph, coalition, new Set([ending])) },
      {
        asks: `block ${id}`,
        there: (state: State) => over(state) && !ended(state),
        can: canBringAbout(graph, coalition, other),
      },
    ];
  });
}

/** In every situation that the game comes to, the coalition wins it where `power.ts` says that it can. */
function checkSamePower(
  graph: Graph,
  coalition: ReadonlySet<string>,
  from: (model: PrismModel) => Place[] = (model) => unfold(model, graph, model.start),
): void {
  const model = readPrism(prismGame(graph.scenario, coalition));
  const places = from(model);
  const passed = model.variables.indexOf('passed');
  for (const { asks, there, can } of questions(model, graph, coalition)) {
    // Where it was cut, what comes after is as `power.ts` says: the next answers are still the text’s own.
    const won = attractor(places, ({ state, node, cut }) => there(state) || (cut && (can[node] ?? false)));
    for (const place of places)
      if (place.state[passed] === 0 && won.has(place) !== can[place.node])
        expect.fail(`${[...coalition].join('+')}: ${asks} at ${place.state.join()}`);
  }
}

/** The sets of at most two actors: nobody, each, each pair. */
function coalitions({ actors }: Scenario): ReadonlySet<string>[] {
  const ids = actors.map(({ id }) => id);
  const pairs = ids.flatMap((one, at) => ids.slice(at + 1).map((two) => [one, two]));
  return [[], ...ids.map((id) => [id]), ...pairs].map((members) => new Set(members));
}

const all = [...ZOO, ...EXAMPLES];

describe.each(all.map((scenario) => ({ name: scenario.id, scenario })))('$name', ({ scenario }) => {
  it('is won by the coalitions that can bring about or block an ending, from every situation', () => {
    const graph = outcomesOf(scenario);
    for (const coalition of coalitions(scenario)) checkSamePower(graph, coalition);
  });
});

it('is won by the coalitions that can, whatever the scenario', () => {
  fc.assert(
    fc.property(scenarioFile, (file) => {
      const graph = outcomesOf(complete(file));
      for (const coalition of coalitions(graph.scenario)) checkSamePower(graph, coalition);
    }),
    { numRuns: 60 },
  );
});

describe('the examples whose power is known from outside', () => {
  const folder = join(import.meta.dirname, '../examples/lawful');
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
      const places = unfold(model, graph, model.start);
      const won = questions(model, graph, coalition)
        .filter(({ there }) => attractor(places, ({ state }) => there(state)).has(places.at(-1) as Place))
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

  it('are the others’ where it needs nobody of the coalition, and its own where it needs nobody else', () => {
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

  it('are the others’ alone where nobody of the coalition is asked, even what it could make happen', () => {
    // r is asked who attacks; u can make one of the two happen.
    expect(moves(consent, 'attack', 'u')).toEqual(['others first impose_attack__by_r']);
  });

  it('leave a coalition stuck that is asked and has no answer of its own', () => {
    // Not lawful: nobody can refuse alone any more.
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

it('says who plays, what to ask, and that no weights are in it', () => {
  const text = prismGame(EXAMPLES.find(({ id }) => id === 'consent') as Scenario, new Set(['r', 'u']));
  expect(text).toMatch(/the coalition \(\w.*, \w.*\) and all others/);
  expect(text).toContain('//   <<coalition>> P>=1 [ F "ending_peace" ]');
  expect(text).toContain('//   <<coalition>> P>=1 [ F ("over" & !"ending_peace") ]');
  expect(text).toContain('weights');
});

describe('ukraine-2025', () => {
  it('is won by the actors who can, in every part looked at', { timeout: 120_000 }, () => {
    // Its half a million situations are too many for this reader: from every situation of some random stories the
    // next two answers are played out, and what comes after them is taken from the graph.
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
          places.push(...unfold(model, graph, [...state, 0], node, 2));
          if (edges.length === 0) return places;
          const step = Math.floor(random() * edges.length);
          node = edges[step]?.to ?? -1;
          state = plain.steps(state)[step]?.updates[0]?.[1] ?? [];
        }
      });
  });
});
