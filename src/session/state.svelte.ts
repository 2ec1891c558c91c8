/**
 * All that can be read of a session. It only passes fields on: each is documented in the part that holds it, such as
 * `storyline.svelte.ts` for `story`, `ahead` and `replay`, or `screen.svelte.ts` for `view` and `notice`.
 */
import type { Futures } from '../analysis/graph/futures.ts';
import type { Hidden } from '../lesson/lesson.ts';
import type { Answer, Ending, Scenario } from '../scenario/scenario.ts';
import { Exclusion, type Compile } from './exclusion.svelte.ts';
import { LessonEditor } from './lesson-editor.svelte.ts';
import { LessonWork } from './lesson-work.svelte.ts';
import { Outlook } from './outlook.svelte.ts';
import { placeOf, type Place, type View } from './place.ts';
import { Screen } from './screen.svelte.ts';
import { Storyline } from './storyline.svelte.ts';
import { ReaderWeights } from './weights.svelte.ts';

export class SessionState {
  protected readonly exclusion: Exclusion;
  protected readonly storyline: Storyline;
  protected readonly outlook: Outlook;
  protected readonly work: LessonWork;
  protected readonly odds = new ReaderWeights();
  protected readonly screen = new Screen();
  readonly lessonEditor: LessonEditor;
  /** All that an address of this moment holds. */
  readonly place: Place;
  /** The endings that the answer looked at would close. */
  readonly closing: readonly Ending[];

  /** `compile` is needed where there are no futures; else it can come later. */
  constructor(scenario: Scenario, futures: Futures | null, compile: Compile | null = null) {
    this.exclusion = new Exclusion(scenario, futures, compile);
    this.storyline = new Storyline(() => this.machine);
    this.outlook = new Outlook(futures, () => this.scenario, this.storyline);
    this.work = new LessonWork(this.storyline);
    this.lessonEditor = new LessonEditor(() => this);
    this.closing = $derived(this.closedBy(this.preview));
    this.place = $derived(placeOf(this));
  }

  get whole() {
    return this.exclusion.whole;
  }
  /** Replaces the machine that was read off the graph by the XState machine, which is fetched while the first question is shown. */
  chart(compile: Compile): void {
    this.exclusion.chart(compile);
  }
  get machine() {
    return this.exclusion.machine;
  }
  get aside() {
    return this.exclusion.aside;
  }
  get excluded() {
    return this.exclusion.excluded;
  }
  get unsupported() {
    return this.exclusion.unsupported;
  }
  get scenario() {
    return this.machine.scenario;
  }
  original(answer: Answer): Answer {
    return this.exclusion.original(answer);
  }
  get story() {
    return this.storyline.story;
  }
  get ahead() {
    return this.storyline.ahead;
  }
  get replay() {
    return this.storyline.replay;
  }
  get futures() {
    return this.outlook.futures;
  }
  get graph() {
    return this.outlook.graph;
  }
  get openings() {
    return this.outlook.openings;
  }
  get point() {
    return this.outlook.point;
  }
  get open() {
    return this.outlook.open;
  }
  get decisive() {
    return this.outlook.decisive;
  }
  get known(): boolean {
    return this.futures !== null;
  }
  closedBy(answer: Answer | null): readonly Ending[] {
    return this.outlook.closedBy(answer);
  }
  get lesson() {
    return this.work.lesson;
  }
  get replies() {
    return this.work.replies;
  }
  get label() {
    return this.work.label;
  }
  get due() {
    return this.work.due;
  }
  get locked() {
    return this.work.locked;
  }
  get begins() {
    return this.work.begins;
  }
  get trying() {
    return this.work.trying;
  }
  get weights() {
    return this.odds.byCode;
  }
  settled(task: number): boolean {
    return this.work.settled(task);
  }

  /** Whether somebody else set the weights. */
  get weightsHanded() {
    return this.odds.handed;
  }

  conceals(answer: Answer, what: 'basis' | 'support' = 'basis'): boolean {
    return this.work.conceals(answer, what);
  }
  hides(part: Hidden | View): boolean {
    return this.work.hides(part);
  }
  get view() {
    return this.screen.view;
  }
  get ending() {
    return this.screen.ending;
  }
  get compared() {
    return this.screen.compared;
  }
  get walk() {
    return this.screen.walk;
  }
  get way() {
    return this.screen.way;
  }
  /** Whether what lies ahead was laid out by the page: a walk or a way. */
  get laid(): boolean {
    return this.walk !== null || this.way !== null;
  }
  get submission() {
    return this.screen.submission;
  }
  get notice() {
    return this.screen.notice;
  }
  get saveProblem() {
    return this.screen.saveProblem;
  }
  get preview() {
    return this.screen.preview;
  }
  get moves() {
    return this.screen.moves;
  }
}
