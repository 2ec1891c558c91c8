/**
 * The small program that a page may load beside its embeds. It gives each frame marked `data-parley` the height it
 * asks for, makes a frame of a link so marked, and joins the article to the map: an element whose `data-parley` names
 * an answer’s code or a quotation is lit while the story stands there, and leads there when it is pressed.
 */
const OWN = '[data-parley]';
const phrases = () => document.querySelectorAll<HTMLElement>(`${OWN}:not(iframe)`);
const frames = () => document.querySelectorAll<HTMLIFrameElement>(`iframe${OWN}`);

/** The origin that speaks from a frame; a frame in a sandbox has none. */
const originOf = (frame: HTMLIFrameElement) =>
  frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin')
    ? 'null'
    : new URL(frame.src, document.baseURI).origin;

// What is said holds nothing that a wrong page in the frame may not hear.
const say = (frame: HTMLIFrameElement, message: object) =>
  frame.contentWindow?.postMessage({ parley: 1, ...message }, '*');

document.querySelectorAll<HTMLAnchorElement>(`a${OWN}[href]`).forEach((link) => {
  const frame = document.createElement('iframe');
  frame.src = link.href;
  frame.title = link.textContent ?? '';
  frame.loading = 'lazy';
  frame.dataset.parley = '';
  frame.width = '100%';
  frame.height = '700';
  link.replaceWith(frame);
});

frames().forEach((frame) => {
  const hello = () => say(frame, { type: 'hello' });
  frame.addEventListener('load', hello);
  hello();
});
phrases().forEach((phrase) => {
  phrase.tabIndex = 0;
  phrase.setAttribute('role', 'button');
});

addEventListener('message', ({ data, source, origin }) => {
  const frame = [...frames()].find((frame) => frame.contentWindow === source);
  if (!frame || data?.parley !== 1 || origin !== originOf(frame)) return;
  if (data.type === 'height' && data.height > 0 && data.height <= 20_000)
    frame.style.height = `${data.height}px`;
  if (data.type !== 'step' && data.type !== 'ending') return;
  phrases().forEach((phrase) => {
    const { parley = '' } = phrase.dataset;
    const lit = parley === data.code || (Array.isArray(data.evidence) && data.evidence.includes(parley));
    phrase.classList.toggle('parley-lit', lit);
    phrase.ariaCurrent = lit ? 'step' : null;
  });
  if (data.moved && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
});

const press = (event: Event) => {
  const phrase = (event.target as Element).closest<HTMLElement>(`${OWN}:not(iframe)`);
  if (!phrase || (event instanceof KeyboardEvent && event.key !== 'Enter')) return;
  frames().forEach((frame) => say(frame, { type: 'goTo', to: phrase.dataset.parley }));
};
addEventListener('click', press);
addEventListener('keydown', press);

export {};
