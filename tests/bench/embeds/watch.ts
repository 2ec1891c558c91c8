/** Runs in the page: when the first question can be read and chosen, and when the next one stands there after that. */
import type { AskingPage } from './page.ts';

export interface Watched {
  /** Milliseconds from the start of the navigation until the first question and the answer to press are painted. */
  readonly first: number;
  /** The same until the second question is painted, when an answer was pressed once, as soon as it was there. */
  readonly next: number;
}

/** The whole page’s clock also where a page asks its questions in a frame, whose own clock starts later. */
export function watch({
  page,
  given,
}: {
  page: Pick<AskingPage, 'question' | 'choice'>;
  /** Which answer of the first question is pressed, from 0. */
  given: number;
}): void {
  const whole = (window.top ?? window) as Window & { watched?: Partial<Watched> };
  const clock = () => performance.timeOrigin + performance.now() - whole.performance.timeOrigin;
  const shown = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter((one) =>
      one.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    );
  const text = () => shown(page.question).at(-1)?.textContent ?? '';
  // A frame is laid out and painted after its callbacks; the message comes right behind.
  const painted = (then: () => void) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(null);
  };
  let asked = '';
  const look = () => {
    if (!asked) {
      const choices = shown(page.choice);
      if (!text() || choices.length <= given) return void requestAnimationFrame(look);
      asked = text();
      painted(() => {
        whole.watched = { first: clock() };
        choices[given]?.click();
        requestAnimationFrame(look);
      });
    } else if (text() === asked || shown(page.choice).length === 0) requestAnimationFrame(look);
    else painted(() => (whole.watched = { ...whole.watched, next: clock() }));
  };
  requestAnimationFrame(look);
}
