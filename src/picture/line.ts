/**
 * The line map as plain data: a stop for each question in the order of the file, a mark for each answer, and the story
 * as one line through the marks it takes. What can still be asked and answered comes from the futures, exactly.
 */
import type { Openings } from '../analysis/graph/openings.ts';
import type { Replay } from '../machine/replay.ts';
import { available } from '../machine/situation.ts';
import { byId, placeOf } from '../scenario/lookups.ts';
import type { Act, Answer, Ending, Question, Scenario } from '../scenario/scenario.ts';

/** How the line leads to an answer: somebody says it, somebody else asks for it or suggests it, or nobody says it. */
export type Leg = 'solid' | 'dashed' | 'dotted';

/**
 * Answered; asked now; run past without being asked; may still be asked; will not be asked any more, though the story
 * has not come so far yet.
 */
export type StopState = 'taken' | 'here' | 'passed' | 'ahead' | 'never';

/** `closing`: open now, and closed once the answer looked at is given. */
export type MarkState = 'taken' | 'open' | 'closing' | 'closed';
export type TileState = 'reached' | 'open' | 'closing' | 'closed';

export interface Mark {
  readonly answer: Answer;
  readonly state: MarkState;
  readonly leg: Leg;
  /** Whether it is the answer looked at. */
  readonly looked: boolean;
}

export interface Stop {
  readonly question: Question;
  /** Its place among the stops, from 0. */
  readonly row: number;
  readonly act: Act | null;
  /** As what number of the story it was asked last, or is asked now, from 1; null where it was not. */
  readonly number: number | null;
  readonly state: StopState;
  /** Whether it may still be asked, and would not be once the answer looked at is given. */
  readonly dropped: boolean;
  readonly marks: readonly Mark[];
}

/** A place that a line goes through: the mark `column` of the stop in `row`. */
export interface Visit {
  readonly row: number;
  readonly column: number;
  readonly answer: Answer;
  readonly leg: Leg;
}

export interface Line {
  readonly stops: readonly Stop[];
  readonly visits: readonly Visit[];
  readonly endings: ReadonlyMap<Ending, TileState>;
  /** The question asked now; null when the story is over. */
  readonly here: Stop | null;
  /** What an answer of the question asked now would lead to, where such an answer is looked at. */
  readonly preview: {
    readonly visit: Visit;
    readonly next: Question | Ending | null;
    readonly closing: readonly Ending[];
  } | null;
}

/** How the line leads to `answer`. */
export function legOf(answer: Answer): Leg {
  if (answer.inferred || answer.basis === 'assumption') return 'dotted';
  return answer.basis === 'urged' || answer.basis === 'suggested' ? 'dashed' : 'solid';
}

/** The places that a line through `answers` goes through; `order` is that of the stops. */
export function visitsOf(
  { questions }: Scenario,
  answers: readonly Answer[],
  order: readonly Question[] = questions,
): Visit[] {
  return answers.flatMap((answer) => {
    const row = order.findIndex(({ id }) => id === answer.question);
    const column = order[row]?.answers.findIndex(({ key }) => key === answer.key) ?? -1;
    return column < 0 ? [] : [{ row, column, answer, leg: legOf(answer) }];
  });
}

