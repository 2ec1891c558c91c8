/** The lesson that is worked on, and what the student has done in it so far. */
import { LONGEST_TEXT, plain, type Hidden, type Lesson } from '../lesson/lesson.ts';
import { due, type Due } from '../lesson/work.ts';
import { startsWith } from '../machine/replay.ts';
import type { Answer, Story } from '../scenario/scenario.ts';
import { sameLesson } from './own.ts';
import type { Place, View } from './place.ts';
import type { Storyline } from './storyline.svelte.ts';

/** What an address holds of it. */
type Work = Pick<Place, 'lesson' | 'replies' | 'label'>;

export const NO_WORK: Work = { lesson: null, replies: new Map(), label: '' };

export class LessonWork {
  #work = $state.raw<Work>(NO_WORK);
  /** The tasks whose reply is marked, and not yet said to be the student’s answer: the map’s is shown after that. */
  #marked = $state.raw<ReadonlySet<number>>(new Set());
  /** The story that stood here before a teacher looked at a lesson as a student would; null when nobody does. */
  #before = $state.raw<Story | null>(null);
  readonly #storyline: Storyline;
  /** The tasks of the lesson that have come up. */
  readonly due: readonly Due[];

  constructor(storyline: Storyline) {
    this.#storyline = storyline;
    this.due = $derived(this.lesson ? due(this.lesson, storyline.replay.steps, storyline.replay.now) : []);
  }

  get lesson(): Lesson | null {
    return this.#work.lesson;
  }

  /** The replies to its tasks, by number. */
  get replies(): ReadonlyMap<number, string> {
    return this.#work.replies;
  }

  /** What the student chose to be called. */
  get label(): string {
    return this.#work.label;
  }

  /** Puts other work in the place of this. */
  set({ lesson, replies, label }: Work): void {
    const same = sameLesson(lesson, this.lesson);
    this.#marked = new Set(
      [...this.#marked].filter((task) => same && replies.get(task) === this.replies.get(task)),
    );
    this.#work = { lesson, replies, label };
  }

  /** Replies to a task; an empty reply takes it back. Unseen signs are left out, and what is too long is cut. */
  reply(task: number, value: string): void {
    const others = [...this.replies].filter(([number]) => number !== task);
    const text = [...plain(value)].slice(0, LONGEST_TEXT).join('');
    this.#work = { ...this.#work, replies: new Map(text === '' ? others : [...others, [task, text]]) };
  }

  /** Marks a reply, which is kept from then on, and can be marked anew until it is said to be the answer. */
  pick(task: number, value: string): void {
    this.#marked = new Set([...this.#marked, task]);
    this.reply(task, value);
  }

  /** Says that the reply marked for a task is the student’s answer. */
  settle(task: number): void {
    this.#marked = new Set([...this.#marked].filter((other) => other !== task));
  }

  /** Whether the student has said what the answer to a task is. */
  settled(task: number): boolean {
    return this.replies.has(task) && !this.#marked.has(task);
  }

  /** Says what the student is to be called, on one line. */
  sign(label: string): void {
    this.#work = { ...this.#work, label: plain(label).replace(/\n/g, ' ') };
  }

  /** How many steps at the start must stay as the lesson has them. */
  get locked(): number {
    const { lesson } = this;
    return lesson?.locked && startsWith(this.#storyline.story, lesson.story) ? lesson.story.length : 0;
  }

  /** Whether the lesson keeps its steps against `story`, which begins with others. */
  keeps(story: Story): boolean {
    return this.locked > 0 && !startsWith(story, this.lesson?.story ?? []);
  }

  /** Whether a lesson is open in which nothing was done yet. */
  get begins(): boolean {
    const { lesson, replies } = this;
    return lesson !== null && replies.size === 0 && this.#storyline.story.length === lesson.story.length;
  }

  /** Whether the lesson asks about the basis, or the support, of the answers to this one’s question, and waits for the student’s answer. */
  conceals(answer: Answer, what: 'basis' | 'support'): boolean {
    const asks = this.lesson?.tasks.some(
      ({ kind, at }, number) => kind === what && at === answer.question && !this.settled(number),
    );
    return asks ?? false;
  }

  /** Whether the lesson keeps `part`, or the view called so, out of sight. */
  hides(part: Hidden | View): boolean {
    // How an ending could happen stands on the page of endings.
    const name = part === 'endings' ? 'how' : part;
    return this.lesson?.hidden.some((hidden) => hidden === name) ?? false;
  }

  /** Whether a teacher looks at a lesson as a student would. */
  get trying(): boolean {
    return this.#before !== null;
  }

  /** Remembers the story that stands here, for the end of a trial; one trial may follow another. */
  beginTrial(): void {
    this.#before ??= this.#storyline.story;
  }

  /** Ends a trial, if there is one; gives the story that stood here before it. */
  endTrial(): Story {
    const before = this.#before ?? this.#storyline.story;
    this.#before = null;
    return before;
  }
}
