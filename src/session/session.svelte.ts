/** A reader’s session: the story told so far, what lies ahead of it, and what follows from the two. */
import type { Futures } from '../analysis/graph/futures.ts';
import { losses, setAside, without, type Aside } from '../analysis/questions/knockout.ts';
import { closings, type Closing } from '../analysis/questions/decisive.ts';
import { graphOf, type Graph } from '../analysis/graph/graph.ts';
import { openEverywhere, readOpenings, type Open, type Openings } from '../analysis/graph/openings.ts';
import { LONGEST_TEXT, plain, type Hidden, type Lesson } from '../lesson/lesson.ts';
import { due, type Due } from '../lesson/work.ts';
import { compile } from '../machine/compile.ts';
import { available, type Machine } from '../machine/situation.ts';
import { today } from '../machine/receipt.ts';
import { begins, change, replay, type Refusal, type Replay } from '../machine/replay.ts';
import { Making } from './making.svelte.ts';
import { sameLesson } from './own.ts';
import { START, type Place, type View } from './place.ts';
import type { Answer, Ending, Question, Scenario, Story, Walk } from '../scenario/scenario.ts';

/** Something the reader should be told once: it stays until the next step. */
export type Notice =
  | {
      readonly kind: 'changed';
      readonly step: number;
      readonly kept: number;
      readonly dropped: readonly Refusal[];
    }
  /** A link was opened: the story it held, as far as it could be played. */
  | {
      readonly kind: 'opened';
      /** In the codes it was written with. */
      readonly story: Story;
      readonly told: Replay;
      readonly edition: number;
    }
  | { readonly kind: 'bad-link'; readonly why: string }
  /** The lesson keeps its first steps as they are. */
  | { readonly kind: 'locked'; readonly steps: number };

export class Session {
  /** The scenario as it is in its file. */
  readonly whole: Scenario;
  /** What can still happen from where; null where the scenario is too large for it to be known. */
  readonly futures: Futures | null;
  #machine: Machine;
  #aside = $state.raw<readonly Aside[]>([]);
  /** What is open from where; everything, where nothing is known. */
  readonly openings: Openings;
  /** The keys of the answers that have lost all they rest on by that. */
  readonly bare: ReadonlySet<string>;
  readonly #graph: Graph | null;
  readonly #original: ReadonlyMap<string, Answer>;
  /** The ids of the quotations that the reader has set aside. */
  readonly gone: ReadonlySet<string>;

  #told: Replay;
  /** Answers that were taken back, or that the walk still holds, in order. */
  #ahead = $state.raw<Story>([]);
  view = $state<View>('story');
  /** The ending that is asked about in the view `how`; null for none. */
  ending = $state.raw<Ending | null>(null);
  /** The reader’s own weights by code; none until the reader sets one. */
  weights = $state.raw<ReadonlyMap<string, number>>(new Map());
  /** The stories that are compared: none, or two. */
  compared = $state.raw<readonly Story[]>([]);
  walk = $state.raw<Walk | null>(null);
  /** The lesson that is worked on, and the replies to its tasks by number. */
  lesson = $state.raw<Lesson | null>(null);
  replies = $state.raw<ReadonlyMap<number, string>>(new Map());
  label = $state('');
  /** The making of lessons, by a teacher. */
  readonly making: Making;
  /** What was handed in and is looked at in the view `work`; never one’s own. */
  handed = $state.raw<Place | null>(null);
  /** The story that stood here before a teacher looked at a lesson as a student would; null when nobody does. */
  #before = $state.raw<Story | null>(null);
  notice = $state.raw<Notice | null>(null);
  /** Why the reader’s own work is not kept on this device, as `words/keeping.ts` explains it; empty where nothing is amiss. */
  unkept = $state('');
  /** The answer the reader is looking at without having chosen it. */
  preview = $state.raw<Answer | null>(null);
  /** Goes up whenever the reader moves the story, so that a view knows to show where it stands. */
  moves = $state(0);

