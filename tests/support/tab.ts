/** A model of a browser tab for tests of the address: a history of entries, one of which is current. */
import type { AddressWindow } from '../../src/browser/address.ts';

interface Entry {
  readonly url: URL;
  readonly state: unknown;
}

/** A tab that was opened at `address`; with `framed`, a frame in a page of another origin. */
export class Tab extends EventTarget implements AddressWindow {
  #entries: readonly Entry[];
  #at = 0;
  /** Whether the browser refuses to record anything, as it does in some frames. */
  refuses = false;
  readonly self = 'the window';
  readonly top: string;
  readonly location: AddressWindow['location'];
  readonly history: AddressWindow['history'];

  constructor(address: string, { framed = false, state = null }: { framed?: boolean; state?: unknown } = {}) {
    super();
    this.#entries = [{ url: new URL(address), state }];
    this.top = framed ? 'a window around it' : 'the window';
    const shown = () => this.shown;
    this.location = {
      get href() {
        return shown().url.href;
      },
      get hash() {
        return shown().url.hash;
      },
      get search() {
        return shown().url.search;
      },
    };
    this.history = {
      get state() {
        return shown().state;
      },
      pushState: (state, _, url) => this.#record(this.#at + 1, state, url),
      replaceState: (state, _, url) => this.#record(this.#at, state, url),
    };
  }

  /** The entry that is shown. */
  get shown(): Entry {
    const entry = this.#entries[this.#at];
    if (!entry) throw new Error('A tab shows one of its entries.');
    return entry;
  }

  /** How many entries the history has. */
  get length(): number {
    return this.#entries.length;
  }

  /** Moves through the history, as the buttons of a browser do. */
  go(by: number): void {
    this.#at += by;
    this.dispatchEvent(new Event('popstate'));
  }

  #record(at: number, state: unknown, url: string | URL | null | undefined): void {
    if (this.refuses) throw new DOMException('No.', 'SecurityError');
    this.#entries = [...this.#entries.slice(0, at), { state, url: new URL(url ?? '', this.shown.url) }];
    this.#at = at;
  }
}
