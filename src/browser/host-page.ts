/**
 * Shared by the scripts in host pages: identifies the frame that sends a message, and sends messages to frames. The
 * pages in frames are untrusted, since a frame can be navigated anywhere.
 */

/** The frames that are marked as embeds. */
export const frames = (): HTMLIFrameElement[] => [
  ...document.querySelectorAll<HTMLIFrameElement>('iframe[data-parley]'),
];

/** The origin of the `src` of `frame`; `null` where it is opaque. */
function originOf(frame: HTMLIFrameElement): string {
  const { origin } = new URL(frame.src, location.href);
  const named = !frame.hasAttribute('sandbox') || frame.sandbox.contains('allow-same-origin');
  // For a file, browsers give `file://` here and `null` in messages.
  return named && /^http/.test(origin) ? origin : 'null';
}

/** The fields of an embed’s message that are read; each is validated before use. */
export type Message = Partial<
  Record<'parley' | 'type' | 'height' | 'code' | 'evidence' | 'moved' | 'quotations', unknown>
>;

/** The frame that sent a message; undefined where no embed did, or where the origin is not that of its `src`. */
export const senderOf = ({
  data,
  source,
  origin,
}: MessageEvent<Message | null | undefined>): HTMLIFrameElement | undefined =>
  frames().find(
    (frame) => data?.parley === 1 && frame.contentWindow === source && originOf(frame) === origin,
  );

/** Sends `message` to `frame` once its page is loaded, only to the origin of its `src` unless that is opaque. */
export function postTo(frame: HTMLIFrameElement, message: object): void {
  const origin = originOf(frame);
  // Before its page is loaded, a frame contains an empty document of this page’s origin.
  if (frame.contentDocument?.URL !== 'about:blank')
    frame.contentWindow?.postMessage({ parley: 1, ...message }, origin === 'null' ? '*' : origin);
}
