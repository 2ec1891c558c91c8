/** Tests that every sentence in `words/` is used. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const src = join(import.meta.dirname, '../../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(?:ts|svelte)$/.test(file),
);
const sources = files.map((file) => readFileSync(join(src, file), 'utf8'));

/** The paths of the leaves of `value`, in its plain objects. */
function paths(value: object, before: readonly string[] = []): string[][] {
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
    const path = [...before, name];
    const plain = typeof part === 'object' && part !== null && !Array.isArray(part);
    return plain ? paths(part, path) : [path];
  });
}

/** The property paths of `name` that each place in src reads: `[]` where it is read whole, or by a computed key. */
function reads(name: string): string[][] {
  return sources.flatMap((text) => {
    const imported = new RegExp(`import [^;]*?\\b${name}(?: as (\\w+))?[^;]*? from`, 's').exec(text);
    const declared = new RegExp(`(?:const|let|function) ${name}\\b`).test(text);
    if (!imported && !declared) return [];
    const alias = imported?.[1] ?? name;
    const body = text.replace(/import [^;]*? from [^;]*;/gs, '').replace(/typeof \w+/g, '');
    const places = body.matchAll(
      new RegExp(
        `(?<!(?:const|let|function) )(?<![\\w$'"])(?<!(?<!\\.\\.)\\.)${alias}((?:\\??\\.\\w+)*)(?![\\w:])`,
        'g',
      ),
    );
    return [...places].map(([, path = '']) => path.split(/\??\./).filter(Boolean));
  });
}

describe('every sentence is said somewhere', () => {
  test.each(files.filter((file) => file.startsWith('words/')))('%s', async (file) => {
    const all = (await import(join(src, file))) as Readonly<Record<string, unknown>>;
    const unsaid = Object.entries(all).flatMap(([name, value]) => {
      const plain = typeof value === 'object' && value !== null && !Array.isArray(value);
      const read = reads(name);
      return (plain ? paths(value) : [[]])
        .filter(
          (leaf) => !read.some((path) => path.every((part, at) => at >= leaf.length || part === leaf[at])),
        )
        .map((leaf) => [name, ...leaf].join('.'));
    });
    expect(unsaid).toEqual([]);
  });
});
