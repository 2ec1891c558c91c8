/** The check characters at the end of a link, and a text of which any part can be held to its own. */

/** The largest prime below 32⁴. */
const PRIME = 1_048_573;
const BASE = 7_919;
/** Crockford’s base 32: no i, l, o, u. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Four check characters: the text as a polynomial modulo a prime (Rabin and Karp). Any one character changed, and
 * any two exchanged, change the sum; other damage goes unseen once in a million times.
 */
export function check(text: string): string {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = added(sum, text.charCodeAt(at));
  return digits(sum);
}

/** The sum of a text whose beginning has the sum `sum`, and whose last character has this `code`. */
const added = (sum: number, code: number): number => (sum * BASE + code + 1) % PRIME;

function digits(sum: number): string {
  let written = '';
  for (let place = 0, left = sum; place < 4; place++, left = Math.floor(left / 32))
    written = DIGITS[left % 32] + written;
  return written;
}

/** `base` to the power of `exponent` modulo `PRIME`, by squaring. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let square = base, left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

/** What gives 1 when multiplied by `BASE` modulo `PRIME` (Fermat). */
const INVERSE = power(BASE, PRIME - 2);

/**
 * A text of which it can be asked whether any part of it ends in its own check characters. The sum of every beginning is
 * kept; divided by the power of `BASE` that belongs to its length, it is a key that can be compared: the check characters
 * before an end are right for the part from a start on if the two keys are the same.
 */
export class SummedText {
  readonly #sums: Uint32Array;

  constructor(readonly text: string) {
    this.#sums = new Uint32Array(text.length + 1);
    for (let at = 0; at < text.length; at++)
      this.#sums[at + 1] = added(this.#sums[at] ?? 0, text.charCodeAt(at));
  }

  /** The key of a part that begins at `start`. */
  startKey(start: number): number {
    return ((this.#sums[start] ?? 0) * power(INVERSE, start)) % PRIME;
  }

  /** The key of the check characters before `end`; null where none stand there. */
  endKey(end: number): number | null {
    const body = end - 5;
    if (body < 0 || this.text.charCodeAt(body) !== FULL_STOP) return null;
    let said = 0;
    for (const digit of this.text.slice(body + 1, end)) {
      const value = DIGITS.indexOf(digit);
      if (value < 0) return null;
      said = said * 32 + value;
    }
    // No sum is as large as this.
    if (said >= PRIME) return null;
    return ((((this.#sums[body] ?? 0) - said + PRIME) % PRIME) * power(INVERSE, body)) % PRIME;
  }
}

const FULL_STOP = 0x2e;
