/** The page in which the bench draws: it shows a drawing of so many nodes and moves it, frame by frame. */
import { mount, unmount } from 'svelte';
import '../../../src/view/shell/paper.css';
import { layLayers } from '../../../src/picture/layers.ts';
import type { Drawing, Lighting } from '../../../src/picture/paths.ts';
import { layeredGraph } from '../../support/layered.ts';
import Frame from './Frame.svelte';

const BOX = { width: 60, height: 26 };

function drawingOf(count: number): { drawing: Drawing; light: Lighting } {
  const laid = layLayers(layeredGraph(count, 1, true), { widths: BOX.width, gap: 14, lane: 8, step: 80 });
  const drawing: Drawing = {
    width: laid.width,
    height: laid.height,
    letters: 11.5,
    leading: 14,
    places: laid.nodes.map(({ x, y }, node) => ({
      x: x - BOX.width / 2,
      y: y - BOX.height / 2,
      ...BOX,
      lines: [`Place ${node}`],
    })),
    steps: laid.edges,
  };
  return {
    drawing,
    light: {
      here: 0,
      places: drawing.places.map(() => 'plain'),
      steps: drawing.steps.map(() => 'plain'),
    },
  };
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
let shown: ReturnType<typeof mount> | null = null;
let size = { width: 0, height: 0 };

const bench = {
  async show(count: number, canvas: boolean): Promise<void> {
    if (shown) await unmount(shown);
    const { drawing, light } = drawingOf(count);
    size = drawing;
    shown = mount(Frame, { target: document.body, props: { drawing, light, canvas } });
    await bench.pan(3, false);
  },
  /** Lets `frames` frames go by in which nothing moves. */
  async rest(frames: number): Promise<void> {
    for (let at = 0; at < frames; at++) await frame();
  },
  /** Moves the drawing a little in each of `frames` frames: all of it in view, or at its own size in its middle. */
  async pan(frames: number, whole: boolean): Promise<void> {
    const k = whole ? Math.min(1200 / size.width, 800 / size.height) : 1;
    const x = whole ? 0 : -size.width / 2;
    const y = whole ? 0 : -size.height / 2;
    for (let at = 0; at < frames; at++) {
      (shown as { move: (to: object) => void }).move({ x: x - (at % 60) * 7, y: y - (at % 60) * 3, k });
      await frame();
    }
    await frame();
  },
};
Object.assign(window, { bench });
