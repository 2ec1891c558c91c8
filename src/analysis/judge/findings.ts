/** Whether what a scenario claims about its own structure holds, judged over all its stories. */
import type { Claim } from '../../scenario/format/claims.ts';
import { indexById } from '../../scenario/lookups.ts';
import type { Answer, Scenario } from '../../scenario/scenario.ts';
import { undocumented } from '../../scenario/scenario.ts';
import { endingsOf, reachableNodes, startOf, storiesOf, storiesWith, type Graph } from '../graph/graph.ts';
import type { OutcomeGraph } from '../graph/outcomes.ts';
import { blocks, bringsAbout } from '../questions/power.ts';
import { extremes } from '../questions/ways.ts';

type Of<Kind extends Claim['kind']> = Extract<Claim, { kind: Kind }>;

/** Whether `claim` holds in the scenario of `graph`, whose references have been checked. */
export function holdsClaim(graph: OutcomeGraph, claim: Claim): boolean {
  switch (claim.kind) {
    case 'all':
      return claim.of.every((part) => holdsClaim(graph, part));
    case 'endings':
      return endingsClaim(graph, claim);
    case 'documented':
      return documentedClaim(graph, claim);
    case 'count':
      return within(count(graph.scenario, claim), claim);
    case 'min':
      return minClaim(graph, claim);
    case 'everyStory':
      return everyStoryClaim(graph, claim);
    case 'against':
      return againstClaim(graph, claim);
    case 'power':
      return powerClaim(graph, claim);
    case 'aimsNeverTogether':
      return neverTogetherClaim(graph, claim);
    case 'aimsTogether':
      return togetherClaim(graph, claim);
    case 'fact':
      return factClaim(graph, claim);
  }
}

const idsOf = (graph: Graph, given: Graph): string[] =>
  endingsOf(given).map((ending) => graph.scenario.endings[ending]?.id ?? '');

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === new Set(b).size && b.every((item) => a.includes(item));

function within(
  value: number,
  { equals, atLeast, atMost }: { equals?: number; atLeast?: number; atMost?: number },
): boolean {
  return (
    (equals === undefined || value === equals) &&
    (atLeast === undefined || value >= atLeast) &&
    (atMost === undefined || value <= atMost)
  );
}

function endingsClaim(graph: Graph, claim: Of<'endings'>): boolean {
  const found = idsOf(graph, storiesWith(graph, claim.given, claim.without));
  const { areAllBut } = claim;
  const others =
    areAllBut && graph.scenario.endings.map(({ id }) => id).filter((id) => !areAllBut.includes(id));
  return (
    (!claim.are || sameSet(found, claim.are)) &&
    (!others || sameSet(found, others)) &&
    (claim.include ?? []).every((id) => found.includes(id)) &&
    !(claim.exclude ?? []).some((id) => found.includes(id)) &&
    (claim.count === undefined || found.length === claim.count)
  );
}

function documentedClaim(graph: Graph, claim: Of<'documented'>): boolean {
  const documented = (answer: Answer) => !undocumented(answer) || (claim.inferred && inferredOnly(answer));
  const left = storiesOf(storiesWith(graph, claim.given, claim.without), documented);
  if (!sameSet(idsOf(graph, left), claim.endings)) return false;
  if (claim.minInferred === undefined) return true;
  // Every answer that is left and not documented is an inference, so one measure counts both.
  return endingsOf(left).every(
    (ending) => extremes(left, 'undocumented', ending)[startOf(left)] === claim.minInferred,
  );
}

/** An inference from what is stated or reported, and nothing weaker. */
const inferredOnly = (answer: Answer): boolean =>
  answer.inferred && !['urged', 'suggested', 'assumption'].includes(answer.basis);

/** How many things of a kind there are, with the fields asked for; an absent field counts as `false`. */
function count(scenario: Scenario, { of, where = {} }: Of<'count'>): number {
  const things: readonly unknown[] =
    of === 'actorAnswers'
      ? scenario.questions
          .filter((question) => question.actors.length > 0)
          .flatMap((question) => question.answers.filter((answer) => answer.id !== 'leave'))
      : ((new Map(Object.entries(scenario)).get(of) as readonly unknown[] | undefined) ?? []);
  return things.filter((thing) => {
    const fields = new Map(typeof thing === 'object' && thing !== null ? Object.entries(thing) : []);
    return Object.entries(where).every(([field, wanted]) => (fields.get(field) ?? false) === wanted);
  }).length;
}

