/** Which endings, questions and answers are still open from each situation. */
import type { Answer, Ending, Question, Scenario, Story } from '../scenario/scenario.ts';
import type { Exploration } from './explore.ts';
import { run, type Rules } from './rules.ts';

/** The part of an exploration that answers “what is still open?”, as flat arrays that can be sent to a page. */
export interface OpeningsTable {
  readonly firstEdge: Uint32Array;
  readonly edgeAnswer: Uint16Array;
  readonly edgeTarget: Uint32Array;
  /** `words` numbers a situation: a bit for each ending, then one for each answer. */
  readonly open: Uint32Array;
  readonly words: number;
}

/**
 * Goes through the situations from the ends back to the start (`order` must lead forward), so that each
 * is open to what its steps are open to.
 */
export function openings(rules: Rules, exploration: Exploration, order: Uint32Array): OpeningsTable {
  const { count, states, question, firstEdge, edgeAnswer, edgeTarget } = exploration;
  const words = Math.ceil((rules.endings + rules.answers.length) / 32);
  const open = new Uint32Array(count * words);
  const mark = (number: number, bit: number) => {
    const word = number * words + (bit >>> 5);
    open[word] = (open[word] as number) | (1 << (bit & 31));
  };
  for (let at = count - 1; at >= 0; at--) {
    const number = order[at] as number;
    if (question[number] === rules.questions) {
      const ending = run(rules.ending, states, number * rules.words);
      if (ending < rules.endings) mark(number, ending);
    }
    for (let edge = firstEdge[number] as number; edge < (firstEdge[number + 1] as number); edge++) {
      mark(number, rules.endings + (edgeAnswer[edge] as number));
      const target = (edgeTarget[edge] as number) * words;
      for (let word = 0; word < words; word++)
        open[number * words + word] =
          (open[number * words + word] as number) | (open[target + word] as number);
    }
  }
  return { firstEdge, edgeAnswer, edgeTarget, open, words };
}

/** What is open from one situation. */
export interface Open {
  readonly endings: ReadonlySet<Ending>;
  readonly answers: ReadonlySet<Answer>;
  readonly questions: ReadonlySet<Question>;
}

/** Reads the table for `scenario`: look up a story once, then ask about its situations. */
export interface Openings {
  /** The number of the situation that `story` leads to. Throws when the story cannot be played. */
  readonly find: (story: Story) => number;
  readonly from: (situation: number) => Open;
  /** The endings open from `situation` that are closed once `answer` is chosen there. */
  readonly closes: (situation: number, answer: Answer) => readonly Ending[];
  /** A shortest list of answers from `situation` to `ending`; null when it is closed from there. */
  readonly wayTo: (situation: number, ending: Ending) => readonly Answer[] | null;
}

/** The openings of `scenario`, whose `table` was made from it. */
export function readOpenings(scenario: Scenario, table: OpeningsTable): Openings {
  const answers = scenario.questions.flatMap((question) => question.answers);
  const numberOf = new Map(answers.map((answer, number) => [answer, number]));
  const byCode = new Map(answers.map((answer) => [answer.code, answer]));
  const { firstEdge, edgeAnswer, edgeTarget, open, words } = table;
  const has = (situation: number, bit: number) =>
    (((open[situation * words + (bit >>> 5)] as number) >>> (bit & 31)) & 1) === 1;

  const step = (situation: number, answer: Answer): number => {
    const wanted = numberOf.get(answer);
    for (let edge = firstEdge[situation] as number; edge < (firstEdge[situation + 1] as number); edge++)
      if (edgeAnswer[edge] === wanted) return edgeTarget[edge] as number;
    throw new Error(`“${answer.key}” is not available here: replay the story first.`);
  };
  const endingsFrom = (situation: number) => scenario.endings.filter((_, number) => has(situation, number));

  return {
    find: (story) =>
      story.reduce((situation, code) => {
        const answer = byCode.get(code);
        if (!answer) throw new Error(`No answer has the code “${code}”: replay the story first.`);
        return step(situation, answer);
      }, 0),
    from(situation) {
      const opened = answers.filter((_, number) => has(situation, scenario.endings.length + number));
      const asked = new Set(opened.map((answer) => answer.question));
      return {
        endings: new Set(endingsFrom(situation)),
        answers: new Set(opened),
        // A question on the table always has an available answer, so it is open when one of them is.
        questions: new Set(scenario.questions.filter((question) => asked.has(question.id))),
      };
    },
    closes(situation, answer) {
      const left = step(situation, answer);
      return endingsFrom(situation).filter((ending) => !has(left, scenario.endings.indexOf(ending)));
    },
    wayTo(situation, ending) {
      const bit = scenario.endings.indexOf(ending);
      if (!has(situation, bit)) return null;
      // Breadth first, and only through situations from which the ending is open.
      const before = new Map<number, { from: number; answer: Answer }>();
      const queue = [situation];
      for (const at of queue) {
        if (firstEdge[at] === firstEdge[at + 1]) {
          const way: Answer[] = [];
          for (let back = before.get(at); back; back = before.get(back.from)) way.unshift(back.answer);
          return way;
        }
        for (let edge = firstEdge[at] as number; edge < (firstEdge[at + 1] as number); edge++) {
          const target = edgeTarget[edge] as number;
          if (!has(target, bit) || before.has(target)) continue;
          before.set(target, { from: at, answer: answers[edgeAnswer[edge] as number] as Answer });
          queue.push(target);
        }
      }
      return null;
    },
  };
}
