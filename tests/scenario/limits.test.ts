/** Tests of the limits: a file at a limit is accepted, and one beyond it gives a problem with its place. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/scenario/parse/parse.ts';
import { LIMITS } from '../../src/scenario/limits.ts';
import { scenarioNameFault, SITE_NAMES } from '../../src/scenario/reserved.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { schemaText } from '../../src/entry/cli/schema-text.ts';
import { baseWith, LAWFUL, REAL, ROOT, text } from './files.ts';

type Change = (file: ScenarioFile) => unknown;

const met = (change: Change) =>
  parse(baseWith(change)).problems.map(({ code, where }) => `${code} ${where}`.trim());
const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const answer = (file: ScenarioFile) => file.questions[0]?.answers[0] ?? {};
const clause = { when: { all: [] }, kind: 'structure' as const };

describe('a text', () => {
  const summary = (text: string) => met((file) => (file.summary = text));

  it('has at most 20,000 characters, counted as code points', () => {
    expect(summary('ab '.repeat(6_666))).toEqual([]);
    expect(summary('🕊 '.repeat(10_000))).toEqual([]);
    expect(summary('ab '.repeat(6_667))).toEqual(['long-text summary']);
    expect(parse(baseWith((file) => (file.summary = 'ab '.repeat(7_000)))).problems[0]?.message).toMatch(
      /^This text has 21,000 characters; there may be at most 20,000: “ab ab/,
    );
  });

  it('has a place where a line can break at least every 500 characters', () => {
    expect(summary('a'.repeat(500))).toEqual([]);
    expect(summary('a'.repeat(501))).toEqual(['long-word summary']);
    expect(summary(`x ${'a'.repeat(1_000_000)} x`)).toEqual(['long-text summary']);
  });

  it('may be written in a script without spaces', () => {
    for (const words of ['停火谈判仍在继续', 'การเจรจาหยุดยิง', '휴전협상', 'ការចរចា'])
      expect(summary(words.repeat(500))).toEqual([]);
  });

  it('may be an address of up to 2,000 characters in a field for an address', () => {
    const url = (length: number) =>
      met((file) =>
        Object.assign(file.sources?.[0] ?? {}, { url: 'https://example.org/'.padEnd(length, 'a') }),
      );
    expect(url(2_000)).toEqual([]);
    expect(url(2_001)).toEqual(['long-word sources[0].url']);
  });

  it('counts towards the 200,000 words that a file may have', () => {
    const silences = (count: number) =>
      met((file) => (file.silences = times(count, () => 'word '.repeat(400))));
    expect(silences(490)).toEqual([]);
    expect(silences(500)).toEqual(['too-large']);
  });
});

describe('a list', () => {
  it.each<[field: string, most: number, place: string, change: (count: number) => Change]>([
    [
      'actors',
      LIMITS.actors,
      'actors',
      (count) => (file) =>
        (file.actors = [
          ...(file.actors ?? []),
          ...times(count - (file.actors?.length ?? 0), (at) => ({ id: `x${at}`, name: 'X' })),
        ]),
    ],
    [
      'answers of a question',
      LIMITS.answers,
      'questions[0].answers',
      (count) => (file) => {
        const answers = file.questions[0]?.answers ?? [];
        answers.push(
          ...times(count - answers.length, (at) => ({
            id: `x${at}`,
            code: `x${at}`,
            label: 'X',
            basis: 'assumption' as const,
          })),
        );
      },
    ],
    [
      'requires',
      LIMITS.clauses,
      'questions[0].answers[0].requires',
      (count) => (file) => Object.assign(answer(file), { requires: times(count, () => clause) }),
    ],
    [
      'againstWhen',
      LIMITS.clauses,
      'questions[0].answers[0].againstWhen',
      (count) => (file) =>
        Object.assign(answer(file), { againstWhen: times(count, () => ({ when: { all: [] } })) }),
    ],
    [
      'consent',
      LIMITS.consent,
      'questions[0].answers[0].consent',
      (count) => (file) => Object.assign(answer(file), { consent: times(count, () => []) }),
    ],
    [
      'silences',
      LIMITS.items,
      'silences',
      (count) => (file) => (file.silences = times(count, (at) => `s${at}`)),
    ],
    [
      'parts of a condition',
      LIMITS.items,
      'endings[0].when.any',
      (count) => (file) =>
        Object.assign(file.endings[0] ?? {}, { when: { any: times(count, () => ({ all: [] })) } }),
    ],
  ])('of %s has at most %i items', (_, most, place, change) => {
    expect(met(change(most)).filter((said) => !said.startsWith('reader-consent'))).toEqual([]);
    expect(met(change(most + 1))).toEqual([`too-many ${place}`]);
  });

  it('of given answers in a claim has at most 16', () => {
    const claim = (count: number) =>
      met(
        (file) =>
          (file.findings = [
            {
              id: 'f',
              text: 'F',
              claim: { kind: 'endings', given: times(count, (at) => `q${at}.x`), count: 1 },
            },
          ]),
      );
    expect(claim(16)).not.toContain('too-many findings[0].claim.given');
    expect(claim(17)).toEqual(['too-many findings[0].claim.given']);
  });

  it('that is too long gets a problem with its length and the limit', () => {
    const [problem] = parse(baseWith((file) => (file.silences = times(1_200, () => 'x')))).problems;
    expect(problem?.message).toBe('There are 1,200 here; there may be at most 1,000.');
  });

  it('that names a quotation twice names it once, with one warning for the list', () => {
    const read = parse(text('tests/examples/broken/base.scenario.json'));
    if (!read.ok) throw new Error('The base is lawful.');
    const id = read.value.evidence[0]?.id ?? '';
    const twice = parse(baseWith((file) => Object.assign(file.endings[0] ?? {}, { evidence: [id, id, id] })));
    expect(twice.problems.map(({ code, level, where }) => `${level} ${code} ${where}`)).toEqual([
      'warning named-twice endings[0].evidence[1]',
    ]);
    expect(twice.ok && twice.value.endings[0]?.evidence).toEqual([id]);
  });
});

describe('the language', () => {
  const language = (tag: unknown) => met((file) => Object.assign(file, { language: tag }));

  it.each(['en', 'uk', 'pt-BR', 'zh-Hant-TW', 'sr-Latn-RS', 'x-klingon', 'de-1996'])('may be %s', (tag) => {
    expect(language(tag)).toEqual([]);
  });

  it.each([
    '',
    'en_US',
    'en-',
    '-en',
    'en"><script>',
    'en us',
    'languages-of-the',
    'a'.repeat(9),
    `en${'-abcdefgh'.repeat(4)}`,
    'é',
  ])('may not be %j', (tag) => {
    expect(language(tag)).toEqual(['bad-language language']);
  });

  it('is checked quickly for any text', () => {
    const started = performance.now();
    expect(language('a-'.repeat(10_000))).not.toEqual([]);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('has the same rule in the schema', () => {
    const { language } = JSON.parse(schemaText()).properties;
    expect(language).toMatchObject({ type: 'string', maxLength: 35 });
    const pattern = new RegExp(language.pattern);
    expect(pattern.test('pt-BR')).toBe(true);
    expect(pattern.test('en"><script>')).toBe(false);
  });
});

describe('the schema', () => {
  const { properties, $defs } = JSON.parse(schemaText());
  const question = properties.questions.items.properties;

  it('names the same limits as the check', () => {
    expect(properties.title.maxLength).toBe(LIMITS.text);
    expect(properties.sources.items.properties.url.maxLength).toBe(LIMITS.address);
    expect(properties.questions.maxItems).toBe(LIMITS.questions);
    expect(properties.actors.maxItems).toBe(LIMITS.actors);
    expect(properties.endings.maxItems).toBe(LIMITS.endings);
    expect(properties.aims.maxItems).toBe(LIMITS.aims);
    expect(properties.silences.maxItems).toBe(LIMITS.items);
    expect(question.answers.maxItems).toBe(LIMITS.answers);
    expect(question.answers.items.properties.requires.maxItems).toBe(LIMITS.clauses);
    expect(question.answers.items.properties.againstWhen.maxItems).toBe(LIMITS.clauses);
    expect(question.answers.items.properties.consent.maxItems).toBe(LIMITS.consent);
    expect(JSON.stringify($defs.claim)).toContain(
      `"given":{"type":"array","items":{"type":"string","maxLength":20000},"maxItems":${LIMITS.given}}`,
    );
  });
});

describe('an id that becomes the name of a file', () => {
  const id = (id: string) => met((file) => (file.id = id));
  const walk = (...ids: string[]) =>
    met((file) => {
      const [first] = file.walks ?? [];
      file.walks = ids.map((id) => ({
        title: 'A walk',
        story: first?.story ?? [],
        ends: first?.ends ?? '',
        id,
      }));
    }).filter((said) => !said.startsWith('broken-walk') && !said.startsWith('unknown-ending'));

  it.each(['hosts', 'embed', 'scenario', 'assets', 'index', 'parley', 'con', 'nul', 'com1', 'lpt9'])(
    'is not %s for a scenario',
    (name) => {
      expect(id(name)).toEqual(['reserved-name id']);
    },
  );

  it.each(['index', 'Index', 'INDEX', 'con', 'Aux', 'Com1'])('is not %s for a walk', (name) => {
    expect(walk(name)).toEqual(['reserved-name walks[0].id']);
  });

  it('differs from that of another walk in more than capitals', () => {
    expect(walk('W1', 'w1')).toEqual(['reserved-name walks[1].id']);
    expect(walk('W1', 'W2')).toEqual([]);
  });

  it('is no name of a file in `public` or of one that the build adds', () => {
    const build = join(ROOT, 'src/entry/build');
    const added = readdirSync(build).flatMap((name) =>
      [
        ...readFileSync(join(build, name), 'utf8').matchAll(
          /['`"]([a-z][a-z-]*)(?=(?:\.(?:html|js|json|txt|png|svg))['`"]|\/\$\{)/g,
        ),
      ].map(([, stem = '']) => stem),
    );
    // What the build reads of each package, and does not write.
    const written = added.filter((stem) => stem !== 'package');
    expect(added).toEqual(expect.arrayContaining(['embed', 'loader', 'parley', 'service-worker', 'sitemap']));
    const names = [
      ...readdirSync(join(ROOT, 'public')),
      ...readdirSync(ROOT).filter((name) => name.endsWith('.html')),
      'assets',
      ...written,
    ];
    for (const name of names)
      expect(SITE_NAMES.has((name.split('.')[0] ?? '').toLowerCase()), name).toBe(true);
  });

  it('is allowed where nothing else has it', () => {
    for (const path of [...LAWFUL, REAL]) {
      const { id } = JSON.parse(text(path)) as ScenarioFile;
      expect(scenarioNameFault(id)).toBe('');
    }
  });
});
