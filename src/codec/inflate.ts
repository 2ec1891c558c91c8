/** DEFLATE (RFC 1951) unpacked up to a limit: a text of a few kilobytes can swell a thousandfold. */
import { Inflate } from 'fflate';

/** Bytes that are unpacked at once: they give 66 kB at the most. */
const SLICE = 64;

/** The bytes that `packed` unpacks to. Throws for what is not DEFLATE, ends too early, or unpacks to more than `most` bytes. */
export function inflate(packed: Uint8Array, most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    if (size > most) throw new RangeError(`These bytes unpack to more than ${most} bytes.`);
    chunks.push(chunk);
  });
  for (let at = 0; at < packed.length; at += SLICE)
    stream.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
  const whole = new Uint8Array(size);
  let end = 0;
  for (const chunk of chunks) {
    whole.set(chunk, end);
    end += chunk.length;
  }
  return whole;
}
