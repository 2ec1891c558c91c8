/**
 * `<parley-scenario>`: a scenario in a page without a frame. Its shadow root has a constructed style sheet, so it
 * works under a strict content security policy, defines no global names, and can occur many times in a page.
 *
 * Attributes, each also a property: `scenario`, the id of a scenario of this site; `src`, the address of a data file,
 * for any other; `story`, a link of the map or codes separated by spaces; `lock`, `evidence`, `endings`, `map` and
 * `theme` as the options of an embed. Events: `step` after every move, and `ending` when the story ends; `detail`
 * holds `story`, `link`, `code`, `evidence` and `ending`.
 */
import sheetText from '../../view/embed/embed.css?inline';
import { EMPTY_LINK, encodeLink } from '../../codec/link.ts';
import { readOptions } from '../../codec/options.ts';
import { addressOf, homeOf } from '../../codec/passed-on.ts';
import type { Replay } from '../../machine/replay.ts';
import type { Story } from '../../scenario/scenario.ts';
import { ID } from '../../scenario/terms.ts';
import { Embed } from '../../view/embed/embed.ts';
import { h, toElements } from '../../view/embed/tree.ts';
import { elementWords } from '../../words/beyond/element.ts';
import { fetchData } from './element-data.ts';
import { embedded, type EmbedData } from './embed-data.ts';
import { aboutLink, openLink, readLink } from './embed-link.ts';

/** The address of this script; the data files of the site lie beside it. */
const HERE = import.meta.url;

const sheet = new CSSStyleSheet();
sheet.replaceSync(`:host{display:block}${sheetText}`);

const SETTINGS = ['lock', 'evidence', 'endings', 'map', 'theme'] as const;
const WATCHED = ['src', 'scenario', 'story', ...SETTINGS] as const;

class ParleyScenario extends HTMLElement {
  static readonly observedAttributes = WATCHED;
  readonly #place = document.createElement('div');
  #embed: Embed | null = null;
  #data: EmbedData | null = null;
  /** Aborts what is in progress for the present data. */
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
    this.#data = null;
    this.#place.replaceChildren();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return;
    if (name === 'src' || name === 'scenario') void this.#load();
    else this.#tell();
  }

  /** The present story, as a list of codes. Setting it plays another story, as far as it can be played. */
  get story(): Story {
    return this.#embed?.story ?? [];
  }

  set story(story: Story) {
    this.setAttribute('story', [...story].join(' '));
  }

  async #load(): Promise<void> {
    this.#stop.abort();
    const stop = (this.#stop = new AbortController());
    const asked = this.getAttribute('scenario') ?? '';
    const source = this.getAttribute('src');
    if (source === null && !ID.test(asked)) {
      this.#say(elementWords.noScenario);
      return;
    }
    const address = source ?? new URL(`scenario/${asked}.json`, HERE).href;
    const data = await fetchData(address, stop.signal);
    if (stop.signal.aborted) return;
    if (!data.ok) this.#say(data.problem);
    else if (asked && asked !== data.value.file.id)
      this.#say(elementWords.otherScenario(address, data.value.file.id, asked));
    else {
      this.#data = data.value;
      this.#tell();
    }
  }

  /** Replaces the content with a sentence that states the problem. */
  #say(problem: string): void {
    this.#embed?.stop();
    this.#embed = null;
    this.#data = null;
    this.#place.replaceChildren(
      toElements(h('div', { class: 'embed' }, h('p', { class: 'note', role: 'alert' }, problem)), document),
    );
  }

  /** Draws the story that the attributes describe. */
  #tell(): void {
    if (!this.#data) return;
    try {
      this.#draw(this.#data);
    } catch {
      // Every field is valid, but scenario and futures are not of one build.
      this.#say(elementWords.notFitting(this.#data.file.id));
    }
  }

  #draw(data: EmbedData): void {
    this.#embed?.stop();
    const set = new URLSearchParams(
      SETTINGS.map((name) => [name, this.getAttribute(name) ?? '']).filter(([, to]) => to),
    );
    const { options, notes: faults } = readOptions(`?${set.toString()}`);
    if (options.theme === 'auto') delete this.#place.dataset.theme;
    else this.#place.dataset.theme = options.theme;

    const text = this.getAttribute('story') ?? '';
    const codes = text.split(/\s+/).filter(Boolean);
    const { link, notes: unread } = codes.every((code) => code.length <= 3)
      ? { link: { ...EMPTY_LINK, edition: data.file.edition, story: codes }, notes: [] }
      : readLink(text, data.file);
    const made = embedded(data, link.aside);
    const opening = openLink(made, link);
    const linkTo = (story: Story) => encodeLink({ ...link, edition: data.file.edition, story });
    const { lock, evidence, endings, map } = options;
    const home = homeOf(HERE, '', '.');
    this.#embed = new Embed(
      this.#place,
      made,
      {
        settings: { lock: Math.min(lock, opening.story.length), evidence, endings, map },
        notes: [...faults.map((text) => ({ text, details: [] })), ...unread, ...opening.notes],
        title: 'p',
        kept: opening.said,
        full: (story) => addressOf(home, linkTo(story)),
        about: addressOf(home, aboutLink(data.file.edition)),
        moved: (replay) => this.#announce(replay, linkTo),
      },
      { story: opening.story },
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
