/** The same scenario when a source, a speaker or a quotation is set aside: which answers lose what they rest on. */
import type { Condition } from '../../scenario/condition.ts';
import { answersOf } from '../../scenario/lookups.ts';
import type { Answer, Scenario } from '../../scenario/scenario.ts';

/** What a reader can set aside. A speaker is named by one of the quotations of theirs. */
export interface Aside {
  readonly kind: 'source' | 'speaker' | 'quotation';
  /** The id of the source, or of the quotation. */
  readonly id: string;
}

/** The ids of all quotations that `aside` takes away; what it names and the scenario does not have takes none. */
export function excludedQuotations(scenario: Scenario, aside: readonly Aside[]): ReadonlySet<string> {
  const by = (kind: Aside['kind']) => new Set(aside.filter((one) => one.kind === kind).map(({ id }) => id));
  const [sources, named, quotations] = [by('source'), by('speaker'), by('quotation')];
  const speakers = new Set(scenario.evidence.filter(({ id }) => named.has(id)).map(({ speaker }) => speaker));
  return new Set(
    scenario.evidence
      .filter(({ id, source, speaker }) => sources.has(source) || speakers.has(speaker) || quotations.has(id))
      .map(({ id }) => id),
  );
}

/** A condition that never holds. */
const NEVER: Condition = { any: [] };

/**
 * `scenario` without the quotations in `excluded`. An answer that loses all its evidence becomes an assumption; an
 * `againstWhen` clause that loses all of it never holds. Questions, conditions and endings do not change, and every item
 * keeps its position in its list.
 */
export function withoutQuotations(scenario: Scenario, excluded: ReadonlySet<string>): Scenario {
  if (excluded.size === 0) return scenario;
  const kept = (ids: readonly string[]) => ids.filter((id) => !excluded.has(id));
  const believed = (answer: Answer): Answer => ({
    ...answer,
    ...(answer.evidence.length > 0 && kept(answer.evidence).length === 0
      ? { basis: answer.basis === 'leave' ? 'leave' : 'assumption', inferred: false }
      : {}),
    evidence: kept(answer.evidence),
    against: kept(answer.against),
    doubt: kept(answer.doubt),
    againstWhen: answer.againstWhen.map((clause) => ({
      ...clause,
      ...(clause.evidence.length > 0 && kept(clause.evidence).length === 0 ? { when: NEVER } : {}),
      evidence: kept(clause.evidence),
    })),
    requires: answer.requires.map((clause) => ({ ...clause, evidence: kept(clause.evidence) })),
  });
  return {
    ...scenario,
    questions: scenario.questions.map((question) => ({
      ...question,
      answers: question.answers.map(believed),
    })),
  };
}

/** What became of an answer. */
export interface Loss {
  readonly answer: Answer;
  /** The quotations it rested on that are set aside, and whether none is left. An assumption rests on none. */
  readonly lost: readonly string[];
  readonly unsupported: boolean;
  /** The quotations against it that are set aside. */
  readonly freed: readonly string[];
  /** The clauses that close it and have lost every quotation they rest on, by number. */
  readonly shaken: readonly number[];
}

/** The answers of `scenario` that setting `excluded` aside changes, in the order of the file. */
export function losses(scenario: Scenario, excluded: ReadonlySet<string>): Loss[] {
  const taken = (ids: readonly string[]) => ids.filter((id) => excluded.has(id));
  return answersOf(scenario)
    .map((answer) => {
      const rests = answer.basis === 'assumption' ? [] : answer.evidence;
      const lost = taken(rests);
      const against = [...answer.against, ...answer.againstWhen.flatMap(({ evidence }) => evidence)];
      return {
        answer,
        lost,
        unsupported: answer.basis !== 'leave' && lost.length > 0 && lost.length === rests.length,
        freed: [...new Set(taken(against))],
        shaken: answer.requires.flatMap(({ evidence }, at) =>
          evidence.length > 0 && taken(evidence).length === evidence.length ? [at] : [],
        ),
      };
    })
    .filter(({ lost, freed, shaken }) => lost.length + freed.length + shaken.length > 0);
}
