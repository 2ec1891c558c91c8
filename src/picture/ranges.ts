/** Where ranges of chances stand as bars, and what moves a range as a tornado. All lengths in percent of the width. */
import { descending, extent, scaleLinear } from 'd3';
import { roughly, same } from '../analysis/questions/fraction.ts';
import type { Range } from '../analysis/questions/odds.ts';
import type { Swing } from '../analysis/questions/sensitivity.ts';

export interface Bar {
  readonly x: number;
  readonly width: number;
}

/** A mark of a scale: a chance, and where it stands. */
export interface Tick {
  readonly chance: number;
  readonly x: number;
}

/** One line of a tornado: the range with the answer never given, with it always given, and both from end to end. */
export interface TornadoLine {
  readonly swing: Swing;
  readonly never: Bar;
  readonly always: Bar;
  readonly whole: Bar;
}

export interface Tornado {
  /** The answer that moves the range the most comes first. */
  readonly lines: readonly TornadoLine[];
  /** The answers that move nothing, by key. */
  readonly still: readonly string[];
  /** The range as it is now. */
  readonly now: Bar;
  readonly ticks: readonly Tick[];
}

type Scale = (chance: number) => number;

const certain = scaleLinear([0, 1], [0, 100]);
/** So that a single number can be seen. */
const LEAST = 1;

/** The marks of the scale from never to certain. */
export const TICKS: readonly Tick[] = certain.ticks(4).map((chance) => ({ chance, x: certain(chance) }));

/** A range on the scale from never to certain. */
export const barOf = (range: Range): Bar => barOn(certain, range);

function barOn(scale: Scale, { low, high }: Range): Bar {
  const [from, to] = [scale(roughly(low)), scale(roughly(high))];
  const width = Math.max(LEAST, to - from);
  return { x: Math.min(100 - width, Math.max(0, (from + to - width) / 2)), width };
}

/**
 * The tornado of `swings` about the range `now`, ordered by how far both ends of the range move together; equals in the
 * order given. Where `ranked` is given, its order is kept: lines do not change places under the hand. The scale reaches
 * from the lowest chance in the tornado to the highest, to round numbers.
 */
export function tornado(swings: readonly Swing[], now: Range, ranked = swings): Tornado {
  const stays = ({ never, always }: Swing) => same(never.low, always.low) && same(never.high, always.high);
  const moves = new Map(ranked.map((swing) => [swing.answer, moved(swing)]));
  const moving = swings
    .filter((swing) => !stays(swing))
    .sort((a, b) => descending(moves.get(a.answer) ?? 0, moves.get(b.answer) ?? 0));
  const ends = [now, ...moving.flatMap(({ never, always }) => [never, always])].flatMap(({ low, high }) => [
    roughly(low),
    roughly(high),
  ]);
  const [least = 0, most = 1] = extent(ends);
  const scale = scaleLinear([least, most], [0, 100]).nice(4);
  const lines = moving.map((swing) => {
    const [never, always] = [barOn(scale, swing.never), barOn(scale, swing.always)];
    const x = Math.min(never.x, always.x);
    return {
      swing,
      never,
      always,
      whole: { x, width: Math.max(never.x + never.width, always.x + always.width) - x },
    };
  });
  return {
    lines,
    still: swings.filter(stays).map(({ answer }) => answer),
    now: barOn(scale, now),
    ticks: scale.ticks(4).map((chance) => ({ chance, x: scale(chance) })),
  };
}

const moved = ({ never, always }: Swing): number =>
  Math.abs(roughly(always.low) - roughly(never.low)) + Math.abs(roughly(always.high) - roughly(never.high));
