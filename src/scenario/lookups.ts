/** Looking up by id: what a scenario holds is indexed once, when it is first asked for. */
import type { Answer, Evidence, Question, Scenario } from './scenario.ts';

/** `make`, worked out once for each list it is asked about, for as long as that list is held. */
function once<List extends object, Made>(make: (list: List) => Made): (list: List) => Made {
  const made = new WeakMap<List, Made>();
  return (list) => {
    let known = made.get(list);
    if (known === undefined) made.set(list, (known = make(list)));
    return known;
  };
}

interface Named {
  readonly id: string;
}

// Backwards, so that the first of several with the same id is found.
const placesIn = once(
  (items: readonly Named[]) => new Map(items.map(({ id }, at) => [id, at] as const).reverse()),
);

/**
 * The item of `items` with this id; undefined where none has it. The index belongs to the list, which must not change:
 * a scenario without some of its quotations has another list of them, and so another index.
 */
export function byId<Item extends Named>(items: readonly Item[], id: string | undefined): Item | undefined {
  return items[indexById(items, id)];
}

/** Its place in `items`, from 0; -1 where none has this id. */
export const indexById = (items: readonly Named[], id: string | undefined): number =>
  (id === undefined ? undefined : placesIn(items).get(id)) ?? -1;

const answersIn = once((questions: readonly Question[]) => questions.flatMap(({ answers }) => answers));
const codesIn = once((answers: readonly Answer[]) => new Map(answers.map((answer) => [answer.code, answer])));

/** Every answer of a scenario, in the order of the file. */
export const answersOf = ({ questions }: Pick<Scenario, 'questions'>): readonly Answer[] =>
  answersIn(questions);

/** Every answer of a scenario by its code. */
export const answersByCode = (scenario: Pick<Scenario, 'questions'>): ReadonlyMap<string, Answer> =>
  codesIn(answersOf(scenario));

/** The quotations with these ids, in their order. Ids that no quotation has are left out. */
export const quotationsWith = ({ evidence }: Pick<Scenario, 'evidence'>, ids: Iterable<string>): Evidence[] =>
  [...ids].flatMap((id) => byId(evidence, id) ?? []);
