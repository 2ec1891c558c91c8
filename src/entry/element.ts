/**
 * `<parley-scenario>`: a scenario in a page without a frame. It lives in a shadow root whose style is a constructed
 * sheet, so it works under a strict policy, leaves no name behind, and many stand on one page without minding.
 *
 * Attributes, each a property too: `scenario`, the id of a scenario of this site; `src`, the address of a data file,
 * where it is another one; `story`, a link of the map or codes with spaces between them; `lock`, `evidence`, `endings`,
 * `map` and `theme` as an embed’s options. Events: `step` after every move, and `ending` when the story ends; `detail`
 * holds `story`, `link`, `code`, `evidence` and `ending`.
 */
import sheetText from '../view/embed/embed.css?inline';
import { BARE, decodeLink, encodeLink } from '../edge/link.ts';
import { readOptions } from '../edge/options.ts';
import { replay, type Replay } from '../machine/replay.ts';
import type { Story } from '../scenario/scenario.ts';
import { Embed } from '../view/embed/embed.ts';
import { badLinkWords, refusedWords } from '../view/embed/note-words.ts';
import type { Embedded, EmbedState } from '../view/embed/state.ts';
import { h, toElements } from '../view/embed/tree.ts';
import { fetchData } from './element-data.ts';
import { embedded } from './embed-data.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`:host{display:block}${sheetText}`);

const SETTINGS = ['lock', 'evidence', 'endings', 'map', 'theme'] as const;
const WATCHED = ['src', 'scenario', 'story', ...SETTINGS] as const;

class ParleyScenario extends HTMLElement {
  static readonly observedAttributes = WATCHED;
  readonly #place = document.createElement('div');
  #embed: Embed | null = null;
  #made: Embedded | null = null;
  /** Ends what is under way for the present data. */
  #stop = new AbortController();

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    this.#place.className = 'parley';
    root.append(this.#place);
  }

  connectedCallback(): void {
    void this.#load();
  }

  disconnectedCallback(): void {
    this.#stop.abort();
    this.#embed?.stop();
    this.#embed = null;
    this.#made = null;
    this.#place.replaceChildren();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.#made) return;
    if (name === 'src' || name === 'scenario') void this.#load();
    else this.#tell();
  }

  /** The story told now, as a list of codes. Set it to tell another, as far as it can be played. */
  get story(): Story {
    return this.#embed?.story ?? [];
  }

  set story(story: Story) {
    this.setAttribute('story', [...story].join(' '));
  }

  async #load(): Promise<void> {
    this.#stop.abort();
    const stop = (this.#stop = new AbortController());
    const site = new URL('.', import.meta.url);
    const address =
      this.getAttribute('src') ?? new URL(`scenario/${this.getAttribute('scenario') ?? ''}.json`, site).href;
    const data = await fetchData(new URL(address, document.baseURI).href, stop.signal);
    if (stop.signal.aborted) return;
    const asked = this.getAttribute('scenario');
    const problem = !data.ok
      ? data.problem
      : asked && asked !== data.value.file.id
        ? `The data at ${address} is of the scenario “${data.value.file.id}”, not “${asked}”.`
        : '';
    if (problem || !data.ok) {
      this.#place.replaceChildren(
        toElements(h('div', { class: 'embed' }, h('p', { class: 'note', role: 'alert' }, problem)), document),
      );
      return;
    }
    this.#made = embedded(data.value);
    this.#tell();
  }

  /** Draws the story of the attributes. */
  #tell(): void {
    const made = this.#made;
    if (!made) return;
    this.#embed?.stop();
    const { scenario } = made;
    const set = new URLSearchParams(
      SETTINGS.map((name) => [name, this.getAttribute(name) ?? '']).filter(([, to]) => to),
    );
    const { options, notes: faults } = readOptions(`?${set}`);
    const notes: EmbedState['notes'][number][] = faults.map((text) => ({ text, details: [] }));
    if (options.theme === 'auto') delete this.#place.dataset.theme;
    else this.#place.dataset.theme = options.theme;

    const { story, problem } = readStory(this.getAttribute('story') ?? '', scenario.id);
    if (problem) notes.push({ text: badLinkWords(problem), details: [] });
    const { steps, refused } = replay(made.machine, story);
    if (refused.length > 0) notes.push(refusedWords(scenario, scenario.edition, steps.length, refused));

    const link = (told: Story) =>
encodeLink({ ...BARE, edition: scenario.edition, story: told });
    const { lock, evidence, endings, map } = options;
    this.#embed = new Embed(
      this.#place,
      made,
      {
        settings: { lock: Math.min(lock, steps.length), evidence, endings, map },
        notes,
        kept: '',
        full: (told) => `${new URL('.', import.meta.url).href}#${link(told)}`,
        moved: (told) => this.#announce(told, link),
      },
      { story: steps.map(({ code }) => code) },
    );
  }

  #announce({ steps, now }: Replay, link: (story: Story) => string): void {
    const story = steps.map(({ code }) => code);
    const last = steps.at(-1)?.answer;
    const detail = {
      story,
      link: link(story),
      code: last?.code ?? '',
      evidence: last?.evidence ?? [],
      ending: now.ending?.id ?? '',
    };
    this.dispatchEvent(new CustomEvent('step', { detail }));
    if (now.ending) this.dispatchEvent(new CustomEvent('ending', { detail }));
  }
}

/** The story of a link, or of codes with spaces between them. */
function readStory(text: string, scenario: string): { story: Story; problem: string } {
  const codes = text.split(/\s+/).filter(Boolean);
  if (codes.every((code) => code.length <= 3)) return { story: codes, problem: '' };
  const link = decodeLink(text);
  if (!link.ok) return { story: [], problem: link.problem };
  const other = link.value.scenario && link.value.scenario !== scenario;
  return other ? { story: [], problem: 'other-scenario' } : { story: link.value.story, problem: '' };
}

for (const name of WATCHED.filter((name) => name !== 'story'))
  Object.defineProperty(ParleyScenario.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: ParleyScenario) {
      return this.getAttribute(name) ?? '';
    },
    set(this: ParleyScenario, value: unknown) {
      this.setAttribute(name, String(value));
    },
  });

if (!customElements.get('parley-scenario')) customElements.define('parley-scenario', ParleyScenario);
