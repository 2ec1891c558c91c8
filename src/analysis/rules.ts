/** A scenario compiled to integers: situations as bits, conditions as small branching programs over them. */
import { tests, type Condition } from '../scenario/condition.ts';
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
  /** Words of 32 bits a situation takes: one bit for each state of each issue, one for each once-only question that was asked. */
  readonly words: number;
  readonly start: Uint32Array;
  /** The number of the question on the table; `questions` when the story is over. */
  readonly table: Program;
  /**
   * For each answer, the same for a situation that the answer has just led to. Questions that stand before the one
   * answered were closed, and are asked about again only when the answer moves an issue that they look at.
   */
  readonly next: readonly Program[];
  /** For each answer, a program that gives 1 when it is available. These three share one array of tests. */
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

/** The place of a bit that is always set. */
const ALWAYS = -1;

/** The programs in `next` stop short of this many numbers; a scenario that would need more makes do with `table`. */
const ROOM = 1 << 20;

/** Compiles `scenario`, whose references must have been checked. */
export function rules(scenario: Scenario): Rules {
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
   * Where `moved` says it, the state of an issue is known.
   */
  function split(
    { condition, wanted }: Part,
    enough: Set<number>,
    moved: Readonly<Record<string, string>>,
  ): Part[] {
    if ('not' in condition) return split({ condition: condition.not, wanted: !wanted }, enough, moved);
    if ('issue' in condition) {
      const known = Object.hasOwn(moved, condition.issue) ? moved[condition.issue] : undefined;
      for (const [state, place] of placeOf.get(condition.issue) ?? [])
        if (condition.in.includes(state) === wanted) {
          if (known === undefined) enough.add(place);
          else if (known === state) enough.add(ALWAYS);
        }
      return [];
    }
    if ('any' in condition !== wanted) return [{ condition, wanted }];
    const parts = 'any' in condition ? condition.any : condition.all;
    return parts.flatMap((part) => split({ condition: part, wanted }, enough, moved));
  }

  /** Writes programs that share one array of tests. */
  function writer() {
    const tests: number[] = [];
    const anyBit = (places: ReadonlySet<number>, yes: number, no: number): number => {
      if (places.has(ALWAYS)) return yes;
      const masks = new Map<number, number>();
      for (const place of places) masks.set(place >>> 5, (masks.get(place >>> 5) ?? 0) | (1 << (place & 31)));
      let entry = no;
      for (const [word, mask] of masks) entry = tests.push(word, mask, yes, entry) - 4;
      return entry;
    };
    /** Goes to `yes` when one of `places` is set or `part` is true, else to `no`. */
    const either = (
      places: readonly number[],
      part: Part,
      yes: number,
      no: number,
      moved: Readonly<Record<string, string>> = {},
    ): number => {
      const enough = new Set(places);
      const rest = split(part, enough, moved);
      const [one] = rest;
      // All of several must be true: none of them may be false.
      if (one && rest.length === 1 && enough.size === 0)
        return either([], { ...one, wanted: !one.wanted }, no, yes, moved);
      const entry = rest.reduceRight((entry, part) => either([], part, yes, entry, moved), no);
      return anyBit(enough, yes, entry);
    };
    return {
      either,
      size: () => tests.length,
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

  const { either, size, finish } = writer();
  /** Gives question `number` when it is open, else goes on at `entry`. */
  const ask = (number: number, entry: number, moved?: Readonly<Record<string, string>>): number => {
    const condition = scenario.questions[number]?.when ?? { any: [] };
    return either(asked[number] ?? [], { condition, wanted: false }, entry, ~number, moved);
  };
  // Where the search for the question on the table begins, when it begins at question n.
  const entries = [~scenario.questions.length];
  for (let number = scenario.questions.length - 1; number >= 0; number--)
    entries.unshift(ask(number, entries[0] as number));

  const readers = new Map(scenario.issues.map(({ id }) => [id, new Set<number>()]));
  scenario.questions.forEach(({ when }, number) => {
    for (const { issue } of tests(when)) readers.get(issue)?.add(number);
  });
  const afterAnswer = ({ sets }: Answer, number: number): number => {
    if (size() > ROOM) return entries[0] as number;
    const again = scenario.questions[number]?.again ?? false;
    const reopened = Object.keys(sets).flatMap((issue) => [...(readers.get(issue) ?? [])]);
    const before = [...new Set(reopened)].filter((reader) => reader < number).sort((a, b) => b - a);
    const entry = entries[again ? number : number + 1] as number;
    return before.reduce((entry, reader) => ask(reader, entry, sets), entry);
  };

  const answers = scenario.questions.flatMap((question) => question.answers);
  const firstAnswer = new Int32Array(scenario.questions.length + 1);
  const clears = new Uint32Array(answers.length * words);
  const sets = new Uint32Array(answers.length * words);
  const nexts: number[] = [];
  scenario.questions.forEach((question, number) => {
    firstAnswer[number] = nexts.length;
    for (const answer of question.answers) {
      const offset = nexts.length * words;
      for (const [issue, state] of Object.entries(answer.sets)) {
        const places = placeOf.get(issue) as ReadonlyMap<string, number>;
        for (const place of places.values()) mark(clears, offset, place);
        mark(sets, offset, places.get(state) as number);
      }
      for (const place of asked[number] ?? []) mark(sets, offset, place);
      nexts.push(afterAnswer(answer, number));
    }
  });
  firstAnswer[scenario.questions.length] = answers.length;

  const availables = answers.map(({ requires }) =>
    either([], { condition: { all: requires.map(({ when }) => when) }, wanted: true }, ~1, ~0),
  );
  const programs = finish([entries[0] as number, ...nexts, ...availables]);
  const endings = writer();
  const ending = scenario.endings.reduceRight(
    (entry, { when }, number) => endings.either([], { condition: when, wanted: true }, ~number, entry),
    ~scenario.endings.length,
  );

  return {
    words,
    start,
    table: programs[0] as Program,
    next: programs.slice(1, 1 + answers.length),
    available: programs.slice(1 + answers.length),
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