/** The map of `scenario` with the story `told` on it, and what `looked`, an answer, would change. */
export function lineOf(
  scenario: Scenario,
  told: Pick<Replay, 'steps' | 'now'>,
  openings: Pick<Openings, 'find' | 'from' | 'next' | 'after'>,
  looked: Answer | null = null,
): Line {
  const { question: asked, ending: reached, states } = told.now;
  const order = stopsInOrder(scenario, openings);
  const point = openings.find(told.steps.map(({ code }) => code));
  const open = openings.from(point);
  const seen =
    looked && asked?.id === looked.question && available(looked, states)
      ? openings.next(point, looked)
      : null;
  const then = seen ? openings.from(seen.point) : open;

  const numbers = new Map(told.steps.map(({ question }, at) => [question.id, at + 1]));
  if (asked) numbers.set(asked.id, told.steps.length + 1);
  const taken = new Set(told.steps.map(({ answer }) => answer.key));
  const reach = asked ? order.findIndex(({ id }) => id === asked.id) : order.length;

  function markOf(answer: Answer): Mark {
    const here = answer.question === asked?.id;
    const isOpen = here ? available(answer, states) : open.answers.has(answer);
    // The others of the question asked now are not closed by looking at one of them: one is chosen.
    const stays = here || then.answers.has(answer);
    const state = isOpen ? (stays ? 'open' : 'closing') : 'closed';
    return {
      answer,
      state: taken.has(answer.key) && !here ? 'taken' : state,
      leg: legOf(answer),
      looked: answer.key === looked?.key,
    };
  }

  function stateOf(question: Question, row: number): StopState {
    if (question.id === asked?.id) return 'here';
    if (numbers.has(question.id)) return 'taken';
    if (open.questions.has(question)) return 'ahead';
    return row < reach ? 'passed' : 'never';
  }

  const stops = order.map((question, row): Stop => {
    const state = stateOf(question, row);
    return {
      question,
      row,
      act: byId(scenario.acts, question.act) ?? null,
      number: numbers.get(question.id) ?? null,
      state,
      dropped: state === 'ahead' && !then.questions.has(question),
      marks: question.answers.map(markOf),
    };
  });

  const endings = new Map(
    scenario.endings.map((ending): [Ending, TileState] => {
      if (reached) return [ending, reached.id === ending.id ? 'reached' : 'closed'];
      if (!open.endings.has(ending)) return [ending, 'closed'];
      return [ending, then.endings.has(ending) ? 'open' : 'closing'];
    }),
  );
  const [visit] = seen && looked ? visitsOf(scenario, [looked], order) : [];
  return {
    stops,
    visits: visitsOf(
      scenario,
      told.steps.map(({ answer }) => answer),
      order,
    ),
    endings,
    here: stops.find(({ state }) => state === 'here') ?? null,
    preview:
      seen && visit
        ? {
            visit,
            next: seen.next,
            closing: scenario.endings.filter((ending) => endings.get(ending) === 'closing'),
          }
        : null,
  };
}

/** A story as one line: where it goes through, and the ending it comes to; null where it is not over. */
export interface DrawnStory {
  readonly visits: readonly Visit[];
  readonly ending: Ending | null;
}

/** The map with `stories` on it, lists of answers from the start: a mark is taken where one of them takes it. */
export function linesOf(
  scenario: Scenario,
  stories: readonly (readonly Answer[])[],
  openings: Pick<Openings, 'find' | 'from' | 'after'>,
): Line & { readonly lines: readonly DrawnStory[] } {
  const order = stopsInOrder(scenario, openings);
  const taken = new Set(stories.flat().map(({ key }) => key));
  const lines = stories.map((answers): DrawnStory => {
    const { endings, questions } = openings.from(openings.find(answers.map(({ code }) => code)));
    return {
      visits: visitsOf(scenario, answers, order),
      ending: questions.size === 0 ? ([...endings][0] ?? null) : null,
    };
  });
  const ends = new Set(lines.map(({ ending }) => ending));
  const stops = order.map((question, row): Stop => {
    const marks = question.answers.map((answer): Mark => {
      const state = taken.has(answer.key) ? 'taken' : 'closed';
      return { answer, state, leg: legOf(answer), looked: false };
    });
    const state = marks.some((mark) => mark.state === 'taken') ? 'taken' : 'passed';
    return {
      question,
      row,
      act: byId(scenario.acts, question.act) ?? null,
      number: null,
      state,
      dropped: false,
      marks,
    };
  });
  return {
    stops,
    visits: [],
    lines,
    endings: new Map(scenario.endings.map((ending) => [ending, ends.has(ending) ? 'reached' : 'closed'])),
    here: null,
    preview: null,
  };
}

