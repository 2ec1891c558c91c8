/** State of the line map: the story, compared stories or a class that it shows, and the effect of a press. */
import { tick } from 'svelte';
import { lineOf, linesOf, type Line, type Mark, type Stop, type Visit } from '../../picture/line.ts';
import { legPoints, legsOf, type DrawnLeg, type Point, type Spots } from '../../picture/path.ts';
import { answersByCode } from '../../scenario/lookups.ts';
import type { Answer, Ending, Question, Story } from '../../scenario/scenario.ts';
import { shortAnswer } from '../../scenario/short.ts';
import type { Session } from '../../session/session.svelte.ts';
import { saidBy } from '../../words/terms/said-by.ts';
import { shapeOf, type Shape } from '../../words/terms/labels.ts';
import { mapWords } from '../../words/views/map.ts';
import { LineKeys } from './line-keys.svelte.ts';

/** The question or answer whose details are shown. */
export interface Shown {
  readonly question: Question;
  /** Null for the question itself. */
  readonly answer: Answer | null;
  readonly marks: readonly Mark[];
}

export interface Laid {
  /** Stories from the start, drawn side by side in place of the reader’s own. */
  readonly stories: readonly Story[];
  /** By key of the answer: how many of `stories`, which are then those of a class, gave it. */
  readonly counts: ReadonlyMap<string, number> | undefined;
  /** Possible complete stories, drawn as thin lines. */
  readonly ways: readonly Story[];
  shown: Shown | null;
  /** Called when an answer is given on the map. */
  readonly onanswer: (() => void) | undefined;
}

/** The corner points of the lines that `LineDrawn` draws. */
interface Corners {
  readonly lines: readonly (readonly DrawnLeg[])[];
  readonly thin: readonly (readonly DrawnLeg[])[];
  readonly reach: readonly Point[];
}

export class LineOnMap {
  readonly keys: LineKeys;
  /** Whether the reader’s own story is shown. */
  readonly own: boolean;
  readonly over: boolean;
  /** The reader’s own story. */
  readonly line: Line;
  readonly drawn: ReturnType<typeof linesOf>;
  readonly #alongside: ReturnType<typeof linesOf>['lines'];
  /** The endings that can still be reached, or were. */
  readonly ends: readonly Ending[];
  readonly #session: Session;
  readonly #laid: Laid;
  #pressed: Answer | null = null;

  /** `laid` is reactive: its properties are read anew in every derived value. */
  constructor(session: Session, laid: Laid) {
    this.#session = session;
    this.#laid = laid;
    const asAnswers = (story: Story) =>
      story.flatMap((code) => answersByCode(session.scenario).get(code) ?? []);
    const beside = (stories: readonly Story[]) =>
      linesOf(session.scenario, stories.map(asAnswers), session.openings);
    /** While a lesson asks for the basis of an answer, the line to it is dotted and does not reveal it. */
    const unsaid = (visit: Visit): Visit =>
      session.conceals(visit.answer) ? { ...visit, leg: 'dotted' } : visit;

    this.own = $derived(laid.stories.length === 0 && !laid.counts);
    this.over = $derived(session.replay.now.ending !== null);
    this.line = $derived(lineOf(session.scenario, session.replay, session.openings, session.preview));
    this.drawn = $derived(
      this.own
        ? {
            ...this.line,
            lines: [{ visits: this.line.visits.map(unsaid), ending: session.replay.now.ending }],
          }
        : beside(laid.stories),
    );
    this.#alongside = $derived(beside(laid.ways).lines);
    this.ends = $derived(
      [...this.drawn.endings].filter(([, state]) => state !== 'closed').map(([ending]) => ending),
    );
    const start = $derived.by(() => {
      const { here, stops, visits } = this.line;
      const stop = here ?? stops[visits.at(-1)?.row ?? 0];
      const column = stop?.marks.findIndex(({ state }) => state === (here ? 'open' : 'taken')) ?? -1;
      return `${stop?.row ?? 0}:${column}`;
    });
    this.keys = new LineKeys(
      () => this.drawn.stops,
      () => start,
    );
  }