function minClaim(graph: Graph, claim: Of<'min'>): boolean {
  const left = storiesWith(graph, claim.given, claim.without);
  return claim.endings.every((id) => {
    const ending = indexById(graph.scenario.endings, id);
    const least = extremes(left, claim.measure, ending)[startOf(left)] ?? null;
    return least !== null && within(least, claim);
  });
}

function everyStoryClaim(graph: Graph, claim: Of<'everyStory'>): boolean {
  const without = [...(claim.without ?? []), ...claim.hasOneOf];
  const avoided = idsOf(graph, storiesWith(graph, claim.given, without));
  return !claim.endings.some((id) => avoided.includes(id));
}

function againstClaim(graph: Graph, claim: Of<'against'>): boolean {
  // Reached after `given`: the given answers lie behind; so they are looked for on the way, and stories may go on freely.
  const answers = new Set(claim.answers);
  const given = new Set(claim.given ?? []);
  const barred = new Set(claim.without ?? []);
  let met = 0;
  let right = true;
  const seen = new Set<string>();
  // A stack of its own: stories can be longer than the engine’s.
  const waiting: { readonly at: number; readonly left: ReadonlySet<string> }[] = [
    { at: startOf(graph), left: given },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { at, left } = next;
    const key = `${at} ${[...left].join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const edge of graph.nodes[at]?.edges ?? []) {
      const answer = graph.answers[edge.answer];
      if (!answer) continue;
      if (left.size === 0 && answers.has(answer.key)) {
        const clauses = answer.againstWhen.filter((_, bit) => (edge.clauses >> bit) & 1);
        const against = new Set([...answer.against, ...clauses.flatMap((clause) => clause.evidence)]);
        met += 1;
        right &&= claim.always
          ? claim.evidence.every((id) => against.has(id))
          : !claim.evidence.some((id) => against.has(id));
      }
      if (!barred.has(answer.key))
        waiting.push({
          at: edge.to,
          left: left.has(answer.key) ? new Set([...left].filter((wanted) => wanted !== answer.key)) : left,
        });
    }
  }
  return right && met > 0;
}

function powerClaim(graph: Graph, claim: Of<'power'>): boolean {
  const given = new Map((claim.given ?? []).map((key) => [key.slice(0, key.indexOf('.')), key]));
  const cut = storiesOf(graph, (answer) => (given.get(answer.question) ?? answer.key) === answer.key);
  const coalition = new Set(claim.actors);
  const numbers = claim.endings.map((id) => indexById(graph.scenario.endings, id));
  const can = claim.can === 'block' ? blocks : bringsAbout;
  if (claim.as === 'set') return can(cut, coalition, new Set(numbers)) === claim.holds;
  return numbers.every((ending) => can(cut, coalition, new Set([ending])) === claim.holds);
}

/** The outcomes of the stories of `left`. */
function outcomesOf(graph: OutcomeGraph, left: Graph) {
  const ends = new Set(reachableNodes(left).map((number) => left.nodes[number]?.end ?? -1));
  return graph.outcomes.filter((_, end) => ends.has(end));
}

function neverTogetherClaim(graph: OutcomeGraph, claim: Of<'aimsNeverTogether'>): boolean {
  const outcomes = outcomesOf(graph, storiesWith(graph, claim.given, claim.without));
  const { aims } = graph.scenario;
  const apart = aims.flatMap((a, first) =>
    aims.flatMap((b, second) =>
      second > first && !outcomes.some(({ met }) => met[first] && met[second])
        ? [[a.id, b.id].sort().join(' ')]
        : [],
    ),
  );
  return sameSet(
    apart,
    claim.pairs.map((pair) => [...pair].sort().join(' ')),
  );
}

function togetherClaim(graph: OutcomeGraph, claim: Of<'aimsTogether'>): boolean {
  const wanted = claim.aims.map((id) => indexById(graph.scenario.aims, id));
  const outcomes = outcomesOf(graph, storiesWith(graph, claim.given, claim.without));
  return outcomes.some(({ met }) => wanted.every((aim) => met[aim]));
}

function factClaim(graph: OutcomeGraph, claim: Of<'fact'>): boolean {
  const fact = indexById(graph.scenario.facts, claim.fact);
  const endings = claim.endings.map((id) => indexById(graph.scenario.endings, id));
  const outcomes = outcomesOf(graph, storiesWith(graph, claim.given, claim.without)).filter(({ ending }) =>
    endings.includes(ending),
  );
  return outcomes.length > 0 && outcomes.every(({ facts }) => facts[fact] === claim.value);
}
