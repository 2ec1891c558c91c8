/** The page: the scenario that this site ships with, and those that the reader opens from files. */
import '../../view/shell/paper.css';
import { mount, tick, unmount } from 'svelte';
import published from 'virtual:published';
import wholeFile from 'virtual:whole-file';
import file from '../../../seeds/ukraine-2025/scenario.json';
import futures from '../../../seeds/ukraine-2025/scenario.json?futures';
import type { Futures } from '../../analysis/graph/futures.ts';
import { textOf, watchAddress } from '../../browser/address.ts';
import { readPacked } from '../../lms/packed.ts';
import {
  encodeLink,
  findLink,
  LONGEST_LINK,
  writeLink,
  type DecodedLink,
  type Link,
} from '../../codec/link.ts';
import { keepOffline } from '../../browser/offline.ts';
import { addressOf, homeOf } from '../../codec/passed-on.ts';
import { save } from '../../browser/save.ts';
import { today } from '../../browser/today.ts';
import { complete } from '../../scenario/complete.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { keepWork, type Keeping } from './keeping.ts';
import { START, type Place } from '../../session/place.ts';
import { Session } from '../../session/session.svelte.ts';
import App from '../../view/shell/App.svelte';
import type { Host } from '../../view/shell/host.ts';
import * as links from './links.ts';
import type { Naming } from './links.ts';
import type { Met } from './platform.ts';

// The build proves the file lawful; the type checker sees only what JSON can say.
const shipped = complete(file as unknown as ScenarioFile);

/** What the links of the scenario shown call it: nothing where it is the site’s own, else its id. */
let name = '';
let session = new Session(shipped, futures);
/** The sessions of this visit, by that name. None is lost when another is shown. */
const sessions = new Map([[name, session]]);
/** A link that waits for the file of its scenario. */
let waiting: Link | null = null;

/** What is drawn, and for which session. */
let app: Record<string, unknown> | null = null;
let drawn: Session | null = null;

const inOneFile = import.meta.env.MODE === 'whole-file';

/** How lessons are written: loaded with the first of them. */
let lessons: typeof import('../../codec/lesson.ts') | null = null;
const loadLessons = async () => (lessons ??= await import('../../codec/lesson.ts'));
/** Whether a link waits for that, and the page with it, so that a lesson opens as one. */
let loading = false;

const naming = (): Naming => ({
  scenario: name.startsWith('@') ? '' : name,
  edition: session.whole.edition,
});
const linkTo = (place: Place): Link => links.linkTo(place, naming(), lessons);
const fitting = (place: Place): Link => links.fitting(linkTo(place));

/** Earlier editions of the site’s own scenario, kept for the links that were made for them. */
const editions = import.meta.glob<ScenarioFile>('../../seeds/ukraine-2025/edition-*.json', {
  import: 'default',
});
const futuresThen = import.meta.glob<Futures>('../../seeds/ukraine-2025/edition-*.json', {
  import: 'default',
  query: '?futures',
});
const fileOf = (edition: number) => `../../seeds/ukraine-2025/edition-${edition}.json`;
/** The name of the session that shows an earlier edition. */
const earlier = (edition: number) => `@${edition}`;

/**
 * What this visit calls the scenario of `link`: a file may have the id of the site’s own map, and goes before it; an
 * earlier edition that is being looked at stays in sight.
 */
function nameIn({ scenario, edition }: Link): string {
  if (scenario !== '' && (scenario !== shipped.id || sessions.has(scenario))) return scenario;
  return name === earlier(edition) ? name : '';
}

/** The place that `link` opens in the scenario shown, or why it opens none. */
const placeOf = (link: DecodedLink) => links.placeOf(link, (of) => nameIn(of) === name, lessons);

