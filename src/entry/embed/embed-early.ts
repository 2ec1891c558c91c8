/** The first lines of an embed: they run before anything is drawn, keep what the reader does meanwhile, and start the program. */
const { dataset } = document.documentElement;
const { search, hash } = location;

const theme = /[?&]theme=(light|dark)(?:&|$)/.exec(search + hash.slice(1))?.[1];
if (theme) dataset.theme = theme;
// Another story than the first question is about to be opened: that is not shown first.
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

// The program starts when the first question is painted, so that it can be read while the program gets ready. A frame
// that is out of sight may not be painted at all, and a story that is waited for is shown by the program alone.
const PATIENCE = 200;
// What the page around says meanwhile is heard then, with its source and origin as they were: the program checks them.
const KEPT = 20;
const unheard: MessageEvent<unknown>[] = [];
const hold = (event: MessageEvent<unknown>) => void (unheard.length < KEPT && unheard.push(event));
addEventListener('message', hold);
addEventListener('DOMContentLoaded', () => {
  // The program listens once.
  const start = () => {
    removeEventListener('message', hold);
    dispatchEvent(new Event('parley-start'));
    for (const { data, origin, source } of unheard.splice(0))
      dispatchEvent(new MessageEvent('message', { data, origin, source }));
  };
  if ('wait' in dataset || document.hidden) return start();
  // A frame is painted after its callbacks; what is put off from there runs behind.
  requestAnimationFrame(() => setTimeout(start));
  setTimeout(start, PATIENCE);
});
