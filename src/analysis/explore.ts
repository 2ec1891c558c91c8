/** Which situations a scenario can come to: every one, with its question or ending and what follows from it. */
import { run, type Rules } from './rules.ts';

/** Every situation, numbered from 0 (the start) in the order of breadth-first search, in flat arrays. */
export interface Exploration {
  /** How many situations were found. */
  readonly count: number;
  /** False when the search stopped at its limit: then nothing may be concluded from what is missing. */
  readonly complete: boolean;
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

/**
 * Explores from the start, up to `limit` situations.
 * Breadth-first search with an open-addressing hash table of situation numbers (Knuth, TAOCP 3, 6.4).
 */
export function explore(rules: Rules, limit = 1_000_000): Exploration {
  const { words, answers, available, clears, sets, firstAnswer } = rules;
  let capacity = 1 << 12;
  let states = new Uint32Array(capacity * words);
  let question = new Uint16Array(capacity);
  let firstEdge = new Uint32Array(capacity + 1);
  let edgeAnswer = new Uint16Array(capacity);
  let edgeTarget = new Uint32Array(capacity);
  let slots = new Int32Array(capacity * 4).fill(-1);
  let count = 0;
  let edges = 0;
  let complete = true;
  const next = new Uint32Array(words);

  const hash = (from: Uint32Array, offset: number): number => {
    let mixed = 0x9e3779b9;
    for (let word = 0; word < words; word++) {
      mixed = Math.imul(mixed ^ (from[offset + word] as number), 0x85ebca6b);
      mixed ^= mixed >>> 15;
    }
    return mixed & (slots.length - 1);
  };

  const grow = () => {
    capacity *= 2;
    states = enlarged(states, capacity * words);
    question = enlarged(question, capacity);
    firstEdge = enlarged(firstEdge, capacity + 1);
    slots = new Int32Array(capacity * 4).fill(-1);
    for (let number = 0; number < count; number++) {
      let slot = hash(states, number * words);
      while (slots[slot] !== -1) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number;
    }
  };

  /** The number of the situation in `next`, which is added when it is new; -1 when the limit is reached. */
  const numberOfNext = (): number => {
    let slot = hash(next, 0);
    for (;;) {
      const number = slots[slot] as number;
      if (number === -1) break;
      const offset = number * words;
      let word = 0;
      while (word < words && states[offset + word] === next[word]) word += 1;
      if (word === words) return number;
      slot = (slot + 1) & (slots.length - 1);
    }
    if (count === limit) return -1;
    slots[slot] = count;
    states.set(next, count * words);
    count += 1;
    if (count === capacity) grow();
    return count - 1;
  };

  next.set(rules.start);
  numberOfNext();
  for (let number = 0; number < count; number++) {
    firstEdge[number] = edges;
    const onTable = run(rules.table, states, number * words);
    question[number] = onTable;
    if (onTable === rules.questions) continue;
    const last = firstAnswer[onTable + 1] as number;
    for (let answer = firstAnswer[onTable] as number; answer < last; answer++) {
      if (run(available[answer] as (typeof available)[number], states, number * words) === 0) continue;
      for (let word = 0; word < words; word++) {
        const kept = (states[number * words + word] as number) & ~(clears[answer * words + word] as number);
        next[word] = kept | (sets[answer * words + word] as number);
      }
      const target = numberOfNext();
      if (target === -1) {
        complete = false;
        continue;
      }
      if (edges === edgeAnswer.length) {
        edgeAnswer = enlarged(edgeAnswer, edges * 2);
        edgeTarget = enlarged(edgeTarget, edges * 2);
      }
      edgeAnswer[edges] = answer;
      edgeTarget[edges] = target;
      edges += 1;
    }
  }
  firstEdge[count] = edges;
  if (answers.length > 0xffff)
    throw new RangeError(`${answers.length} answers: at most 65,535 can be numbered.`);
  return {
    count,
    complete,
    states: states.slice(0, count * words),
    question: question.slice(0, count),
    firstEdge: firstEdge.slice(0, count + 1),
    edgeAnswer: edgeAnswer.slice(0, edges),
    edgeTarget: edgeTarget.slice(0, edges),
  };
}

function enlarged<T extends Uint32Array | Uint16Array>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  return larger;
}

/**
 * The situations in an order in which every step leads forward (Kahn, 1962), or a loop:
 * situations of which each leads to the next and the last to the first.
 */
export function inOrder(exploration: Exploration): { order: Uint32Array } | { loop: number[] } {
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
  return placed === count ? { order } : { loop: findLoop(exploration, waiting) };
}

/** A loop among the situations that still wait for another: going back from one of them must come round. */
function findLoop({ count, firstEdge, edgeTarget }: Exploration, waiting: Uint32Array): number[] {
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
export function wayTo(exploration: Exploration, target: number): number[] {
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