const keepings = new Map<Session, Keeping>();
/** What keeps the work done in the session shown. */
function keeping(): Keeping {
  const of = session;
  const known = keepings.get(of);
  if (known) return known;
  const made = keepWork({
    session: of,
    // A map from a file is not the site’s own, whatever it calls itself.
    scenario: name === '' || name.startsWith('@') ? shipped.id : `file-${of.whole.id}`,
    linkTo,
    placeOf,
    loadLessons,
    elsewhere: packed !== null,
    remark(mark) {
      if (of !== session) return;
      address.mark(mark);
      address.write(fitting(of.place));
    },
  });
  keepings.set(of, made);
  return made;
}

// Only the one file is packed for a learning platform, and then its head says so.
const packed = inOneFile ? readPacked(document) : null;
let met: Met | null = null;

/** Where the links that are handed on lead: only its platform leads to a packed page, so there it is the site. */
const home = homeOf(packed ? packed.address : location.href, published);
/** The address that opens `link`, as it is handed on. */
const given = (link: Link): string => addressOf(home, home === '' ? encodeLink(link) : textOf(link));

let first = true;
const address = watchAddress(
  (link, mark) => {
    const shown = opened(link, mark);
    if (app) draw();
    return shown;
  },
  (mark) => keeping().opened(mark),
  // What a frame was opened with, and the page in one file, it may need to be loaded again; the site needs none of it.
  inOneFile || window.self !== window.top,
);

/**
 * Opens what stands in the address, null for nothing, in the piece of work with `mark`; gives the link of what is shown
 * because of it, if anything is.
 */
function opened(link: DecodedLink | null, mark: string): Link | null {
  if (link === null) turnTo('');
  else if (link.ok && !turnTo(nameIn(link.value))) waiting = link.value;
  const place = link === null ? { ok: true as const, value: START } : placeOf(link);
  if (!place.ok && place.why === 'loading') {
    loading = true;
    void loadLessons().then(() => {
      loading = false;
      address.readAgain();
      draw();
    });
    return null;
  }
  if (!place.ok) {
    session.tellOnce({ kind: 'bad-link', why: place.why });
    return null;
  }
  const whole = keeping().whole(place.value, mark);
  session.openPlace(whole, link?.ok ? link.value.edition : session.whole.edition, first);
  if (link?.ok && link.value.view && link.value.view !== place.value.view && !session.notice)
    session.tellOnce({ kind: 'bad-link', why: 'unknown-view' });
  first = false;
  return fitting(session.place);
}

// The one file is kept by whoever has it, and while developing nothing is to be kept.
let newer = false;
let tellNewer = (): void => {
  newer = true;
};
const takeNewer =
  import.meta.env.PROD && !inOneFile ? keepOffline('./service-worker.js', () => tellNewer()) : undefined;

