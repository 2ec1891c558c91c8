/** Lists the regular expressions in `src`, and those that are linear by their form. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'svelte/compiler';
import ts from 'typescript';

export interface Pattern {
  /** The file it stands in, under `src`. */
  readonly file: string;
  /** As it is written, with its flags. */
  readonly text: string;
  readonly source: string;
  readonly flags: string;
}

const SRC = join(import.meta.dirname, '../../src');

/** All of them. `new RegExp` is found too, with no source, since what it makes cannot be seen. */
export function patterns(): Pattern[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name))
    .sort()
    .flatMap((name) => {
      const path = join(SRC, name);
      const text = readFileSync(path, 'utf8');
      const found = name.endsWith('.ts') ? literalsOf(path, text) : literalsIn(parse(text, { modern: true }));
      return found.map((written): Pattern => {
        const end = written.lastIndexOf('/');
        const file = relative(SRC, path);
        return { file, text: written, source: written.slice(1, end), flags: written.slice(end + 1) };
      });
    });
}

function literalsOf(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp')
      found.push('RegExp');
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

const isNamed = (node: unknown, name: string): boolean =>
  typeof node === 'object' && node !== null && 'name' in node && node.name === name;

/** The same in the tree of a component, whose nodes are those of ESTree. */
function literalsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own =
    'regex' in node && 'raw' in node && typeof node.raw === 'string' && node.regex
      ? [node.raw]
      : 'callee' in node && isNamed(node.callee, 'RegExp')
        ? ['RegExp']
        : [];
  return [...own, ...Object.values(node).flatMap(literalsIn)];
}

/**
 * Whether a pattern takes time that grows with the length of a text and no faster, by its form: where nothing in it is
 * repeated without bound; or one sign is, and either nothing follows it, so that it never has to give any back, or the
 * pattern is tried at one place only.
 */
export function isSimple({ source, flags }: Pattern): boolean {
  // Each class and each escape is one sign.
  const signs = source
    .replace(/\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[^])/g, 'a')
    .replace(/\[[^\]]*\]/g, 'a');
  const unbounded = [...signs.matchAll(/(.)(?:[*+]|\{\d+,\})\??/g)];
  if (unbounded.length === 0) return true;
  const [one] = unbounded;
  if (!one || unbounded.length > 1 || !/[\w. \-=;:@/]/.test(one[1] ?? '')) return false;
  const before = signs.slice(0, one.index);
  const after = signs.slice(one.index + one[0].length);
  if (/[()|]/.test(before.replace(/\(\?<?[=!][^()]*\)/g, ''))) return false;
  return after === '' || (before.startsWith('^') && !flags.includes('m') && !/[()|]/.test(after));
}
