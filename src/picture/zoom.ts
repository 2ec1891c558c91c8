/** Zooming and panning a drawing, by wheel, by touch, and by the controls that a page gives. */
import { select, zoom, zoomIdentity, zoomTransform } from 'd3';

export interface Zooming {
  /** Larger or smaller, round the point of the window given, which stays where it is. */
  readonly by: (factor: number, x: number, y: number) => void;
  readonly pan: (dx: number, dy: number) => void;
  /** Shows the whole width of the drawing, or of its part from `x` on where it would be too small to read. */
  readonly fit: (x?: number) => void;
  readonly stop: () => void;
}

/** The scale below which the drawing’s words are too small to be read. */
const READABLE = 0.85;

/**
 * Makes the drawing inside `svg`, of `width` by `height`, zoomable between a fifth and four times its size. `moved` is
 * told the transform, to be set on the group that holds the drawing. The drawing stands in its full height at first,
 * so that going up and down is left to the page.
 */
export function zooming(
  svg: SVGSVGElement,
  width: number,
  height: number,
  moved: (transform: string) => void,
): Zooming {
  const scaleAtFirst = () => Math.min(1, Math.max(READABLE, svg.getBoundingClientRect().width / width));
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([0.2, 4])
    .translateExtent([
      [-40, -40],
      [width + 40, height + 40],
    ])
    // A bare wheel scrolls the page; with the control key, as browsers do for pages, it zooms.
    .filter((event: Event) =>
      event instanceof WheelEvent ? event.ctrlKey || event.metaKey : !('button' in event && event.button),
    )
    .on('zoom', (event: { transform: { toString(): string } }) => moved(event.transform.toString()));
  const selection = select(svg).call(behaviour);
  // The behaviour asks for all touches; up and down belong to the page.
  svg.style.touchAction = 'pan-y';
  return {
    by(factor, x, y) {
      const frame = svg.getBoundingClientRect();
      selection.call(behaviour.scaleBy, factor, [x - frame.left, y - frame.top]);
    },
    pan(dx, dy) {
      const { k } = zoomTransform(svg);
      selection.call(behaviour.translateBy, dx / k, dy / k);
    },
    fit(x = 0) {
      const scale = scaleAtFirst();
      svg.style.height = `${Math.ceil(height * scale)}px`;
      const room = svg.getBoundingClientRect().width;
      const left = Math.max(0, Math.min(x - 20, width - room / scale));
      const spare = Math.max(0, (room - width * scale) / 2);
      selection.call(behaviour.transform, zoomIdentity.translate(spare - left * scale, 0).scale(scale));
    },
    stop: () => selection.on('.zoom', null),
  };
}
