/** How a line through the points of a layered drawing runs: straight down through each, round between them. */
import { curveBumpY, line } from 'd3';
import type { Point } from './layers.ts';

const down = line<Point>().curve(curveBumpY);

/** The line as the text of an SVG path. */
export const curve = (points: readonly Point[]): string => down(points as Point[]) ?? '';

/** The line, added to the path of a canvas: the same curve, without a text in between. */
export function trace(context: CanvasPath, points: readonly Point[]): void {
  let [x, y] = points[0] ?? [0, 0];
  context.moveTo(x, y);
  for (let at = 1; at < points.length; at++) {
    const [toX, toY] = points[at] as Point;
    const middle = (y + toY) / 2;
    context.bezierCurveTo(x, middle, toX, middle, toX, toY);
    [x, y] = [toX, toY];
  }
}
