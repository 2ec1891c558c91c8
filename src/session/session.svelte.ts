/** A reader’s session: what a reader does besides moving the story, as acts on the parts that hold it. */
import type { Aside } from '../analysis/questions/knockout.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { migrate, currentCodes } from '../machine/receipt.ts';
import { startsWith } from '../machine/replay.ts';
import type { Answer, Ending, Question, Story } from '../scenario/scenario.ts';
import { NO_WORK } from './lesson-work.svelte.ts';
import { sameAside, currentView, wayIn, weightsIn } from './opening.ts';
import { sameLesson } from './own.ts';
import type { Place, View } from './place.ts';
import type { Notice } from './screen.svelte.ts';
import { Travel } from './travel.ts';

export type { Notice } from './screen.svelte.ts';

export class Session extends Travel {
  /** Sets aside what `aside` says, and nothing else; the story stays as it is. */
  setAside(aside: readonly Aside[]): void {
    this.exclusion.set(aside);
    this.screen.preview = null;
  }

  /** Opens a view; what the reader was told stays. */
  show(view: View): void {
    this.screen.view = currentView(view);
  }

  /** Looks at an answer without choosing it; null for none. */
  look(answer: Answer | null): void {
    this.screen.preview = answer;
  }

  /** Asks about an ending, by its id; about none where there is none of that id. */
  ask(id: Ending['id']): void {
    this.screen.ending = this.scenario.endings.find((ending) => ending.id === id) ?? null;
  }

  /** Tells the reader something until the next step; with null, what was told is put away. */
  tellOnce(notice: Notice | null): void {
    this.screen.notice = notice;
  }

  /** Says why the reader’s work is not kept; empty where nothing is amiss. */
  reportSaveProblem(why: string): void {
    this.screen.saveProblem = why;
  }

  /** Has the views show where the story stands. */
  showStanding(): void {
    this.screen.moves += 1;
  }

  /** Puts two stories side by side. */
  compare(a: Story, b: Story): void {
    this.screen.compared = [a, b];
    this.screen.view = 'compare';
    this.screen.notice = null;
  }

  /** Weights the answers of one question as `weights` says, by code; without it, leaves the question open again. */
  weigh(question: Question, weights: ReadonlyMap<string, number> | null): void {
    this.odds.weigh(question, weights);
  }

  /** Says that somebody else set the weights. */
  takeWeightsAsHanded(): void {
    this.odds.set(this.weights, true);
  }

  /** Leaves every question open again. */
  forgetWeights(): void {
    this.odds.set();
  }

  /** Replies to a task of the lesson; an empty reply takes it back. */
  reply(task: number, value: string): void {
    this.work.reply(task, value);
  }

  /** Marks a reply to a task, which is kept from then on; `settle` says that it is the student’s answer. */
  pick(task: number, value: string): void {
    this.work.pick(task, value);
  }

  settle(task: number): void {
    this.work.settle(task);
  }

  /** Says what the student is to be called. */
  sign(label: string): void {
    this.work.sign(label);
  }

  /** Starts a lesson from its beginning, or leaves the one that is worked on. The story stays when it is left. */
  teach(lesson: Lesson | null): void {
    this.work.set({ ...NO_WORK, lesson });
    if (lesson) this.tell(currentCodes(this.scenario, lesson.story));
  }

  /** Takes up what was done in a lesson in an earlier visit, beside what is done already; the story stays as it is. */
  resume({ lesson, replies, label }: Place): void {
    this.work.set({ lesson, replies: new Map([...this.replies, ...replies]), label: this.label || label });
  }

  /** Shows `lesson` as a student would meet it; the story that stands here is kept. */
  tryOut(lesson: Lesson): void {
    this.work.beginTrial();
    this.teach(lesson);
  }

  /** Goes back from that to the making of lessons. */
  endTrial(): void {
    const before = this.work.endTrial();
    this.teach(null);
    this.tell(before);
    this.show('teach');
  }

  /**
   * Opens a place as far as it can be played; `edition` is the one the place was written for: a story of an earlier one
   * is told with the answers that can still be given. The `first` place of a visit is framed: the reader did not tell
   * that story, and has not moved yet.
   */
  openPlace(place: Place, edition: number, first = false): void {
    const { screen, storyline, scenario } = this;
    // A lesson in the making names the walk it is made along, which nobody follows.
    const earlier = edition < scenario.edition;
    // A walk of an earlier edition is another one today.
    const walk =
      place.view === 'teach' || earlier ? undefined : scenario.walks.find(({ id }) => id === place.walk);
    const way = place.way && wayIn(place.way, this.machine);
    screen.follow(walk ? { walk } : way ? { way } : {});
    if (!sameAside(place.aside, this.aside)) this.setAside(place.aside);
    // A lesson that is made, or work that is looked at, is not one that is worked on.
    const own = place.view !== 'teach' && place.view !== 'work';
    const work = own ? place : NO_WORK;
    const migration = earlier && place.story.length > 0 ? migrate(this.machine, place.story) : null;
    const replay = migration?.replay ?? storyline.play(currentCodes(scenario, place.story));
    const { moves } = screen;
    this.move(replay.steps.map((step) => step.code));
    if (first) screen.moves = moves;
    // What was told in the lesson that stood here is no part of another.
    if (!sameLesson(work.lesson, this.lesson)) storyline.layAhead([]);
    const laid = (this.walk ?? this.way)?.story;
    if (laid && startsWith(laid, this.story)) storyline.layAhead(laid.slice(this.story.length));
    if (!sameLesson(place.lesson, this.lesson)) this.work.endTrial();
    this.work.set(work);
    this.odds.set(weightsIn(place, this.machine));
    if (place.view === 'work') screen.submission = place;
    if (place.view === 'teach') this.lessonEditor.open(place);
    screen.view = this.work.hides(place.view) ? 'story' : currentView(place.view);
    screen.compared = place.compared.map((story) => currentCodes(scenario, story));
    this.ask(place.ending);
    const other = edition !== scenario.edition && place.story.length > 0;
    const handedOn = first && own && replay.steps.length > 0 && !this.lesson;
    if (replay.refused.length > 0 || other || handedOn)
      this.tellOnce({ kind: 'opened', story: place.story, replay, edition, migration });
  }
}
