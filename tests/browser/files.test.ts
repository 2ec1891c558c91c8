/** Tests that a file is read only after its size was checked. */
import { describe, expect, it } from 'vitest';
import { readScenarioFile } from '../../src/browser/files.ts';
import { LIMITS } from '../../src/scenario/limits.ts';

/** A file that counts how often it was read. */
class Counted extends Blob {
  reads = 0;
  override arrayBuffer(): Promise<ArrayBuffer> {
    this.reads += 1;
    return super.arrayBuffer();
  }
}

describe('a file', () => {
  it('of the largest size is read, byte for byte', async () => {
    const bytes = new Uint8Array(LIMITS.bytes).fill(0x20);
    const read = await readScenarioFile(new Blob([bytes]));
    expect(read).toMatchObject({ ok: true, problems: [] });
    expect(read.ok && Buffer.from(read.value).equals(bytes)).toBe(true);
  });

  it('that is larger is refused unread', async () => {
    const file = new Counted([new Uint8Array(LIMITS.bytes + 1)]);
    const read = await readScenarioFile(file);
    expect(read.ok).toBe(false);
    expect(read.problems.map(({ code, value }) => [code, value])).toEqual([['too-large', '2,000,001 bytes']]);
    expect(file.reads).toBe(0);
  });

  it('that cannot be read says why', async () => {
    const file = new Blob(['{}']);
    file.arrayBuffer = () => Promise.reject(new Error('A requested file could not be found.'));
    const read = await readScenarioFile(file);
    expect(read.problems.map(({ code, message }) => [code, message])).toEqual([
      ['unreadable', 'This cannot be read: A requested file could not be found.'],
    ]);
  });
});
