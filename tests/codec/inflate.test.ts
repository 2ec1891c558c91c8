/** Tests that `inflate` restores what was packed, and stops at its limit. */
import { constants, deflateRawSync } from 'node:zlib';
import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflate } from '../../src/codec/inflate.ts';
import { decodeLesson, decodeWork } from '../../src/codec/lesson.ts';

const LIMIT = 64_000;
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

describe('unpacking', () => {
  const texts = fc.oneof(
    fc.uint8Array({ maxLength: 3_000 }),
    fc.string({ maxLength: 3_000 }).map((text) => new TextEncoder().encode(text)),
    // Repetition, near and far.
    fc
      .array(fc.tuple(fc.string({ maxLength: 30 }), fc.integer({ min: 1, max: 200 })), { maxLength: 20 })
      .map((parts) => new TextEncoder().encode(parts.map(([text, times]) => text.repeat(times)).join('')))
      .filter(({ length }) => length <= LIMIT),
  );

  it('unpacks data of two other programs, at every level and with every kind of block', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 9 }), (bytes, level) => {
        for (const packed of [
          deflateSync(bytes, { level: level as 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 }),
          deflateRawSync(bytes, { level }),
          deflateRawSync(bytes, { level, strategy: constants.Z_FIXED }),
          deflateRawSync(bytes, { level, strategy: constants.Z_HUFFMAN_ONLY }),
        ])
          expect(Buffer.from(inflate(packed, LIMIT)).equals(bytes)).toBe(true);
      }),
      { seed: 31, numRuns: 200 },
    );
  });

  it('refuses every truncated input', () => {
    const packed = deflateRawSync('Every beginning of this sentence, packed, is a beginning only.'.repeat(3));
    for (let end = 1; end < packed.length; end++)
      expect(() => inflate(packed.subarray(0, end), LIMIT)).toThrow();
  });

  it('returns at most the permitted number of bytes, or an error, for any input', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          expect(inflate(bytes, 1_000).length).toBeLessThanOrEqual(1_000);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
      { seed: 32, numRuns: 5_000 },
    );
  });

  it('returns exactly the permitted number of bytes at the limit', () => {
    const packed = deflateRawSync(new Uint8Array(1_000));
    expect(inflate(packed, 1_000).length).toBe(1_000);
    expect(() => inflate(packed, 999)).toThrow('unpack to more than 999 bytes');
  });
});

describe('a text that would unpack to a huge size', () => {
  /** 47 kB of it unpack to 47 MB. */
  const bomb = deflateRawSync(new Uint8Array(47_000_000), { level: 9 });

  it('is refused, as a lesson and as work', () => {
    const text = base64url(bomb);
    expect(text.length).toBeLessThan(LIMIT);
    for (const decode of [decodeLesson, decodeWork]) expect(decode(text)).toBeNull();
  });

  it('is read only up to its limit, and later data is not examined', () => {
    const broken = Buffer.concat([bomb.subarray(0, 1_000), Buffer.alloc(40_000, 0xff)]);
    expect(() => inflate(broken, LIMIT)).toThrow(`unpack to more than ${LIMIT} bytes`);
  });

  it('needs less memory twenty times than full unpacking would once', () => {
    const text = base64url(bomb);
    decodeLesson(text);
    const before = process.memoryUsage();
    for (let time = 0; time < 20; time++) decodeLesson(text);
    const after = process.memoryUsage();
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(47_000_000 / 2);
  });
});
