/** Converts SVG to PNG in the browser. */

/** Maximum number of pixels of a canvas; the limit of phones. */
const POINTS = 16_000_000;

/**
 * `svg`, a complete file with width and height, as PNG at twice its size, or smaller where that exceeds the limit.
 * Rejects where the browser cannot draw it.
 */
export async function png(svg: string): Promise<Blob> {
  const image = new Image();
  // A data URL, which the policy of the page allows.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { width, height } = image;
  const scale = Math.min(2, Math.sqrt(POINTS / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no canvas to draw on.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('This browser cannot make a PNG of the drawing.');
  return blob;
}
