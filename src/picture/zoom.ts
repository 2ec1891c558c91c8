/** Zooming and panning a drawing, by wheel, by touch, and by the controls that a page gives. */
import { select, zoom, zoomIdentity, zoomTransform } from 'd3';

export interface Zooming {
  /** Larger or smaller, round the point of the window given, which stays where it is. */
  readonly by: (factor: number, x: number, y: number) => void;
  readonly pan: (dx: number, dy: number) => void;
  /** Shows the whole width of the drawing, or of its part from `x` on where it would be too small to read. */
  readonly fit: (x?: number) => void;
  /** Shows the point of the drawing in the middle, at least at `scale`. */
  readonly show: (x: number, y: number, scale: number) => void;
  readonly stop: () => void;
}

/** A point p of the drawing is seen at p × `k` + (`x`, `y`). Its text is that of an SVG transform. */
export interface Moved {
  readonly x: number;
  readonly y: number;
  readonly k: number;
  toString(): string;
}

/** The scale below which the drawing’s words are too small to be read. */
const READABLE = 0.85;

/**
 * Makes the drawing inside `element`, of `width` by `height`, zoomable between a fifth, or what shows all of it, and
 * four times its size. `moved` is told the transform, to be set on what holds the drawing. The drawing stands in its
 * full height at first, so that going up and down is left to the page; or, where the element is a `window` of its own
 * size, all of it is shown in that.
 */
export function zooming(
  element: SVGSVGElement | HTMLElement,
  width: number,
  height: number,
  moved: (transform: Moved) => void,
  window = false,
): Zooming {
  const size = () => element.getBoundingClientRect();
  const scaleAtFirst = () => Math.min(1, Math.max(READABLE, size().width / width));
  const whole = () => Math.min(1, size().width / width, size().height / height);
  const behaviour = zoom<SVGSVGElement | HTMLElement, unknown>()
    .scaleExtent([window ? Math.min(0.2, whole()) : 0.2, 4])
    .translateExtent([
      [-40, -40],
      [width + 40, height + 40],
    ])
    // A bare wheel scrolls the page; with the control key, as browsers do for pages, it zooms.
    .filter((event: Event) =>
      event instanceof WheelEvent ? event.ctrlKey || event.metaKey : !('button' in event && event.button),
    )
    .on('zoom', (event: { transform: Moved }) => moved(event.transform));
  const selection = select<SVGSVGElement | HTMLElement, unknown>(element).call(behaviour);
  // The behaviour asks for all touches; up and down belong to the page.
  element.style.touchAction = 'pan-y';
  return {
    by(factor, x, y) {
      const frame = size();
      selection.call(behaviour.scaleBy, factor, [x - frame.left, y - frame.top]);
    },
    pan(dx, dy) {
      const { k } = zoomTransform(element);
      selection.call(behaviour.translateBy, dx / k, dy / k);
    },
    fit(x = 0) {
      const scale = window ? whole() : scaleAtFirst();
      if (window) behaviour.scaleExtent([Math.min(0.2, scale), 4]);
      else element.style.height = `${Math.ceil(height * scale)}px`;
      const room = size();
      const left = window ? 0 : Math.max(0, Math.min(x - 20, width - room.width / scale));
      const spare = Math.max(0, (room.width - width * scale) / 2);
      const above = window ? Math.max(0, (room.height - height * scale) / 2) : 0;
      selection.call(behaviour.transform, zoomIdentity.translate(spare - left * scale, above).scale(scale));
    },
    show(x, y, scale) {
      selection.call(behaviour.scaleTo, Math.max(scale, whole()));
      // Unlike a transform set as a whole, this keeps to the drawing’s bounds.
      selection.call(behaviour.translateTo, x, y);
    },
    stop: () => selection.on('.zoom', null),
  };
}
