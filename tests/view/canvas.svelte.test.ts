/** A drawing of more than a thousand places on a canvas, in a real browser. */
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { layLayers } from '../../src/picture/layers.ts';
import type { Drawing, Lighting } from '../../src/picture/paths.ts';
import LayeredCanvas from '../../src/view/map/LayeredCanvas.svelte';
import '../../src/view/shell/paper.css';
import { layeredGraph } from '../support/layered.ts';

const { nodes, edges, width, height } = layLayers(layeredGraph(1200, 1, true), {
  ...{ widths: 40, gap: 10, lane: 6, step: 70 },
});
const drawing: Drawing = {
  ...{ width, height, letters: 11, leading: 14, steps: edges },
  places: nodes.map(({ x, y }) => ({ x: x - 20, y: y - 10, width: 40, height: 20, lines: ['Word'] })),
};
const [first] = drawing.places;
const light: Lighting = {
  here: 0,
  places: drawing.places.map((_, place) => (place === 0 ? 'lit' : 'plain')),
  steps: drawing.steps.map(() => 'plain'),
};

/** The colour at a point of the window, as the page shows the canvas. */
function colourAt(canvas: HTMLCanvasElement, x: number, y: number): string {
  const frame = (canvas.parentElement as HTMLElement).getBoundingClientRect();
  const box = canvas.getBoundingClientRect();
  const ratio = canvas.width / box.width;
  const [r, g, b, a] =
    canvas
      .getContext('2d')
      ?.getImageData(
        Math.round((frame.left + x - box.left) * ratio),
        Math.round((frame.top + y - box.top) * ratio),
        1,
        1,
      ).data ?? [];
  return a === 0 ? 'nothing' : `rgb(${r}, ${g}, ${b})`;
}

describe('a drawing on a canvas', () => {
  it('shows what stands where, before and after it is moved', async () => {
    const at = (x: number, y: number, k: number) => ({
      x: x - (first?.x ?? 0) * k,
      y: y - (first?.y ?? 0) * k,
      k,
    });
    const { container, rerender } = await render(LayeredCanvas, {
      props: { drawing, light, looked: -1, transform: at(50, 50, 1) },
    });
    container.classList.add('sized');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.sized { width: 600px; height: 400px }');
    document.adoptedStyleSheets.push(sheet);
    const canvas = container.querySelector('canvas') as HTMLCanvasElement;
    const accent = 'rgb(28, 90, 114)';
    // A corner of the box where no letter stands.
    await vi.waitFor(() => expect(colourAt(canvas, 53, 64)).toBe(accent));
    expect(canvas.getAttribute('aria-hidden')).toBe('true');
    for (const [x, y, k] of [
      [90, 70, 1],
      [300, 200, 1],
      [500, 350, 1],
      [500, 350, 2],
      [20, 20, 0.5],
    ] as const) {
      await rerender({ drawing, light, looked: -1, transform: at(x, y, k) });
      await vi.waitFor(() => expect(colourAt(canvas, x + 3 * k, y + 14 * k)).toBe(accent));
    }
    const dark = { ...light, places: light.places.map(() => 'plain' as const) };
    await rerender({ drawing, light: dark, looked: -1, transform: at(20, 20, 1) });
    await vi.waitFor(() => expect(colourAt(canvas, 23, 34)).toBe('rgb(255, 253, 249)'));
  });
});
