/**
 * The definitions of `seeds/README.md` in their plainest form, as the reference for `src/analysis`: every story is
 * played by itself, without merging, packing or caching. Slow.
 */
import {
  divided,
  less,
  ONE,
  plus,
  times,
  ZERO,
  type Fraction,
} from '../../src/analysis/questions/fraction.ts';
import { holds, type States } from '../../src/scenario/condition.ts';
import {
  undocumented,
  type Answer,
  type Ending,
  type Question,
  type Scenario,
} from '../../src/scenario/scenario.ts';

/** A point of one story: what is on the table and every answer available there, or the ending. */
export interface Point {
  readonly question: Question | null;
  readonly choices: readonly Choice[];
  readonly ending: Ending | null;
}

export interface Choice {
  readonly answer: Answer;
  /** Whether something speaks against it where it is chosen. */
  readonly against: boolean;
  readonly then: Point;
}

/** Every story of `scenario`, as a tree: a situation that two stories come to stands in it twice. */
export function tell(scenario: Scenario): Point {
  const from = (states: States, asked: ReadonlySet<Question>): Point => {
    const open = scenario.questions.filter(
      (question) => holds(question.when, states) && (question.again || !asked.has(question)),
    );
    const [question] = open;
    if (!question) {
      const [ending, ...others] = scenario.endings.filter(({ when }) => holds(when, states));
      if (!ending || others.length > 0) throw new Error('There is not exactly one ending.');
      return { question: null, choices: [], ending };
    }
    const available = question.answers.filter(({ requires }) =>
      requires.every(({ when }) => holds(when, states)),
    );
    const choices = available.map((answer) => ({
      answer,
      against: answer.against.length > 0 || answer.againstWhen.some(({ when }) => holds(when, states)),
      then: from(new Map([...states, ...Object.entries(answer.sets)]), new Set([...asked, question])),
    }));
    return { question, choices, ending: null };
  };
  const start = new Map(scenario.issues.map(({ id, states }) => [id, states[0]?.id ?? '']));
  return from(start, new Set());
}

export interface Told {
  readonly choices: readonly Choice[];
  readonly ending: Ending;
}

/** Every story from `point` on, in the order of the file. */
export function* stories({ choices, ending }: Point): Generator<Told> {
  if (ending) yield { choices: [], ending };
  for (const choice of choices)
    for (const rest of stories(choice.then)) yield { ...rest, choices: [choice, ...rest.choices] };
}

export const MEASURES = {
  length: () => true,
  undocumented: ({ answer }: Choice) => undocumented(answer),
  against: ({ against }: Choice) => against,
};

/** How many answers of a story `counts` counts. */
export const measured = ({ choices }: Told, counts: (choice: Choice) => boolean): number =>
  choices.filter(counts).length;

/** The answers that all stories in `told` contain. */
export const common = (told: readonly Told[], answers: readonly Answer[]): Answer[] =>
  answers.filter((answer) => told.every(({ choices }) => choices.some((choice) => choice.answer === answer)));

export type Coalition = readonly string[];

/** Whether the actors in `who` can bring about one of `goal` from `point`, whatever the others do. */
export function canBringAbout({ question, choices, ending }: Point, who: Coalition, goal: readonly Ending[]) {
  if (ending) return goal.includes(ending);
  const within = (all: Coalition) => all.every((actor) => who.includes(actor));
  const apart = (all: Coalition) => !all.some((actor) => who.includes(actor));
  const can = ({ then }: Choice): boolean => canBringAbout(then, who, goal);
  const own = choices.filter(({ answer }) => answer.consent.some(within));
  const imposable = choices.filter(({ answer }) => answer.consent.some(apart));
  const asked = question?.actors.some((actor) => who.includes(actor)) ?? false;
  return imposable.every(can) && (!asked || own.some(can));
}

/** Every set of some of `of`, the empty one first. */
export const subsets = <T>(of: readonly T[]): T[][] =>
  of.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);

export type WeightsOf = (answer: Answer) => Fraction | undefined;

/** What the weights say of the answers available at `point`: their shares, or null where the question is left open. */
export function shares({ question, choices }: Point, weight: WeightsOf): Fraction[] | null {
  if (!question?.answers.some((answer) => weight(answer))) return null;
  const weights = choices.map(({ answer }) => weight(answer) ?? ZERO);
  const sum = weights.reduce(plus, ZERO);
  return sum.over === 0n ? null : weights.map((one) => divided(one, sum));
}

/** The lowest and the highest chance of `ending` from `point`. */
export function range(point: Point, ending: Ending, weight: WeightsOf): [low: Fraction, high: Fraction] {
  if (point.ending) return point.ending === ending ? [ONE, ONE] : [ZERO, ZERO];
  const next = point.choices.map(({ then }) => range(then, ending, weight));
  const lows = next.map(([low]) => low);
  const highs = next.map(([, high]) => high);
  const share = shares(point, weight);
  if (!share)
    return [lows.reduce((a, b) => (less(b, a) ? b : a)), highs.reduce((a, b) => (less(a, b) ? b : a))];
  const mean = (values: readonly Fraction[]) =>
    values.map((value, at) => times(value, share[at] ?? ZERO)).reduce(plus, ZERO);
  return [mean(lows), mean(highs)];
}

/** The chance of each story from `point`, where `fill` gives the shares of a question that the weights leave open. */
export function* chances(
  point: Point,
  weight: WeightsOf,
  fill: (point: Point) => readonly Fraction[],
): Generator<{ ending: Ending; chance: Fraction }> {
  if (point.ending) yield { ending: point.ending, chance: ONE };
  const share = point.ending ? [] : (shares(point, weight) ?? fill(point));
  for (const [at, { then }] of point.choices.entries())
    for (const { ending, chance } of chances(then, weight, fill))
      yield { ending, chance: times(chance, share[at] ?? ZERO) };
}
