/** Mounts the application for a session, and unmounts the one before. */
import { flushSync, mount, tick, unmount } from 'svelte';
import type { Session } from '../../session/session.svelte.ts';
import App from '../../view/shell/App.svelte';
import type { Services } from '../../view/shell/services.ts';

export class AppRoot {
  #app: Record<string, unknown> | null = null;
  #session: Session | null = null;

  /** Whether a session is drawn. */
  get begun(): boolean {
    return this.#app !== null;
  }

  /** Draws `session`, unless it is drawn already. `services` creates the services of its views. */
  draw(session: Session, services: () => Services): void {
    if (this.#session === session) return;
    const target = document.getElementById('app');
    if (!target) throw new Error('The page has no place for the app.');
    if (this.#app) {
      void unmount(this.#app);
      void tick().then(focusHeading);
    }
    const resume = this.#session ? () => undefined : takeOver(target);
    this.#app = mount(App, { target, props: { session, services: services() } });
    this.#session = session;
    resume();
  }
}

/**
 * Clears the first screen, which is in the page as HTML and which the program draws again. Returns a function that
 * restores the focus and repeats a press that happened before.
 */
function takeOver(target: HTMLElement): () => void {
  const controls = () => [...target.querySelectorAll<HTMLElement>('a, button')];
  const before = controls();
  const focused = before.findIndex((control) => control === document.activeElement);
  const pressed = before.findIndex((control) => control.hasAttribute('data-pressed'));
  target.replaceChildren();
  target.removeAttribute('data-early');
  delete document.documentElement.dataset.wait;
  return () => {
    if (focused < 0 && pressed < 0) return;
    flushSync();
    const now = controls();
    now[focused]?.focus({ preventScroll: true });
    now[pressed]?.click();
  };
}

/** Focuses the heading where the focused element was removed. */
function focusHeading(): void {
  if (document.activeElement !== document.body) return;
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}
