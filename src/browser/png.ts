/** An SVG drawing as a PNG, drawn by the browser. */

/** The most pixels of a picture: the limit of phones. */
const POINTS = 16_000_000;

/**
 * `svg`, a whole file that says its width and height, as PNG at twice its size, or as large as browsers draw. Throws
 * where the browser cannot draw it.
 */
export async function png(svg: string): Promise<Blob> {
  const image = new Image();
  // As text in the address, since a page may not be allowed to show what lies elsewhere.
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
