/** Controller of an embed: draws the story into an element and handles the events in it. */
import { byId } from '../../scenario/lookups.ts';
import type { Story } from '../../scenario/scenario.ts';
import { replay, type Replay } from '../../machine/replay.ts';
import { quotation } from './draw-evidence.ts';
import { drawEmbed } from './draw.ts';
import type { Embedded, EmbedSettings, EmbedState } from './state.ts';
import { toElements } from './tree.ts';

export interface EmbedAround {
  readonly settings: EmbedSettings;
  readonly notes: EmbedState['notes'];
  readonly kept: string;
  readonly title: EmbedState['title'];
  /** The address of a story on the full map. */
  readonly full: (story: Story) => string;
  /** The address of the page “About this map”. */
  readonly about: string;
  /** Called after every move, with the present story and whether the reader made the move. */
  readonly moved: (replay: Replay, byReader: boolean) => void;
}

export class Embed {
  readonly #place: HTMLElement | ShadowRoot;
  readonly #embedded: Embedded;
  readonly #around: EmbedAround;
  readonly #stop = new AbortController();
  #told: Replay;

  /**
   * Draws `story`, which must be playable, in `place`. With `drawn`, the elements that the build has written are kept
   * as they are.
   */
  constructor(
    place: HTMLElement | ShadowRoot,
    embedded: Embedded,
    around: EmbedAround,
    { story, drawn = false }: { story: Story; drawn?: boolean },
  ) {
    this.#place = place;
    this.#embedded = embedded;
    this.#around = around;
    this.#told = replay(embedded.machine, story);
    if (!drawn) this.#draw(around.notes);
    else this.#address();
    place.addEventListener('click', (event) => this.#press(event.target as Element), {
      signal: this.#stop.signal,
    });
  }

  get told(): Replay {
    return this.#told;
  }

  get story(): Story {
    return this.#told.steps.map(({ code }) => code);
  }

  /** Shows `story`, as far as it can be played. With `byReader`, the focus moves to the new question or ending. */
  goTo(story: Story, byReader = false): void {
    this.#told = replay(this.#embedded.machine, story, this.#told);
    this.#draw([]);
    if (byReader) this.#show();
    this.#around.moved(this.#told, byReader);
  }

  /** Removes the listeners; the elements stay. */
  stop(): void {
    this.#stop.abort();
  }

  #draw(notes: EmbedState['notes']): void {
    const { full } = this.#around;
    const tree = drawEmbed({
      ...this.#around,
      embedded: this.#embedded,
      replay: this.#told,
      notes,
      full: full(this.story),
    });
    this.#place.replaceChildren(toElements(tree, document));
  }

  /** Sets the address of the full map, which the build does not know. */
  #address(): void {
    const full = this.#around.full(this.story);
    this.#place.querySelector('.about')?.setAttribute('href', this.#around.about);
    this.#place.querySelector('.onward')?.setAttribute('href', full);
    this.#place.querySelector('.address')?.replaceChildren(full);
  }

  #press(pressed: Element): void {
    const button = pressed.closest<HTMLButtonElement>('button');
    const { code, back, cite } = button?.dataset ?? {};
    if (button && cite) this.#cite(button, cite);
    else if (code) this.goTo([...this.story, code], true);
    else if (back) this.goTo(this.story.slice(0, Math.max(Number(back), this.#around.settings.lock)), true);
  }

  /**
   * Moves the focus to the new heading: that of the next question or of the ending. It is described by what the step
   * closed.
   */
  #show(): void {
    const news = this.#place.querySelector<HTMLElement>('h2');
    news?.focus({ preventScroll: true });
    const top = this.#place.querySelector('.embed');
    if (top && top.getBoundingClientRect().top < 0) top.scrollIntoView();
    // In a frame as tall as the embed only the host page can scroll.
    else news?.scrollIntoView({ block: 'nearest' });
  }

  /** Shows the quotation with `id` after the text with `button`, or removes it if it is shown. */
  #cite(button: HTMLButtonElement, id: string): void {
    const text = button.closest('p, li, dd, .remark') ?? button;
    const there = text.querySelector(`:scope > [data-quotation="${id}"]`);
    const { scenario } = this.#embedded;
    const item = byId(scenario.evidence, id);
    if (there) there.remove();
    else if (item) text.append(toElements(quotation(scenario, item), document));
    button.setAttribute('aria-expanded', String(!there));
  }
}
