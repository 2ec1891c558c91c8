/** Where ranges of chances stand as bars, and what moves a range as a tornado. All lengths in percent of the width. */
import { ascending, extent, scaleLinear } from 'd3';
import { roughly, same } from '../analysis/fraction.ts';
import type { Range } from '../analysis/odds.ts';
import type { Swing } from '../analysis/sensitivity.ts';

export interface Bar {
  readonly x: number;
  readonly width: number;
}

/** One line of a tornado: where the range lies with the answer never given, where with it always given, and from end to end. */
export interface TornadoLine {
  readonly swing: Swing;
  readonly never: Bar;
  readonly always: Bar;
  readonly whole: Bar;
}

export interface Tornado {
  /** The one that moves the range the most comes first. */
  readonly lines: readonly TornadoLine[];
  /** The answers that move nothing, by key. */
  readonly still: readonly string[];
}

const across = scaleLinear([0, 1], [0, 100]);
/** So that a single number can be seen. */
const LEAST = 1;

/** The marks of the scale: a chance and where it stands. */
export const TICKS = across.ticks(4).map((chance) => ({ chance, x: across(chance) }));

export function barOf({ low, high }: Range): Bar {
  const [from, to] = [across(roughly(low)), across(roughly(high))];
  const width = Math.max(LEAST, to - from);
  return { x: Math.min(100 - width, Math.max(0, (from + to - width) / 2)), width };
}

/** The tornado of `swings`, ordered by how far the two ends of the range move together; equals in the order given. */
export function tornado(swings: readonly Swing[]): Tornado {
  const stays = ({ never, always }: Swing) => same(never.low, always.low) && same(never.high, always.high);
  const lines = swings
    .filter((swing) => !stays(swing))
    .map((swing) => {
      const [never, always] = [barOf(swing.never), barOf(swing.always)];
      const [from = 0, to = 0] = extent([never, always].flatMap(({ x, width }) => [x, x + width]));
      return { swing, never, always, whole: { x: from, width: to - from } };
    })
    .sort((a, b) => ascending(-moved(a.swing), -moved(b.swing)));
  return { lines, still: swings.filter(stays).map(({ answer }) => answer) };
}

const moved = ({ never, always }: Swing): number =>
  Math.abs(roughly(always.low) - roughly(never.low)) + Math.abs(roughly(always.high) - roughly(never.high));
