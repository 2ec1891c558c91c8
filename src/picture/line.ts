/**
 * The line map as plain data: a stop for each question in the order of the file, a mark for each answer, and the story
 * as one line through the marks it takes. What can still be asked and answered comes from the futures, exactly.
 */
import type { Openings } from '../analysis/graph/openings.ts';
import type { Replay } from '../machine/replay.ts';
import { available } from '../machine/situation.ts';
import { byId, indexById } from '../scenario/lookups.ts';
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
  replay: Pick<Replay, 'steps' | 'now'>,
  openings: Pick<Openings, 'find' | 'from' | 'next' | 'after'>,
  looked: Answer | null = null,
): Line {
  const { question: asked, ending: reached, states } = replay.now;
  const order = stopsInOrder(scenario, openings);
  const point = openings.find(replay.steps.map(({ code }) => code));
  const open = openings.from(point);
  const seen =
    looked && asked?.id === looked.question && available(looked, states)
      ? openings.next(point, looked)
      : null;
  const then = seen ? openings.from(seen.point) : open;

  const numbers = new Map(replay.steps.map(({ question }, at) => [question.id, at + 1]));
  if (asked) numbers.set(asked.id, replay.steps.length + 1);
  const taken = new Set(replay.steps.map(({ answer }) => answer.key));
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
      replay.steps.map(({ answer }) => answer),
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
        indexById(questions, answer.question),
        'answers' in next ? indexById(questions, next.id) : -1,
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
