/** Which endings, questions and answers are still open from each point of a story, and how to get to an ending. */
import type { Answer, Ending, Question, Scenario, Story } from '../scenario/scenario.ts';
import type { Futures } from './futures.ts';

/** What is open from one point. */
export interface Open {
  readonly endings: ReadonlySet<Ending>;
  readonly answers: ReadonlySet<Answer>;
  readonly questions: ReadonlySet<Question>;
}

/** A point of a story is the number of a node of `Futures`. */
export interface Openings {
  /** The point that `story` leads to. Throws when the story cannot be played. */
  readonly find: (story: Story) => number;
  /** The point after `answer` is given at `point`. Throws when it is not available there. */
  readonly next: (point: number, answer: Answer) => number;
  readonly from: (point: number) => Open;
  /** The endings open from `point` that are closed once `answer` is chosen there. */
  readonly closes: (point: number, answer: Answer) => readonly Ending[];
  /** A shortest list of answers from `point` to `ending`; null when it is closed from there. */
  readonly wayTo: (point: number, ending: Ending) => readonly Answer[] | null;
  /** For each answer, the questions and endings that can come right after it somewhere. */
  readonly after: ReadonlyMap<Answer, ReadonlySet<Question | Ending>>;
}

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

/** Reads `futures`, which were made from `scenario`. */
export function readOpenings(scenario: Scenario, futures: Futures): Openings {
  const questions = new Map(scenario.questions.map((question) => [question.id, question]));
  const answers = scenario.questions.flatMap((question) => question.answers);
  const nodes: Node[] = [];
  // Each node stands after those it leads to, so one pass is enough.
  for (const entry of futures) nodes.push(typeof entry === 'number' ? over(entry) : onTheWay(entry));

  function over(number: number): Node {
    const ending = scenario.endings[number];
    if (!ending)
      throw new Error(`There is no ending ${number}: these are not the futures of “${scenario.id}”.`);
    const open = { endings: new Set([ending]), answers: new Set<Answer>(), questions: new Set<Question>() };
    return { ending, question: null, steps: [], open, ways: new Map([[ending, { length: 0, step: null }]]) };
  }

  function onTheWay(entry: readonly number[]): Node {
    const steps: { answer: Answer; to: number }[] = [];
    for (let at = 0; at < entry.length; at += 3)
      steps.push({ answer: answers[entry[at] as number] as Answer, to: entry[at + 1] as number });
    const question = questions.get(steps[0]?.answer.question ?? '') ?? null;
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

  function follow(point: number, code: string): number {
    const step = node(point).steps.find(({ answer }) => answer.code === code);
    if (!step) throw new Error(`“${code}” is not available here: replay the story first.`);
    return step.to;
  }

  const after = new Map<Answer, Set<Question | Ending>>(answers.map((answer) => [answer, new Set()]));
  for (const { steps } of nodes)
    for (const { answer, to } of steps) {
      const next = node(to).question ?? node(to).ending;
      if (next) after.get(answer)?.add(next);
    }

  return {
    find: (story) => story.reduce(follow, futures.length - 1),
    next: (point, answer) => follow(point, answer.code),
    from: (point) => node(point).open,
    closes(point, answer) {
      const left = node(follow(point, answer.code)).open.endings;
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
  const answers = scenario.questions.flatMap((question) => question.answers);
  const all: Open = {
    endings: new Set(scenario.endings),
    answers: new Set(answers),
    questions: new Set(scenario.questions),
  };
  return {
    find: () => 0,
    next: () => 0,
    from: () => all,
    closes: () => [],
    wayTo: () => null,
    after: new Map(answers.map((answer) => [answer, new Set()])),
  };
}
