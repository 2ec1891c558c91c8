/** Which endings, questions and answers are still open from each point of a story, and how to get to an ending. */
import { answersOf } from '../../scenario/lookups.ts';
import type { Answer, Ending, Question, Scenario, Story } from '../../scenario/scenario.ts';
import { endingAt, questionAt, startOf, type Graph } from './graph.ts';
import { walk } from './walk.ts';

/** What is open from one point. */
export interface Open {
  readonly endings: ReadonlySet<Ending>;
  readonly answers: ReadonlySet<Answer>;
  readonly questions: ReadonlySet<Question>;
}

/** A point of a story is the number of a node of the graph. */
export interface Openings {
  /** The point that `story` leads to. Throws when the story cannot be played. */
  readonly find: (story: Story) => number;
  /** The points that `story` comes by, the start first and one after each answer. Throws when it cannot be played. */
  readonly along: (story: Story) => readonly number[];
  /** What is open from `point`. */
  readonly from: (point: number) => Open;
  /** Where `answer`, chosen at `point`, leads: the point, and the question or ending there (null where it is not known). */
  readonly next: (
    point: number,
    answer: Answer,
  ) => { readonly point: number; readonly next: Question | Ending | null };
  /** The endings open from `point` that are closed once `answer` is chosen there. */
  readonly closes: (point: number, answer: Answer) => readonly Ending[];
  /** A shortest list of answers from `point` to `ending`; null when it is closed from there. */
  readonly wayTo: (point: number, ending: Ending) => readonly Answer[] | null;
  /** For each answer, the questions and endings that can come right after it somewhere. */
  readonly after: ReadonlyMap<Answer, ReadonlySet<Question | Ending>>;
}

/** What is known of a point. */
interface Node {
  readonly ending: Ending | null;
  readonly question: Question | null;
  readonly steps: readonly { readonly answer: Answer; readonly to: number }[];
  readonly open: Open;
  /** A first answer of a shortest way to each open ending, and the length of that way. */
  readonly ways: ReadonlyMap<
    Ending,
    { readonly length: number; readonly step: { answer: Answer; to: number } | null }
  >;
}

/** Works out what is open from every node of `graph`. Throws where an ending is not one of its scenario. */
export function readOpenings(graph: Graph): Openings {
  const { scenario, answers } = graph;
  const nodes: Node[] = [];
  // Each node stands after those it leads to, so one pass is enough.
  for (const [at, { end }] of graph.nodes.entries()) nodes.push(end >= 0 ? over(at) : onTheWay(at));

  function over(at: number): Node {
    const ending = endingAt(graph, at);
    if (!ending) throw new Error(`There is no ending at ${at}: this is not the graph of “${scenario.id}”.`);
    const open = { endings: new Set([ending]), answers: new Set<Answer>(), questions: new Set<Question>() };
    return { ending, question: null, steps: [], open, ways: new Map([[ending, { length: 0, step: null }]]) };
  }

  function onTheWay(at: number): Node {
    const steps = (graph.nodes[at]?.edges ?? []).map(({ answer, to }) => ({
      answer: answers[answer] as Answer,
      to,
    }));
    const question = questionAt(graph, at);
    const open = { endings: new Set<Ending>(), answers: new Set<Answer>(), questions: new Set<Question>() };
    if (question) open.questions.add(question);
    const ways = new Map<Ending, { length: number; step: { answer: Answer; to: number } }>();
    for (const step of steps) {
      const next = node(step.to);
      open.answers.add(step.answer);
      for (const ending of next.open.endings) open.endings.add(ending);
      for (const answer of next.open.answers) open.answers.add(answer);
      for (const question of next.open.questions) open.questions.add(question);
      for (const [ending, way] of next.ways)
        if (way.length + 1 < (ways.get(ending)?.length ?? Infinity))
          ways.set(ending, { length: way.length + 1, step });
    }
    return { ending: null, question, steps, open, ways };
  }

  function node(point: number): Node {
    const found = nodes[point];
    if (!found) throw new Error(`There is no point ${point} in the futures of “${scenario.id}”.`);
    return found;
  }

  function along(story: Story, from = startOf(graph)): number[] {
    const { steps, refused } = walk(graph, story, from);
    if (refused) throw new Error(`“${refused.code}” is not available here: replay the story first.`);
    return [from, ...steps.map(({ edge }) => edge.to)];
  }

  const last = (points: readonly number[]): number => points.at(-1) ?? startOf(graph);

  function next(from: number, answer: Answer) {
    const point = last(along([answer.code], from));
    return { point, next: node(point).question ?? node(point).ending };
  }

  const after = new Map<Answer, Set<Question | Ending>>(answers.map((answer) => [answer, new Set()]));
  for (const { steps } of nodes)
    for (const { answer, to } of steps) {
      const next = node(to).question ?? node(to).ending;
      if (next) after.get(answer)?.add(next);
    }

  return {
    find: (story) => last(along(story)),
    along: (story) => along(story),
    from: (point) => node(point).open,
    next: (point, answer) => next(point, answer),
    closes(point, answer) {
      const left = node(next(point, answer).point).open.endings;
      return scenario.endings.filter((ending) => node(point).open.endings.has(ending) && !left.has(ending));
    },
    wayTo(point, ending) {
      if (!node(point).open.endings.has(ending)) return null;
      const way: Answer[] = [];
      for (let step = node(point).ways.get(ending)?.step; step; step = node(step.to).ways.get(ending)?.step)
        way.push(step.answer);
      return way;
    },
    after,
  };
}

/** What is said of a scenario too large to be explored: nothing is known to be closed, and no way is known. */
export function openEverywhere(scenario: Scenario): Openings {
  const answers = answersOf(scenario);
  const all: Open = {
    endings: new Set(scenario.endings),
    answers: new Set(answers),
    questions: new Set(scenario.questions),
  };
  return {
    find: () => 0,
    along: (story) => [0, ...story.map(() => 0)],
    from: () => all,
    next: () => ({ point: 0, next: null }),
    closes: () => [],
    wayTo: () => null,
    after: new Map(answers.map((answer) => [answer, new Set()])),
  };
}
