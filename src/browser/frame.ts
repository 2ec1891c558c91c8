/**
 * Messages between an embed and its host page. The embed sends its height in several protocols, and its steps to a
 * page that has sent `hello`. The page may ask it to go to a story, and nothing else.
 */

/** Messages to a page that has sent `hello`. `parley` is the version of the protocol. */
export type EmbedMessage =
  | { readonly parley: 1; readonly type: 'height'; readonly height: number }
  /** The quotations of the map, by id, for a page that looks for them in its own text. */
  | {
      readonly parley: 1;
      readonly type: 'quotations';
      readonly quotations: Readonly<Record<string, string>>;
    }
  | {
      readonly parley: 1;
      readonly type: 'step' | 'ending';
      /** The story in the notation of a link. */
      readonly link: string;
      /** The code of the latest answer, and the ids of the quotations it rests on; empty at the start. */
      readonly code: string;
      readonly evidence: readonly string[];
      /** The id of the ending; empty while the story goes on. */
      readonly ending: string;
      /** Whether the reader moved, and not the page. */
      readonly moved: boolean;
    };

/** Requests of the host page. */
export interface HostRequests {
  /** Asks to be told every step. */
  readonly hello: () => void;
  /** Asks for the quotations of the map. */
  readonly quotations: () => void;
  /** Asks for the story of a link, or for the step of an answer’s code or a quotation’s id. */
  readonly goTo: (to: string) => void;
}

/** Maximum length of a text in a message, in UTF-16 units. */
const LONGEST = 2_000;

/** Maximum height that is accepted, in pixels. */
export const TALLEST = 20_000;

/**
 * The messages of a height in pixels in each protocol: our own, and those of Datawrapper, AMP, Embedly, LTI tools and
 * WordPress.
 */
export function heightMessages(
  height: number,
  { id, secret, address }: { id: string; secret: string; address: string },
): readonly unknown[] {
  const own: EmbedMessage = { parley: 1, type: 'height', height };
  return [
    own,
    { 'datawrapper-height': { [id]: height } },
    { sentinel: 'amp', type: 'embed-size', height },
    // The path of a page on a disk is never sent.
    ...(/^https?:/.test(address) ? [JSON.stringify({ src: address, context: 'iframe.resize', height })] : []),
    { subject: 'lti.frameResize', height },
    ...(secret ? [{ message: 'height', value: height, secret }] : []),
  ];
}

/** Calls the request of an untrusted message. Returns whether the message was valid. */
export function dispatch(data: unknown, asked: HostRequests): boolean {
  if (typeof data !== 'object' || data === null || own(data, 'parley') !== 1) return false;
  const act = ACTS.get(own(data, 'type'));
  return act ? act(data, asked) : false;
}

const ACTS = new Map<unknown, (data: object, asked: HostRequests) => boolean>([
  [
    'hello',
    (_, asked) => {
      asked.hello();
      return true;
    },
  ],
  [
    'quotations',
    (_, asked) => {
      asked.quotations();
      return true;
    },
  ],
  [
    'goTo',
    (data, asked) => {
      const to = own(data, 'to');
      if (typeof to !== 'string' || to === '' || to.length > LONGEST) return false;
      asked.goTo(to);
      return true;
    },
  ],
]);

/** An own field of `data`, never an inherited one. */
const own = (data: object, field: string): unknown =>
  Object.hasOwn(data, field) ? (data as Record<string, unknown>)[field] : undefined;

/**
 * Listens to messages of the parent window only. The first origin that sends a valid message is the only one accepted
 * from then on; where `expected` names an origin, only that. Returns a function that sends a message to that page
 * once it has sent `hello`, and does nothing before.
 */
export function watchHost(asked: HostRequests, expected: string): (message: EmbedMessage) => void {
  let origin = expected;
  let listening = false;
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || window.parent === window) return;
    if (origin && event.origin !== origin) return;
    const understood = dispatch(event.data, {
      hello() {
        listening = true;
        origin = event.origin;
        asked.hello();
      },
      quotations() {
        if (listening) asked.quotations();
      },
      goTo(to) {
        if (listening) asked.goTo(to);
      },
    });
    if (understood) origin = event.origin;
  });
  return (message) => {
    // Pages from a file or in a sandbox have an opaque origin, which cannot be a target.
    if (listening) window.parent.postMessage(message, origin === 'null' ? '*' : origin);
  };
}

/**
 * The address that this frame was opened with, by which the host page identifies it. It is kept in the history entry,
 * because after a reload the live address contains the reader’s story.
 */
export function openedWith(): string {
  const state: unknown = history.state;
  const address = typeof state === 'object' && state !== null ? own(state, 'opened') : undefined;
  return typeof address === 'string' ? address : location.href;
}

/**
 * Writes `fragment` to the frame’s own address, which was opened as `opened`. It never adds an entry, which would be
 * in the history of the host page.
 */
export function keepInAddress(fragment: string, opened: string): void {
  try {
    // On a disk the address is never sent, so it is not stored.
    history.replaceState(location.protocol === 'file:' ? null : { opened }, '', `#${fragment}`);
  } catch {
    // Ignored: some frames cannot change their address, and the story does not need it.
  }
}

/**
 * Sends the height of `element` to the host page, now and whenever it changes. `address` is the one that the frame
 * was opened with. Returns a function that sends it once more.
 */
export function reportHeight(
  element: Element,
  names: { id: string; secret: string; address: string },
): () => void {
  if (window.parent === window) return () => undefined;
  let told = 0;
  const tell = () => {
    const height = Math.min(TALLEST, Math.ceil(element.getBoundingClientRect().height));
    if (height === told || height === 0) return;
    told = height;
    // Any page around may know how tall the embed is and by which address it was opened. That says nothing of the reader,
    // so the messages go to every origin.
    for (const message of heightMessages(height, names)) window.parent.postMessage(message, '*');
  };
  new ResizeObserver(tell).observe(element);
  tell();
  return () => {
    told = 0;
    tell();
  };
}
