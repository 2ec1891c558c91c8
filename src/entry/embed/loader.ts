/**
 * Script that a host page may load beside its embeds. It sets each frame marked `data-parley` to the height that the
 * frame requests, replaces marked links by frames, and connects an article with the map: an element whose
 * `data-parley` is the code of an answer or the id of a quotation is highlighted while the story is there, and takes
 * the frame there when it is pressed.
 *
 * It runs in the page of another site, so of the messages of a frame it uses only a height, and which phrases of the
 * page to highlight.
 */
import { frames, postTo, senderOf, type Message } from '../../browser/host-page.ts';

const PHRASE = '[data-parley]:not(iframe,[data-parley=""])';
const phrases = () => document.querySelectorAll<HTMLElement>(PHRASE);

/** Maximum number of height changes of a frame. It stops a frame and page that resize each other without end. */
const CHANGES = 500;
/** Minimum time between two scrolls to a frame, in milliseconds. */
const PAUSE = 1_000;
/** Maximum height of a frame, in pixels. */
const TALLEST = 20_000;
/** Maximum number of quotations in a message. */
const MOST = 500;

const changes = new WeakMap<HTMLIFrameElement, number>();
/** Earliest time of the next scroll, on the clock of `performance.now()`. */
let still = 0;

document.querySelectorAll<HTMLAnchorElement>('a[data-parley][href]').forEach((link) => {
  // A page from a disk may frame a file; browsers open no file in a page of the web.
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

/** Sets `frame` to the requested height, in pixels, within the limits above. */
function resize(frame: HTMLIFrameElement, height: unknown): void {
  const left = changes.get(frame) ?? CHANGES;
  if (typeof height === 'number' && height > (left > 0 ? 0 : frame.clientHeight) && height <= TALLEST) {
    changes.set(frame, left - 1);
    frame.style.height = `${height}px`;
  }
}

/**
 * Scrolls to the top of `frame`, only while the reader’s last action was in it, so that a frame cannot scroll the
 * page by itself.
 */
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

/** Handles clicks and keys: a click has no key, and Enter is the only key that presses a phrase. */
const press = ({ target, key = 'Enter' }: Event & { key?: string }) => {
  const phrase = (target as Element).closest<HTMLElement>(PHRASE);
  if (phrase && key === 'Enter')
    frames().forEach((frame) => postTo(frame, { type: 'goTo', to: phrase.dataset.parley }));
};
addEventListener('click', press);
addEventListener('keydown', press);
