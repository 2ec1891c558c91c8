/** An embed at work: draws the story into an element, and follows what the reader presses. */
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
  /** The address of the full map with a story. */
  readonly full: (story: Story) => string;
  /** The address of the page about it. */
  readonly about: string;
  /** Told after every move: what is told now, and whether the reader moved. */
  readonly moved: (replay: Replay, byReader: boolean) => void;
}

export class Embed {
  readonly #place: HTMLElement | ShadowRoot;
  readonly #embedded: Embedded;
  readonly #around: EmbedAround;
  readonly #stop = new AbortController();
  #told: Replay;

  /**
   * Tells `story`, which can be played, in `place`. Where `drawn` says that the elements are there already, as the
   * build has written them, they are taken over as they are.
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

  /** Goes to `story`, as far as it can be played; `byReader` takes the reader to what is new. */
  goTo(story: Story, byReader = false): void {
    this.#told = replay(this.#embedded.machine, story, this.#told);
    this.#draw([]);
    if (byReader) this.#show();
    this.#around.moved(this.#told, byReader);
  }

  /** Stops listening; what is drawn stays. */
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

  /** The build does not know the address of the full map. */
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

  /** Takes the reader to what is new: the next question or the ending. What its step closed describes the heading. */
  #show(): void {
    const news = this.#place.querySelector<HTMLElement>('h2');
    news?.focus({ preventScroll: true });
    const top = this.#place.querySelector('.embed');
    if (top && top.getBoundingClientRect().top < 0) top.scrollIntoView();
    // In a frame as tall as the embed, it is the page around that may have to move.
    else news?.scrollIntoView({ block: 'nearest' });
  }

  /** Shows the quotation with `id` right after the text in which it was pressed, or takes it away again. */
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
