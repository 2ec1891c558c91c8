/** A finished story as plain data, which page, embed, paper and exports draw: its ending, one sentence, its marks and rows. */
import { outcomeOf, type AimStanding } from '../../analysis/questions/account.ts';
import type { Replay, Step } from '../../machine/replay.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { undocumented } from '../../scenario/scenario.ts';
import { shortAnswer } from '../../scenario/short.ts';
import { answerShown, type AnswerShown } from './question.ts';
import { actorName } from './people.ts';
import { list, spelled } from './text.ts';

export interface StepShown extends AnswerShown {
  /** From 1. */
  readonly number: number;
  /** The short label of the answer. */
  readonly short: string;
}

/** What one side has in a row; where that is nothing, a word for it stands in `texts`. */
export interface CellShown {
  readonly nothing: boolean;
  readonly texts: readonly string[];
}

export interface EndingShown {
  readonly title: string;
  readonly text: string;
  /** How many answers it took, how many of them no source reports, and the first of these. */
  readonly sentence: string;
  readonly steps: readonly StepShown[];
  /** The sides whose giving and getting is shown: those with the most reported aims. */
  readonly sides: readonly string[];
  /** The same rows for every side, each with a cell for each of `sides`. */
  readonly rows: readonly { readonly what: string; readonly cells: readonly CellShown[] }[];
  /** A question to talk about; or empty. */
  readonly prompt: string;
}

/** Null while the story goes on. */
export function endingShown(scenario: Scenario, replay: Pick<Replay, 'steps' | 'now'>): EndingShown | null {
  const { ending } = replay.now;
  if (!ending) return null;
  const sides = sidesOf(scenario);
  return {
    title: ending.title,
    text: ending.text,
    sentence: storySentence(scenario, replay.steps),
    steps: stepsShown(scenario, replay.steps),
    sides: sides.map((id) => actorName(scenario, id)),
    rows: rowsOf(scenario, replay, sides),
    prompt: ending.prompts[0] ?? '',
  };
}

/** The steps of a story, finished or not. */
export const stepsShown = (scenario: Scenario, steps: readonly Pick<Step, 'answer'>[]): StepShown[] =>
  steps.map(({ answer }, at) => ({
    ...answerShown(scenario, answer),
    number: at + 1,
    short: shortAnswer(answer),
  }));

/** What a finished story took, in one sentence: how many answers, how many no source reports, and the first of these. */
export function storySentence(
  scenario: Scenario,
  steps: readonly Pick<Step, 'question' | 'answer'>[],
): string {
  const took = `It took ${spelled(steps.length)} ${steps.length === 1 ? 'answer' : 'answers'}`;
  const bare = steps.filter(({ answer }) => undocumented(answer));
  const [first] = bare;
  if (!first) return `${took}: ${documented(steps)}.`;
  const at = steps.indexOf(first) + 1;
  const who = list(first.question.actors.map((id) => actorName(scenario, id)));
  const label = first.answer.label.replace(/\.$/, '');
  // Most labels name the side that answers.
  const what = who === '' || label.includes(who) ? label : `${label} (${who})`;
  if (bare.length === steps.length) {
    if (bare.length === 1) return `${took}, which no source reports: ${what}.`;
    return `${took}, none of which a source reports, beginning with the first: ${what}.`;
  }
  if (bare.length === 1) return `${took}, one of which no source reports, the ${ordinal(at)}: ${what}.`;
  return `${took}, ${spelled(bare.length)} of which no source reports, beginning with the ${ordinal(at)}: ${what}.`;
}

const ORDINALS = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth';
const ordinal = (number: number): string => ORDINALS.split(' ')[number] ?? `one with number ${number}`;

/** The bases of a story in which every answer is reported, a reading, or leaves things as they were. */
function documented(steps: readonly Pick<Step, 'answer'>[]): string {
  const count = (bases: readonly string[]) =>
    steps.filter(({ answer }) => bases.includes(answer.basis)).length;
  const kinds: readonly (readonly [number, string])[] = [
    [count(['stated', 'reported']), 'reported by a source'],
    [count(['reading']), 'your choice where the articles differ'],
    [count(['leave']), 'left as it was when the articles were written'],
  ];
  const some = kinds.filter(([number]) => number > 0);
  const [only] = some;
  if (some.length === 1 && only) return only[0] === 1 ? only[1] : `each ${only[1]}`;
  return list(some.map(([number, what]) => `${spelled(number)} ${what}`));
}

/** The two sides with the most reported aims, in the order of the file; fewer where fewer have any. */
export function sidesOf({ actors, aims }: Pick<Scenario, 'actors' | 'aims'>): string[] {
  const count = (id: string) => aims.filter(({ actor }) => actor === id).length;
  const most = [...actors].filter(({ id }) => count(id) > 0).sort((a, b) => count(b.id) - count(a.id));
  const two = most.slice(0, 2);
  return actors.filter((actor) => two.includes(actor)).map(({ id }) => id);
}

const WANTED: readonly (readonly [AimStanding, string])[] = [
  ['met', 'Wanted, and got'],
  ['open to argument', 'Wanted; arguable'],
  ['not met', 'Wanted, not got'],
  ['does not arise', 'Wanted; not raised'],
];

function rowsOf(
  scenario: Scenario,
  { now }: Pick<Replay, 'now'>,
  sides: readonly string[],
): EndingShown['rows'] {
  if (sides.length === 0) return [];
  const { facts, aims } = outcomeOf(scenario, now.states);
  const row = (what: string, nothing: string, cells: readonly (readonly string[])[]) => ({
    what,
    cells: cells.map((texts) =>
      texts.length > 0 ? { nothing: false, texts } : { nothing: true, texts: [nothing] },
    ),
  });
  // A fact that the file tells of each side in the same words: “What Ukraine gave up”, “What Russia gave up”.
  const alike = (label: string, side: string) => label.replace(actorName(scenario, side), '…');
  const shared = new Set(
    facts
      .map(({ fact }) => alike(fact.label, sides[0] ?? ''))
      .filter((what) => sides.every((side) => told(what, side).length > 0)),
  );
  function told(what: string, side: string): string[] {
    const named = facts.filter(({ fact }) => fact.label.includes(actorName(scenario, side)));
    return named.flatMap(({ fact, value }) => (alike(fact.label, side) === what ? [value.label] : []));
  }
  const given = [...shared].map((what) =>
    row(
      what.replace('…', sides.length > 1 ? 'each side' : actorName(scenario, sides[0] ?? '')),
      '',
      sides.map((side) => told(what, side)),
    ),
  );
  const wanted = WANTED.map(([standing, what]) =>
    row(
      what,
      'None reported',
      sides.map((side) =>
        aims.flatMap(({ aim, standing: is }) => (aim.actor === side && is === standing ? [aim.label] : [])),
      ),
    ),
  );
  const silent = row(
    'View not reported',
    'None noted',
    sides.map((side) => scenario.unreported.flatMap(({ actor, label }) => (actor === side ? [label] : []))),
  );
  return [...given, ...wanted, silent].filter(({ cells }) => cells.some(({ nothing }) => !nothing));
}
