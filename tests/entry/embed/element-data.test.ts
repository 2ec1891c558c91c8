/**
 * Tests that a data file of the web component is accepted as the build writes it, and refused with a sentence where
 * any part has another shape.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { forEmbed, type EmbedData } from '../../../src/entry/embed/embed-data.ts';
import { readData } from '../../../src/entry/embed/element-data.ts';
import { scenarioFile } from '../../../src/scenario/format.ts';
import { serialise } from '../../../src/scenario/complete.ts';
import { compiled } from '../../support/laws.ts';
import { newest } from '../../support/real.ts';

/** What the build writes. */
const data: EmbedData = {
  file: forEmbed(serialise(newest)),
  futures: compiled(newest).futures,
  newest: newest.edition,
  frozen: false,
  site: '../../embed/',
  published: '',
};
const built = JSON.stringify(data);

const AT = 'https://example.org/data.json';
const read = (text: string) => readData(text, AT);

type Path = readonly (string | number)[];
/** Every place in `value`, with what stands there. */
function* places(value: unknown, path: Path = []): Generator<[Path, unknown]> {
  yield [path, value];
  if (typeof value === 'object' && value !== null)
    for (const [name, field] of Object.entries(value))
      yield* places(field, [...path, Array.isArray(value) ? Number(name) : name]);
}
/** The data with `value` at `path`. */
function change(path: Path, value: unknown): string {
  const data: unknown = JSON.parse(built);
  let at = data;
  for (const name of path.slice(0, -1)) at = Reflect.get(Object(at), name);
  Object.defineProperty(at, path.at(-1) ?? '', { value, enumerable: true });
  return JSON.stringify(data);
}
const at = (path: string): Path => path.split('.').map((name) => (/^\d+$/.test(name) ? Number(name) : name));

const HOSTILE = { tag: 'script', attributes: { src: 'https://evil.example/' }, children: ['alert(1)'] };

describe('the data of the web component', () => {
  it('are accepted unchanged as the build writes them', () => {
    expect(read(built)).toEqual({ ok: true, value: JSON.parse(built) });
  });

  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><title>Not found</title>'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a scenario file as authors write it', '{"format":1,"id":"a"}'],
    ['a list in lists, 200,000 deep', '['.repeat(200_000) + ']'.repeat(200_000)],
  ])('are refused with a sentence where they are %s', (_, given) => {
    const found = read(given);
    expect(found.ok).toBe(false);
    expect(!found.ok && found.problem).toMatch(
      /^The file at https:\/\/example\.org\/data\.json is not a scenario for embeds/,
    );
  });

  it.each([
    ['file.format', 2],
    ['file.questions', null],
    ['file.title', HOSTILE],
    ['file.notice', [HOSTILE]],
    ['file.sources.0.url', 'javascript:alert(1)'],
    ['file.sources.0.url', 'data:text/html,x'],
    ['file.sources.0.url', 'http://example.org/'],
    ['file.sources.0.url', ' https://example.org/'],
    ['file.sources.0.url', 'https://'],
    ['file.sources.0.url', ['https://example.org/']],
    ['file.evidence.0.id', 'a"] b'],
    ['file.questions.0.answers.0.code', 'code'],
    ['file.questions.0.answers.0.basis', 'constructor'],
    ['file.questions.0.text', 'x'.repeat(50_000)],
    ['file.silences', Array.from({ length: 6_000 }, () => 'x')],
    ['futures', []],
    ['futures.5', [0, 5, 0]],
    ['futures.5', [0, 400, 0]],
    ['futures.5', [9_999, 1, 0]],
    ['futures.5', [0, 1]],
    ['futures.5', [0, 1.5, 0]],
    ['futures.5', []],
    ['futures.0', 99],
    ['futures.0', -1],
  ])('are refused where their %s is %j, and the sentence names the place', (path, value) => {
    const found = read(change(at(path), value));
    expect(found.ok).toBe(false);
    expect(!found.ok && found.problem).toContain(`its part “${path.replace(/^futures\..*/, 'futures')}`);
  });

  it('are refused where a condition is nested more deeply than the format allows', () => {
    let condition: unknown = { all: [] };
    for (let level = 0; level < 100; level++) condition = { not: condition };
    const found = read(change(at('file.endings.0.when'), condition));
    expect(!found.ok && found.problem).toContain('its part “file.endings.0.when.not.not');
  });

  it('are refused where an object is in the place of a text', () => {
    const texts = [...places(JSON.parse(built))].filter(([, value]) => typeof value === 'string');
    expect(texts.length).toBeGreaterThan(500);
    // One of each kind of place: what the items of a list are called does not matter.
    const kinds = new Map(
      texts.map(([path]) => [path.filter((name) => typeof name === 'string').join(), path]),
    );
    expect(kinds.size).toBeGreaterThan(40);
    for (const path of kinds.values()) {
      const found = read(change(path, HOSTILE));
      expect(!found.ok && found.problem, path.join('.')).toContain(`“${path.join('.')}`);
    }
  });

  it('are never accepted with a shape outside the format, for any contents of any field', () => {
    // One of each kind of place, and of conditions within conditions the deepest.
    const kinds = new Map(
      [...places(JSON.parse(built))]
        .filter(([path]) => path[0] === 'file' && path.length > 1)
        .sort(([one], [other]) => one.length - other.length)
        .map(([path]) => [
          path.filter((name) => typeof name === 'string' && !/^(?:all|any|not)$/.test(name)).join(),
          path,
        ]),
    );
    let believed = 0;
    for (const path of kinds.values())
      for (const value of [HOSTILE, [HOSTILE], [], {}, null, true, 7, -1, 0.5, 'text', '']) {
        const found = read(change(path, value));
        if (!found.ok) continue;
        believed += 1;
        const shape = v.safeParse(scenarioFile, found.value.file);
        expect(shape.success, `${path.join('.')} = ${JSON.stringify(value)}`).toBe(true);
      }
    expect(believed).toBeGreaterThan(50);
  });

  it('are read without the fields that no embed shows, so no derived field can be injected', () => {
    for (const path of [
      'file.questions.0.answers.0.key',
      'file.questions.0.answers.0.question',
      'file.aims',
    ]) {
      const found = read(change(at(path), HOSTILE));
      expect(found).toEqual({ ok: true, value: JSON.parse(built) });
    }
    const inherited = built.replace('{"format":1', '{"__proto__":{"silences":[{"tag":"b"}]},"format":1');
    expect(inherited).not.toBe(built);
    expect(read(inherited)).toEqual({ ok: true, value: JSON.parse(built) });
  });

  it('are accepted in a page that has extended Object.prototype', () => {
    let found: ReturnType<typeof read>;
    Object.assign(Object.prototype, { extend: 'x' });
    try {
      found = read(built);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'extend');
    }
    expect(found).toEqual({ ok: true, value: JSON.parse(built) });
  });
});
