/**
 * A text as the pieces that links are made of, and which of them may belong together: programs break a long link into
 * lines. What any of them are when put together is told in the same time however many they are.
 */
import { LONGEST_LINK, SummedText } from './link.ts';

const RUN = /[A-Za-z0-9._~-]+/g;
/** How a piece begins that is a link of its own. */
const HEAD = /^\d{1,3}\.(?:[a-z][a-z0-9-]{0,63}\.)?\d{1,6}\./;
/** No more characters than this stand between two pieces of a link. */
const WIDEST_BREAK = 1_000;
/** Marks of emphasis, as chats write them, may stand right after a link: so many. */
const MOST_MARKS = 3;

interface Check {
  readonly end: number;
  readonly sum: number;
}

export class Pieces {
  readonly #whole: string;
  /** All pieces, one right after another. */
  #joined = new SummedText('');
  /** For each piece, where it begins in the text, and where it ends in what is joined. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** For each piece, whether it may go on the one before it. */
  readonly #continues: boolean[] = [];
  /** For each piece at whose end check characters stand, where they end in what is joined, and the sum they say. */
  readonly #checks = new Map<number, readonly Check[]>();

  private constructor(text: string) {
    this.#whole = text;
  }

  /** The pieces of `text`, found in small steps, so that something else can be done between two of them. */
  static *in(text: string): Generator<undefined, Pieces> {
    const pieces = new Pieces(text);
    yield* pieces.#find(text);
    return pieces;
  }

  *#find(text: string): Generator<undefined, void> {
    const runs: string[] = [];
    let joined = 0;
    let last = 0;
    for (const match of text.matchAll(RUN)) {
      yield;
      const [run] = match;
      const after = text.charAt(match.index + run.length);
      const continues =
        runs.length > 0 &&
        // What begins like an address, or like another link, is one.
        after !== ':' &&
        after !== '@' &&
        !HEAD.test(run) &&
        isBreak(text, last, match.index);
      joined += run.length;
      last = match.index + run.length;
      this.#starts.push(match.index);
      this.#ends.push(joined);
      this.#continues.push(continues);
      runs.push(run);
    }
    this.#joined = new SummedText(runs.join(''));
    let solid = 0;
    for (const [number, run] of runs.entries()) {
      yield;
      const end = this.#ends[number] ?? 0;
      const stops = run.length - withoutStops(run).length;
      // Full stops that go on a piece stand at its end too.
      if (stops < run.length || !this.#continues[number]) solid = end - stops;
      const checks = this.#checksBefore(end, solid);
      if (checks.length > 0) this.#checks.set(number, checks);
    }
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Where a piece begins in the text. */
  start(number: number): number {
    return this.#starts[number] ?? 0;
  }

  text(number: number): string {
    const length = (this.#ends[number] ?? 0) - this.#from(number);
    return this.#whole.slice(this.start(number), this.start(number) + length);
  }

  /** Whether a link from `offset` into the piece `first` may go on to the end of the piece `last`, when it did to the one before. */
  reaches(first: number, offset: number, last: number): boolean {
    const length = (this.#ends[last] ?? Infinity) - this.#from(first) - offset;
    return last === first
      ? length <= LONGEST_LINK * 2
      : length <= LONGEST_LINK && (this.#continues[last] ?? false);
  }

  /** The pieces from `offset` into `first` up to the end of `last`, without marks and full stops at their end; null where their check characters are not right. */
  whole(first: number, offset: number, last: number): string | null {
    const start = this.#from(first) + offset;
    const right = this.#checks
      .get(last)
      ?.find(({ end, sum }) => end - 5 > start && this.#joined.sum(start, end - 5) === sum);
    return right ? this.#joined.text.slice(start, right.end) : null;
  }

  /** The check characters before `end`, with so many marks and any full stops after them; `solid` is `end` without full stops. */
  #checksBefore(end: number, solid: number): readonly Check[] {
    const { text } = this.#joined;
    const checks: Check[] = [];
    for (let [marks, at] = [0, solid]; ; marks++) {
      const sum = this.#joined.said(at);
      if (sum !== null) checks.push({ end: at, sum });
      if (marks === MOST_MARKS || !MARKS.has(text.charCodeAt(end - marks - 1))) return checks;
      at = end - marks - 1;
      while (text.charCodeAt(at - 1) === FULL_STOP) at -= 1;
    }
  }

  /** Where a piece begins in what is joined. */
  #from(number: number): number {
    return this.#ends[number - 1] ?? 0;
  }
}

const FULL_STOP = 0x2e;
const MARKS: ReadonlySet<number> = new Set([...'_~-'].map((mark) => mark.charCodeAt(0)));

/** `text` without full stops at its end. */
export function withoutStops(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === FULL_STOP) end -= 1;
  return text.slice(0, end);
}

/**
 * Whether what stands from `start` up to `end` is what programs put into the middle of a link: the end of a line, with
 * the soft break of quoted-printable before it and the marks of a quoted message after it; and spaces.
 */
function isBreak(text: string, start: number, end: number): boolean {
  if (end - start > WIDEST_BREAK) return false;
  for (let at = start, broken = false; at < end;) {
    const sign = text.charAt(at);
    const line = lineBreakAt(text, at);
    if (line > 0) {
      broken = true;
      at += line;
    } else if (sign === ' ' || sign === '\t' || (broken && (sign === '>' || sign === '|'))) at += 1;
    else return false;
  }
  return true;
}

/** How many characters the line break at `at` has: `\n`, `\r\n`, or one of them after `=`; 0 for none. */
function lineBreakAt(text: string, at: number): number {
  const soft = text.charAt(at) === '=' ? 1 : 0;
  const carriage = text.charAt(at + soft) === '\r' ? 1 : 0;
  return text.charAt(at + soft + carriage) === '\n' ? soft + carriage + 1 : 0;
}
