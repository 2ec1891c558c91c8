/** Marks of the bases of answers and of the states of endings, as paths with their line styles. */
import type { Shape } from '../../words/terms/labels.ts';

interface Stroke {
  readonly d: string;
  /** Filled, solid line, or dashed line. */
  readonly look: 'full' | 'line' | 'line dashed';
}

const disc = (x: number, r: number) =>
  `M${x - r} ${x}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0z`;
const ring: Stroke = { d: disc(8, 6), look: 'line' };

/**
 * View box 16 × 16. The mark is the fuller, the closer the answer is to what the side itself is reported as saying.
 */
export const BASIS_MARKS: Readonly<Record<Shape, readonly Stroke[]>> = {
  stated: [
    { d: disc(8, 6.5), look: 'line' },
    { d: disc(8, 4), look: 'full' },
  ],
  reported: [{ d: disc(8, 6.5), look: 'full' }],
  inferred: [
    { d: disc(8, 6), look: 'line dashed' },
    { d: disc(8, 3), look: 'full' },
  ],
  urged: [ring, { d: 'M8 2a6 6 0 0 0 0 12z', look: 'full' }],
  suggested: [ring, { d: 'M8 8V2a6 6 0 0 0-6 6z', look: 'full' }],
  assumption: [ring],
  reading: [{ d: 'M8 1.5 14.5 8 8 14.5 1.5 8z', look: 'full' }],
  leave: [ring, { d: 'M6.3 5.5v5M9.7 5.5v5', look: 'line' }],
};

export type EndingState = 'open' | 'closed' | 'reached';

/** View box 20 × 20. */
export const ENDING_MARKS: Readonly<Record<EndingState, readonly Stroke[]>> = {
  open: [
    { d: disc(10, 6.5), look: 'line' },
    { d: disc(10, 2.5), look: 'full' },
  ],
  closed: [{ d: 'M6 10h8', look: 'line' }],
  reached: [{ d: disc(10, 8), look: 'full' }],
};
