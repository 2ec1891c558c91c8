/**
 * Early script of an embed. It runs before the first paint, records what the reader does until the program has
 * loaded, and starts the program.
 */
const { dataset } = document.documentElement;
const { search, hash } = location;

const theme = /[?&]theme=(light|dark)(?:&|$)/.exec(search + hash.slice(1))?.[1];
if (theme) dataset.theme = theme;
// The address names a story, so the first question is hidden until that story is drawn.
if (/[?&]p=./.test(search + hash) || /^#\d/.test(hash)) dataset.wait = '';
addEventListener('load', () => delete dataset.wait);

addEventListener('click', ({ target }) => {
  if ('ready' in dataset) return;
  const button = (target as Element).closest<HTMLElement>('[data-code]');
  if (!button) return;
  dataset.chose = button.dataset.code ?? '';
  for (const other of document.querySelectorAll('.chosen')) other.classList.remove('chosen');
  button.classList.add('chosen');
});

// The program starts after the first question is painted, so that it can be read meanwhile. A frame that is out of
// sight may never be painted, hence the timeout, in milliseconds. Where the first question is hidden, the program
// starts at once.
const PATIENCE = 200;
// Messages of the host page are held until the program listens, at most this many, and dispatched again with their
// source and origin, which the program checks.
const KEPT = 20;
const unheard: MessageEvent<unknown>[] = [];
const hold = (event: MessageEvent<unknown>) => void (unheard.length < KEPT && unheard.push(event));
addEventListener('message', hold);
addEventListener('DOMContentLoaded', () => {
  // The program adds its listener for messages when it starts.
  const start = () => {
    removeEventListener('message', hold);
    dispatchEvent(new Event('parley-start'));
    for (const { data, origin, source } of unheard.splice(0))
      dispatchEvent(new MessageEvent('message', { data, origin, source }));
  };
  if ('wait' in dataset || document.hidden) return start();
  // A task that is queued in an animation frame runs after the paint.
  requestAnimationFrame(() => setTimeout(start));
  setTimeout(start, PATIENCE);
});