/** Stops that follow each other in one act. */
export interface ActOfStops {
  readonly act: Act | null;
  readonly stops: readonly Stop[];
}

export function inActs(stops: readonly Stop[]): ActOfStops[] {
  const acts: { act: Act | null; stops: Stop[] }[] = [];
  for (const stop of stops) {
    const last = acts.at(-1);
    if (last && last.act === stop.act) last.stops.push(stop);
    else acts.push({ act: stop.act, stops: [stop] });
  }
  return acts;
}

/** The least share of transitions that go forward in the order of the file, for the stops to stand in that order. */
const FORWARD = 0.8;

/** The numbers of the questions that can come right after each question, and the share of those transitions that go forward. */
function transitions({ questions }: Scenario, { after }: Pick<Openings, 'after'>) {
  const nexts = questions.map(() => new Set<number>());
  let [all, forward] = [0, 0];
  for (const [answer, followers] of after)
    for (const next of followers) {
      const [from, to] = [
        placeOf(questions, answer.question),
        'answers' in next ? placeOf(questions, next.id) : -1,
      ];
      if (to < 0) continue;
      nexts[from]?.add(to);
      all += 1;
      if (to > from) forward += 1;
    }
  return { nexts, forward: all === 0 ? 1 : forward / all };
}

/**
 * The questions in the order in which the line meets them: that of the file; where stories go back in it too often, each
 * after as many as can be of those that can come right before it.
 */
export function stopsInOrder(scenario: Scenario, openings: Pick<Openings, 'after'>): readonly Question[] {
  const { questions } = scenario;
  const { nexts, forward } = transitions(scenario, openings);
  if (forward >= FORWARD) return questions;
  const left = new Set(questions.keys());
  const order: Question[] = [];
  const before = (at: number) => [...left].filter((one) => one !== at && nexts[one]?.has(at)).length;
  while (left.size > 0) {
    const first = [...left].reduce((best, at) => (before(at) < before(best) ? at : best));
    left.delete(first);
    order.push(questions[first] as Question);
  }
  return order;
}

// The line as it is drawn, from measured places.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The centre of a mark, the number of its row among all rows, and the upper and lower edge of that row. */
export interface Spot extends Point {
  readonly row: number;
  readonly top: number;
  readonly bottom: number;
  /** How many rows are folded into this one; 1 where none says. */
  readonly rows?: number;
}

/** Where everything stands that a line goes through. */
export interface Spots {
  /** How far from the left edge the rail is. */
  readonly rail: number;
  /** Where lines come in, above the first row. */
  readonly start: Spot;
  /** Where they end, below the last. */
  readonly end: Spot;
  /** The spot of a mark; undefined where it is not drawn. */
  readonly at: (row: number, column: number) => Spot | undefined;
}

export interface DrawnLeg {
  readonly leg: Leg;
  readonly corners: readonly Point[];
}

/** The legs of the line through `visits`, from where it comes in; to where it ends, if it is `over`. */
export function legsOf(visits: readonly Visit[], spots: Spots, over: boolean, aside = 0): DrawnLeg[] {
  const places = visits.flatMap(({ row, column, leg }) => {
    const spot = spots.at(row, column);
    return spot ? [{ spot, leg }] : [];
  });
  // What follows from the last answer is said as much as that is.
  if (over) places.push({ spot: spots.end, leg: places.at(-1)?.leg ?? 'solid' });
  let from = spots.start;
  const { x, y } = from;
  // It comes in as said: up to there, it is what the sources report.
  const coming: DrawnLeg = {
    leg: 'solid',
    corners: moved(
      [
        { x, y: y - 6 },
        { x, y },
      ],
      aside,
    ),
  };
  const legs = places.flatMap(({ spot, leg }) => {
    const before = from;
    from = spot;
    const same = before.x === spot.x && before.y === spot.y;
    return same ? [] : [{ leg, corners: legPoints(before, spot, spots.rail, aside) }];
  });
  return places.length > 0 ? [coming, ...legs] : [];
}

