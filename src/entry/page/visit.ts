/** The scenarios opened in this visit, each with its session, by the name that links use. One of them is shown. */
import type { Futures } from '../../analysis/graph/futures.ts';
import type { Link } from '../../codec/link.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Compile } from '../../session/exclusion.svelte.ts';
import { Session } from '../../session/session.svelte.ts';
import { futuresIn, keepsEdition, scenarioIn } from './editions.ts';
import { isOfItsEdition, type Naming } from './links.ts';

/** Prefix of the name of an earlier edition of the site’s own scenario. No id of a scenario contains it. */
const EARLIER = '@';

export class Visit {
  readonly shipped: Scenario;
  /**
   * Name of the scenario shown: empty for the site’s own, `@` and the number for an earlier edition, or the id of one
   * from a file.
   */
  #name = '';
  #session: Session;
  /** Sessions by name, for the lifetime of the page. */
  readonly #sessions = new Map<string, Session>();
  /** Earlier editions that could not be loaded. */
  readonly #missing = new Set<number>();

  /** Starts with the scenario that the site ships with. */
  constructor(shipped: Scenario, futures: Futures) {
    this.shipped = shipped;
    this.#session = this.add('', shipped, futures);
  }

  get session(): Session {
    return this.#session;
  }

  /** The name of the scenario shown. */
  get name(): string {
    return this.#name;
  }

  /** Which scenario is shown: the newest edition of the site’s own, an earlier one, or one from a file. */
  get shows(): 'newest' | 'earlier' | 'foreign' {
    if (this.#name === '') return 'newest';
    return this.#name.startsWith(EARLIER) ? 'earlier' : 'foreign';
  }

  /** How links name the scenario shown. */
  get naming(): Naming {
    return {
      scenario: this.shows === 'foreign' ? this.#name : '',
      edition: this.#session.whole.edition,
      asMade: this.shows === 'earlier',
    };
  }

  /**
   * Storage key of the stories of the scenario shown. A prefix separates scenarios from files from the site’s own,
   * even with the same id.
   */
  get keptAs(): string {
    return this.shows === 'foreign' ? `file-${this.#session.whole.id}` : this.shipped.id;
  }

  /** The session of the scenario from a file with this id; undefined where none was opened. */
  foreign(id: string): Session | undefined {
    return this.#sessions.get(id);
  }

  /** Creates a session under `name`, replacing any earlier one. */
  add(name: string, scenario: Scenario, futures: Futures | null, compile: Compile | null = null): Session {
    const session = new Session(scenario, futures, compile);
    this.#sessions.set(name, session);
    return session;
  }

  /** Loads an earlier edition of the site’s own scenario. Resolves to false where that fails. */
  async fetchEdition(edition: number): Promise<boolean> {
    if (this.#sessions.has(EARLIER + edition)) return true;
    try {
      const [scenario, futures] = await Promise.all([scenarioIn(edition), futuresIn(edition)]);
      if (scenario && futures) this.add(EARLIER + edition, scenario, futures);
      else this.#missing.add(edition);
    } catch {
      this.#missing.add(edition);
    }
    return !this.#missing.has(edition);
  }

  /** The edition that must be loaded before `link` can be opened; null for none. */
  awaits(link: Link): number | null {
    const name = this.#nameOf(link);
    return name.startsWith(EARLIER) && !this.#sessions.has(name) ? link.edition : null;
  }

  /** Shows this edition of the site’s own scenario. Returns false where it is neither the newest nor loaded. */
  turnToEdition(edition: number): boolean {
    return this.turnTo(edition === this.shipped.edition ? '' : EARLIER + edition);
  }

  /** Shows the scenario with `name`. Returns false where this visit has none. */
  turnTo(name: string): boolean {
    const next = this.#sessions.get(name);
    if (!next) return false;
    // The view `open` is where the reader left this scenario for another: on the way back the story is shown instead.
    if (next !== this.#session && this.#session.view === 'open') this.#session.show('story');
    this.#name = name;
    this.#session = next;
    return true;
  }

  /** Shows the scenario of `link`. Returns false where it is not open in this visit. */
  turnToLink(link: Link): boolean {
    return this.turnTo(this.#nameOf(link));
  }

  /** Whether the scenario shown is that of `link`. */
  showsOf(link: Link): boolean {
    return this.#nameOf(link) === this.#name;
  }

  /** Whether `link` belongs to the scenario shown, in any edition. */
  keeps({ scenario }: Link): boolean {
    return this.shows === 'foreign' ? scenario === this.#name : ['', this.shipped.id].includes(scenario);
  }

  /**
   * The name of the scenario of `link`. A file with the id of the site’s own scenario takes precedence. A link that
   * is valid in an earlier edition only opens in that edition, where the site has it.
   */
  #nameOf(link: Link): string {
    const { scenario, edition } = link;
    if (scenario !== '' && (scenario !== this.shipped.id || this.#sessions.has(scenario))) return scenario;
    const earlier = edition < this.shipped.edition && keepsEdition(edition) && !this.#missing.has(edition);
    return earlier && isOfItsEdition(link) ? EARLIER + edition : '';
  }
}
