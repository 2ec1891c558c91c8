/** The scenarios of this visit, each with its session, by the name that its links have. One of them is shown. */
import type { Futures } from '../../analysis/graph/futures.ts';
import type { Link } from '../../codec/link.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Compile } from '../../session/exclusion.svelte.ts';
import { Session } from '../../session/session.svelte.ts';
import { futuresIn, keepsEdition, scenarioIn } from './editions.ts';
import { isOfItsEdition, type Naming } from './links.ts';

/** What stands before the number of an earlier edition of the site’s own scenario: no scenario has such an id. */
const EARLIER = '@';

export class Visit {
  readonly shipped: Scenario;
  /** Empty for the site’s own scenario, else the id of one from a file, or an earlier edition. */
  #name = '';
  #session: Session;
  /** Each session, by name, for as long as the page is open. */
  readonly #sessions = new Map<string, Session>();
  /** Earlier editions that could not be fetched. */
  readonly #missing = new Set<number>();

  /** Begins with the scenario that the site ships with. */
  constructor(shipped: Scenario, futures: Futures) {
    this.shipped = shipped;
    this.#session = this.add('', shipped, futures);
  }

  /** The session that is shown. */
  get session(): Session {
    return this.#session;
  }

  /** What this visit calls the scenario shown. */
  get name(): string {
    return this.#name;
  }

  /** Which scenario is shown: the newest edition of the site’s own, an earlier one, or one from a file. */
  get shows(): 'newest' | 'earlier' | 'foreign' {
    if (this.#name === '') return 'newest';
    return this.#name.startsWith(EARLIER) ? 'earlier' : 'foreign';
  }

  /** What links call what is shown. */
  get naming(): Naming {
    return {
      scenario: this.shows === 'foreign' ? this.#name : '',
      edition: this.#session.whole.edition,
      asMade: this.shows === 'earlier',
    };
  }

  /** What the stories of the scenario shown are kept under: one from a file is not the site’s own, whatever it calls itself. */
  get keptAs(): string {
    return this.shows === 'foreign' ? `file-${this.#session.whole.id}` : this.shipped.id;
  }

  /** The session of the scenario from a file with this id; undefined where none was opened. */
  foreign(id: string): Session | undefined {
    return this.#sessions.get(id);
  }

  /** Begins a session of a scenario under `name`, in place of one that has it. */
  add(name: string, scenario: Scenario, futures: Futures | null, compile: Compile | null = null): Session {
    const session = new Session(scenario, futures, compile);
    this.#sessions.set(name, session);
    return session;
  }

  /** Fetches the site’s own scenario in an earlier `edition`; false where that cannot be. */
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

  /** The edition that `link` opens in and that has to be fetched before; null for none. */
  awaits(link: Link): number | null {
    const name = this.#nameOf(link);
    return name.startsWith(EARLIER) && !this.#sessions.has(name) ? link.edition : null;
  }

  /** Shows the site’s own scenario in its `edition`, which is the newest or was fetched. */
  turnToEdition(edition: number): boolean {
    return this.turnTo(edition === this.shipped.edition ? '' : EARLIER + edition);
  }

  /** Shows the scenario with `name`; false where there is none in this visit. */
  turnTo(name: string): boolean {
    const next = this.#sessions.get(name);
    if (!next) return false;
    // The view `open` is where the reader left this scenario for another: on the way back the story is shown instead.
    if (next !== this.#session && this.#session.view === 'open') this.#session.show('story');
    this.#name = name;
    this.#session = next;
    return true;
  }

  /** Shows the scenario of `link`; false where it was not opened in this visit. */
  turnToLink(link: Link): boolean {
    return this.turnTo(this.#nameOf(link));
  }

  /** Whether the scenario shown is that of `link`. */
  showsOf(link: Link): boolean {
    return this.#nameOf(link) === this.#name;
  }

  /** Whether the scenario shown is that of `link`, in whatever edition. */
  keeps({ scenario }: Link): boolean {
    return this.shows === 'foreign' ? scenario === this.#name : ['', this.shipped.id].includes(scenario);
  }

  /**
   * The name of the scenario of `link`: a file may have the id of the site’s own map, and goes before it. What means
   * something in an earlier edition only opens there, where the site keeps it.
   */
  #nameOf(link: Link): string {
    const { scenario, edition } = link;
    if (scenario !== '' && (scenario !== this.shipped.id || this.#sessions.has(scenario))) return scenario;
    const earlier = edition < this.shipped.edition && keepsEdition(edition) && !this.#missing.has(edition);
    return earlier && isOfItsEdition(link) ? EARLIER + edition : '';
  }
}