  corners(spots: Spots): Corners {
    const aside = (at: number, all: number, by: number) => (at - (all - 1) / 2) * by;
    const legs = (lines: typeof this.drawn.lines, by: number) =>
      lines.map(({ visits, ending }, at) =>
        legsOf(visits, spots, ending !== null, aside(at, lines.length, by)),
      );
    return {
      lines: legs(this.drawn.lines, this.own || this.#laid.counts ? 0 : 6),
      thin: legs(this.#alongside, 4),
      reach: this.own ? this.#reach(spots) : [],
    };
  }

  /** The points from the end of the story to the answer looked at, or to the open question. */
  #reach(spots: Spots): readonly Point[] {
    const { visits, here, preview } = this.line;
    const last = visits.at(-1);
    const from = (last && spots.at(last.row, last.column)) ?? spots.start;
    const at = preview?.visit;
    const mark = at ? spots.at(at.row, at.column) : spots.at(here?.row ?? -1, 0);
    if (!mark) return [];
    const to = at ? mark : { ...mark, x: spots.rail, y: mark.top + Math.min(22, mark.bottom - mark.top) / 2 };
    return legPoints(from, to, spots.rail);
  }

  look({ question, marks }: Stop, answer: Answer | null): void {
    this.#laid.shown = { question, answer, marks };
    if (this.own) this.#session.look(question === this.line.here?.question ? answer : null);
  }

  leave(): void {
    if (this.own) this.#session.look(null);
  }

  looks({ answer, looked }: Mark): boolean {
    return looked || this.#laid.shown?.answer?.key === answer.key;
  }

  async press(event: MouseEvent, stop: Stop, { answer, state }: Mark): Promise<void> {
    const known = this.#laid.shown?.answer?.key === answer.key;
    this.look(stop, answer);
    const open = this.own && stop.state === 'here' && (state === 'open' || state === 'closing');
    // Touch has no hover: the first touch previews an answer, the second gives it.
    const finger = event instanceof PointerEvent && event.pointerType === 'touch';
    if (!open || (finger && !(known && this.#pressed === answer))) return void (this.#pressed = answer);
    this.#session.choose(answer);
    this.#laid.onanswer?.();
    await tick();
    this.keys.toStart();
  }

  count({ answer }: Mark): number {
    return this.#laid.counts?.get(answer.key) ?? 0;
  }

  /** The mark of the basis of an answer; undefined where a lesson conceals it. */
  shape({ answer }: Mark): Shape | undefined {
    return this.own && !this.#session.conceals(answer) ? shapeOf(answer) : undefined;
  }

  /** Whether only the second of two stories gave the answer. */
  second({ answer }: Mark): boolean {
    const { stories, counts } = this.#laid;
    const [first, second] = stories.map((story) => story.includes(answer.code));
    return !counts && !first && (second ?? false);
  }

  /** The text alternative of a mark. */
  markWords(mark: Mark): string {
    const { answer, state } = mark;
    if (this.#laid.counts) return mapWords.handedIn(this.count(mark));
    if (!this.own) return mapWords.inStories[state === 'taken' ? 'taken' : 'closed'];
    const says =
      state === 'closed' || this.#session.conceals(answer)
        ? ''
        : `; ${saidBy(this.#session.scenario, answer)}`;
    return mapWords.mark[state] + says;
  }

  /** Whether the question would follow the answer looked at. */
  isNext({ question }: Stop): boolean {
    return question === this.line.preview?.next;
  }

  /** The text beside the marks of a stop. */
  beside(stop: Stop): string {
    const { state, marks } = stop;
    const taken = marks.filter((mark) => mark.state === 'taken').map(({ answer }) => shortAnswer(answer));
    if (taken.length > 0 && this.own) return taken.join(', ');
    if (this.#laid.counts && state !== 'passed')
      return marks
        .filter((mark) => this.count(mark) > 0)
        .map((mark) => `${shortAnswer(mark.answer)} ${this.count(mark)}`)
        .join(' · ');
    if (stop.dropped) return mapWords.beside.dropped;
    if (this.isNext(stop)) return mapWords.beside.then;
    return state === 'here' || state === 'passed' || state === 'never' ? mapWords.beside[state] : '';
  }
}
