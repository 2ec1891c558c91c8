/** Which situations a scenario can come to: every one, with its question or ending and what follows from it. */
import { run, type Rules } from './rules.ts';

/** Every situation, numbered from 0 (the start) in the order of breadth-first search, in flat arrays. */
export interface Exploration {
  /** How many situations were found. */
  readonly count: number;
  /** False when the search stopped at its limit: then nothing may be concluded from what is missing. */
  readonly complete: boolean;
  /** Situations below this number have all their steps; of others some may be missing, where the search stopped. */
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

/** Progress is reported when the number of a situation has none of these bits. */
const REPORT_MASK = 0x7fff;

/** Words of all situations together, that is 256 MB: where a situation is very large, fewer are visited. */
const MOST_WORDS = 64_000_000;

/**
 * Explores from the start, up to `most` situations. `report` is called now and then with the number of situations visited.
 * Breadth-first search with an open-addressing hash table of situation numbers (Knuth, TAOCP 3, 6.4). It is one loop
 * without calls, over signed integers, because that is what engines compile best: about twice as fast as the same in
 * small functions.
 */
export function explore(rules: Rules, most = 1_000_000, report?: (situations: number) => void): Exploration {
  const { words, questions, firstAnswer } = rules;
  const limit = Math.min(most, Math.floor(MOST_WORDS / words));
  if (rules.answers.length > 0xffff)
    throw new RangeError(`${rules.answers.length} answers: at most 65,535 can be numbered.`);
  const clears = signed(rules.clears);
  const sets = signed(rules.sets);
  // All of these programs share one array.
  const { tests, start: table } = rules.table;
  const available = Int32Array.from(rules.available, ({ start }) => start);
  const answers = rules.answers.length;

  // Small, so that growing is known to the engine before it compiles the loop.
  let capacity = 16;
  let states = new Int32Array(capacity * words);
  let question = new Uint16Array(capacity);
  let firstEdge = new Uint32Array(capacity + 1);
  let edgeAnswer = new Uint16Array(capacity + answers);
  let edgeTarget = new Uint32Array(capacity + answers);
  // Number + 1 of the situation that lies there; 0 where none does.
  let slots = new Int32Array(capacity * 4);
  let count = 0;
  let edges = 0;
  // The first situation of which a step could not be kept.
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
    // None where the story is over.
    const last = onTable === questions ? 0 : (firstAnswer[onTable + 1] as number);
    if (edges + answers > edgeAnswer.length) {
      edgeAnswer = enlarged(edgeAnswer, edgeAnswer.length * 2);
      edgeTarget = enlarged(edgeTarget, edgeTarget.length * 2);
    }
    for (let answer = firstAnswer[onTable] as number; answer < last; answer++) {
      let at = available[answer] as number;
      while (at >= 0) {
        const bits = (states[from + (tests[at] as number)] as number) & (tests[at + 1] as number);
        at = tests[at + (bits !== 0 ? 2 : 3)] as number;
      }
      if (at === ~0) continue;

      // The situation it leads to is written where it will stay, if it is new.
      const to = count * words;
      const change = answer * words;
      let mixed = 0;
      for (let word = 0; word < words; word++) {
        const bits =
          ((states[from + word] as number) & ~(clears[change + word] as number)) |
          (sets[change + word] as number);
        states[to + word] = bits;
        // As in `hashed`.
        mixed = Math.imul(mixed ^ bits, 0x9e3779b1);
        mixed ^= mixed >>> 15;
      }
      const mask = slots.length - 1;
      let slot = mixed & mask;
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
        at = table;
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
          if (capacity * 2 > slots.length) slots = placed(states, words, count, capacity * 4);
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

/** The same bits as signed numbers, which stay small integers throughout. */
function signed(words: Uint32Array): Int32Array {
  return new Int32Array(words.buffer, words.byteOffset, words.length);
}

function hashed(states: Int32Array, offset: number, words: number): number {
  let mixed = 0;
  for (let word = 0; word < words; word++) {
    mixed = Math.imul(mixed ^ (states[offset + word] as number), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed;
}

/** A hash table of `size` slots with the first `count` situations in it. */
function placed(states: Int32Array, words: number, count: number, size: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(size);
  const mask = size - 1;
  for (let number = 0; number < count; number++) {
    let slot = hashed(states, number * words, words) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  }
  return slots;
}

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

/** A cycle among the situations that still wait for a predecessor: each of them has one that waits too. */
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
  // Situations are numbered breadth first, so the first step into one is the last of a shortest way.
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
