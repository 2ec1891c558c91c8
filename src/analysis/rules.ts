/** A scenario compiled to integers: situations as bits, conditions as small branching programs over them. */
import type { Condition } from '../scenario/condition.ts';
import type { Answer, Scenario } from '../scenario/scenario.ts';

/**
 * A branching program, four numbers a test: the word to look at, the bits to look for, and where to go when
 * one of them is set and when none is. A place at or above 0 is another test; below 0 it is the result, `~place`.
 * This is short-circuit evaluation as compilers write it (Aho, Lam, Sethi, Ullman, *Compilers*, 6.6): its length
 * is that of the condition, whatever the nesting.
 */
export interface Program {
  readonly tests: Int32Array;
  readonly start: number;
}

/** Runs `program` on the situation whose words begin at `offset` in `words`; gives the result, at least 0. */
export function run(program: Program, words: Uint32Array, offset: number): number {
  const { tests } = program;
  let at = program.start;
  while (at >= 0) {
    const bits = (words[offset + (tests[at] as number)] as number) & (tests[at + 1] as number);
    at = tests[at + (bits !== 0 ? 2 : 3)] as number;
  }
  return ~at;
}

export interface Rules {
  /** Words of 32 bits a situation takes: one bit for each state of each issue, one for each question still to be asked. */
  readonly words: number;
  readonly start: Uint32Array;
  /** The number of the question on the table; `questions` when the story is over. */
  readonly table: Program;
  readonly questions: number;
  readonly endings: number;
  /** The number of the first ending that holds; `endings` when none does. */
  readonly ending: Program;
  /** All answers in the file’s order; those of question q are numbered from `firstAnswer[q]` up to `firstAnswer[q + 1]`. */
  readonly answers: readonly Answer[];
  readonly firstAnswer: Int32Array;
  /** For each answer, a program that gives 1 when it is available. */
  readonly available: readonly Program[];
  /** For each answer, the bits it takes away and the bits it sets: `words` numbers an answer. */
  readonly clears: Uint32Array;
  readonly sets: Uint32Array;
  /** A program for any other condition: it gives 1 when the condition holds. */
  readonly condition: (condition: Condition) => Program;
  /** The number of the state that issue `issue` is in, in the situation at `offset`. */
  readonly stateOf: (issue: number, words: Uint32Array, offset: number) => number;
}

/** Compiles `scenario`, whose references must have been checked. */
export function rules(scenario: Scenario): Rules {
  const bit = new Map<string, number>();
  const firstBit: number[] = [];
  let bits = 0;
  const stateBit = (issue: string, state: string) => bit.get(`${issue}.${state}`);
  for (const issue of scenario.issues) {
    firstBit.push(bits);
    for (const state of issue.states) bit.set(`${issue.id}.${state.id}`, bits++);
  }
  const toAsk = scenario.questions.map((question) => (question.again ? -1 : bits++));
  const words = Math.max(1, Math.ceil(bits / 32));

  const start = new Uint32Array(words);
  const mark = (target: Uint32Array, offset: number, position: number) => {
    const word = offset + (position >>> 5);
    target[word] = ((target[word] as number) | (1 << (position & 31))) >>> 0;
  };
  for (const first of firstBit) mark(start, 0, first);
  for (const position of toAsk) if (position >= 0) mark(start, 0, position);

  /** Writes programs that share one array of tests. */
  function writer() {
    const tests: number[] = [];
    const test = (word: number, mask: number, yes: number, no: number): number => {
      tests.push(word, mask, yes, no);
      return tests.length - 4;
    };
    const anyBit = (positions: readonly number[], yes: number, no: number): number => {
      const masks = new Map<number, number>();
      for (const position of positions)
        masks.set(position >>> 5, (masks.get(position >>> 5) ?? 0) | (1 << (position & 31)));
      let entry = no;
      for (const [word, mask] of masks) entry = test(word, mask, yes, entry);
      return entry;
    };
    const write = (condition: Condition, yes: number, no: number): number => {
      if ('issue' in condition) {
        const positions = condition.in.flatMap((state) => stateBit(condition.issue, state) ?? []);
        return anyBit(positions, yes, no);
      }
      if ('not' in condition) return write(condition.not, no, yes);
      if ('all' in condition) return condition.all.reduceRight((entry, part) => write(part, entry, no), yes);
      return condition.any.reduceRight((entry, part) => write(part, yes, entry), no);
    };
    return { write, anyBit, finish: (start: number): Program => ({ tests: Int32Array.from(tests), start }) };
  }
  const condition = (wanted: Condition): Program => {
    const { write, finish } = writer();
    return finish(write(wanted, ~1, ~0));
  };

  const { write, anyBit, finish } = writer();
  const table = finish(
    scenario.questions.reduceRight((entry, question, number) => {
      const when = write(question.when, ~number, entry);
      const position = toAsk[number] as number;
      return position < 0 ? when : anyBit([position], when, entry);
    }, ~scenario.questions.length),
  );
  const endings = writer();
  const ending = endings.finish(
    scenario.endings.reduceRight(
      (entry, ending, number) => endings.write(ending.when, ~number, entry),
      ~scenario.endings.length,
    ),
  );

  const answers = scenario.questions.flatMap((question) => question.answers);
  const firstAnswer = new Int32Array(scenario.questions.length + 1);
  const clears = new Uint32Array(answers.length * words);
  const sets = new Uint32Array(answers.length * words);
  const issueNumber = new Map(scenario.issues.map((issue, number) => [issue.id, number]));
  let number = 0;
  scenario.questions.forEach((question, asked) => {
    firstAnswer[asked] = number;
    for (const answer of question.answers) {
      for (const [issue, state] of Object.entries(answer.sets)) {
        const which = issueNumber.get(issue) as number;
        const first = firstBit[which] as number;
        const states = scenario.issues[which]?.states.length ?? 0;
        for (let position = first; position < first + states; position++)
          mark(clears, number * words, position);
        mark(sets, number * words, stateBit(issue, state) as number);
      }
      const position = toAsk[asked] as number;
      if (position >= 0) mark(clears, number * words, position);
      number += 1;
    }
  });
  firstAnswer[scenario.questions.length] = number;

  return {
    words,
    start,
    table,
    questions: scenario.questions.length,
    endings: scenario.endings.length,
    ending,
    answers,
    firstAnswer,
    available: answers.map((answer) => condition({ all: answer.requires.map((clause) => clause.when) })),
    clears,
    sets,
    condition,
    stateOf(issue, from, offset) {
      let position = firstBit[issue] as number;
      while ((((from[offset + (position >>> 5)] as number) >>> (position & 31)) & 1) === 0) position += 1;
      return position - (firstBit[issue] as number);
    },
  };
}
