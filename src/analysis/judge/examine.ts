/** Examines a scenario file before its stories can be played, and reports each stage. */
import { LIMITS } from '../../scenario/limits.ts';
import { parse } from '../../scenario/parse/parse.ts';
import { problem, hasErrors, type Problem } from '../../scenario/problems.ts';
import type { Finding, Scenario } from '../../scenario/scenario.ts';
import { explore, type Exploration } from '../graph/explore.ts';
import { holdsClaim } from './findings.ts';
import { futuresOf, type Futures } from '../graph/futures.ts';
import { outcomeGraph } from '../graph/outcomes.ts';
import { validateExploration } from './validate.ts';
import { compileRules, type Rules } from '../graph/rules.ts';

/** Plain data, so that a worker can send it. */
export type ExaminationStage =
  /** The file holds a scenario; nobody knows yet whether its stories can be walked. */
  | { readonly stage: 'read'; readonly scenario: Scenario; readonly problems: readonly Problem[] }
  /** So many situations were looked at; more may follow. */
  | { readonly stage: 'looking'; readonly situations: number }
  /** All of them were, or as many as the limit allows; now it is judged what was seen. */
  | { readonly stage: 'judging'; readonly situations: number }
  | ({ readonly stage: 'examined' } & Examined)
  | { readonly stage: 'refused'; readonly problems: readonly Problem[] };

/** A scenario that can be walked. */
export interface Examined {
  /** Without the findings that do not hold, or cannot be judged. */
  readonly scenario: Scenario;
  /** Null where the scenario is too large for what can still happen to be known. */
  readonly futures: Futures | null;
  /** Warnings only. */
  readonly problems: readonly Problem[];
}

/** Examines a scenario file as it comes from outside. The last stage reported is `examined` or `refused`. */
export function examine(file: Uint8Array, tell: (stage: ExaminationStage) => void): void {
  const read = parse(file);
  if (!read.ok) return tell({ stage: 'refused', problems: read.problems });
  const scenario = read.value;
  tell({ stage: 'read', scenario, problems: read.problems });

  const rules = compileRules(scenario);
  const exploration = explore(rules, LIMITS.situations, (situations) =>
    tell({ stage: 'looking', situations }),
  );
  tell({ stage: 'judging', situations: exploration.count });
  const problems = [...read.problems, ...validateExploration(scenario, rules, exploration)];
  if (hasErrors(problems)) return tell({ stage: 'refused', problems });

  const known = exploration.complete
    ? within(() => futuresOf(rules, exploration, undefined, LIMITS.futures))
    : null;
  if (exploration.complete && !known) problems.push(tooManyFutures(''));
  const judged = judge(scenario, rules, known ? exploration : null);
  tell({
    stage: 'examined',
    scenario: { ...scenario, findings: judged.findings },
    futures: known,
    problems: [...problems, ...judged.problems],
  });
}

/** The findings that hold over all stories, and a warning about each that does not; none where that is not known. */
function judge(
  scenario: Scenario,
  rules: Rules,
  exploration: Exploration | null,
): { findings: Finding[]; problems: Problem[] } {
  if (!exploration || scenario.findings.length === 0) return { findings: [], problems: [] };
  const graph = within(() => outcomeGraph(scenario, rules, exploration, LIMITS.futures));
  if (!graph) return { findings: [], problems: [tooManyFutures('findings')] };
  const holds = scenario.findings.map(({ claim }) => holdsClaim(graph, claim));
  return {
    findings: scenario.findings.filter((_, at) => holds[at]),
    problems: scenario.findings.flatMap(({ id }, at) =>
      holds[at] ? [] : [problem('false-finding', `findings[${at}]`, id)],
    ),
  };
}

const tooManyFutures = (where: string): Problem =>
  problem('too-many-futures', where, `more than ${LIMITS.futures.toLocaleString('en')}`);

/** What `make` gives; null where that would be too large to keep. */
function within<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
