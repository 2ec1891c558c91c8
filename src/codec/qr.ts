/** A text as a QR code (ISO/IEC 18004), as plain data that a view can draw. */
import { correction, generate } from 'lean-qr';

/** The modules of a code, without the quiet zone of four modules that it needs around it. */
export interface Square {
  /** The number of modules along each side. */
  readonly size: number;
  /** The dark modules as a path of SVG, one unit each: runs from left to right, so that no seams show. */
  readonly path: string;
}

/** The code that says `text`; null where no code can hold so much. */
export function squareOf(text: string): Square | null {
  let bitmap;
  try {
    // As few modules as can be, and then as much correction as these have room for.
    bitmap = generate(text, { minCorrectionLevel: correction.L, maxCorrectionLevel: correction.Q });
  } catch {
    return null;
  }
  const { size } = bitmap;
  let path = '';
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const from = x;
      while (bitmap.get(x, y)) x++;
      if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`;
    }
  return { size, path };
}
