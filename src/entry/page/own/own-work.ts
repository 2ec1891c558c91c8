/**
 * Stores the reader’s own work on this device as it is done, and finds it again by the mark of the address: the id of the
 * piece of work, which an entry of the browser’s history carries. What is stored is told in `piece.ts`, when in
 * `browser/autosave-state.ts`.
 */
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
  /** The place to show for `place` from an address: it adds stored replies that the address does not hold. */
  readonly whole: (place: Place, mark: string) => Place;
  /**
   * Called when an address is opened. `mark` is the mark that it carries; returns the id of the piece of work it
   * belongs to.
   */
  readonly opened: (mark: string) => string;
  /** Called when `place` is shown. Returns the id of the piece of work it belongs to. */
  readonly shown: (place: Place) => string;
  readonly stories: Stories | null;
}

interface Needs extends Omit<FormOptions, 'machine'> {
  readonly session: Session;
  /** Key under which the stories of its scenario are stored. */
  readonly scenario: string;
  /** Whether a learning platform stores the work; then nothing is stored or reported here. */
  readonly elsewhere: boolean;
  /** Shows another edition and returns its stories; null where it is shown already, or is not available. */
  readonly turnTo: (edition: number) => Promise<Stories | null>;
  /** Puts another mark into the address that is shown now. */
  readonly changeMark: (mark: string) => void;
}

/** Keeps the work of `session`. In a frame nothing is kept: there the page is a guest. */
export function ownWork({ session, scenario, elsewhere, changeMark, turnTo, ...needs }: Needs): OwnWork {
  const framed = window.self !== window.top;
  const store = siteStore(databases(), folderOf(document.baseURI));
  const form = storedForm({ ...needs, machine: () => session.machine });
  const keeper = autosave(store, (why) => session.reportSaveProblem(why ?? ''), taken);
  // A page that is left is hidden too. `hidden` is passed on once both events are over, so that a page that is left begins
  // no more writing: it would not finish, and in WebKit it would keep the next page from reading anything. A page that is
  // only hidden, as when another tab is shown, has the disk hold what is written, before the battery is empty.
  document.addEventListener('visibilitychange', () => setTimeout(() => keeper.send('hidden')));
  window.addEventListener('pagehide', () => keeper.send('pagehide'));
  window.addEventListener('pageshow', () => keeper.send('pageshow'));

  let piece = new Piece(newId(), session.place, true, session.place.story);

  /** Stores `place`, where it contains the reader’s own work. */
  function keep(place: Place): void {
    if (elsewhere || !piece.isOwn(place)) return;
    if (framed) return session.reportSaveProblem('framed');
    if (place.lesson && !form.loaded()) return void form.load().then(() => keep(piece.last));
    const kept = piece.keptAt(place, form, scenario, Date.now());
    if (kept) keeper.save(kept);
  }

  /**
   * Handles a conflict with another tab that continued the same piece: the work of this tab gets an id of its own.
   */
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
    changeMark(id);
  }

  /** Looks up the work that this tab stored before a reload. The stored work may be further on than the address. */
  async function find(of: Piece): Promise<void> {
    const found = await store.get(of.id);
    const kept = found.ok ? found.value : null;
    const place = kept && (await form.read(kept));
    if (of !== piece) return;
    of.finding = false;
    const same = kept && editionOf(kept) === session.whole.edition;
    if (same && place && of.isAt(place)) goOnWith(kept, place);
    // The work that was kept is another story: it stays as it is, and this becomes a piece of its own.
    else if (kept) rename(newId());
    else if (!found.ok && session.lesson) session.reportSaveProblem(found.why);
    keep(session.place);
  }

  /** Continues the stored story `kept`, at `place`, in the session. */
  function goOnWith(kept: StoredStory, place: Place): void {
    keeper.noteRevision(kept);
    piece.goOnWith(kept, place.story);
    // What is kept may hold replies for which the link had no room.
    if (place.lesson) session.resume(place);
    const { story } = session;
    if (startsWith(place.story, story)) session.remember(place.story.slice(story.length));
    piece.last = session.place;
  }

  /** Says at the beginning of a lesson that nothing can be kept, where that is so: nobody should learn it at the end. */
  async function warnEarly(): Promise<void> {
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
      changeMark(story.id);
    },
    detach() {
      piece = new Piece(newId(), session.place, false);
      changeMark(piece.id);
    },
  };
  const stories = later(async () => (await import('./own-stories.ts')).ownStories(needed));

  return {
    // Moving back in the history does not remove replies of a lesson.
    whole: (place, mark) =>
      mark === piece.id && place.lesson && sameLesson(place.lesson, piece.last.lesson)
        ? { ...place, replies: piece.last.replies, label: piece.last.label }
        : place,
    opened(mark) {
      // The reader moves back or forward through the history of this piece of work: that changes nothing in it.
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
      } else if (session.lesson) void warnEarly();
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

/** The reader’s stories, whose code is loaded at first use. */
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

/** `window.indexedDB`; null where the browser has none or throws on access. */
function databases(): IDBFactory | null {
  try {
    // Undefined in private windows of some browsers, although the types say otherwise.
    return window.indexedDB ?? null;
  } catch {
    return null;
  }
}
