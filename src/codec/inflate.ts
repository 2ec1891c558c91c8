/**
 * DEFLATE (RFC 1951) unpacked into a room of a fixed size. Nothing is allocated for what is unpacked, and the first
 * byte that finds no room ends the work: a text of a few kilobytes can swell a thousandfold.
 */

/** A Huffman code in canonical form: how many codes there are of each length, and their symbols in order. */
interface Code {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

const LONGEST_CODE = 15;
const END_OF_BLOCK = 256;
const MOST_LITERALS = 286;
const MOST_DISTANCES = 30;

// The tables of section 3.2.5: the least length and distance of each symbol, and how many bits say what is added.
const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
const DISTANCE_BITS = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
/** The order in which the lengths of the code for code lengths are written (section 3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Says why bytes were not unpacked. */
const refusal = (why: string): RangeError => new RangeError(`These bytes cannot be unpacked: ${why}.`);

/** The bits of some bytes, the lowest of each byte first. Reading past the end throws a RangeError. */
class Bits {
  #at = 0;
  #held = 0;
  #count = 0;

  constructor(readonly bytes: Uint8Array) {}

  /** The next `count` bits, at most 16, as a number. */
  take(count: number): number {
    while (this.#count < count) {
      this.#held |= this.#byte() << this.#count;
      this.#count += 8;
    }
    const value = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#count -= count;
    return value;
  }

  /** Two bytes from the next whole byte on, as a number. */
  takeWord(): number {
    this.#held = 0;
    this.#count = 0;
    return this.#byte() | (this.#byte() << 8);
  }

  /** The next `count` whole bytes, right after `takeWord`. */
  takeBytes(count: number): Uint8Array {
    const bytes = this.bytes.subarray(this.#at, this.#at + count);
    if (bytes.length < count) throw refusal('they end too early');
    this.#at += count;
    return bytes;
  }

  /** The next symbol of `code`, found bit by bit: the codes of one length are numbers in a row. */
  symbol({ counts, symbols }: Code): number {
    let value = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      value |= this.take(1);
      const count = counts[length] ?? 0;
      if (value - first < count) return symbols[index + value - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    throw refusal('they hold no such code');
  }

  #byte(): number {
    const byte = this.bytes[this.#at++];
    if (byte === undefined) throw refusal('they end too early');
    return byte;
  }
}

/** The code in which the symbol at each place has the length that `lengths` gives; 0 for a symbol that is not used. */
function codeOf(lengths: Uint8Array): Code {
  const counts = new Uint16Array(LONGEST_CODE + 1);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const offsets = new Uint16Array(LONGEST_CODE + 2);
  let left = 1;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    const count = counts[length] ?? 0;
    left = left * 2 - count;
    if (left < 0) throw refusal('a code in them is not one');
    offsets[length + 1] = (offsets[length] ?? 0) + count;
  }
  const symbols = new Uint16Array(lengths.length);
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue;
    const at = offsets[length] ?? 0;
    symbols[at] = symbol;
    offsets[length] = at + 1;
  }
  return { counts, symbols };
}

/** The codes of literals and of distances that a block brings with it (section 3.2.7). */
function readCodes(bits: Bits): readonly [Code, Code] {
  const literals = bits.take(5) + 257;
  const distances = bits.take(5) + 1;
  const known = bits.take(4) + 4;
  if (literals > MOST_LITERALS || distances > MOST_DISTANCES) throw refusal('they name too many symbols');
  const short = new Uint8Array(ORDER.length);
  for (const symbol of ORDER.slice(0, known)) short[symbol] = bits.take(3);
  const code = codeOf(short);
  const lengths = new Uint8Array(literals + distances);
  for (let at = 0; at < lengths.length;) {
    const symbol = bits.symbol(code);
    if (symbol < 16) {
      lengths[at++] = symbol;
      continue;
    }
    if (symbol === 16 && at === 0) throw refusal('they repeat what does not stand there');
    const value = symbol === 16 ? (lengths[at - 1] ?? 0) : 0;
    const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
    if (at + times > lengths.length) throw refusal('they name too many symbols');
    lengths.fill(value, at, at + times);
    at += times;
  }
  return [codeOf(lengths.subarray(0, literals)), codeOf(lengths.subarray(literals))];
}

let fixed: readonly [Code, Code] | undefined;

/** The codes of a block that brings none (section 3.2.6). */
const fixedCodes = (): readonly [Code, Code] =>
  (fixed ??= [
    codeOf(Uint8Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8))),
    codeOf(new Uint8Array(MOST_DISTANCES).fill(5)),
  ]);

/**
 * What `bytes` unpack to, as a part of `room`, which is written over. Throws a RangeError for what is not DEFLATE, ends
 * too early, or needs more than `room`.
 */
export function inflate(bytes: Uint8Array, room: Uint8Array): Uint8Array {
  const bits = new Bits(bytes);
  let end = 0;
  const need = (count: number) => {
    if (end + count > room.length) throw refusal(`they need more than ${room.length} bytes`);
  };
  for (let last = 0; last === 0;) {
    last = bits.take(1);
    const kind = bits.take(2);
    if (kind === 3) throw refusal('a block in them is of no known kind');
    if (kind === 0) {
      const count = bits.takeWord();
      if ((bits.takeWord() ^ 0xffff) !== count) throw refusal('a block in them has no length');
      need(count);
      room.set(bits.takeBytes(count), end);
      end += count;
      continue;
    }
    const [literals, distances] = kind === 1 ? fixedCodes() : readCodes(bits);
    for (let symbol = bits.symbol(literals); symbol !== END_OF_BLOCK; symbol = bits.symbol(literals)) {
      if (symbol < END_OF_BLOCK) {
        need(1);
        room[end++] = symbol;
        continue;
      }
      const length = lengthened(LENGTHS, LENGTH_BITS, symbol - END_OF_BLOCK - 1, bits);
      const distance = lengthened(DISTANCES, DISTANCE_BITS, bits.symbol(distances), bits);
      if (distance > end) throw refusal('they repeat what does not stand there');
      need(length);
      // Byte by byte: what is repeated may reach into itself.
      for (const stop = end + length; end < stop; end++) room[end] = room[end - distance] ?? 0;
    }
  }
  return room.subarray(0, end);
}

/** The least value of a symbol in a table, with what the bits after it add. */
function lengthened(least: readonly number[], more: readonly number[], symbol: number, bits: Bits): number {
  const value = least[symbol];
  if (value === undefined) throw refusal('they hold no such code');
  return value + bits.take(more[symbol] ?? 0);
}
