/** The shapes that stand for what an answer rests on and for how an ending stands, as paths with their kind of line. */
import type { Shape } from '../../words/terms/labels.ts';

interface Stroke {
  readonly d: string;
  /** Filled, drawn as a line, or as a broken line. */
  readonly look: 'full' | 'line' | 'line dashed';
}

const disc = (x: number, r: number) =>
  `M${x - r} ${x}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0z`;
const half = 'M8 2a6 6 0 0 0 0 12z';

/** In a square of 16. */
export const BASIS_MARKS: Readonly<Record<Shape, readonly Stroke[]>> = {
  stated: [{ d: disc(8, 6), look: 'full' }],
  reported: [
    { d: disc(8, 6), look: 'line' },
    { d: half, look: 'full' },
  ],
  inferred: [
    { d: disc(8, 6), look: 'line dashed' },
    { d: half, look: 'full' },
  ],
  urged: [{ d: 'M3 2.5 13.5 8 3 13.5z', look: 'line' }],
  suggested: [{ d: 'M8 1.8 14.2 8 8 14.2 1.8 8z', look: 'line' }],
  assumption: [{ d: disc(8, 6), look: 'line dashed' }],
  reading: [{ d: 'M2 3.5h5v9H2zM9 3.5h5v9H9z', look: 'line' }],
  leave: [{ d: 'M2.5 8h11', look: 'line' }],
};

export type EndingState = 'open' | 'closed' | 'reached';

/** In a square of 20. */
export const ENDING_MARKS: Readonly<Record<EndingState, readonly Stroke[]>> = {
  open: [
    { d: disc(10, 6.5), look: 'line' },
    { d: disc(10, 2.5), look: 'full' },
  ],
  closed: [{ d: 'M6 10h8', look: 'line' }],
  reached: [{ d: disc(10, 8), look: 'full' }],
};