const host = (): Host => ({
  address: (place) => given(fitting(place)),
  leads: home === '' ? 'nowhere' : home === homeOf(location.href) ? 'here' : 'site',
  show(place) {
    // Kept first: what is too long for a link is not too long for this device.
    address.mark(keeping().shown(place));
    address.write(fitting(place));
    met?.show(place);
  },
  holds: (place) => links.fits(linkTo(place)),
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  },
  print: () => window.print(),
  handIn(place) {
    const { link, whole } = links.handIn(place, naming(), lessons);
    return { address: link && given(link), whole };
  },
  async lessons() {
    await loadLessons();
    const { lessonTools } = await import('./lesson-tools.ts');
    // A draft was not in the address before it could be written.
    address.write(fitting(session.place));
    return lessonTools(session.whole, name === '', (lesson) => {
      const link = linkTo({ ...START, story: lesson.story, lesson });
      const { length } = writeLink(link);
      return { length, longest: LONGEST_LINK, address: links.fits(link) && home !== '' ? given(link) : null };
    });
  },
  async edition(edition) {
    const file = name === '' && (await editions[fileOf(edition)]?.());
    return file ? complete(file) : null;
  },
  async openEdition(edition, story) {
    const [file, then] = await Promise.all([editions[fileOf(edition)]?.(), futuresThen[fileOf(edition)]?.()]);
    if (!file || !then) return;
    sessions.set(earlier(edition), new Session(complete(file), then));
    turnTo(earlier(edition));
    session.openPlace({ ...START, story }, edition);
    draw();
  },
  ...(name.startsWith('@') && {
    newest: {
      edition: shipped.edition,
      open: () => {
        turnTo('');
        draw();
      },
    },
  }),
  async takeAlong() {
    const { takeAlong } = await import('./take-along.ts');
    const at = (place: Place) => given(fitting(place));
    return takeAlong(session, at({ ...session.place, view: 'story' }), at(START), today());
  },
  save,
  read(text) {
    const link = findLink(text);
    // Before the first lesson, only the story of a link is asked for.
    return placeOf(link.ok && !lessons ? { ok: true, value: { ...link.value, lesson: '', work: '' } } : link);
  },
  checkFindings: async () => (await import('./check-findings.ts')).checkFindings(session.whole),
  ...((stories) => stories && { stories })(keeping().stories),
  foreign: {
    shown: name !== '' && !name.startsWith('@'),
    shipped: shipped.id,
    examine: (file, tell) => {
      // Fetched when the first file is given; what was stopped meanwhile is not begun.
      let stop: () => void = () => (stopped = true);
      let stopped = false;
      void import('./examining.ts').then(({ examineFile }) => {
        if (!stopped) stop = examineFile(file, tell);
      });
      return () => stop();
    },
    open: openForeign,
    leave: () => {
      turnTo('');
      draw();
    },
  },
  platform: met?.view,
  ...(wholeFile &&
    name === '' &&
    home !== '' && {
      async platformFile(form, lesson, address) {
        const { platformFile } = await import('./platform-file.ts');
        return platformFile(form, lesson, shipped.edition, address, {
          home,
          wholeFile: wholeFile?.address ?? '',
        });
      },
    }),
  classroom: async () => (await import('./classroom.ts')).classroomOf(shipped.id, name),
  wholeFile: inOneFile ? 'here' : (wholeFile ?? undefined),
  onNewer(told) {
    tellNewer = told;
    if (newer) told();
  },
  ...(takeNewer && { takeNewer }),
});

/** Opens a scenario from a file, at the place that a link waits to open in it, or where it was left in this visit. */
function openForeign(scenario: Scenario, futures: Futures | null): void {
  const before = sessions.get(scenario.id);
  sessions.set(scenario.id, new Session(scenario, futures));
  turnTo(scenario.id);
  const place = waiting && placeOf({ ok: true, value: waiting });
  if (waiting && place?.ok) {
    session.openPlace(place.value, waiting.edition, true);
    waiting = null;
  } else if (before) {
    session.openPlace({ ...before.place, view: 'story' }, before.whole.edition);
  }
  draw();
}

/** Goes over to the session whose links have the name `wanted`; false where there is none in this visit. */
function turnTo(wanted: string): boolean {
  const next = sessions.get(wanted);
  if (!next) return false;
  // Whoever comes back wants the story, not the view that led away from it.
  if (next !== session && session.view === 'open') session.show('story');
  name = wanted;
  session = next;
  return true;
}

/** Draws the session that is turned to, unless it stands there already. */
function draw(): void {
  if (drawn === session || loading) return;
  const target = document.getElementById('app');
  if (!target) throw new Error('The page has no place for the app.');
  if (app) {
    void unmount(app);
    // The focus was in what is gone.
    void tick().then(() => {
      if (document.activeElement !== document.body) return;
      window.scrollTo(0, 0);
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    });
  }
  app = mount(App, { target, props: { session, host: host() } });
  drawn = session;
}

if (inOneFile && packed) {
  loading = true;
  void Promise.all([import('./platform.ts'), loadLessons()])
    .then(([{ meet }]) => meet(packed, session, (place) => host().handIn(place).address))
    .then((begun) => {
      met = begun;
      loading = false;
      draw();
    });
} else draw();
