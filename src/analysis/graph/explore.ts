/** Which situations a scenario can come to: every one, with its question or ending and what follows from it. */
import { run, type Rules } from './rules.ts';

/** Every situation, numbered from 0 (the start) in the order of breadth-first search, in flat arrays. */
export interface Exploration {
  /** How many situations were found. */
  readonly count: number;
  /** False when the search stopped at its limit: then nothing may be concluded from what is missing. */
  readonly complete: boolean;
  /** The situations numbered below this have all their steps. Of the others some may be missing, as the search stopped at its limit. */
  readonly whole: number;
  /** The packed situations, `rules.words` numbers each. */
  readonly states: Uint32Array;
  /** The question on the table in each; `rules.questions` where the story is over. */
  readonly question: Uint16Array;
  /** The steps from situation s are numbered from `firstEdge[s]` up to `firstEdge[s + 1]` (compressed rows). */
  readonly firstEdge: Uint32Array;
  /** For each step, the number of its answer and of the situation it leads to. */
  readonly edgeAnswer: Uint16Array;
  readonly edgeTarget: Uint32Array;
}

/** Progress is reported when the number of a situation has none of these bits: every 32,768 situations. */
const REPORT_MASK = 0x7fff;

/** The most words of all situations together, 256 MB: where one situation takes many words, fewer are visited. */
const MOST_WORDS = 64_000_000;

/**
 * Explores from the start, up to `most` situations. `report` is called now and then with the number of situations visited.
 *
 * This is breadth-first search: the arrays of situations are the queue, and a hash table with open addressing finds the
 * number of a situation that is known already (Knuth, TAOCP 3, 6.4). It is one loop over signed integers that calls
 * nothing, because engines compile that best: it is about twice as fast as the same in small functions. So `run` of
 * `rules.ts` stands in it twice, and `hashed` once, written out.
 */
export function explore(rules: Rules, most = 1_000_000, report?: (situations: number) => void): Exploration {
  const { words, questions, firstAnswer } = rules;
  const limit = Math.min(most, Math.floor(MOST_WORDS / words));
  if (rules.answers.length > 0xffff)
    throw new RangeError(`${rules.answers.length} answers: at most 65,535 can be numbered.`);
  const clears = signed(rules.clears);
  const sets = signed(rules.sets);
  // The program for the question on the table and those for the answers share one array of tests.
  const { tests, start: tableStart } = rules.table;
  const availableStart = Int32Array.from(rules.available, ({ start }) => start);
  const answers = rules.answers.length;

  // The arrays begin small, so that the engine has seen them replaced by larger ones before it compiles the loop.
  let capacity = 16;
  let states = new Int32Array(capacity * words);
  let question = new Uint16Array(capacity);
  let firstEdge = new Uint32Array(capacity + 1);
  let edgeAnswer = new Uint16Array(capacity + answers);
  let edgeTarget = new Uint32Array(capacity + answers);
  // The hash table: in each slot the number of a situation plus 1; 0 where the slot is free.
  let slots = new Int32Array(capacity * 4);
  let count = 0;
  let edges = 0;
  // The first situation of which a step was left out, because it led to one beyond the limit; -1 for none.
  let partial = -1;

  if (limit > 0) {
    states.set(signed(rules.start));
    question[0] = run(rules.table, rules.start, 0);
    slots[hashed(states, 0, words) & (slots.length - 1)] = 1;
    count = 1;
  }
  for (let number = 0; number < count; number++) {
    if ((number & REPORT_MASK) === 0) report?.(number);
    const from = number * words;
    const onTable = question[number] as number;
    // Where the story is over there are no answers: the loop over them ends at once.
    const endAnswer = onTable === questions ? 0 : (firstAnswer[onTable + 1] as number);
    if (edges + answers > edgeAnswer.length) {
      edgeAnswer = enlarged(edgeAnswer, edgeAnswer.length * 2);
      edgeTarget = enlarged(edgeTarget, edgeTarget.length * 2);
    }
    for (let answer = firstAnswer[onTable] as number; answer < endAnswer; answer++) {
      // `run`, written out: 1 where the answer is available, 0 where it is not.
      let at = availableStart[answer] as number;
      while (at >= 0) {
        const bits = (states[from + (tests[at] as number)] as number) & (tests[at + 1] as number);
        at = tests[at + (bits !== 0 ? 2 : 3)] as number;
      }
      if (at === ~0) continue;

      // The situation that the answer leads to is written behind the last one. If it is new it stays there and is counted;
      // if it is known, the next one is written over it.
      const to = count * words;
      const change = answer * words;
      let hash = 0;
      for (let word = 0; word < words; word++) {
        const bits =
          ((states[from + word] as number) & ~(clears[change + word] as number)) |
          (sets[change + word] as number);
        states[to + word] = bits;
        // As in `hashed`.
        hash = Math.imul(hash ^ bits, 0x9e3779b1);
        hash ^= hash >>> 15;
      }
      const mask = slots.length - 1;
      let slot = hash & mask;
      let found = (slots[slot] as number) - 1;
      while (found >= 0) {
        const other = found * words;
        let word = 0;
        while (word < words && states[other + word] === states[to + word]) word += 1;
        if (word === words) break;
        slot = (slot + 1) & mask;
        found = (slots[slot] as number) - 1;
      }
      if (found < 0) {
        if (count >= limit) {
          if (partial === -1) partial = number;
          continue;
        }
        // `run`, written out: the question on the table there.
        at = tableStart;
        while (at >= 0) {
          const bits = (states[to + (tests[at] as number)] as number) & (tests[at + 1] as number);
          at = tests[at + (bits !== 0 ? 2 : 3)] as number;
        }
        question[count] = ~at;
        found = count;
        count += 1;
        slots[slot] = count;
        if (count === capacity) {
          capacity *= 2;
          states = enlarged(states, capacity * words);
          question = enlarged(question, capacity);
          firstEdge = enlarged(firstEdge, capacity + 1);
          if (capacity * 2 > slots.length) slots = hashTable(states, words, count, capacity * 4);
        }
      }
      edgeAnswer[edges] = answer;
      edgeTarget[edges] = found;
      edges += 1;
    }
    firstEdge[number + 1] = edges;
  }
  return {
    count,
    complete: partial === -1,
    whole: partial === -1 ? count : partial,
    states: new Uint32Array(states.buffer.slice(0, count * words * 4)),
    question: question.slice(0, count),
    firstEdge: firstEdge.slice(0, count + 1),
    edgeAnswer: edgeAnswer.slice(0, edges),
    edgeTarget: edgeTarget.slice(0, edges),
  };
}

