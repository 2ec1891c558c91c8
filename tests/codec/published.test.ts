/** Every link ever published opens for ever what it opened then. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lessons } from '../../seeds/ukraine-2025/lessons.json';
import { decodeLink } from '../../src/codec/link.ts';
import { compile } from '../../src/machine/compile.ts';
import { today } from '../../src/machine/receipt.ts';
import { replay } from '../../src/machine/replay.ts';
import { real } from '../support/real.ts';

const machine = compile(real);
const lines = readFileSync(join(import.meta.dirname, 'published-links.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('a published link', () => {
  it.each(lines)('%s', (line) => {
    const [text = '', ends] = line.split(' ');
    const read = decodeLink(text);
    if (!read.ok) throw new Error(read.problem);
    const { scenario, story, weights, aside, compared, ready } = read.value;
    expect(['', real.id]).toContain(scenario);
    const { refused, now } = replay(machine, today(real, story));
    expect(refused).toEqual([]);
    expect(now.ending?.id ?? 'open').toBe(ends);
    for (const code of weights.keys()) expect(machine.byCode.has(today(real, [code])[0] ?? '')).toBe(true);
    if (ready) expect(lessons.map(({ id }) => id)).toContain(ready);
    for (const story of compared) expect(replay(machine, today(real, story)).refused).toEqual([]);
    for (const { kind, id } of aside)
      expect((kind === 'source' ? real.sources : real.evidence).some((one) => one.id === id)).toBe(true);
  });
});
