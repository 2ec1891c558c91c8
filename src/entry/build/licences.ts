/** The licences of what is bundled: a file beside the site, and a comment in each page that is handed on as one file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const FILE = 'licences.txt';

/** The folder of each package that some bundle of this process holds a part of. */
const bundled = new Set<string>();

/** Notes what a build bundles; the build of the site itself also writes `licences.txt`. Workers need it among theirs. */
export function licences(role: 'site' | 'part' = 'part'): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle: {
      // After all others: a build may have other builds inside it.
      order: 'post',
      handler(_, bundle) {
        for (const folder of packagesIn(Object.values(bundle))) bundled.add(folder);
        if (role === 'site') this.emitFile({ type: 'asset', fileName: FILE, source: notices(bundled) });
      },
    },
  };
}

/** The folders of the packages that the chunks of `output` hold code of. */
export function packagesIn(output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): Set<string> {
  const modules = output.flatMap((part) => (part.type === 'chunk' ? Object.entries(part.modules) : []));
  const folders = modules.flatMap(([id, { renderedLength }]) => {
    const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replace(/^\0/, '')) ?? [];
    return folder !== undefined && renderedLength > 0 ? [folder] : [];
  });
  return new Set(folders);
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/**
 * Name, version and licence of each package in `folders`, with the text that its licence asks to be handed on; packages
 * with the same text stand together. Throws an Error for a package that brings no such text.
 */
export function notices(folders: Iterable<string>): string {
  const byText = new Map<string, string[]>();
  for (const folder of [...folders].sort()) {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    const file = readdirSync(folder).find((name) => /^licen[cs]e\b/i.test(name));
    if (file === undefined) throw new Error(`${manifest.name} is bundled and brings no text of its licence.`);
    const text = readFileSync(join(folder, file), 'utf8').replace(/\r/g, '').trim();
    byText.set(text, [
      ...(byText.get(text) ?? []),
      `${manifest.name} ${manifest.version} (${manifest.license})`,
    ]);
  }
  const parts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}`);
  const own = readFileSync(join(import.meta.dirname, '../../../LICENSE'), 'utf8').trim();
  return `${[`Parley (MIT)\n\n${own}`, ...parts].join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

/** The notices as a comment for the end of a page. Nothing in them can end it. */
export const noticesComment = (folders: Iterable<string>): string =>
  `<!--\n${notices(folders).replace(/-+/g, '-').replaceAll('>', '&gt;')}-->\n`;
