/** Build step that compiles the service worker with the list of files that the site needs offline. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { builtInside } from './whole-file.ts';

/**
 * The files that are kept offline: the program only. It contains everything that the pages to read contain, and
 * embeds are not kept.
 */
const NEEDED = /^(index\.html$|assets\/)/;
const FROM_PUBLIC = ['icon.svg', 'manifest.webmanifest'];

/** Plugin that writes `service-worker.js` to the site, with the path and the digest of every file that it keeps. */
export function offline(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    configResolved: (resolved) => void (config = resolved),
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const files = new Map<string, string>();
        for (const file of FROM_PUBLIC) files.set(file, digest(readFileSync(join(config.publicDir, file))));
        for (const file of Object.values(bundle))
          if (NEEDED.test(file.fileName))
            files.set(file.fileName, digest(file.type === 'chunk' ? file.code : file.source));
        const list = JSON.stringify(Object.fromEntries([...files].sort()));
        const worker = join(config.root, 'src/entry/site/service-worker.ts');
        // The code of the worker is part of the version: a changed worker must not use the cache of an earlier one.
        const version = createHash('sha256')
          .update(list)
          .update(readFileSync(worker))
          .digest('hex')
          .slice(0, 16);
        const { output } = await builtInside({
          root: config.root,
          define: { FILES: list, VERSION: JSON.stringify(version) },
          build: { rolldownOptions: { input: worker, output: { format: 'iife' } } },
        });
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: output[0].code });
      },
    },
  };
}

/** SHA-256 of `content` in the notation of Subresource Integrity: `sha256-` and base64. */
const digest = (content: string | Uint8Array) =>
  `sha256-${createHash('sha256').update(content).digest('base64')}`;
