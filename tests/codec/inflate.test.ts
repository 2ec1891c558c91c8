/** Does unpacking give what was packed, and does it stop at its limit? */
import { constants, deflateRawSync } from 'node:zlib';
import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflate } from '../../src/codec/inflate.ts';
import { decodeLesson, decodeWork } from '../../src/codec/lesson.ts';
import { milliseconds } from '../support/timing.ts';

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

  it('gives what two other programs packed, at every level and in every kind of block', () => {
    const room = new Uint8Array(LIMIT);
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 9 }), (bytes, level) => {
        for (const packed of [
          deflateSync(bytes, { level: level as 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 }),
          deflateRawSync(bytes, { level }),
          deflateRawSync(bytes, { level, strategy: constants.Z_FIXED }),
          deflateRawSync(bytes, { level, strategy: constants.Z_HUFFMAN_ONLY }),
        ])
          expect(Buffer.from(inflate(packed, room)).equals(bytes)).toBe(true);
      }),
      { seed: 31, numRuns: 500 },
    );
  });

  it('refuses every beginning of what was packed', () => {
    const packed = deflateRawSync('Every beginning of this sentence, packed, is a beginning only.'.repeat(3));
    for (let end = 0; end < packed.length; end++)
      expect(() => inflate(packed.subarray(0, end), new Uint8Array(LIMIT))).toThrow(RangeError);
  });

  it('gives bytes or a RangeError for any bytes', () => {
    const room = new Uint8Array(1_000);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          expect(inflate(bytes, room).length).toBeLessThanOrEqual(1_000);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { seed: 32, numRuns: 5_000 },
    );
  });

  it('fills its room to the last byte and no further', () => {
    const packed = deflateRawSync(new Uint8Array(1_000));
    expect(inflate(packed, new Uint8Array(1_000)).length).toBe(1_000);
    expect(() => inflate(packed, new Uint8Array(999))).toThrow('need more than 999 bytes');
  });
});

describe('a text that would swell', () => {
  /** 47 kB of it unpack to 47 MB. */
  const bomb = deflateRawSync(new Uint8Array(47_000_000), { level: 9 });
  const text = base64url(bomb);

  it('is refused in the time that its limit takes, not in that of its size', () => {
    expect(text.length).toBeLessThan(LIMIT);
    for (const decode of [decodeLesson, decodeWork]) {
      expect(decode(text)).toBeNull();
      expect(milliseconds(() => decode(text))).toBeLessThan(20);
    }
  });

  it('is unpacked no further than its limit', () => {
    let written = 0;
    const room = new Proxy(new Uint8Array(LIMIT), {
      get: (target, key) => (key === 'length' ? LIMIT : (Reflect.get(target, key) as unknown)),
      set: (target, key, value: number) => {
        written += 1;
        return Reflect.set(target, key, value);
      },
    });
    expect(() => inflate(bomb, room)).toThrow(RangeError);
    expect(written).toBeLessThanOrEqual(LIMIT);
  });

  it('takes no memory for what it would be', () => {
    decodeLesson(text);
    const before = process.memoryUsage();
    for (let time = 0; time < 20; time++) decodeLesson(text);
    const after = process.memoryUsage();
    // Its own bytes are made twenty times; what they would unpack to is a thousand times as much.
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(20 * LIMIT);
  });
});
