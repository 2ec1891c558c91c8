/** Builds the service worker with the list of files that the site needs without a connection. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { builtInside } from './whole-file.ts';

/** The program itself. It holds all that the pages to read hold, and those who embed it keep nothing. */
const NEEDED = /^(index\.html$|assets\/)/;
const FROM_PUBLIC = ['icon.svg', 'manifest.webmanifest'];

/** Writes `service-worker.js` beside the site, with the name and the digest of every file it keeps. */
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
        // A worker that works otherwise is another version too: it may not touch what the one before it keeps.
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

/** As Subresource Integrity writes it. */
const digest = (content: string | Uint8Array) =>
  `sha256-${createHash('sha256').update(content).digest('base64')}`;
