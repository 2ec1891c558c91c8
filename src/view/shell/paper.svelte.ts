/** Tracks whether the page is being printed. */
import { flushSync } from 'svelte';
import { createSubscriber, MediaQuery } from 'svelte/reactivity';

const query = new MediaQuery('print');
let printing = false;

// The media query changes too late for the layout of the pages, so `beforeprint` is observed too.
const subscribe = createSubscriber((update) => {
  const turn = (on: boolean) => () => {
    printing = on;
    update();
    flushSync();
  };
  const [before, after] = [turn(true), turn(false)];
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
});

export function onPaper(): boolean {
  subscribe();
  return query.current || printing;
}
