/**
 * Tests of `seeds/README.md`, the guide for authors: its example is checked step by step, and it names every field
 * and problem.
 */
import { describe, expect, it } from 'vitest';
import { examine, type ExaminationStage } from '../../src/analysis/judge/examine.ts';
import { schemaText } from '../../src/entry/cli/schema-text.ts';
import { checkQuotations } from '../../src/scenario/evidence.ts';
import { parse } from '../../src/scenario/parse/parse.ts';
import { PROBLEMS, type Problem } from '../../src/scenario/problems.ts';
import { text } from './files.ts';

const guide = text('seeds/README.md');

/** The text from the heading `title` to the next heading of its level. */
function section(title: string): string {
  const start = guide.indexOf(`\n## ${title}\n`);
  if (start < 0) expect.fail(`The guide has no section “${title}”.`);
  const end = guide.indexOf('\n## ', start + 1);
  return guide.slice(start, end < 0 ? undefined : end);
}

/** The first cells of the rows of each table in `part`, by the title above it, without what is not code in them. */
const rows = (part: string): string[] => [...part.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name);

describe('the example of the guide', () => {
  const example = section('A small example, step by step');
  const STEP = /^### (.+)$[^]*?^```json\n([^]*?)^```\n\n`check` finds: (.+)$/gm;
  let file: object = {};
  const steps = [...example.matchAll(STEP)].map(([, title = '', json = '', found = '']) => {
    file = { ...file, ...(JSON.parse(json) as object) };
    return { title, file, found: [...found.matchAll(/`([^`]+)`/g)].map(([, code]) => code) };
  });

  const problemsOf = (file: object): readonly Problem[] => {
    const told: ExaminationStage[] = [];
    examine(new TextEncoder().encode(JSON.stringify(file)), (one) => told.push(one));
    const last = told.at(-1);
    return last && 'problems' in last ? last.problems : expect.fail('The file was not examined.');
  };

  it('has a result for each of its steps', () => {
    expect(steps).toHaveLength([...example.matchAll(/^### /gm)].length);
    expect(steps.length).toBeGreaterThan(4);
  });

  it.each(steps)('has the problems $found at step $title', ({ file, found }) => {
    expect(problemsOf(file).map(({ code }) => code)).toEqual(found);
  });

  it('quotes its source exactly', async () => {
    const [, source = ''] = /^```text\n([^]*?)^```/m.exec(example) ?? [];
    const read = parse(new TextEncoder().encode(JSON.stringify(steps.at(-1)?.file)));
    if (!read.ok) expect.fail('The last step is refused.');
    expect(read.value.evidence.length).toBeGreaterThan(0);
    expect(await checkQuotations(read.value, new Map([['W', source]]))).toEqual([]);
  });
});

interface Shape {
  readonly $ref?: string;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape & { readonly const?: string }>>;
  readonly required?: readonly string[];
}
const schema = JSON.parse(schemaText()) as Shape & { readonly $defs: Readonly<Record<string, Shape>> };

/** Every object of `shape`, by its path, with its fields; a star follows those that have to be there. */
function objects(shape: Shape, path = ''): [path: string, fields: string[]][] {
  const { items, anyOf = [], properties, required = [] } = shape;
  if (items) return objects(items, `${path}[]`);
  if (!properties) return anyOf.flatMap((one) => objects(one, path));
  const fields = Object.keys(properties).map((name) => (required.includes(name) ? `${name}*` : name));
  const inside = Object.entries(properties).flatMap(([name, part]) =>
    objects(part, path === '' ? name : `${path}.${name}`),
  );
  return [[path, fields], ...inside];
}

describe('the tables of the guide', () => {
  it('list every field of the format with its place, and whether it is required', () => {
    const tables = section('Every field')
      .split('\n### ')
      .slice(1)
      .map((table) => [
        /^.*: `(.+)`$/m.exec(table.split('\n')[0] ?? '')?.[1] ?? '',
        [...table.matchAll(/^\| `([^`]+)`( \\\*)? \|/gm)].map(
          ([, name, star]) => `${name}${star ? '*' : ''}`,
        ),
      ]);
    expect(tables).toEqual(objects(schema));
  });

  it('list every form of a condition, and every kind of claim with its fields', () => {
    const forms = (schema.$defs.condition?.anyOf ?? []).map(({ properties = {} }) => Object.keys(properties));
    const conditions = section('Conditions');
    expect(forms.length).toBeGreaterThan(0);
    for (const fields of forms)
      expect(conditions).toContain(`| \`{ ${fields.map((field) => `"${field}": `)[0]}`);

    const kinds = (schema.$defs.claim?.oneOf ?? []).map(({ properties = {} }) => [
      properties.kind?.const,
      ...Object.keys(properties).filter((field) => field !== 'kind'),
    ]);
    const written = [...section('Claims').matchAll(/^\| (`[^|]+`) \| (`[^|]+`) \|/gm)].map(
      ([, kind, fields]) => [kind, ...(fields ?? '').split(' ')].map((name) => name?.replaceAll('`', '')),
    );
    expect(written.map(([kind, ...fields]) => [kind, ...fields.sort()])).toEqual(
      kinds.map(([kind, ...fields]) => [kind, ...fields.sort()]),
    );
  });

  it('list every problem, in the words of the program', () => {
    const cell = (sentence: string) => sentence.replace(/\{(value|detail)\}/g, '…').replaceAll('|', '\\|');
    const problems = section('Every problem');
    expect(rows(problems)).toEqual(Object.keys(PROBLEMS));
    for (const [code, { level, says, tryThis }] of Object.entries(PROBLEMS))
      expect(problems).toContain(
        `| \`${code}\`${level === 'warning' ? ' (warning)' : ''} | ${cell(says)} | ${cell(tryThis)} |`,
      );
  });
});
