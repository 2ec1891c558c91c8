/** A scenario compiled to integers: situations as bits, conditions as small branching programs over them. */
import type { Condition } from '../../scenario/condition.ts';
import { answersOf } from '../../scenario/lookups.ts';
import type { Answer, Scenario } from '../../scenario/scenario.ts';

/**
 * A branching program, four numbers a test: the word to look at, the bits to look for, and where to go when
 * one of them is set and when none is. A place at or above 0 is another test; below 0 it is the result, `~place`.
 * This is short-circuit evaluation as compilers write it (Aho, Lam, Sethi, Ullman, *Compilers*, 6.6): its length
 * is that of the condition, whatever the nesting.
 */
export interface Program {
  readonly tests: Int32Array;
  /** The place of its first test; below 0 where the result is known without any. */
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
  /** Words of 32 bits a situation takes: one bit for each state of each issue, one for each once-only question that was asked. */
  readonly words: number;
  /** The situation in which every story starts. */
  readonly start: Uint32Array;
  /** The number of the question on the table; `questions` when the story is over. */
  readonly table: Program;
  /** For each answer, a program that gives 1 when it is available. These share one array of tests with `table`. */
  readonly available: readonly Program[];
  readonly questions: number;
  readonly endings: number;
  /** The number of the first ending that holds; `endings` when none does. */
  readonly ending: Program;
  /** All answers in the file’s order; those of question q are numbered from `firstAnswer[q]` up to `firstAnswer[q + 1]`. */
  readonly answers: readonly Answer[];
  readonly firstAnswer: Int32Array;
  /** For each answer, the bits it takes away and the bits it sets: `words` numbers an answer. */
  readonly clears: Uint32Array;
  readonly sets: Uint32Array;
  /** A program for any other condition: it gives 1 when the condition holds. */
  readonly condition: (condition: Condition) => Program;
  /** The number of the state that issue `issue` is in, in the situation at `offset`. */
  readonly stateOf: (issue: number, words: Uint32Array, offset: number) => number;
  /** Whether question `question` was asked before the situation at `offset`; always false of one that may come again. */
  readonly wasAsked: (question: number, words: Uint32Array, offset: number) => boolean;
}

/** A condition, and whether it is to hold or not to hold. */
interface Part {
  readonly condition: Condition;
  readonly wanted: boolean;
}

