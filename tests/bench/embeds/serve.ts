/**
 * Serves pages from memory, compressed as well as a browser takes it, and counts what it sends. Files go out in packets,
 * as over any network: Chromium’s slow network holds back whole what it was handed at once, so that nothing of a file
 * would be there before all of it is. The packets leave faster than that network lets them in.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { AskingPage } from './page.ts';

export interface Served {
  /** The address of an empty page. */
  readonly empty: string;
  /** The address of the page with number `at`. */
  readonly address: (at: number) => string;
  /** What has been asked for since the last call: bytes of bodies as they were sent, files, and how they were packed. */
  readonly taken: () => { readonly bytes: number; readonly files: number; readonly packed: string };
  readonly close: () => void;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  woff2: 'font/woff2',
};

const PACKET = 1_460;
const BETWEEN = 2;

async function inPackets(response: ServerResponse, body: Buffer): Promise<void> {
  response.socket?.setNoDelay(true);
  for (let at = 0; at < body.length; at += PACKET) {
    response.write(body.subarray(at, at + PACKET));
    await setTimeout(BETWEEN);
  }
  response.end();
}

export async function serve(pages: readonly AskingPage[]): Promise<Served> {
  const packed = pages.map(
    ({ files }) =>
      new Map(
        [...files].map(([path, content]) => [
          path,
          // A font is packed already.
          path.endsWith('.woff2')
            ? { '': Buffer.from(content) }
            : { '': Buffer.from(content), br: brotliCompressSync(content), gzip: gzipSync(content) },
        ]),
      ),
  );
  let sent: { bytes: number; how: string }[] = [];
  const server = createServer((request, response) => {
    // The page from which the others are gone to.
    if (request.url === '/')
      return void response.setHeader('Content-Type', 'text/html').end('<!doctype html>');
    const [, at = '', ...rest] = new URL(request.url ?? '', 'http://here').pathname.split('/');
    const path = rest.join('/');
    const file: Readonly<Partial<Record<string, Buffer>>> | undefined = packed[Number(at)]?.get(path);
    if (!file) return void response.writeHead(404).end();
    const takes = request.headers['accept-encoding'] ?? '';
    const how = ['br', 'gzip'].find((how) => takes.includes(how) && file[how]) ?? '';
    const body = file[how] ?? Buffer.alloc(0);
    sent.push({ bytes: body.length, how });
    response.writeHead(200, {
      'Content-Type': TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
      ...(how && { 'Content-Encoding': how }),
    });
    void inPackets(response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    empty: `http://127.0.0.1:${port}/`,
    address: (at) => `http://127.0.0.1:${port}/${at}/${[...(pages[at]?.files.keys() ?? [])][0] ?? ''}`,
    taken() {
      const taken = sent;
      sent = [];
      return {
        bytes: taken.reduce((sum, { bytes }) => sum + bytes, 0),
        files: taken.length,
        packed: [...new Set(taken.map(({ how }) => how || 'as it is'))].join(', '),
      };
    },
    close: () => void server.close(),
  };
}
