/** Tests of the desk of a class: its settings, undo, and what is stored. */
import { describe, expect, it } from 'vitest';
import { gather } from '../../src/codec/gather.ts';
import { EMPTY_LINK, encodeLink } from '../../src/codec/link.ts';
import type { Batch } from '../../src/lesson/class.ts';
import { ALL } from '../../src/lesson/counts.ts';
import { EMPTY } from '../../src/lesson/lesson.ts';
import { compile } from '../../src/machine/compile.ts';
import { Class } from '../../src/session/class.svelte.ts';
import { START } from '../../src/session/place.ts';
import { Session } from '../../src/session/session.svelte.ts';
import { newest } from '../support/real.ts';

const stories = newest.walks.slice(0, 2).map(({ story }) => story);
const links = stories.map((story) => encodeLink({ ...EMPTY_LINK, edition: newest.edition, story }));

async function batch(group: 0 | 1, text = links.join('\n')): Promise<Batch> {
  const read = await gather(text, 'a chat', newest.id);
  if (!read.ok) throw new Error(read.why);
  return { from: 'a chat', text, group, pasted: read.pasted };
}
const desk = () => new Class(new Session(newest, null, compile));

describe('the desk of a class', () => {
  it('counts what was gathered, and undoes what was done to it step by step', async () => {
    const gathered = desk();
    gathered.desk.add([await batch(0)]);
    expect(gathered.counted).toHaveLength(2);
    gathered.desk.remove(1, true);
    expect(gathered.counted).toHaveLength(1);
    gathered.desk.clear();
    expect(gathered.stored).toBe(null);
    gathered.desk.undo();
    expect(gathered.counted).toHaveLength(1);
    gathered.desk.undo();
    gathered.desk.undo();
    expect([gathered.counted.length, gathered.desk.canUndo]).toEqual([0, false]);
  });

  it('shows two groups under the names that the teacher gives them, through a filter', async () => {
    const gathered = desk();
    gathered.desk.add([await batch(0, links[0]), await batch(1, links[1])]);
    gathered.name(1, 'Afterwards');
    expect(gathered.groups.map(({ name, counted }) => [name, counted.length])).toEqual([
      ['First group', 1],
      ['Afterwards', 1],
    ]);
    const ending = newest.walks[0]?.ends ?? '';
    gathered.set({ filter: { ...ALL, ending } });
    expect(gathered.groups.map(({ counted }) => counted.length)).toEqual([1, 0]);
  });

  it('restores stored work once, before work that was gathered meanwhile', async () => {
    const before = desk();
    before.desk.add([await batch(1)]);
    before.desk.remove(2, true);
    before.name(0, 'Period 3');
    before.set({ into: 1 });
    const { stored } = before;

    const gathered = desk();
    gathered.desk.add([await batch(0, links[0])]);
    expect(gathered.ready).toBe(false);
    gathered.begin(stored, [await batch(1)]);
    expect(gathered.ready).toBe(true);
    expect(gathered.entries.map(({ group, standing }) => [group, standing.kind])).toEqual([
      [1, 'counted'],
      [1, 'removed'],
      [0, 'counted'],
    ]);
    expect(gathered.settings.names).toEqual(['Period 3', 'Second group']);
    gathered.begin(stored, [await batch(1)]);
    expect(gathered.entries).toHaveLength(3);
  });
});

describe('a view that a lesson hides', () => {
  it('stays hidden under another name', () => {
    const session = new Session(newest, null, compile);
    const lesson = { ...EMPTY, hidden: ['how', 'map'] as const };
    session.openPlace({ ...START, lesson, view: 'endings' }, newest.edition);
    expect(session.view).toBe('story');
    expect((['endings', 'how', 'map', 'sources'] as const).filter((view) => session.hides(view))).toEqual([
      'endings',
      'how',
      'map',
    ]);
  });
});
