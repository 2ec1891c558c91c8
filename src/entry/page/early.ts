/**
 * Early script of `index.html`. Until the program has loaded it records what the reader presses on the first screen,
 * and hides that screen where the address opens something else.
 */
const root = document.documentElement;
if (location.hash.length > 1 || /[?&]p=./.test(location.search)) root.dataset.wait = '';

addEventListener('click', (event: MouseEvent) => {
  const app = document.getElementById('app');
  if (!app?.hasAttribute('data-early') || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return;
  const pressed = (event.target as Element).closest('#app :is(a:not([download]), button)');
  if (!pressed) return;
  event.preventDefault();
  for (const other of app.querySelectorAll('[data-pressed]')) other.removeAttribute('data-pressed');
  pressed.setAttribute('data-pressed', '');
});

export {};
