/**
 * A text as the pieces that links are made of, and which of them may belong together: programs break a long link into
 * lines. What any of them are when put together is told in the same time however many they are.
 */
import { SummedText } from './checksum.ts';
import { LONGEST_LINK } from './link.ts';

const RUN = /[A-Za-z0-9._~-]+/g;
/** How a piece begins that is a link of its own. */
const HEAD = /^\d{1,3}\.(?:[a-z][a-z0-9-]{0,63}\.)?\d{1,6}\./;
/** No more characters than this stand between two pieces of a link. */
const WIDEST_BREAK = 1_000;
/** Marks of emphasis, as chats write them, may stand right after a link: so many. */
const MOST_MARKS = 3;

/** So many pieces are looked at in one small step. */
export const STEP = 64;

export class Pieces {
  readonly #whole: string;
  /** All pieces, one right after another. */
  #joined = new SummedText('');
  /** For each piece, where it begins in the text, and where it ends in what is joined. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** For each piece, whether it may go on the one before it. */
  readonly #continues: boolean[] = [];
  /** For each piece, the first after it that does not go on it. */
  #beyond = new Uint32Array();
  /** All check characters at the ends of pieces: their key, where they end in what is joined, and of which piece. */
  readonly #keys: number[] = [];
  readonly #keyEnds: number[] = [];
  readonly #keyPieces: number[] = [];
  /** For each piece, the first of them that stand at its end or later. */
  readonly #firstKey: number[] = [];

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
      if (runs.length % STEP === 0) yield;
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
      if (number % STEP === 0) yield;
      const end = this.#ends[number] ?? 0;
      const stops = run.length - withoutStops(run).length;
      // Full stops that go on a piece stand at its end too.
      if (stops < run.length || !this.#continues[number]) solid = end - stops;
      this.#firstKey.push(this.#keys.length);
      this.#findKeys(number, end, solid);
    }
    this.#beyond = new Uint32Array(this.count);
    for (let number = this.count - 1; number >= 0; number--)
      this.#beyond[number] = this.#continues[number + 1] ? (this.#beyond[number + 1] ?? 0) : number + 1;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Where a piece begins in the text. */
  start(number: number): number {
    return this.#starts[number] ?? 0;
  }

  /** Whether the piece after this one may go on it. */
  goesOn(number: number): boolean {
    return this.#continues[number + 1] ?? false;
  }

  text(number: number): string {
    const length = (this.#ends[number] ?? 0) - this.#from(number);
    return this.#whole.slice(this.start(number), this.start(number) + length);
  }

  /**
   * The shortest link that begins `offset` into the piece `first` and ends with it, or with one of those that go on it,
   * at most `most` pieces together: without marks and full stops at its end. Null where no check characters are right.
   */
  whole(
    first: number,
    offset: number,
    most: number,
  ): { readonly text: string; readonly last: number } | null {
    const start = this.#from(first) + offset;
    const wanted = this.#joined.startKey(start);
    const beyond = Math.min(first + most, this.#beyond[first] ?? 0);
    for (let at = this.#firstKey[first] ?? Infinity; at < this.#keys.length; at++) {
      const last = this.#keyPieces[at] ?? Infinity;
      if (last >= beyond) return null;
      if (this.#keys[at] !== wanted) continue;
      const end = this.#keyEnds[at] ?? 0;
      const length = (this.#ends[last] ?? 0) - start;
      if (length > (last === first ? LONGEST_LINK * 2 : LONGEST_LINK)) return null;
      if (end - 5 > start) return { text: this.#joined.text.slice(start, end), last };
    }
    return null;
  }

  /** Finds the check characters before `end`, with so many marks and any full stops after them; `solid` is `end` without full stops. */
  #findKeys(number: number, end: number, solid: number): void {
    const { text } = this.#joined;
    for (let [marks, at] = [0, solid]; ; marks++) {
      const key = this.#joined.endKey(at);
      if (key !== null) {
        this.#keys.push(key);
        this.#keyEnds.push(at);
        this.#keyPieces.push(number);
      }
      if (marks === MOST_MARKS || !MARKS.has(text.charCodeAt(end - marks - 1))) return;
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