/** Compiles `scenario`, whose references must have been checked. */
export function compileRules(scenario: Scenario): Rules {
  const placeOf = new Map<string, ReadonlyMap<string, number>>();
  const firstBit: number[] = [];
  let bits = 0;
  for (const issue of scenario.issues) {
    firstBit.push(bits);
    placeOf.set(issue.id, new Map(issue.states.map((state) => [state.id, bits++])));
  }
  const asked = scenario.questions.map((question) => (question.again ? [] : [bits++]));
  const words = Math.max(1, Math.ceil(bits / 32));

  const start = new Uint32Array(words);
  const mark = (target: Uint32Array, offset: number, position: number) => {
    const word = offset + (position >>> 5);
    target[word] = ((target[word] as number) | (1 << (position & 31))) >>> 0;
  };
  for (const first of firstBit) mark(start, 0, first);

  /**
   * Adds to `enough` the bits of which each makes `part` true, and gives those parts of it of which each does, too.
   * An issue is in one state only: so it is in one of some states when it is in none of its others, and a whole row of
   * issues that must all be somewhere becomes one look for the bits that must not be set.
   */
  function split({ condition, wanted }: Part, enough: Set<number>): Part[] {
    if ('not' in condition) return split({ condition: condition.not, wanted: !wanted }, enough);
    if ('issue' in condition) {
      for (const [state, place] of placeOf.get(condition.issue) ?? [])
        if (condition.in.includes(state) === wanted) enough.add(place);
      return [];
    }
    if ('any' in condition !== wanted) return [{ condition, wanted }];
    const parts = 'any' in condition ? condition.any : condition.all;
    return parts.flatMap((part) => split({ condition: part, wanted }, enough));
  }

  /** Writes programs that share one array of tests. */
  function writer() {
    const tests: number[] = [];
    /** The same for `places` alone: one test for each word in which some of them are. */
    const anyBit = (places: ReadonlySet<number>, yes: number, no: number): number => {
      const masks = new Map<number, number>();
      for (const place of places) masks.set(place >>> 5, (masks.get(place >>> 5) ?? 0) | (1 << (place & 31)));
      let entry = no;
      for (const [word, mask] of masks) entry = tests.push(word, mask, yes, entry) - 4;
      return entry;
    };
    /**
     * Writes tests that go to `yes` when one of `places` is set or `part` is true, else to `no`; gives the place of the
     * first. `yes` and `no` are places too, or results.
     */
    const either = (places: readonly number[], part: Part, yes: number, no: number): number => {
      const enough = new Set(places);
      const rest = split(part, enough);
      const [one] = rest;
      // All of several must be true: none of them may be false.
      if (one && rest.length === 1 && enough.size === 0)
        return either([], { ...one, wanted: !one.wanted }, no, yes);
      const entry = rest.reduceRight((entry, part) => either([], part, yes, entry), no);
      return anyBit(enough, yes, entry);
    };
    return {
      either,
      finish: (starts: readonly number[]): Program[] => {
        const shared = Int32Array.from(tests);
        return starts.map((start) => ({ tests: shared, start }));
      },
    };
  }
  const program = (condition: Condition): Program => {
    const { either, finish } = writer();
    return finish([either([], { condition, wanted: true }, ~1, ~0)])[0] as Program;
  };

  const { either, finish } = writer();
  // A question is open unless it was asked or its condition fails; then the next one is looked at.
  const table = scenario.questions.reduceRight(
    (entry, { when }, number) =>
      either(asked[number] ?? [], { condition: when, wanted: false }, entry, ~number),
    ~scenario.questions.length,
  );

  const answers = answersOf(scenario);
  const firstAnswer = new Int32Array(scenario.questions.length + 1);
  const clears = new Uint32Array(answers.length * words);
  const sets = new Uint32Array(answers.length * words);
  let counted = 0;
  scenario.questions.forEach((question, number) => {
    firstAnswer[number] = counted;
    for (const answer of question.answers) {
      const offset = counted * words;
      for (const [issue, state] of Object.entries(answer.sets)) {
        const places = placeOf.get(issue) as ReadonlyMap<string, number>;
        for (const place of places.values()) mark(clears, offset, place);
        mark(sets, offset, places.get(state) as number);
      }
      for (const place of asked[number] ?? []) mark(sets, offset, place);
      counted += 1;
    }
  });
  firstAnswer[scenario.questions.length] = answers.length;

  const availables = answers.map(({ requires }) =>
    either([], { condition: { all: requires.map(({ when }) => when) }, wanted: true }, ~1, ~0),
  );
  const programs = finish([table, ...availables]);
  const endings = writer();
  const ending = scenario.endings.reduceRight(
    (entry, { when }, number) => endings.either([], { condition: when, wanted: true }, ~number, entry),
    ~scenario.endings.length,
  );

  return {
    words,
    start,
    table: programs[0] as Program,
    available: programs.slice(1),
    questions: scenario.questions.length,
    endings: scenario.endings.length,
    ending: endings.finish([ending])[0] as Program,
    answers,
    firstAnswer,
    clears,
    sets,
    condition: program,
    stateOf(issue, from, offset) {
      let position = firstBit[issue] as number;
      while ((((from[offset + (position >>> 5)] as number) >>> (position & 31)) & 1) === 0) position += 1;
      return position - (firstBit[issue] as number);
    },
    wasAsked: (question, from, offset) =>
      (asked[question] ?? []).some(
        (position) => (((from[offset + (position >>> 5)] as number) >>> (position & 31)) & 1) === 1,
      ),
  };
}
