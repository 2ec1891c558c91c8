/** Keeps the reader’s own work on this device as it is done, and finds it again: whose it is, and which piece. */
import { keeperOf, newId } from '../../browser/keeper.ts';
import type { DecodedLink, Link } from '../../codec/link.ts';
import { encodeLink, decodeLink } from '../../codec/link.ts';
import { folderOf } from '../../browser/folder.ts';
import { siteStore } from '../../browser/site-store.ts';
import { MOST_STORIES, type From, type KeptStory } from '../../codec/kept-story.ts';
import { continues, furthest, isOwn, sameLesson } from '../../session/own.ts';
import type { Place } from '../../session/place.ts';
import type { Session } from '../../session/session.svelte.ts';
import { today } from '../../machine/receipt.ts';
import { begins } from '../../machine/replay.ts';
import type { Host, Stories } from '../../view/shell/host.ts';

export interface Keeping {
  /** The place to show for the one that an address holds. */
  readonly whole: (place: Place, mark: string) => Place;
  /** Says that an address was opened; gives the id of the piece of work it belongs to. `mark` is the one it carries. */
  readonly opened: (mark: string) => string;
  /** Says what is shown now; gives the id of the piece of work it belongs to. */
  readonly shown: (place: Place) => string;
  readonly stories: Stories | null;
}

interface Needs {
  readonly session: Session;
  /** What the stories of its scenario are kept under. */
  readonly scenario: string;
  readonly linkTo: (place: Place) => Link;
  readonly placeOf: (link: DecodedLink) => ReturnType<Host['read']>;
  /** Gets ready what reads and writes lessons. */
  readonly loadLessons: () => Promise<typeof import('../../codec/lesson.ts')>;
  /** Whether someone else keeps the work, as a learning platform does: then nothing is kept, or said, here. */
  readonly elsewhere: boolean;
  /** Has the address carry another mark, at once. */
  readonly remark: (mark: string) => void;
}

