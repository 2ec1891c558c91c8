/** Lists, opens, removes and imports the reader’s stories that are stored on this device. */
import { newId } from '../../../browser/autosave.ts';
import type { Store } from '../../../browser/store.ts';
import type { StoredStory } from '../../../codec/stored-story.ts';
import type { Place } from '../../../session/place.ts';
import type { Stories, Taken } from '../../../view/shell/services.ts';
import { editionOf, type StoredForm } from './stored-form.ts';

interface Needs {
  readonly store: Store;
  readonly form: StoredForm;
  /** Key under which the stories of the scenario are stored. */
  readonly scenario: string;
  /** Resolves when all pending writes are stored. */
  readonly settled: () => Promise<void>;
  /** Id of the open piece of work. */
  readonly current: () => string;
  /** Continues `story` at `place`. */
  readonly goOn: (story: StoredStory, place: Place) => void;
  /** Shows `edition` and returns its stories; null where it is shown already, or is not available. */
  readonly turnTo: (edition: number) => Promise<Stories | null>;
  /** Gives the open piece a new id, under which it is stored when the reader continues it. */
  readonly detach: () => void;
}

export function ownStories({
  store,
  form,
  scenario,
  settled,
  current,
  goOn,
  turnTo,
  detach,
}: Needs): Omit<Stories, 'most'> {
  const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

  /** The stories of the scenario, the last changed first; null where the browser refuses access. */
  async function mine(): Promise<StoredStory[] | null> {
    await settled();
    const found = await store.list();
    return found.ok
      ? found.value.filter((story) => story.scenario === scenario).sort((a, b) => b.changed - a.changed)
      : null;
  }

  const listed = async (story: StoredStory) => ({
    id: story.id,
    place: await form.read(story),
    from: story.from,
    when: dates.format(story.changed),
    current: story.id === current(),
  });

  /**
   * Adds those of `stories` that belong to the scenario, can be read and are not stored yet; null stands for a
   * damaged one.
   */
  async function takeIn(stories: readonly (StoredStory | null)[]): Promise<Taken> {
    const here = await mine();
    if (!here) return { ok: false, why: 'blocked' };
    const keyOf = ({ link, lesson, work }: StoredStory) => [link, lesson, work].join(' ');
    const known = new Set(here.map(keyOf));
    const ids = new Set(here.map((story) => story.id));
    const fresh: StoredStory[] = [];
    const damaged: number[] = [];
    let [other, double] = [0, 0];
    for (const [at, story] of stories.entries()) {
      if (story && story.scenario !== scenario) other += 1;
      else if (!story || !(await form.read(story))) damaged.push(at + 1);
      else if (known.has(keyOf(story))) double += 1;
      else {
        fresh.push(ids.has(story.id) ? { ...story, id: newId() } : story);
        known.add(keyOf(story));
        ids.add(story.id);
      }
    }
    const left = await store.add(fresh);
    if (!left.ok) return { ok: false, why: left.why };
    const full = left.value.length;
    return { ok: true, added: fresh.length - full, here: double, full, other, damaged };
  }

  return {
    async list() {
      const found = await mine();
      return found && Promise.all(found.map(listed));
    },
    async open(wanted) {
      await settled();
      const found = await store.get(wanted);
      if (!found.ok || !found.value) return false;
      const edition = editionOf(found.value);
      // A story of another edition is opened in that edition, where it can be fetched.
      const there = edition === null ? null : await turnTo(edition);
      if (there) return there.open(wanted);
      const place = await form.read(found.value);
      if (!place) return false;
      goOn(found.value, place);
      return true;
    },
    async remove(ids) {
      const found = await mine();
      const gone = found?.filter((story) => ids.includes(story.id)) ?? [];
      const removed = await store.remove(ids);
      if (!found || !removed.ok) return null;
      // The story that is open stays open, as a piece of work that is not kept yet.
      if (ids.includes(current())) detach();
      return async () => (await store.add(gone)).ok;
    },
    async file() {
      const found = await mine();
      const { encodeStories } = await import('../../../codec/stories-file.ts');
      return (
        found && {
          name: `parley-${scenario}-stories.json`,
          type: 'application/json',
          content: encodeStories(found),
        }
      );
    },
    async take(file) {
      const { decodeStories, LARGEST_STORIES_FILE } = await import('../../../codec/stories-file.ts');
      if (file.size > LARGEST_STORIES_FILE) return { ok: false, why: 'too-large' };
      const read = decodeStories(await file.text(), Date.now());
      return read.ok ? takeIn(read.stories) : read;
    },
  };
}
