/**
 * A reader’s session, in three layers: `SessionState` has what can be read, `Travel` adds what moves the story, and this
 * adds everything else that a reader can do. Each act changes one or several of the parts that hold the state.
 */
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

  /** Opens a view; the notice stays. */
  show(view: View): void {
    this.screen.view = currentView(view);
  }

  /** Looks at an answer without choosing it; null for none. */
  look(answer: Answer | null): void {
    this.screen.preview = answer;
  }

  /** Opens the details of an ending in the view of the endings, by its id; closes them where no ending has that id. */
  ask(id: Ending['id']): void {
    this.screen.ending = this.scenario.endings.find((ending) => ending.id === id) ?? null;
  }

  /** Shows a notice until the next step; with null, takes the notice away. (To tell a story is something else: `tell`.) */
  tellOnce(notice: Notice | null): void {
    this.screen.notice = notice;
  }

  /** Says why the reader’s work is not kept; empty where nothing is amiss. */
  reportSaveProblem(why: string): void {
    this.screen.saveProblem = why;
  }

  /** Has the view of the story scroll to where the story stands, as after a move. */
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

  /** Notes that the weights came with a link: somebody else set them. */
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

  /** Marks a reply to a task. It is kept, and can be marked anew until `settle` makes it the student’s answer. */
  pick(task: number, value: string): void {
    this.work.pick(task, value);
  }

  /** Makes the reply that is marked for a task the student’s answer. */
  settle(task: number): void {
    this.work.settle(task);
  }

  /** Sets the name that the student chose. */
  sign(label: string): void {
    this.work.sign(label);
  }

  /** Starts a lesson from its beginning; with null, leaves the lesson, and the story stays. */
  teach(lesson: Lesson | null): void {
    this.work.set({ ...NO_WORK, lesson });
    if (lesson) this.tell(currentCodes(this.scenario, lesson.story));
  }

  /** Adds what was done in a lesson in an earlier visit to what is done already; the story stays as it is. */
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
   * Opens a place as far as it can be played. `edition` is the one the place was written for: a story of an earlier one is
   * retold with the answers that can still be given. `first` is true for the first place of a visit: opening it does not
   * count as a move of the reader’s, and a story in it is announced as one that somebody else told.
   */
  openPlace(place: Place, edition: number, first = false): void {
    const { screen, storyline, scenario } = this;
    const earlier = edition < scenario.edition;
    // Followed is a walk of this edition only: one of an earlier edition may have the same id and another story. In the view
    // `teach` the walk is the one along which a lesson is made, which nobody follows.
    const walk =
      place.view === 'teach' || earlier ? undefined : scenario.walks.find(({ id }) => id === place.walk);
    const way = place.way && wayIn(place.way, this.machine);
    screen.follow(walk ? { walk } : way ? { way } : {});
    if (!sameAside(place.aside, this.aside)) this.setAside(place.aside);
    // In these views the place holds a lesson that is being made, or what somebody handed in: it is not worked on here.
    const worksHere = place.view !== 'teach' && place.view !== 'work';
    const work = worksHere ? place : NO_WORK;
    const migration = earlier && place.story.length > 0 ? migrate(this.machine, place.story) : null;
    const replay = migration?.replay ?? storyline.play(currentCodes(scenario, place.story));
    const movesBefore = screen.moves;
    this.move(replay.steps.map((step) => step.code));
    if (first) screen.moves = movesBefore;
    // The answers ahead were given in the lesson that was open before: they are no part of another one.
    if (!sameLesson(work.lesson, this.lesson)) storyline.layAhead([]);
    const followed = (this.walk ?? this.way)?.story;
    if (followed && startsWith(followed, this.story)) storyline.layAhead(followed.slice(this.story.length));
    if (!sameLesson(place.lesson, this.lesson)) this.work.endTrial();
    this.work.set(work);
    this.odds.set(weightsIn(place, this.machine));
    if (place.view === 'work') screen.submission = place;
    if (place.view === 'teach') this.lessonEditor.open(place);
    screen.view = this.work.hides(place.view) ? 'story' : currentView(place.view);
    screen.compared = place.compared.map((story) => currentCodes(scenario, story));
    this.ask(place.ending);
    const ofOtherEdition = edition !== scenario.edition && place.story.length > 0;
    const toldByOthers = first && worksHere && replay.steps.length > 0 && !this.lesson;
    if (replay.refused.length > 0 || ofOtherEdition || toldByOthers)
      this.tellOnce({ kind: 'opened', story: place.story, replay, edition, migration });
  }
}
