/**
 * What an embed and the page around it say to each other. The embed tells its height in the dialects that pages
 * listen to, and its steps to a page that has said hello; the page may ask it to go to a story, and nothing else.
 */

/** What the embed tells a page that has said hello. `parley` is the version of this language. */
export type EmbedMessage =
  | { readonly parley: 1; readonly type: 'height'; readonly height: number }
  /** Every quotation of the map by its id, for a page that looks for them in its own text. */
  | {
      readonly parley: 1;
      readonly type: 'quotations';
      readonly quotations: Readonly<Record<string, string>>;
    }
  | {
      readonly parley: 1;
      readonly type: 'step' | 'ending';
      /** The story as a link writes it. */
      readonly link: string;
      /** The code of the latest answer, and the ids of the quotations it rests on; empty at the start. */
      readonly code: string;
      readonly evidence: readonly string[];
      /** The id of the ending; empty while the story goes on. */
      readonly ending: string;
      /** Whether the reader moved, and not the page. */
      readonly moved: boolean;
    };

/** What a page may say to the embed. */
export interface HostRequests {
  /** Asks to be told every step. */
  readonly hello: () => void;
  /** Asks for the quotations of the map. */
  readonly quotations: () => void;
  /** Asks for the story of a link, or, by a code or the id of a quotation, for the step that goes with it. */
  readonly goTo: (to: string) => void;
}

/** No text in a message may be longer. */
const LONGEST = 2_000;

/** Height that is believed: pixels. */
export const TALLEST = 20_000;

/** The height, once in every dialect: our own, Datawrapper’s, AMP’s, Embedly’s, that of LTI tools, WordPress’s. */
export function heightMessages(
  height: number,
  { id, secret, address }: { id: string; secret: string; address: string },
): readonly unknown[] {
  const own: EmbedMessage = { parley: 1, type: 'height', height };
  return [
    own,
    { 'datawrapper-height': { [id]: height } },
    { sentinel: 'amp', type: 'embed-size', height },
    // Where a page lies on a disk is told to nobody.
    ...(/^https?:/.test(address) ? [JSON.stringify({ src: address, context: 'iframe.resize', height })] : []),
    { subject: 'lti.frameResize', height },
    ...(secret ? [{ message: 'height', value: height, secret }] : []),
  ];
}

/** Takes a message from outside to what it asks for; gives whether it was understood. */
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

/** A field of `data` itself, never one that every object inherits. */
const own = (data: object, field: string): unknown =>
  Object.hasOwn(data, field) ? (data as Record<string, unknown>)[field] : undefined;

/**
 * Listens to `parent`, the window around this one, and to nobody else. The first page that says something the embed
 * understands is the one it listens to from then on; where `expected` names the origin of the page, only that.
 * Gives a function that tells that page something once it has said hello, and does nothing before.
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
    // A page from a file, or in a sandbox, has no origin that could be named.
    if (listening) window.parent.postMessage(message, origin === 'null' ? '*' : origin);
  };
}

/**
 * The address that this frame was opened with, by which the page around knows it. The entry of the browser’s history
 * remembers it: after the frame is loaded again, its live address holds the reader’s story.
 */
export function openedWith(): string {
  const state: unknown = history.state;
  const address = typeof state === 'object' && state !== null ? own(state, 'opened') : undefined;
  return typeof address === 'string' ? address : location.href;
}

/**
 * Keeps `fragment` in the frame’s own address, which was opened as `opened`. Never as a new entry: those land in the
 * back button of the page around.
 */
export function keepInAddress(fragment: string, opened: string): void {
  try {
    // Where it lies on a disk is told to nobody, so it need not be remembered.
    history.replaceState(location.protocol === 'file:' ? null : { opened }, '', `#${fragment}`);
  } catch {
    // Some frames have no address of their own; the story needs none.
  }
}

/**
 * Tells the height of `element` to the page around, now and whenever it changes. `address` is the one that the frame
 * was opened with. Gives a function that tells it once more, to a page that began to listen later.
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
