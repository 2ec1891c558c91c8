/** A host of plain files that can put up another version of the site, change a file, or go away. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

export interface Host {
  /** The address of the site's folder, which is not the root of the host. */
  readonly address: string;
  /** The folder whose files are served. */
  folder: string;
  /** Files that are served otherwise: a text, or null for none. */
  readonly instead: Map<string, string | null>;
  /** Without it every connection is cut. */
  up: boolean;
  readonly close: () => Promise<void>;
}

export async function host(folder: string): Promise<Host> {
  const served = { folder, up: true };
  const instead = new Map<string, string | null>();
  const server = createServer((request, response) => {
    if (!served.up) return void request.socket.destroy();
    const { pathname } = new URL(request.url ?? '', 'http://host');
    const path = normalize(pathname.replace(/^\/site\//, '').replace(/(^|\/)$/, '$1index.html'));
    response.setHeader('content-type', TYPES[extname(path)] ?? 'text/plain');
    const other = instead.get(path);
    if (other !== undefined && other !== null) return void response.end(other);
    const file = join(served.folder, path);
    if (other === null || !pathname.startsWith('/site/') || !isFile(file)) {
      response.statusCode = 404;
      return void response.end();
    }
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(served, {
    address: `http://127.0.0.1:${port}/site/`,
    instead,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

const isFile = (file: string) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
