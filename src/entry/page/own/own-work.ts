/** Stores the reader’s own work on this device as it is done, and finds it again by the mark of the address. */
import { folderOf } from '../../../browser/folder.ts';
import { autosave, newId } from '../../../browser/autosave.ts';
import { siteStore } from '../../../browser/site-store.ts';
import { MOST_STORIES, type StoredStory } from '../../../codec/stored-story.ts';
import { continues, sameLesson } from '../../../session/own.ts';
import type { Place } from '../../../session/place.ts';
import type { Session } from '../../../session/session.svelte.ts';
import { startsWith } from '../../../machine/replay.ts';
import type { Stories } from '../../../view/shell/services.ts';
import { editionOf, storedForm, type FormOptions } from './stored-form.ts';
import type { ownStories } from './own-stories.ts';
import { Piece } from './piece.ts';

export interface OwnWork {
  /** The place to show for the one that an address holds. */
  readonly whole: (place: Place, mark: string) => Place;
  /** Says that an address was opened; gives the id of the piece of work it belongs to. `mark` is the one it carries. */
  readonly opened: (mark: string) => string;
  /** Says what is shown now; gives the id of the piece of work it belongs to. */
  readonly shown: (place: Place) => string;
  readonly stories: Stories | null;
}

interface Needs extends Omit<FormOptions, 'machine'> {
  readonly session: Session;
  /** What the stories of its scenario are kept under. */
  readonly scenario: string;
  /** Whether someone else keeps the work, as a learning platform does: then nothing is kept, or said, here. */
  readonly elsewhere: boolean;
  /** Shows another edition, and gives the stories there; null where it is shown already, or cannot be had. */
  readonly turnTo: (edition: number) => Promise<Stories | null>;
  /** Has the address carry another mark, at once. */
  readonly remark: (mark: string) => void;
}

/** Keeps the work of `session`. In a frame nothing is kept: there the page is a guest. */
export function ownWork({ session, scenario, elsewhere, remark, turnTo, ...needs }: Needs): OwnWork {
  const framed = window.self !== window.top;
  const store = siteStore(databases(), folderOf(document.baseURI));
  const form = storedForm({ ...needs, machine: () => session.machine });
  const keeper = autosave(store, (why) => session.reportSaveProblem(why ?? ''), taken);
  // Once the event is over: a page that is left finishes nothing that it begins then, and in WebKit what it began would
  // keep the next page from reading anything. One that is only hidden does, before the battery is empty.
  document.addEventListener('visibilitychange', () => setTimeout(() => keeper.send('hidden')));
  window.addEventListener('pagehide', () => keeper.send('pagehide'));
  window.addEventListener('pageshow', () => keeper.send('pageshow'));

  let piece = new Piece(newId(), session.place, true, session.place.story);

  /** Keeps `place`, where there is anything of the reader’s own in it. */
  function keep(place: Place): void {
    if (elsewhere || !piece.isOwn(place)) return;
    if (framed) return session.reportSaveProblem('framed');
    if (place.lesson && !form.loaded()) return void form.load().then(() => keep(piece.last));
    const kept = piece.keptAt(place, form, scenario, Date.now());
    if (kept) keeper.save(kept);
  }

  /** Another tab went on with the same piece of work: what is told here becomes a piece of its own. */
  function taken(story: StoredStory): StoredStory {
    const other = { ...story, id: newId(), created: Date.now() };
    if (story.id === piece.id) {
      piece.kept = other;
      rename(other.id);
    }
    return other;
  }

  function rename(id: string): void {
    piece.id = id;
    remark(id);
  }

  /** Finds the work that this tab kept before it was loaded again. What is kept may be newer than the address. */
  async function find(of: Piece): Promise<void> {
    const found = await store.get(of.id);
    const kept = found.ok ? found.value : null;
    const place = kept && (await form.read(kept));
    if (of !== piece) return;
    of.finding = false;
    const same = kept && editionOf(kept) === session.whole.edition;
    if (same && place && of.isAt(place)) goOnWith(kept, place);
    // It tells something else: that stays as it is.
    else if (kept) rename(newId());
    else if (!found.ok && session.lesson) session.reportSaveProblem(found.why);
    keep(session.place);
  }

  /** Takes up what was `kept`, at `place`, where the session stands now. */
  function goOnWith(kept: StoredStory, place: Place): void {
    keeper.noteRevision(kept);
    piece.goOnWith(kept, place.story);
    // What a link was too short to hold.
    if (place.lesson) session.resume(place);
    const { story } = session;
    if (startsWith(place.story, story)) session.remember(place.story.slice(story.length));
    piece.last = session.place;
  }

  /** Said at the beginning of a lesson, so that nobody learns it too late. */
  async function foretell(): Promise<void> {
    const found = await store.list();
    if (!found.ok && session.lesson) session.reportSaveProblem(found.why);
  }

  const needed: Parameters<typeof ownStories>[0] = {
    store,
    form,
    scenario,
    settled: keeper.flush,
    current: () => piece.id,
    turnTo,
    goOn(story, place) {
      session.openPlace(place, session.whole.edition);
      piece = new Piece(story.id, session.place, false);
      keeper.noteRevision(story);
      piece.goOnWith(story, place.story);
      remark(story.id);
    },
    detach() {
      piece = new Piece(newId(), session.place, false);
      remark(piece.id);
    },
  };
  const stories = later(async () => (await import('./own-stories.ts')).ownStories(needed));

  return {
    // Moving back through the history of a lesson takes no reply back.
    whole: (place, mark) =>
      mark === piece.id && place.lesson && sameLesson(place.lesson, piece.last.lesson)
        ? { ...place, replies: piece.last.replies, label: piece.last.label }
        : place,
    opened(mark) {
      // The reader moves through what this tab told: looking, not changing.
      if (mark !== '' && mark === piece.id) {
        piece.last = session.place;
        return mark;
      }
      piece = new Piece(mark === '' ? newId() : mark, session.place, true);
      if (elsewhere) return piece.id;
      if (framed) {
        if (session.lesson) session.reportSaveProblem('framed');
      } else if (mark !== '') {
        piece.finding = true;
        void find(piece);
      } else if (session.lesson) void foretell();
      return piece.id;
    },
    shown(place) {
      if (place === piece.last) return piece.id;
      if (!continues(piece.last, place)) piece = new Piece(newId(), place, false);
      piece.last = place;
      if (!piece.finding) keep(place);
      return piece.id;
    },
    stories: framed || elsewhere ? null : stories,
  };
}

/** The reader’s own stories, whose reading and writing is fetched when they are first asked for. */
function later(fetch: () => Promise<Omit<Stories, 'most'>>): Stories {
  let fetched: ReturnType<typeof fetch> | undefined;
  const own = () => (fetched ??= fetch());
  return {
    most: MOST_STORIES,
    list: async () => (await own()).list(),
    open: async (id) => (await own()).open(id),
    remove: async (ids) => (await own()).remove(ids),
    file: async () => (await own()).file(),
    take: async (file) => (await own()).take(file),
  };
}

/** The databases of this browser; null where it refuses even to say so. */
function databases(): IDBFactory | null {
  try {
    // Some browsers have none in private windows, whatever the types say.
    return window.indexedDB ?? null;
  } catch {
    return null;
  }
}