  readonly story: Story;
  /** All that an address of this moment holds. */
  readonly place: Place;
  /** Where the story stands among the scenario’s futures, and what is open from there. */
  readonly point: number;
  readonly open: Open;
  /** The tasks of the lesson that have come up. */
  readonly due: readonly Due[];
  /** For each step of the story, the endings that it closed for good. */
  readonly decisive: readonly Closing[];
  /** The endings that the answer looked at would close. */
  readonly closing: readonly Ending[];

  constructor(scenario: Scenario, futures: Futures | null) {
    this.whole = scenario;
    this.futures = futures;
    this.#machine = $state.raw(compile(scenario));
    this.#original = new Map([...this.#machine.byCode.values()].map((answer) => [answer.key, answer]));
    this.#told = $state.raw(replay(this.#machine, []));
    this.#graph = $derived(futures && graphOf(this.scenario, futures));
    this.openings = $derived(this.#graph ? readOpenings(this.#graph) : openEverywhere(this.scenario));
    this.gone = $derived(setAside(scenario, this.#aside));
    this.bare = $derived(
      new Set(losses(scenario, this.gone).flatMap(({ answer, bare }) => (bare ? [answer.key] : []))),
    );
    this.story = $derived(this.#told.steps.map((step) => step.code));
    this.making = new Making(() => this);
    this.place = $derived({
      story: this.story,
      view: this.view,
      walk: (this.view === 'teach' ? this.making.walk : this.walk)?.id ?? '',
      ready: this.view === 'teach' ? this.making.ready : '',
      ending: this.view === 'how' ? (this.ending?.id ?? '') : '',
      weights: this.weights,
      aside: this.aside,
      compared: this.view === 'compare' ? this.compared : [],
      lesson: this.view === 'teach' ? (this.making.draft?.lesson ?? null) : this.lesson,
      replies: this.view === 'teach' ? START.replies : this.replies,
      label: this.view === 'teach' ? '' : this.label,
      print: '',
      ...(this.view === 'work' ? handedIn(this.handed) : {}),
    });
    this.point = $derived(this.openings.find(this.story));
    this.open = $derived(this.openings.from(this.point));
    this.due = $derived(this.lesson ? due(this.lesson, this.#told.steps, this.#told.now) : []);
    this.decisive = $derived(
      closings(
        this.openings,
        this.#told.steps.map(({ answer }) => answer),
      ),
    );
    this.closing = $derived(this.closedBy(this.preview));
  }

  /** The machine of the scenario without what is set aside. */
  get machine(): Machine {
    return this.#machine;
  }

  /** The scenario without what is set aside: what every view shows. */
  get scenario(): Scenario {
    return this.#machine.scenario;
  }

  /** Whether it is known what can still happen: see `futures`. */
  get known(): boolean {
    return this.futures !== null;
  }

  /** All stories as a graph, what is set aside left out. Throws where nothing is known: ask `known` first. */
  get graph(): Graph {
    if (!this.#graph) throw new Error('This scenario is too large to be explored: ask known first.');
    return this.#graph;
  }

  /** `answer` as it is in the file, with all that it rests on. */
  original(answer: Answer): Answer {
    return this.#original.get(answer.key) ?? answer;
  }

  get aside(): readonly Aside[] {
    return this.#aside;
  }

  /** Sets aside what `aside` says, and nothing else; the story stays as it is. */
  setAside(aside: readonly Aside[]): void {
    const { story } = this;
    this.#aside = aside;
    this.#machine = compile(without(this.whole, setAside(this.whole, aside)));
    this.#told = replay(this.#machine, story);
    this.preview = null;
  }

  get told(): Replay {
    return this.#told;
  }

  get ahead(): Story {
    return this.#ahead;
  }

  /** The endings that `answer` would close if it were chosen now; none where it cannot be. */
  closedBy(answer: Answer | null): readonly Ending[] {
    if (!answer || answer.question !== this.told.now.question?.id) return [];
    return available(answer, this.told.now.states) ? this.openings.closes(this.point, answer) : [];
  }

  /** Chooses an answer of the question on the table. */
  choose(answer: Answer): void {
    this.#move([...this.story, answer.code]);
  }

  /** How many steps at the start must stay as the lesson has them. */
  get locked(): number {
    const { lesson } = this;
    return lesson?.locked && begins(this.story, lesson.story) ? lesson.story.length : 0;
  }

  /** Whether a lesson is open in which nothing was done yet. */
  get begins(): boolean {
    return this.lesson !== null && this.replies.size === 0 && this.story.length === this.lesson.story.length;
  }

  /** Whether the lesson asks about the basis, or the support, of the answers to this one’s question, and has no reply yet. */
  conceals(answer: Answer, what: 'basis' | 'support' = 'basis'): boolean {
    const { lesson } = this;
    return (
      lesson?.tasks.some(
        ({ kind, at }, number) => kind === what && at === answer.question && !this.replies.has(number),
      ) ?? false
    );
  }

  /** Whether the lesson that is worked on keeps `part` out of sight. */
  hides(part: Hidden | View): boolean {
    return this.lesson?.hidden.includes(part as Hidden) ?? false;
  }

  /** Replies to a task of the lesson; an empty reply takes it back. */
  reply(task: number, value: string): void {
    const others = [...this.replies].filter(([number]) => number !== task);
    const text = [...plain(value)].slice(0, LONGEST_TEXT).join('');
    this.replies = new Map(text === '' ? others : [...others, [task, text]]);
  }

  /** Starts a lesson from its beginning, or leaves the one that is worked on. The story stays when it is left. */
  teach(lesson: Lesson | null): void {
    this.lesson = lesson;
    this.replies = new Map();
    this.label = '';
    if (lesson) this.tell(today(this.scenario, lesson.story));
  }

  /** Whether a teacher looks at a lesson as a student would. */
  get trying(): boolean {
    return this.#before !== null;
  }

  /** Shows `lesson` as a student would meet it; the story that stands here is kept. */
  tryOut(lesson: Lesson): void {
    this.#before ??= this.story;
    this.teach(lesson);
  }

  /** Goes back from that to the making of lessons. */
  endTrial(): void {
    const before = this.#before ?? this.story;
    this.#before = null;
    this.teach(null);
    this.tell(before);
    this.view = 'teach';
  }

  /** Takes back `steps` answers; they stay ahead. */
  back(steps = 1): void {
    this.#move(this.story.slice(0, Math.max(this.locked, this.story.length - steps)));
  }

  /** Gives the next answers ahead again. */
  forward(steps = 1): void {
    this.#move([...this.story, ...this.ahead.slice(0, steps)]);
  }

  /** Goes to just before step `at`, counted from 0. */
  goTo(at: number): void {
    this.#move(this.story.slice(0, Math.max(this.locked, at)));
  }

  /** Answers step `at` otherwise, and keeps what later answers it can. */
  change(at: number, answer: Answer): void {
    if (at < this.locked) return;
    const changed = change(this.machine, this.story, at, answer.code);
    this.#ahead = [];
    this.#move(changed.story);
    this.notice = { kind: 'changed', step: at + 1, kept: changed.kept, dropped: changed.dropped };
  }

  /** Begins again; the whole story stays ahead. */
  restart(): void {
    this.walk = null;
    this.goTo(0);
  }

  /** Starts following a walk: it lies ahead, and nothing is chosen yet. */
  follow(walk: Walk): void {
    const from = walk.story.slice(0, this.locked);
    if (this.#keeps(from)) return;
    this.#move(from);
    this.#ahead = walk.story.slice(from.length);
    this.walk = walk;
  }

  /** Lays a way ahead of step `at` of the story: the reader goes back there and can follow it. False where a lesson forbids. */
  layAhead(at: number, way: Story): boolean {
    if (this.#keeps(this.story.slice(0, at))) return false;
    this.#move(this.story.slice(0, at));
    this.#ahead = way;
    this.walk = null;
    return true;
  }

  /** Lets the answers that were given in an earlier visit lie ahead again; the story stays where it is. */
  remember(ahead: Story): void {
    if (!this.walk) this.#ahead = ahead;
  }

  /** Weights the answers of one question as `weights` says, by code; without it, leaves the question open again. */
  weigh(question: Question, weights: ReadonlyMap<string, number> | null): void {
    const others = [...this.weights].filter(
      ([code]) => this.machine.byCode.get(code)?.question !== question.id,
    );
    this.weights = new Map([...others, ...(weights ?? [])]);
  }

  /** Tells another story in place of this one, as far as it can be played. */
  tell(story: Story): void {
    const { steps } = replay(this.machine, story, this.#told);
    const told = steps.map((step) => step.code);
    if (this.#keeps(told)) return;
    this.walk = null;
    this.#move(told);
  }

  /** Puts two stories side by side. */
  compare(a: Story, b: Story): void {
    this.compared = [a, b];
    this.view = 'compare';
    this.notice = null;
  }

  /** Leaves the walk; the story stays as it is. */
  leaveWalk(): void {
    this.walk = null;
    this.#ahead = [];
  }

  /**
   * Opens a place as far as it can be played; `edition` is the one the place was written for. The `first` place of
   * a visit is framed: the reader did not tell that story, and has not moved yet.
   */
  openPlace(place: Place, edition: number, first = false): void {
    // A lesson in the making names the walk it is made along, which nobody follows.
    this.walk =
      place.view === 'teach' ? null : (this.scenario.walks.find(({ id }) => id === place.walk) ?? null);
    const { moves } = this;
    if (key(place.aside) !== key(this.aside)) this.setAside(place.aside);
    // A lesson that is made, or work that is looked at, is not one that is worked on.
    const own = place.view !== 'teach' && place.view !== 'work';
    const lesson = own ? place.lesson : null;
    const told = replay(this.machine, today(this.scenario, place.story), this.#told);
    const { steps, refused } = told;
    this.#move(steps.map((step) => step.code));
    // What was told in the lesson that stood here is no part of another.
    if (!sameLesson(lesson, this.lesson)) this.#ahead = [];
    if (this.walk && begins(this.walk.story, this.story))
      this.#ahead = this.walk.story.slice(this.story.length);
    this.view = place.lesson?.hidden.includes(place.view as Hidden) ? 'story' : place.view;
    const weighted = today(this.scenario, [...place.weights.keys()]);
    const weights = [...place.weights.values()].map((weight, at) => [weighted[at] ?? '', weight] as const);
    this.weights = new Map(weights.filter(([code]) => this.machine.byCode.has(code)));
    if (JSON.stringify(place.lesson) !== JSON.stringify(this.lesson)) this.#before = null;
    this.lesson = lesson;
    this.replies = own ? place.replies : START.replies;
    this.label = own ? place.label : '';
    if (place.view === 'work') this.handed = place;
    if (place.view === 'teach') this.making.open(place);
    this.compared = place.compared.map((story) => today(this.scenario, story));
    this.ending = this.scenario.endings.find((ending) => ending.id === place.ending) ?? null;
    const other = edition !== this.scenario.edition && place.story.length > 0;
    if (refused.length > 0 || other || (first && own && steps.length > 0 && !this.lesson))
      this.notice = { kind: 'opened', story: place.story, told, edition };
    if (first) this.moves = moves;
  }

  /** Whether the lesson keeps its steps against `story`, which begins with others; the reader is then told. */
  #keeps(story: Story): boolean {
    const { lesson, locked } = this;
    if (!lesson || locked === 0 || begins(story, lesson.story)) return false;
    this.view = 'story';
    this.notice = { kind: 'locked', steps: locked };
    return true;
  }

  #move(story: Story): void {
    const whole = [...this.story, ...this.ahead];
    this.#told = replay(this.machine, story, this.#told);
    this.#ahead = begins(whole, story) ? whole.slice(story.length) : [];
    this.notice = null;
    this.preview = null;
    this.view = 'story';
    this.moves += 1;
  }
}

/** What the address of a place holds of the work that is looked at there. */
const handedIn = (place: Place | null): Partial<Place> =>
  place ? { lesson: place.lesson, replies: place.replies, label: place.label, print: place.print } : {};

const key = (aside: readonly Aside[]): string => aside.map(({ kind, id }) => `${kind} ${id}`).join();
