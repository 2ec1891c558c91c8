/** Where a reader can be: the views there are, and all that an address holds of a session. */
import type { Aside } from '../analysis/questions/knockout.ts';
import type { Lesson } from '../lesson/lesson.ts';
import type { Ending, Story, Walk } from '../scenario/scenario.ts';
import type { Way } from '../scenario/way.ts';

export const VIEWS = [
  'story',
  'reported',
  'walks',
  'map',
  'endings',
  'how',
  'odds',
  'structure',
  'sources',
  'doubt',
  'compare',
  'teach',
  'hand-in',
  'work',
  'class',
  'stories',
  'open',
  'writers',
  'about',
] as const;
export type View = (typeof VIEWS)[number];

/** What an address opens: see `codec/link.ts` for how it is written. */
export interface Place {
  readonly story: Story;
  readonly view: View;
  readonly walk: string;
  /** The way that is followed; null for none. */
  readonly way: Way | null;
  /** The id of the ready lesson whose page for teachers lies open, or empty. */
  readonly ready: string;
  /** The id of the ending that is asked about, or empty. */
  readonly ending: string;
  /** The reader’s own weights, from 0 to 9, by code of the answer. */
  readonly weights: ReadonlyMap<string, number>;
  /** What the reader has set aside. */
  readonly aside: readonly Aside[];
  /** The two stories that are compared in the view `compare`; none before the reader has picked them. */
  readonly compared: readonly Story[];
  /** The lesson that is worked on, the replies to its tasks by number, and what the student chose to be called. */
  readonly lesson: Lesson | null;
  readonly replies: ReadonlyMap<number, string>;
  readonly label: string;
  /** The fingerprint of the lesson that the replies answer, where the link does not hold the lesson itself. */
  readonly print: string;
}

/** Where a reader starts. */
export const START: Place = {
  story: [],
  view: 'story',
  walk: '',
  way: null,
  ready: '',
  ending: '',
  weights: new Map(),
  aside: [],
  compared: [],
  lesson: null,
  replies: new Map(),
  label: '',
  print: '',
};

/** What a place is made of: the session, the lesson in the making, and the work that is looked at. */
interface Parts extends Pick<
  Place,
  'story' | 'view' | 'way' | 'weights' | 'aside' | 'compared' | 'lesson' | 'replies' | 'label'
> {
  readonly walk: Walk | null;
  readonly ending: Ending | null;
  readonly lessonEditor: { readonly place: Pick<Place, 'walk' | 'ready' | 'lesson'> };
  readonly submission: Place | null;
}

/** All that an address holds of a session that stands so: what a view does not show of it is left out. */
export function placeOf(parts: Parts): Place {
  const { story, view, way, weights, aside, lesson, replies, label, submission } = parts;
  const place: Place = {
    ...START,
    story,
    view,
    walk: parts.walk?.id ?? '',
    way,
    ending: view === 'endings' ? (parts.ending?.id ?? '') : '',
    weights,
    aside,
    compared: view === 'compare' ? parts.compared : [],
  };
  if (view === 'teach') return { ...place, ...parts.lessonEditor.place };
  if (view !== 'work' || !submission) return { ...place, lesson, replies, label };
  return {
    ...place,
    lesson: submission.lesson,
    replies: submission.replies,
    label: submission.label,
    print: submission.print,
  };
}
