/**
 * Controls the page: opens the link of the address in the session of its scenario, draws that session, and writes its
 * state to the address and to storage.
 */
import { watchAddress, type Address } from '../../browser/address.ts';
import type { DecodedLink, Link } from '../../codec/link.ts';
import type { Futures } from '../../analysis/graph/futures.ts';
import type { Packed } from '../../lms/packed.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { START, type Place } from '../../session/place.ts';
import type { Session } from '../../session/session.svelte.ts';
import type { Services, Stories } from '../../view/shell/services.ts';
import { AppRoot } from './app-root.ts';
import { ownWork, type OwnWork } from './own/own-work.ts';
import { pageServices } from './page-services.ts';
import { PageLinks } from './page-links.ts';
import type { PlatformVisit } from './platform.ts';
import type { Visit } from './visit.ts';

interface Needs {
  readonly visit: Visit;
  readonly home: string;
  readonly inOneFile: boolean;
  /**
   * The contents that the page was packed with for a learning platform, and the connection to the platform; null for
   * none.
   */
  readonly platform: {
    readonly packed: Packed;
    readonly load: () => Promise<typeof import('./platform.ts')>;
  } | null;
  readonly newer: Pick<Services, 'onNewer' | 'takeNewer'>;
}

export class Page {
  readonly #needs: Needs;
  readonly #visit: Visit;
  readonly #links: PageLinks;
  readonly #drawing = new AppRoot();
  readonly #keepings = new Map<Session, OwnWork>();
  readonly #address: Address;
  #met: PlatformVisit | null = null;
  /** The link that is opened when the file of its scenario is loaded. */
  #waiting: Link | null = null;
  /** Whether drawing waits for code or an edition that is being loaded. */
  #loading = false;
  /** Whether no link has been opened in this visit yet. */
  #first = true;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#visit = needs.visit;
    this.#links = new PageLinks(needs.visit, needs.home);
    this.#address = watchAddress(
      (link, mark) => {
        const shown = this.#open(link, mark);
        if (this.#drawing.begun) this.#draw();
        return shown;
      },
      (mark) => this.#keeping().opened(mark),
      // A page in a frame, or in one file, may reload and needs its options in the address again; the site does not.
      needs.inOneFile || window.self !== window.top,
    );
  }

  /** Draws the page; a packed page waits for the answer of its platform. */
  begin(): void {
    const { platform } = this.#needs;
    if (!platform) {
      if (this.#loading || location.hash.length < 2) return this.#draw();
      // The view is drawn complete, so that nothing moves when parts above the question load.
      this.#loading = true;
      const draw = () => {
        this.#loading = false;
        this.#draw();
      };
      return void import('../../view/story/later.ts').then(draw, draw);
    }
    this.#loading = true;
    void Promise.all([platform.load(), this.#links.load()])
      .then(([{ startPlatformVisit }]) =>
        startPlatformVisit(
          platform.packed,
          this.#visit.session,
          (place) => this.#links.handIn(place).address,
        ),
      )
      .then((met) => {
        this.#met = met;
        this.#loading = false;
        this.#draw();
      });
  }

  /**
   * Opens `link`, the link of the address or null for none, for the stored work with the id `mark`. Returns the link
   * of what is then shown; null where nothing was opened.
   */
  #open(link: DecodedLink | null, mark: string): Link | null {
    const awaited = link?.ok ? this.#visit.awaits(link.value) : null;
    if (awaited !== null) {
      this.#openLater(this.#visit.fetchEdition(awaited));
      return null;
    }
    if (link === null) this.#visit.turnTo('');
    else if (link.ok && !this.#visit.turnToLink(link.value)) this.#waiting = link.value;
    const place = link === null ? { ok: true as const, value: START } : this.#links.read(link);
    const { session } = this.#visit;
    if (!place.ok) {
      if (place.why === 'loading') this.#openLater(this.#links.load());
      else session.tellOnce({ kind: 'bad-link', why: place.why });
      return null;
    }
    const whole = this.#keeping().whole(place.value, mark);
    const { weightsHanded } = session;
    session.openPlace(whole, link?.ok ? link.value.edition : session.whole.edition, this.#first);
    // An address without a mark was not written by this tab: it came from somebody else, and so did the weights in it.
    if (mark === '' || weightsHanded) session.takeWeightsAsHanded();
    const strange = link?.ok && link.value.view !== '' && link.value.view !== place.value.view;
    if (strange && !session.notice) session.tellOnce({ kind: 'bad-link', why: 'unknown-view' });
    // A mark says that this tab has shown the story before: it is not announced as one that somebody else told.
    const { notice } = session;
    if (mark !== '' && notice?.kind === 'opened' && !notice.migration && notice.replay.refused.length === 0)
      session.tellOnce(null);
    this.#first = false;
    return this.#links.fitting(session.place);
  }

  /** Opens the address again when `what` has settled. */
  #openLater(what: Promise<unknown>): void {
    this.#loading = true;
    void what.then(() => {
      this.#loading = false;
      this.#address.readAgain();
      this.#draw();
    });
  }

  /** Opens a scenario from a file: at the place of a waiting link, or where it was left in this visit. */
  async #openForeign(scenario: Scenario, futures: Futures | null): Promise<void> {
    const { compile } = await import('../../machine/compile.ts');
    const before = this.#visit.foreign(scenario.id);
    const session = this.#visit.add(scenario.id, scenario, futures, compile);
    this.#visit.turnTo(scenario.id);
    const waiting = this.#waiting;
    const place = waiting && this.#links.read({ ok: true, value: waiting });
    if (waiting && place?.ok) {
      session.openPlace(place.value, waiting.edition, true);
      session.takeWeightsAsHanded();
      this.#waiting = null;
    } else if (before) {
      session.openPlace({ ...before.place, view: 'story' }, before.whole.edition);
    }
    this.#draw();
  }

  /**
   * Shows another edition of the site’s own scenario. Returns its stored stories; null where that edition is not
   * available.
   */
  async #turnToEdition(edition: number): Promise<Stories | null> {
    if (this.#visit.shows === 'foreign' || edition === this.#visit.session.whole.edition) return null;
    const there = edition === this.#visit.shipped.edition || (await this.#visit.fetchEdition(edition));
    if (!there || !this.#visit.turnToEdition(edition)) return null;
    this.#draw();
    return this.#keeping().stories;
  }

  #draw(): void {
    if (this.#loading) return;
    const { session } = this.#visit;
    this.#drawing.draw(session, () => this.#services());
    // The first question does not wait for XState: until it is fetched, the machine read off the graph plays the story.
    void import('../../machine/compile.ts').then(
      ({ compile }) => session.chart(compile),
      () => undefined,
    );
  }

  #services(): Services {
    return pageServices({
      ...this.#needs,
      links: this.#links,
      stories: this.#keeping().stories,
      platform: this.#met?.view,
      show: (place) => this.#show(place),
      rewrite: () => this.#address.write(this.#links.fitting(this.#visit.session.place)),
      draw: () => this.#draw(),
      openForeign: (scenario, futures) => void this.#openForeign(scenario, futures),
    });
  }

  #show(place: Place): void {
    // The work is kept before the link is written: what is too long for a link is kept all the same.
    this.#address.mark(this.#keeping().shown(place));
    this.#address.write(this.#links.fitting(place));
    this.#met?.show(place);
  }

  /** The storage of the work of the present session. */
  #keeping(): OwnWork {
    const { session } = this.#visit;
    const known = this.#keepings.get(session);
    if (known) return known;
    const made = ownWork({
      session,
      scenario: this.#visit.keptAs,
      linkTo: (place) => this.#links.to(place),
      placeOf: (link) => this.#links.readKept(link),
      turnTo: (edition) => this.#turnToEdition(edition),
      loadLessons: () => this.#links.load(),
      elsewhere: this.#needs.platform !== null,
      changeMark: (mark) => {
        if (session !== this.#visit.session) return;
        this.#address.mark(mark);
        this.#address.write(this.#links.fitting(session.place));
      },
    });
    this.#keepings.set(session, made);
    return made;
  }
}
