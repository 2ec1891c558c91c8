/**
 * The small program that a page may load beside its embeds. It gives each frame marked `data-parley` the height it
 * asks for, makes a frame of a link so marked, and joins the article to the map: an element whose `data-parley` names
 * an answer’s code or a quotation is lit while the story stands there, and leads there when it is pressed.
 *
 * It runs in another site's page: of a frame's messages it uses only a height, and which of the page's own phrases to
 * mark.
 */
import { frames, postTo, senderOf, type Message } from '../../browser/host-page.ts';

const PHRASE = '[data-parley]:not(iframe,[data-parley=""])';
const phrases = () => document.querySelectorAll<HTMLElement>(PHRASE);

/** A frame whose height has changed more often than this grows and shrinks no more, so that it comes to rest. */
const CHANGES = 500;
/** The page is scrolled to a frame at most once in this time, in milliseconds. */
const PAUSE = 1_000;
/** No frame is taller, in pixels. */
const TALLEST = 20_000;
/** No message names more quotations. */
const MOST = 500;

const changes = new WeakMap<HTMLIFrameElement, number>();
/** When the page may be scrolled again, as `performance.now()` counts. */
let still = 0;

document.querySelectorAll<HTMLAnchorElement>('a[data-parley][href]').forEach((link) => {
  // Of a page on a disk, the frame is a file too; browsers open none in a page of the web.
  if (!/^(https?|file):/.test(link.protocol)) return;
  const frame = Object.assign(document.createElement('iframe'), {
    title: link.textContent,
    loading: 'lazy',
    width: '100%',
    height: '700',
    src: link.href,
  } as const);
  frame.dataset.parley = '';
  link.replaceWith(frame);
});

frames().forEach((frame) => {
  const hello = () => postTo(frame, { type: 'hello' });
  frame.addEventListener('load', hello);
  hello();
});
phrases().forEach((phrase) => {
  phrase.tabIndex = 0;
  phrase.role = 'button';
});

addEventListener('message', (event: MessageEvent<Message>) => {
  const frame = senderOf(event);
  if (!frame) return;
  const { type, height, code, evidence, moved } = event.data;
  if (type === 'height') resize(frame, height);
  if (type !== 'step' && type !== 'ending') return;
  const named = [code].concat(evidence).slice(0, MOST);
  phrases().forEach((phrase) => {
    const lit = named.includes(phrase.dataset.parley);
    phrase.classList.toggle('parley-lit', lit);
    phrase.ariaCurrent = lit ? 'step' : null;
  });
  if (moved) show(frame);
});

/** Gives `frame` the height that it asks for, in pixels. */
function resize(frame: HTMLIFrameElement, height: unknown): void {
  const left = changes.get(frame) ?? CHANGES;
  if (typeof height === 'number' && height > (left > 0 ? 0 : frame.clientHeight) && height <= TALLEST) {
    changes.set(frame, left - 1);
    frame.style.height = `${height}px`;
  }
}

/** Scrolls to the top of `frame`, in answer to the reader's own act in it: a page cannot pretend one. */
function show(frame: HTMLIFrameElement): void {
  const now = performance.now();
  if (
    now > still &&
    document.activeElement === frame &&
    navigator.userActivation?.isActive !== false &&
    frame.getBoundingClientRect().top < 0
  ) {
    still = now + PAUSE;
    frame.scrollIntoView();
  }
}

/** Of keys, only Enter presses a phrase; a click has none. */
const press = ({ target, key = 'Enter' }: Event & { key?: string }) => {
  const phrase = (target as Element).closest<HTMLElement>(PHRASE);
  if (phrase && key === 'Enter')
    frames().forEach((frame) => postTo(frame, { type: 'goTo', to: phrase.dataset.parley }));
};
addEventListener('click', press);
addEventListener('keydown', press);
