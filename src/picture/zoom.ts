/** Zooming and panning a drawing, by wheel, by touch, and by the controls that a page gives. */
import { select, zoom, zoomIdentity, zoomTransform } from 'd3';

export interface Zooming {
  readonly by: (factor: number) => void;
  readonly pan: (dx: number, dy: number) => void;
  /** Shows the whole drawing. */
  readonly fit: () => void;
  /** Puts the rectangle in the middle, at the drawing’s own size or smaller. */
  readonly show: (x: number, y: number, width: number, height: number) => void;
  readonly stop: () => void;
}

/**
 * Makes the drawing inside `svg`, of `width` by `height`, zoomable between a quarter and four times its size.
 * `moved` is told the transform, to be set on the group that holds the drawing.
 */
export function zooming(
  svg: SVGSVGElement,
  width: number,
  height: number,
  moved: (transform: string) => void,
): Zooming {
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([0.2, 4])
    .translateExtent([
      [-width / 2, -height / 2],
      [width * 1.5, height * 1.5],
    ])
    // A bare wheel scrolls the page; with the control key, as browsers do for pages, it zooms.
    .filter((event: Event) =>
      event instanceof WheelEvent ? event.ctrlKey || event.metaKey : !('button' in event && event.button),
    )
    .on('zoom', (event: { transform: { toString(): string } }) => moved(event.transform.toString()));
  svg.style.aspectRatio = `${width} / ${height}`;
  const selection = select(svg).call(behaviour);
  const frame = () => svg.getBoundingClientRect();
  const show = (x: number, y: number, w: number, h: number) => {
    const { width: seenWidth, height: seenHeight } = frame();
    const scale = Math.min(1, seenWidth / w, seenHeight / h);
    const transform = zoomIdentity
      .translate(seenWidth / 2 - scale * (x + w / 2), seenHeight / 2 - scale * (y + h / 2))
      .scale(scale);
    selection.call(behaviour.transform, transform);
  };
  return {
    by: (factor) => selection.call(behaviour.scaleBy, factor),
    pan(dx, dy) {
      const { k } = zoomTransform(svg);
      selection.call(behaviour.translateBy, dx / k, dy / k);
    },
    fit: () => show(0, 0, width, height),
    show,
    stop: () => selection.on('.zoom', null),
  };
}