/**
 * The corners of the leg from one mark to another. It runs in the gaps between rows, and along the rail at x = `rail`
 * where stops lie between, so that it crosses no word. `aside` moves it to its left as it runs, for a line beside another.
 */
export function legPoints(from: Spot, to: Spot, rail: number, aside = 0): Point[] {
  const direct = to.row === from.row + (from.rows ?? 1);
  const corners: Point[] = [from];
  if (direct && from.x !== to.x) corners.push({ x: from.x, y: to.top }, { x: to.x, y: to.top });
  if (!direct)
    corners.push(
      { x: from.x, y: from.bottom },
      { x: rail, y: from.bottom },
      { x: rail, y: to.top },
      { x: to.x, y: to.top },
    );
  corners.push(to);
  return moved(
    corners.map(({ x, y }) => ({ x, y })),
    aside,
  );
}

/** The same corners, each straight piece moved by `by` to the left of the way it runs. */
function moved(corners: readonly Point[], by: number): Point[] {
  if (by === 0) return [...corners];
  /** By how much the piece that leaves corner `at` is moved; the one that comes before it where it has no length. */
  const shift = (at: number): Point => {
    const [a, b] = [corners[at], corners[at + 1]];
    if (!a || !b) return { x: 0, y: 0 };
    return { x: Math.sign(b.y - a.y) * by, y: -Math.sign(b.x - a.x) * by };
  };
  return corners.map(({ x, y }, at) => {
    const [before, after] = [shift(at - 1), shift(at)];
    return { x: x + (before.x || after.x), y: y + (before.y || after.y) };
  });
}

/** A straight piece of one line or several. */
export interface Section {
  readonly from: Point;
  readonly to: Point;
  /** How many lines run along it. */
  readonly lines: number;
}

/** The pieces of `lines`, each a list of corners, cut wherever one of them turns, with the number of lines along each. */
export function sections(lines: readonly (readonly Point[])[]): Section[] {
  const inOrder = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b);
  const cuts = { x: inOrder(lines.flat().map(({ x }) => x)), y: inOrder(lines.flat().map(({ y }) => y)) };
  const found = new Map<string, { from: Point; to: Point; lines: number }>();
  for (const corners of lines)
    corners.slice(1).forEach((end, at) => {
      const start = corners[at] as Point;
      const axis = start.x === end.x ? 'y' : 'x';
      const [low, high] = [Math.min(start[axis], end[axis]), Math.max(start[axis], end[axis])];
      const stops = cuts[axis].filter((value) => value >= low && value <= high);
      stops.slice(1).forEach((to, stop) => {
        const [a, b] = [
          { ...start, [axis]: stops[stop] as number },
          { ...start, [axis]: to },
        ];
        const key = `${a.x} ${a.y} ${b.x} ${b.y}`;
        const section = found.get(key) ?? { from: a, to: b, lines: 0 };
        section.lines += 1;
        found.set(key, section);
      });
    });
  return [...found.values()];
}

/** A path through `points`, joined by straight pieces with rounded corners. */
export function linePath(points: readonly Point[], radius = 7): string {
  const corners = points.filter(
    (point, at) => at === 0 || point.x !== points[at - 1]?.x || point.y !== points[at - 1]?.y,
  );
  const length = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y);
  const towards = (a: Point, b: Point, by: number) => {
    const share = by / length(a, b);
    return `${round(a.x + (b.x - a.x) * share)} ${round(a.y + (b.y - a.y) * share)}`;
  };
  return corners
    .map((corner, at) => {
      const [before, after] = [corners[at - 1], corners[at + 1]];
      const here = `${round(corner.x)} ${round(corner.y)}`;
      if (!before) return `M${here}`;
      if (!after) return `L${here}`;
      const bend = Math.min(radius, length(before, corner) / 2, length(corner, after) / 2);
      return `L${towards(corner, before, bend)}Q${here} ${towards(corner, after, bend)}`;
    })
    .join('');
}

const round = (value: number) => Math.round(value * 10) / 10;
