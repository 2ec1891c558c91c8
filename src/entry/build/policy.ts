/** What may a page of the site load and run? A strict content security policy, first in the head of each page. */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

export interface PolicyOptions {
  /** The page is a single file: nothing is loaded from beside it, and its workers come from within it. */
  readonly alone?: boolean;
  /** The page reads files of its own site: it packs the program in one file, which lies beside it. */
  readonly reads?: boolean;
}

/** Gives every page that Vite builds its policy. While developing there is none: Vite works with inline code then. */
export function strictPolicy(): Plugin {
  return {
    name: 'strict-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { path }) => withPolicy(html, { reads: path === '/index.html' }),
    },
  };
}

/**
 * The text of the page `html` with its policy, which allows what stands in the page and nothing else: inline scripts
 * and styles by their hashes, files of the site where the page asks for any. A page that has a policy keeps its own.
 */
export function withPolicy(html: string, options: PolicyOptions = {}): string {
  if (/<meta[^>]+http-equiv="content-security-policy"/i.test(html)) return html;
  const head = '<head>';
  if (!html.includes(head)) throw new Error('A page without a head has no place for its policy.');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor(html, options)}" />`;
  return html.replace(head, () => `${head}\n    ${meta}`);
}

/** The policy that the page `html` needs and no more; each source list that would be empty is left to `default-src`. */
export function policyFor(html: string, { alone = false, reads = false }: PolicyOptions = {}): string {
  const scripts = elements(html, 'script').filter(({ type }) => type === '' || type === 'module');
  const styles = elements(html, 'style');
  const self = alone ? [] : ["'self'"];
  const files = (wanted: boolean) => (wanted ? self : []);
  const hashes = (found: readonly Inline[]) => found.filter(({ src }) => !src).map(({ text }) => hash(text));
  const runs = scripts.length > 0;

  const sources: Readonly<Record<string, readonly string[]>> = {
    'script-src': [...files(scripts.some(({ src }) => src)), ...hashes(scripts)],
    'style-src': [...files(/<link[^>]+rel="stylesheet"/.test(html)), ...hashes(styles)],
    'img-src': [...self, 'data:'],
    'manifest-src': files(/<link[^>]+rel="manifest"/.test(html)),
    // The page shows what an embed of it would look like.
    'frame-src': files(runs),
    'connect-src': files(reads),
    'worker-src': runs ? (alone ? ['blob:'] : self) : [],
  };
  return [
    "default-src 'none'",
    ...Object.entries(sources).flatMap(([name, list]) =>
      list.length > 0 ? [`${name} ${list.join(' ')}`] : [],
    ),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    // The one that `edge/trusted.ts` makes, for the addresses of workers.
    `trusted-types ${runs ? 'parley' : "'none'"}`,
  ].join('; ');
}

interface Inline {
  /** Whether the element names a file instead of holding its text. */
  readonly src: boolean;
  readonly type: string;
  readonly text: string;
}

function elements(html: string, name: 'script' | 'style'): Inline[] {
  const found = html.matchAll(new RegExp(`<${name}\\b([^>]*)>([\\s\\S]*?)</${name}>`, 'g'));
  return [...found].map(([, attributes = '', text = '']) => ({
    src: /\ssrc=/.test(attributes),
    type: /\stype="([^"]*)"/.exec(attributes)?.[1] ?? '',
    text,
  }));
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