/** The same bits as signed numbers, which engines keep as plain integers: larger ones may become floating-point numbers. */
function signed(words: Uint32Array): Int32Array {
  return new Int32Array(words.buffer, words.byteOffset, words.length);
}

/** The hash of the situation at `offset`: each word is multiplied in, and the high bits are mixed into the low ones. */
function hashed(states: Int32Array, offset: number, words: number): number {
  let hash = 0;
  for (let word = 0; word < words; word++) {
    hash = Math.imul(hash ^ (states[offset + word] as number), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

/** A hash table of `size` slots with the first `count` situations in it. */
function hashTable(states: Int32Array, words: number, count: number, size: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(size);
  const mask = size - 1;
  for (let number = 0; number < count; number++) {
    let slot = hashed(states, number * words, words) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  }
  return slots;
}

/** A copy of `array` with room for `length` numbers. */
function enlarged<T extends Int32Array | Uint32Array | Uint16Array>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  return larger;
}

/**
 * The situations in an order in which every step leads forward (Kahn, 1962), or a cycle:
 * situations of which each leads to the next and the last to the first.
 */
export function topologicalOrder(exploration: Exploration): { order: Uint32Array } | { cycle: number[] } {
  const { count, firstEdge, edgeTarget } = exploration;
  // For each situation, how many steps lead to it from situations that are not in the order yet.
  const waiting = new Uint32Array(count);
  for (const target of edgeTarget) waiting[target] = (waiting[target] as number) + 1;
  const order = new Uint32Array(count);
  let placed = 0;
  if (count > 0 && waiting[0] === 0) order[placed++] = 0;
  for (let at = 0; at < placed; at++) {
    const from = order[at] as number;
    for (let edge = firstEdge[from] as number; edge < (firstEdge[from + 1] as number); edge++) {
      const target = edgeTarget[edge] as number;
      const left = (waiting[target] as number) - 1;
      waiting[target] = left;
      if (left === 0) order[placed++] = target;
    }
  }
  return placed === count ? { order } : { cycle: findCycle(exploration, waiting) };
}

/**
 * A cycle among the situations that got no place in the order: `waiting` is above 0 for them. Each has a predecessor that
 * got none either, so going back from one to the next comes to a situation that was met before.
 */
function findCycle({ count, firstEdge, edgeTarget }: Exploration, waiting: Uint32Array): number[] {
  const before = new Int32Array(count).fill(-1);
  for (let from = 0; from < count; from++) {
    if (waiting[from] === 0) continue;
    for (let edge = firstEdge[from] as number; edge < (firstEdge[from + 1] as number); edge++)
      before[edgeTarget[edge] as number] = from;
  }
  let at = waiting.findIndex((left) => left > 0);
  const seen = new Map<number, number>();
  const path: number[] = [];
  while (!seen.has(at)) {
    seen.set(at, path.length);
    path.push(at);
    at = before[at] as number;
  }
  return path.slice(seen.get(at)).reverse();
}

/** The answers, by number, of a shortest way from the start to situation `target`. */
export function shortestPath(exploration: Exploration, target: number): number[] {
  const { firstEdge, edgeAnswer, edgeTarget } = exploration;
  const from = new Int32Array(exploration.count).fill(-1);
  const by = new Int32Array(exploration.count);
  // Situations are numbered breadth first, so the first step that leads to a situation is the last step of a shortest way to it.
  for (let number = 0; number < exploration.count; number++) {
    for (let edge = firstEdge[number] as number; edge < (firstEdge[number + 1] as number); edge++) {
      const to = edgeTarget[edge] as number;
      if (to === 0 || from[to] !== -1) continue;
      from[to] = number;
      by[to] = edgeAnswer[edge] as number;
    }
  }
  const way: number[] = [];
  for (let at = target; at > 0; at = from[at] as number) way.push(by[at] as number);
  return way.reverse();
}