/** Keeps the work of `session`. In a frame nothing is kept: there the page is a guest. */
export function keepWork({
  session,
  scenario,
  linkTo,
  placeOf,
  loadLessons,
  elsewhere,
  remark,
}: Needs): Keeping {
  const framed = window.self !== window.top;
  const store = siteStore(databases(), folderOf(document.baseURI));
  const keeper = keeperOf(store, (why) => session.tellUnkept(why ?? ''), taken);
  // Once the event is over: a page that is left finishes nothing that it begins then, and in WebKit what it began would
  // keep the next page from reading anything. One that is only hidden does, before the battery is empty.
  document.addEventListener('visibilitychange', () => setTimeout(() => keeper.tell('hidden')));
  window.addEventListener('pagehide', () => keeper.tell('pagehide'));
  window.addEventListener('pageshow', () => keeper.tell('pageshow'));

  let lessons: typeof import('../../codec/lesson.ts') | null = null;
  /** The piece of work that is open: what it was opened with, where it stands, and how it is kept, once it is. */
  let id = newId();
  let opened = session.place;
  let byLink = true;
  let last = opened;
  let kept: KeptStory | null = null;
  let furthestStory = last.story;
  /** While it is not known whether the work that is open is kept already. */
  let finding: Promise<void> | null = null;

  function begin(place: Place, mark: string, link: boolean): void {
    id = mark;
    opened = last = place;
    byLink = link;
    kept = null;
    furthestStory = [];
    finding = null;
  }

  /** What `place` is kept as; it is the reader’s own, or nothing. */
  function keep(place: Place): void {
    if (elsewhere || (!kept && !isOwn(opened, place))) return;
    if (framed) {
      session.tellUnkept('framed');
      return;
    }
    if (place.lesson && !lessons) {
      void loadLessons().then((loaded) => {
        lessons = loaded;
        keep(last);
      });
      return;
    }
    furthestStory = furthest(furthestStory, place.story);
    const parts = {
      link: linkText({ ...place, story: furthestStory }),
      lesson: (place.lesson && lessons?.encodeLesson(place.lesson)) ?? '',
      work:
        (place.lesson && lessons?.encodeWork({ ...place, lesson: lessons.fingerprint(place.lesson) })) ?? '',
    };
    if (kept && kept.link === parts.link && kept.lesson === parts.lesson && kept.work === parts.work) return;
    const now = Date.now();
    const from: From = place.lesson
      ? 'lesson'
      : place.walk
        ? 'walk'
        : opened.story.length === 0
          ? 'start'
          : byLink
            ? 'link'
            : 'map';
    kept = {
      id,
      scenario,
      ...parts,
      from: kept?.from ?? from,
      created: kept?.created ?? now,
      changed: now,
      revision: 0,
    };
    keeper.keep(kept);
  }

  /** The link of a story, without what is kept beside it; with less of the reader’s settings where it grew too long. */
  function linkText(place: Place): string {
    const bare = {
      ...place,
      view: 'story' as const,
      ending: '',
      compared: [],
      lesson: null,
      replies: new Map(),
    };
    try {
      return encodeLink(linkTo(bare));
    } catch {
      return encodeLink(linkTo({ ...bare, weights: new Map(), aside: [] }));
    }
  }

  /** Another tab went on with the same piece of work: what is told here becomes a piece of its own. */
  function taken(story: KeptStory): KeptStory {
    const other = { ...story, id: newId(), created: Date.now() };
    if (story.id === id) {
      id = other.id;
      kept = other;
      remark(id);
    }
    return other;
  }

  async function placeIn({ link, lesson, work }: KeptStory): Promise<Place | null> {
    const read = decodeLink(link);
    if (!read.ok) return null;
    if (lesson !== '') lessons = await loadLessons();
    const found = placeOf({ ok: true, value: { ...read.value, lesson, work } });
    return found.ok ? { ...found.value, story: today(session.scenario, found.value.story) } : null;
  }

  /** Finds the work that this tab kept before it was loaded again. What is kept may be newer than the address. */
  async function find(mark: string): Promise<void> {
    const found = await store.get(mark);
    const place = found.ok && found.value ? await placeIn(found.value) : null;
    if (id !== mark) return;
    finding = null;
    if (found.ok && found.value) {
      const now = session.place;
      const same =
        place &&
        (begins(place.story, opened.story) || begins(opened.story, place.story)) &&
        (opened.lesson === null || sameLesson(opened.lesson, place.lesson));
      if (same) {
        kept = found.value;
        keeper.know(kept);
        furthestStory = furthest(place.story, opened.story);
        // What a link was too short to hold.
        if (place.lesson) session.resume(place);
        if (begins(place.story, now.story)) session.remember(place.story.slice(now.story.length));
        last = session.place;
      } else {
        // It tells something else: that stays as it is.
        id = newId();
        remark(id);
      }
    } else if (!found.ok && session.lesson) session.tellUnkept(found.why);
    keep(session.place);
  }

  /** Said at the beginning of a lesson, so that nobody learns it too late. */
  async function foretell(): Promise<void> {
    const found = await store.list();
    if (!found.ok && session.lesson) session.tellUnkept(found.why);
  }

  const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  const mine = async (): Promise<KeptStory[] | null> => {
    await keeper.settled();
    const found = await store.list();
    return found.ok
      ? found.value.filter((story) => story.scenario === scenario).sort((a, b) => b.changed - a.changed)
      : null;
  };

  const stories: Stories = {
    most: MOST_STORIES,
    async list() {
      const found = await mine();
      return (
        found &&
        Promise.all(
          found.map(async (story) => ({
            id: story.id,
            place: await placeIn(story),
            from: story.from,
            when: dates.format(story.changed),
            current: story.id === id,
          })),
        )
      );
    },
    async open(wanted) {
      await keeper.settled();
      const found = await store.get(wanted);
      const place = found.ok && found.value ? await placeIn(found.value) : null;
      const link = found.ok && found.value ? decodeLink(found.value.link) : null;
      if (!found.ok || !found.value || !place || !link?.ok) return false;
      session.openPlace(place, link.value.edition);
      begin(session.place, wanted, false);
      kept = found.value;
      keeper.know(kept);
      furthestStory = place.story;
      remark(id);
      return true;
    },
    async remove(ids) {
      const found = await mine();
      const gone = found?.filter((story) => ids.includes(story.id)) ?? [];
      const removed = await store.remove(ids);
      if (!found || !removed.ok) return null;
      // What is open stays open; it is kept again when the reader goes on with it, as a piece of its own.
      if (ids.includes(id)) {
        begin(session.place, newId(), false);
        remark(id);
      }
      return async () => (await store.add(gone)).ok;
    },
    async file() {
      const found = await mine();
      const { encodeStories } = await import('../../codec/stories-file.ts');
      return (
        found && {
          name: `parley-${scenario}-stories.json`,
          type: 'application/json',
          content: encodeStories(found),
        }
      );
    },
    async take(file) {
      const { decodeStories, LARGEST_FILE } = await import('../../codec/stories-file.ts');
      if (file.size > LARGEST_FILE) return { ok: false, why: 'too-large' };
      const read = decodeStories(await file.text(), Date.now());
      if (!read.ok) return read;
      const here = await mine();
      if (!here) return { ok: false, why: 'blocked' };
      const told = ({ link, lesson, work }: KeptStory) => [link, lesson, work].join(' ');
      const known = new Set(here.map(told));
      const ids = new Set(here.map((story) => story.id));
      const fresh: KeptStory[] = [];
      const damaged: number[] = [];
      let [other, double] = [0, 0];
      for (const [at, story] of read.stories.entries()) {
        if (story && story.scenario !== scenario) other += 1;
        else if (!story || !(await placeIn(story))) damaged.push(at + 1);
        else if (known.has(told(story))) double += 1;
        else {
          fresh.push(ids.has(story.id) ? { ...story, id: newId() } : story);
          known.add(told(story));
          ids.add(story.id);
        }
      }
      const left = await store.add(fresh);
      if (!left.ok) return { ok: false, why: left.why };
      const full = left.value.length;
      return { ok: true, added: fresh.length - full, here: double, full, other, damaged };
    },
  };

  return {
    // Moving back through the history of a lesson takes no reply back.
    whole: (place, mark) =>
      mark === id && place.lesson && sameLesson(place.lesson, last.lesson)
        ? { ...place, replies: last.replies, label: last.label }
        : place,
    opened(mark) {
      // The reader moves through what this tab told: looking, not changing.
      if (mark !== '' && mark === id) {
        last = session.place;
        return id;
      }
      begin(session.place, mark === '' ? newId() : mark, true);
      if (elsewhere) return id;
      if (framed) {
        if (session.lesson) session.tellUnkept('framed');
      } else if (mark !== '') finding = find(mark);
      else if (session.lesson) void foretell();
      return id;
    },
    shown(place) {
      if (place === last) return id;
      if (!continues(last, place)) begin(place, newId(), false);
      last = place;
      if (!finding) keep(place);
      return id;
    },
    stories: framed || elsewhere ? null : stories,
  };
}

/** The databases of this browser; null where it refuses even to say so. */
function databases(): IDBFactory | null {
  try {
    // Some browsers have none in private windows, whatever the types say.
    return (window.indexedDB as IDBFactory | undefined) ?? null;
  } catch {
    return null;
  }
}
