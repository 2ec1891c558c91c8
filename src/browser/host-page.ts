/**
 * What the small programs in a page with embeds share: which frame speaks, and how it is spoken to. The pages in the
 * frames are not trusted: a frame can have been led to any address.
 */

/** The frames that the page has marked as embeds. */
export const frames = (): HTMLIFrameElement[] => [
  ...document.querySelectorAll<HTMLIFrameElement>('iframe[data-parley]'),
];

/** The origin of the address that the page has given `frame`; `null` where it has none that can be named. */
function originOf(frame: HTMLIFrameElement): string {
  const { origin } = new URL(frame.src, location.href);
  const named = !frame.hasAttribute('sandbox') || frame.sandbox.contains('allow-same-origin');
  // Of a file, browsers write `file://` here and `null` in its messages.
  return named && /^http/.test(origin) ? origin : 'null';
}

/** What an embed says, as far as anybody looks at it; each part is checked before it is used. */
export type Message = Partial<
  Record<'parley' | 'type' | 'height' | 'code' | 'evidence' | 'moved' | 'quotations', unknown>
>;

/** The frame that sent a message; undefined where none did, or where another page than its address names speaks from it. */
export const senderOf = ({
  data,
  source,
  origin,
}: MessageEvent<Message | null | undefined>): HTMLIFrameElement | undefined =>
  frames().find(
    (frame) => data?.parley === 1 && frame.contentWindow === source && originOf(frame) === origin,
  );

/** Sends `message` to the page of the frame's address, once that is loaded, and to no other that has a name. */
export function postTo(frame: HTMLIFrameElement, message: object): void {
  const origin = originOf(frame);
  // Until its page has come, a frame holds an empty one of this page's origin.
  if (frame.contentDocument?.URL !== 'about:blank')
    frame.contentWindow?.postMessage({ parley: 1, ...message }, origin === 'null' ? '*' : origin);
}
