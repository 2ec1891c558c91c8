/**
 * Reads QR codes in a picture or from a camera: with the browser’s own detector where it has one, otherwise with a
 * decoder that is loaded at first use.
 */

export type CameraWatch =
  | { readonly ok: true; readonly stop: () => void }
  /** No camera; access refused; in use by another program; or no secure context. */
  | { readonly ok: false; readonly why: 'none' | 'refused' | 'busy' | 'unsafe' };

interface Detector {
  readonly detect: (
    image: HTMLVideoElement | ImageBitmap,
  ) => Promise<readonly { readonly rawValue: string }[]>;
}
interface Detectors {
  new (options: { formats: string[] }): Detector;
  readonly getSupportedFormats: () => Promise<readonly string[]>;
}

/** Shows the camera in `video` and calls `seen` with each code, as often as it is seen, until it is stopped. */
export async function watch(video: HTMLVideoElement, seen: (text: string) => void): Promise<CameraWatch> {
  // Undefined in pages over plain HTTP.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.getUserMedia) return { ok: false, why: window.isSecureContext ? 'none' : 'unsafe' };
  let stream: MediaStream;
  try {
    stream = await devices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1280 } },
      audio: false,
    });
  } catch (error) {
    return { ok: false, why: WHY[error instanceof Error ? error.name : ''] ?? 'none' };
  }
  const read = await reader(video);
  let on = true;
  video.srcObject = stream;
  await video.play().catch(() => undefined);
  const look = async () => {
    while (on) {
      if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA)
        for (const text of await read().catch(() => [])) if (on) seen(text);
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
  };
  void look();
  return {
    ok: true,
    stop() {
      on = false;
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    },
  };
}

const WHY: Readonly<Record<string, 'none' | 'refused' | 'busy'>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** Returns a function that reads the codes in the present frame of `video`. */
async function reader(video: HTMLVideoElement): Promise<() => Promise<readonly string[]>> {
  const read = await decoder();
  return () => read(video, video.videoWidth, video.videoHeight);
}

/** Lengths of the longer side to which a picture is scaled, in pixels, tried in this order. */
const SIDES = [2_000, 1_000, 500];

/** The texts of the QR codes in `picture`; null where the browser cannot read it as a picture. */
export async function codesIn(picture: Blob): Promise<readonly string[] | null> {
  const bitmap = await createImageBitmap(picture).catch(() => null);
  if (!bitmap) return null;
  const read = await decoder();
  const longer = Math.max(bitmap.width, bitmap.height);
  const scales = new Set(SIDES.map((side) => Math.min(1, side / longer)));
  for (const scale of scales) {
    const texts = await read(bitmap, bitmap.width * scale, bitmap.height * scale);
    if (texts.length > 0) return texts;
  }
  return [];
}

/** Reads the codes in `picture`, drawn at this width and height. */
type Decode = (
  picture: HTMLVideoElement | ImageBitmap,
  width: number,
  height: number,
) => Promise<readonly string[]>;

async function decoder(): Promise<Decode> {
  const own = (window as { BarcodeDetector?: Detectors }).BarcodeDetector;
  if (own && (await own.getSupportedFormats().catch(() => [] as string[])).includes('qr_code')) {
    const detector = new own({ formats: ['qr_code'] });
    return async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue);
  }
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  return (picture, width, height) => {
    if (!pen || width < 1 || height < 1) return Promise.resolve([]);
    canvas.width = width;
    canvas.height = height;
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    try {
      return Promise.resolve([decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height))]);
    } catch {
      return Promise.resolve([]); // There is no code in the picture.
    }
  };
}
