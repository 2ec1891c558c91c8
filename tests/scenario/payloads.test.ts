/** Tests that the hostile scenarios of other tests are lawful and cover every text of a file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/scenario/parse/parse.ts';
import { hasErrors } from '../../src/scenario/problems.ts';
import { hostileScenario, PAYLOADS } from '../support/hostile.ts';

const file = (name: string) => readFileSync(join(import.meta.dirname, '../..', name), 'utf8');

describe.each([
  'seeds/ukraine-2025/edition-1.json',
  'seeds/ukraine-2025/scenario.json',
  'tests/examples/lawful/consent.scenario.json',
])('%s', (name) => {
  const text = hostileScenario(file(name));

  it('is lawful with a payload in every text', () => {
    const { problems } = parse(text);
    expect(problems.filter((problem) => hasErrors([problem]))).toEqual([]);
  });

  it('has no texts except payloads, addresses, ids and codes', () => {
    const texts = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([whole]) => String(JSON.parse(whole)));
    const others = texts.filter((text) => !/T\d+$/.test(text) && !text.startsWith('https://'));
    // Of the words of a quotation the seven that are marked as a hedge.
    for (const other of others) expect(other).toMatch(/^[A-Za-z0-9.-]*$|^.{7}$/);
    expect(texts.length - others.length).toBeGreaterThan(PAYLOADS.length);
  });
});
