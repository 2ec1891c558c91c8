/**
 * Rasterises SVG to PNG with resvg (WebAssembly) and a font from npm, so that the result is the same on every
 * computer.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const { resolve } = createRequire(import.meta.url);
const font = (weight: number) =>
  readFileSync(resolve(`@fontsource/source-serif-4/files/source-serif-4-latin-${weight}-normal.woff2`));

let ready: Promise<readonly Uint8Array[]> | undefined;

/** The PNG of `svg`, at the size of the SVG. Text must use Source Serif 4 in weight 400 or 600, and Latin letters. */
export async function rasterise(svg: string): Promise<Uint8Array> {
  // The WebAssembly module may be initialised only once in a process.
  ready ??= initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm'))).then(() => [
    font(400),
    font(600),
  ]);
  const fontBuffers = [...(await ready)];
  const image = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'Source Serif 4' } });
  const picture = image.render();
  const png = picture.asPng();
  picture.free();
  image.free();
  return png;
}
