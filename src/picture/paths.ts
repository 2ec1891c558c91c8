/** Where everything stands on the drawing of every path: points of stories in layers, answers as lines, endings below. */
import { endingAt, questionAt, reached, startOf, type Graph } from '../analysis/graph/graph.ts';
import type { Answer, Ending, Question } from '../scenario/scenario.ts';
import { layering } from './layered/layering.ts';
import { layLayers, type Point } from './layers.ts';
import { wrap } from './wrap.ts';

/** What can be drawn, as one of thousands: a box, with words or without. */
export interface DrawnBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** A line through points, from the top down. */
export interface DrawnLine {
  readonly points: readonly Point[];
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** The size of the letters, and from one line of words to the next. */
  readonly letters: number;
  readonly leading: number;
  readonly places: readonly DrawnBox[];
  readonly steps: readonly DrawnLine[];
}

/** A point of stories with the same future: a question on the table, or an ending. */
export interface Place extends DrawnBox {
  /** Its row and its place there, as in “5.3”. */
  readonly name: string;
  /** Its number in the graph. */
  readonly point: number;
  readonly question: Question | null;
  readonly ending: Ending | null;
}

/** The answers that lead from one place to another, by the places’ numbers. */
export interface PathStep extends DrawnLine {
  readonly from: number;
  readonly to: number;
  readonly answers: readonly Answer[];
}

export interface Paths extends Drawing {
  readonly places: readonly Place[];
  readonly steps: readonly PathStep[];
  /** The numbers of the places of each row, from left to right; the last row is the endings. */
  readonly rows: readonly (readonly number[])[];
  /** The steps from each place, by its number. */
  readonly after: readonly (readonly PathStep[])[];
  /** Whether every place has words, and not only the endings. */
  readonly worded: boolean;
  /** The place of each point. */
  readonly placeOf: ReadonlyMap<number, number>;
}

/** Up to so many places every one has words; of more, only the endings. */
const WORDED = 90;

// In pixels of the drawing at its own size.
const SIZES = {
  worded: {
    width: 152,
    characters: 24,
    letters: 11.5,
    leading: 14,
    gap: 14,
    lane: 10,
    between: 46,
    end: 152,
  },
  dots: { width: 10, characters: 15, letters: 19, leading: 22, gap: 6, lane: 5, between: 48, end: 164 },
} as const;

/** Lays out all that can be told from node `start` of `graph` on. */
export function layPaths(graph: Graph, start = startOf(graph)): Paths {
  const points = reached(graph, start);
  const placeOf = new Map(points.map((point, place) => [point, place]));

  const from: number[] = [];
  const to: number[] = [];
  const given: Answer[][] = [];
  for (const [place, point] of points.entries()) {
    const known = new Map<number, Answer[]>();
    for (const edge of graph.nodes[point]?.edges ?? []) {
      const next = placeOf.get(edge.to) as number;
      const answer = graph.answers[edge.answer] as Answer;
      const same = known.get(next);
      if (same) same.push(answer);
      else {
        known.set(next, [answer]);
        from.push(place);
        to.push(next);
        given.push(known.get(next) as Answer[]);
      }
    }
  }

  const links = { count: points.length, from, to };
  const layer = layering(links);
  const last = Math.max(0, ...layer);
  const contents = points.map((point, place) => {
    const ending = endingAt(graph, point);
    if (ending) layer[place] = last;
    return { point, ending, question: questionAt(graph, point) };
  });

  const worded = points.length <= WORDED;
  const size = worded ? SIZES.worded : SIZES.dots;
  const words = contents.map(({ ending, question }) =>
    ending
      ? wrap(ending.title, size.characters)
      : worded && question
        ? wrap(question.text, size.characters)
        : [],
  );
  const tall = (lines: readonly string[]) =>
    lines.length === 0 ? size.width : lines.length * size.leading + 12;
  const most = Math.max(...contents.map(({ ending }, place) => (ending ? 0 : tall(words[place] ?? []))), 10);
  const drawn = layLayers(
    links,
    {
      widths: contents.map(({ ending }) => (ending ? size.end : size.width)),
      gap: size.gap,
      lane: size.lane,
      step: most + size.between,
    },
    layer,
  );

  const names: string[] = [];
  drawn.layers.forEach((row, number) =>
    row.forEach((place, at) => (names[place] = `${number + 1}.${at + 1}`)),
  );
  const places = contents.map((content, place): Place => {
    const { x, y } = drawn.nodes[place] as { x: number; y: number };
    const width = content.ending ? size.end : size.width;
    const lines = words[place] ?? [];
    const height = tall(lines);
    // Endings hang from their row, so that the lines to them end together.
    const top = content.ending ? y - most / 2 : y - height / 2;
    return { ...content, name: names[place] ?? '', x: x - width / 2, y: top, width, height, lines };
  });
  const steps = drawn.edges.map(({ from, to, points }, at): PathStep => ({
    from,
    to,
    points,
    answers: given[at] ?? [],
  }));
  const after: PathStep[][] = points.map(() => []);
  for (const step of steps) after[step.from]?.push(step);
  return {
    width: drawn.width,
    height: Math.max(...places.map(({ y, height }) => y + height)) + 10,
    letters: size.letters,
    leading: size.leading,
    places,
    steps,
    rows: drawn.layers,
    after,
    worded,
    placeOf,
  };
}

/** How each place and each step is drawn, by number: one of these. */
export const LIGHTS = ['plain', 'closed', 'way', 'lit'] as const;
export type Light = (typeof LIGHTS)[number];

export interface Lighting {
  readonly places: readonly Light[];
  readonly steps: readonly Light[];
  /** The place where the story stands; -1 where the drawing does not have it. */
  readonly here: number;
}

/**
 * Lights the story that went through `told`, the points from the start to where it stands: what it passed is lit, what
 * cannot be come to any more is closed, and what can still lead to the ending `toward`, where one is given, is a way.
 */
export function lighting(
  { places, steps, after, placeOf }: Paths,
  told: readonly number[],
  toward: Ending | null,
): Lighting {
  const passed = told.flatMap((point) => placeOf.get(point) ?? []);
  const here = placeOf.get(told.at(-1) ?? -1) ?? -1;
  const open = new Set(here === -1 ? [] : [here]);
  for (const place of open) for (const { to } of after[place] ?? []) open.add(to);
  // Places are in the order of points, in which each stands after those it leads to.
  const leads: boolean[] = [];
  for (const [place, { ending }] of places.entries())
    leads.push(ending ? ending === toward : (after[place] ?? []).some(({ to }) => leads[to] === true));
  const lit = new Set(passed.slice(1).map((to, at) => `${passed[at]} ${to}`));
  return {
    here,
    places: places.map((_, place) =>
      passed.includes(place) ? 'lit' : !open.has(place) ? 'closed' : leads[place] ? 'way' : 'plain',
    ),
    steps: steps.map(({ from, to }) =>
      lit.has(`${from} ${to}`) ? 'lit' : !open.has(from) ? 'closed' : leads[to] ? 'way' : 'plain',
    ),
  };
}
