/** The first lines of an embed: they run before anything is drawn, and keep what the reader does meanwhile. */
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
