/** Build step that puts a strict content security policy first into the head of each page. */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { html } from '../../scenario/text/markup.ts';

export interface PolicyOptions {
  /** The page is a single file: it loads nothing from the site, and its workers have blob addresses. */
  readonly alone?: boolean;
  /** The page fetches files of its own site: it reads `parley.html` to pack it for a learning platform. */
  readonly reads?: boolean;
  /** The page runs scripts but starts no workers. */
  readonly workerless?: boolean;
  /** Texts of the inline scripts and styles that the build has put into the page. Any other is an error. */
  readonly inline?: readonly string[];
}

/**
 * Plugin that gives every page of a build its policy. `inline` holds the texts of the scripts and styles that the
 * build has inlined; it is read when a page is written. The development server sends no policy, because Vite uses
 * inline code there.
 */
export function strictPolicy(inline: readonly string[] = []): Plugin {
  return {
    name: 'strict-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (page, { path }) => withPolicy(page, { reads: path === '/index.html', inline }),
    },
  };
}

/** The accepted beginning of a page. Only a language and a direction may come from a scenario before the policy. */
const BEGINNING =
  /^<!doctype html>\s*<html(?: (?:lang="[A-Za-z0-9-]{1,35}"|dir="(?:ltr|rtl)"|class="[a-z]+"))*>\s*<head>/i;

/**
 * Returns `page` with its policy, which allows the inline scripts and styles of the build by their hashes, and files
 * of the site where the page refers to any. Throws an Error where the page does not match `BEGINNING`, has a `meta
 * http-equiv` already, or contains a script or style that is not of the build.
 */
export function withPolicy(page: string, options: PolicyOptions = {}): string {
  const [beginning] = BEGINNING.exec(page) ?? [];
  if (beginning === undefined) throw new Error('A page has no place for its policy: it begins otherwise.');
  if (/<meta\b[^>]*http-equiv/i.test(withoutInline(page, options)))
    throw new Error('A page brings a policy, or another header, of its own.');
  const meta = html`<meta http-equiv="Content-Security-Policy" content="${policyFor(page, options)}">`;
  return `${beginning}\n    ${meta}${page.slice(beginning.length)}`;
}

/**
 * The narrowest policy under which `page` works. Source lists that would be empty fall back to `default-src`. Throws
 * an Error as `withPolicy` does for unknown scripts and styles.
 */
export function policyFor(page: string, options: PolicyOptions = {}): string {
  const { alone = false, reads = false, workerless = false } = options;
  const all = elements(page);
  checkKnown(page, all, options);
  const scripts = all.filter(({ name, type }) => name === 'script' && !DATA.has(type));
  const styles = all.filter(({ name }) => name === 'style');
  const self = alone ? [] : ["'self'"];
  const files = (wanted: boolean) => (wanted ? self : []);
  const hashes = (found: readonly Inline[]) => found.filter(({ src }) => !src).map(({ text }) => hash(text));
  const runs = scripts.length > 0;
  const works = runs && !workerless;

  const sources: Readonly<Record<string, readonly string[]>> = {
    'script-src': [...files(scripts.some(({ src }) => src)), ...hashes(scripts)],
    'style-src': [...files(/<link[^>]+rel="stylesheet"/.test(page)), ...hashes(styles)],
    'img-src': [...self, 'data:'],
    'manifest-src': files(/<link[^>]+rel="manifest"/.test(page)),
    // The page previews embeds in a frame.
    'frame-src': files(runs),
    'connect-src': files(reads),
    'worker-src': works ? (alone ? ['blob:'] : self) : [],
  };
  return [
    "default-src 'none'",
    ...Object.entries(sources).flatMap(([name, list]) =>
      list.length > 0 ? [`${name} ${list.join(' ')}`] : [],
    ),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    // `browser/trusted.ts` creates the policy `parley` for the addresses of workers.
    `trusted-types ${works ? 'parley' : "'none'"}`,
  ].join('; ');
}

/** Types of script elements that hold data and are not executed. */
const DATA: ReadonlySet<string> = new Set(['application/json', 'application/ld+json']);

/** Throws an Error where a script or style of `page` is neither of the build, nor a file of the site, nor data. */
function checkKnown(
  page: string,
  all: readonly Inline[],
  { inline = [], alone = false }: PolicyOptions,
): void {
  for (const { name, src, type, text } of all) {
    if (DATA.has(type) || inline.includes(text)) continue;
    if (src && !alone && text.trim() === '' && /^(?:\.{0,2}\/)?\w[\w.-]*(?:\/[\w.-]+)*$/.test(src)) continue;
    throw new Error(`A page holds a ${name} that the build did not put there: ${(src || text).slice(0, 80)}`);
  }
  // An element that `ELEMENT` does not match was not checked above.
  const left = withoutInline(page, { inline }).replace(ELEMENT, '');
  const loose = /<(?:script|style|base|object|embed)\b/i.exec(left);
  if (loose) throw new Error(`A page holds ${loose[0]}> that the build did not put there.`);
}

/** `page` without the inline texts of the build. */
const withoutInline = (page: string, { inline = [] }: PolicyOptions): string =>
  inline.reduce((left, text) => (text === '' ? left : left.split(text).join('')), page);

interface Inline {
  readonly name: 'script' | 'style';
  /** Value of the `src` attribute; empty where there is none. */
  readonly src: string;
  readonly type: string;
  readonly text: string;
}

const ELEMENT = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g;

const elements = (page: string): Inline[] =>
  [...page.matchAll(ELEMENT)].map(([, name, attributes = '', text = '']) => ({
    name: name === 'style' ? 'style' : 'script',
    src: /\ssrc="([^"]*)"/.exec(attributes)?.[1] ?? '',
    type: /\stype="([^"]*)"/.exec(attributes)?.[1] ?? '',
    text,
  }));

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
