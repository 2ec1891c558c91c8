/**
 * Licence notices of the bundled packages: `licences.txt` beside the site, and a comment at the end of each page that
 * is distributed as one file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const FILE = 'licences.txt';

/** Folders of all packages that a build in this process has bundled code of. */
const bundled = new Set<string>();

/**
 * Plugin that records which packages a build bundles. With the role `site` it also writes `licences.txt`. Builds of
 * workers do not inherit the plugins of their parent, so each needs it among its own.
 */
export function licences(role: 'site' | 'part' = 'part'): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle: {
      // Runs last, because other plugins start nested builds whose packages must be recorded first.
      order: 'post',
      handler(_, bundle) {
        for (const folder of packagesIn(Object.values(bundle))) bundled.add(folder);
        if (role === 'site') this.emitFile({ type: 'asset', fileName: FILE, source: notices(bundled) });
      },
    },
  };
}

/** Folders of the packages of which the chunks of `output` contain code. */
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
 * Licence notices for the packages in `folders`: name, version and licence of each, with its licence text. Packages
 * with the same text are grouped. Throws an Error for a package that contains no licence file.
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

/** The notices as an HTML comment for the end of a page, escaped so that no licence text can end the comment. */
export const noticesComment = (folders: Iterable<string>): string =>
  `<!--\n${notices(folders).replace(/-+/g, '-').replaceAll('>', '&gt;')}-->\n`;
