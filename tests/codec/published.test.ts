/**
 * Tests that every published link opens what it opened when it was published: in its own edition, and as a story on
 * the newest.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../src/codec/link.ts';
import { isOfItsEdition } from '../../src/entry/page/links.ts';
import { compile } from '../../src/machine/compile.ts';
import { migrate, currentCodes } from '../../src/machine/receipt.ts';
import { replay } from '../../src/machine/replay.ts';
import { newest, real } from '../support/real.ts';

const seeds = join(import.meta.dirname, '../../seeds/ukraine-2025');
const ready = readdirSync(seeds)
  .filter((name) => /^lessons(-\d+)?\.json$/.test(name))
  .flatMap((name) => {
    const file = JSON.parse(readFileSync(join(seeds, name), 'utf8')) as { lessons: { id: string }[] };
    return file.lessons.map(({ id }) => id);
  });
const machines = new Map([real, newest].map((scenario) => [scenario.edition, compile(scenario)]));
const newestMachine = compile(newest);
const lines = readFileSync(join(import.meta.dirname, 'published-links.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('a published link', () => {
  it.each(lines)('%s', (line) => {
    const [text = '', ends] = line.split(' ');
    const read = decodeLink(text);
    if (!read.ok) throw new Error(read.problem);
    const { value: link } = read;
    const { scenario, edition, story, weights, aside, compared } = link;
    expect(['', real.id]).toContain(scenario);
    const machine = machines.get(edition);
    if (!machine) throw new Error(`Edition ${edition} is not kept.`);
    const { refused, now } = replay(machine, currentCodes(machine.scenario, story));
    expect(refused).toEqual([]);
    expect(now.ending?.id ?? 'open').toBe(ends);

    for (const code of weights.keys()) expect(machine.byCode.has(code)).toBe(true);
    if (link.ready) expect(ready).toContain(link.ready);
    for (const story of compared) expect(replay(machine, story).refused).toEqual([]);
    const { sources, evidence } = machine.scenario;
    for (const { kind, id } of aside)
      expect((kind === 'source' ? sources : evidence).some((one) => one.id === id)).toBe(true);

    // A link that is valid only in its own edition opens there; a story is migrated to the newest, as far as
    // possible.
    const more = weights.size + aside.length + compared.length > 0 || link.ready !== '' || link.ending !== '';
    expect(isOfItsEdition(link)).toBe(more);
    const { replay: played, from } = migrate(newestMachine, story);
    expect(played.steps.map(({ code }) => code)).toEqual(from.map((at) => currentCodes(newest, story)[at]));
    if (!more && story.length > 0) expect(played.steps.length).toBeGreaterThan(0);
  });
});
