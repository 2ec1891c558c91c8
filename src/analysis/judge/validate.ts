/** Whether a scenario keeps the rules that only playing shows: every situation is visited. */
import { problem, type Problem, type ProblemCode } from '../../scenario/problems.ts';
import { byId } from '../../scenario/lookups.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { LIMITS } from '../../scenario/limits.ts';
import { explore, topologicalOrder, shortestPath, type Exploration } from '../graph/explore.ts';
import { follow } from '../graph/walk.ts';
import { compileRules, run, type Rules } from '../graph/rules.ts';

/**
 * Takes a scenario whose shape and references are right. Gives the faults that a story can run into (a loop,
 * a dead end, a standstill, no ending or two, a fact without a value, a walk that cannot be walked), each once
 * and with a story that shows it, and warnings about what no story reaches.
 */
export function validateStories(scenario: Scenario, limit: number = LIMITS.situations): Problem[] {
  const rules = compileRules(scenario);
  return validateExploration(scenario, rules, explore(rules, limit));
}

/** The same for a scenario that was explored already. */
export function validateExploration(scenario: Scenario, rules: Rules, exploration: Exploration): Problem[] {
  const found = new Faults(rules, exploration);

  const sorted = topologicalOrder(exploration);
  if ('cycle' in sorted) {
    const [first = 0] = sorted.cycle;
    const codes = loopCodes(rules, exploration, sorted.cycle).join(' ');
    found.add('loop', 'questions', `${found.story(first)} then ${codes}`);
  }
  visit(scenario, rules, exploration, found);
  checkWalks(scenario, rules, exploration, found);
  if (exploration.complete) found.problems.push(...unreached(scenario, rules, exploration));
  else
    found.problems.push(
      problem('too-many-situations', '', `more than ${exploration.count.toLocaleString('en')}`),
    );
  return found.problems;
}

/** Collects faults, the first of each kind at each place, with the story that leads to it. */
class Faults {
  readonly problems: Problem[] = [];
  readonly #seen = new Set<string>();
  readonly #rules: Rules;
  readonly #exploration: Exploration;

  constructor(rules: Rules, exploration: Exploration) {
    this.#rules = rules;
    this.#exploration = exploration;
  }

  story(situation: number): string {
    const way = shortestPath(this.#exploration, situation);
    return way.length === 0 ? 'at the start' : `after ${way.map((answer) => this.code(answer)).join(' ')}`;
  }

  code(answer: number): string {
    return this.#rules.answers[answer]?.code ?? '';
  }

  at(code: ProblemCode, where: string, situation: number, detail = ''): void {
    if (this.#seen.has(`${code} ${where}`)) return;
    this.add(code, where, `${this.story(situation)}${detail}`);
  }

  add(code: ProblemCode, where: string, value: string): void {
    this.#seen.add(`${code} ${where}`);
    this.problems.push(problem(code, where, value));
  }
}

function loopCodes(
  rules: Rules,
  { firstEdge, edgeAnswer, edgeTarget }: Exploration,
  loop: number[],
): string[] {
  return loop.map((from, at) => {
    const to = loop[(at + 1) % loop.length];
    for (let edge = firstEdge[from] as number; edge < (firstEdge[from + 1] as number); edge++)
      if (edgeTarget[edge] === to) return rules.answers[edgeAnswer[edge] as number]?.code ?? '';
    return '';
  });
}

/** Looks at every situation: its answers if a question is on the table, else its ending; and its facts. */
function visit(scenario: Scenario, rules: Rules, exploration: Exploration, found: Faults): void {
  const { states, question, count } = exploration;
  const endings = scenario.endings.map((ending) => rules.condition(ending.when));
  const facts = scenario.facts.map((fact) =>
    rules.condition({ any: fact.values.map((value) => value.when) }),
  );
  // For each answer, those of its question's actors who can make it happen alone.
  const alone = rules.answers.map((answer) => {
    const actors = byId(scenario.questions, answer.question)?.actors ?? [];
    return new Set(actors.filter((actor) => answer.consent.some((all) => all.every((one) => one === actor))));
  });

  // One list for all situations: there are a million.
  const available: number[] = [];
  for (let number = 0; number < count; number++) {
    const offset = number * rules.words;
    const asked = question[number] as number;
    facts.forEach((fact, at) => {
      if (run(fact, states, offset) === 0) found.at('fact-incomplete', `facts[${at}]`, number);
    });
    if (asked < rules.questions) {
      findAvailable(rules, exploration, number, available);
      if (available.length === 0) {
        found.at('dead-end', `questions[${asked}]`, number);
        continue;
      }
      for (const actor of scenario.questions[asked]?.actors ?? []) {
        let can = false;
        for (const answer of available) can ||= alone[answer]?.has(actor) ?? false;
        if (!can) found.at('standstill', `questions[${asked}]`, number, `: “${actor}” alone`);
      }
    } else {
      let hold = 0;
      for (const ending of endings) hold += run(ending, states, offset);
      if (hold === 0) found.at('no-ending', 'endings', number);
      if (hold > 1) {
        const holding = endings.flatMap((ending, at) => (run(ending, states, offset) === 1 ? [at] : []));
        const ids = holding.map((at) => `“${scenario.endings[at]?.id}”`).join(' and ');
        found.at('endings-overlap', `endings[${holding[1]}]`, number, `: ${ids}`);
      }
    }
  }
}

/**
 * Puts the answers, by number, that are available in situation `number` into `available`. Where the search stopped before
 * it kept all steps from there, what each answer requires is asked anew.
 */
function findAvailable(rules: Rules, exploration: Exploration, number: number, available: number[]): void {
  const { states, question, firstEdge, edgeAnswer, whole } = exploration;
  available.length = 0;
  if (number < whole) {
    for (let edge = firstEdge[number] as number; edge < (firstEdge[number + 1] as number); edge++)
      available.push(edgeAnswer[edge] as number);
    return;
  }
  const asked = question[number] as number;
  const last = rules.firstAnswer[asked + 1] as number;
  for (let answer = rules.firstAnswer[asked] as number; answer < last; answer++) {
    const program = rules.available[answer];
    if (program && run(program, states, number * rules.words) === 1) available.push(answer);
  }
}

function checkWalks(scenario: Scenario, rules: Rules, exploration: Exploration, found: Faults): void {
  const { firstEdge, edgeAnswer, edgeTarget, states, question } = exploration;
  const edgesAt = (situation: number) =>
    [...edgeAnswer.subarray(firstEdge[situation], firstEdge[situation + 1])].map((answer, nth) => ({
      answer,
      to: edgeTarget[(firstEdge[situation] as number) + nth] as number,
    }));
  scenario.walks.forEach((walk, at) => {
    const { at: situation, refused } = follow(scenario, rules.answers, edgesAt, walk.story, 0);
    if (refused) {
      if (exploration.complete)
        found.add('broken-walk', `walks[${at}]`, `“${refused.code}” ${found.story(situation)}`);
      return;
    }
    const over = question[situation] === rules.questions;
    const ending = over
      ? scenario.endings[run(rules.ending, states, situation * rules.words)]?.id
      : undefined;
    if (ending !== walk.ends)
      found.add('broken-walk', `walks[${at}]`, `it ends in “${ending ?? 'no ending'}”`);
  });
}

/** Warnings about the states, questions, answers, endings and fact values that no story reaches. */
function unreached(scenario: Scenario, rules: Rules, exploration: Exploration): Problem[] {
  const { states, question, edgeAnswer, count } = exploration;
  const everSet = new Uint32Array(rules.words);
  const asked = marked(question);
  const given = marked(edgeAnswer);
  const ended = new Set<number>();
  const facts = scenario.facts.map((fact) => fact.values.map((value) => rules.condition(value.when)));
  const shown = facts.map(() => new Set<number>());
  for (let number = 0; number < count; number++) {
    const offset = number * rules.words;
    for (let word = 0; word < rules.words; word++)
      everSet[word] = (everSet[word] as number) | (states[offset + word] as number);
    if (question[number] === rules.questions) ended.add(run(rules.ending, states, offset));
    facts.forEach((values, at) =>
      shown[at]?.add(values.findIndex((value) => run(value, states, offset) === 1)),
    );
  }

  const problems: Problem[] = [];
  let bit = 0;
  scenario.issues.forEach((issue, at) =>
    issue.states.forEach((state, which) => {
      if ((((everSet[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0)
        problems.push(
          problem('unreachable-state', `issues[${at}].states[${which}]`, `${issue.id}.${state.id}`),
        );
      bit += 1;
    }),
  );
  scenario.questions.forEach((item, at) => {
    if (asked[at] !== 1) problems.push(problem('unreachable-question', `questions[${at}]`, item.id));
    item.answers.forEach((answer, which) => {
      if (given[(rules.firstAnswer[at] as number) + which] === 1) return;
      const where = answer.id === 'leave' ? 'leave' : `answers[${which}]`;
      problems.push(problem('unreachable-answer', `questions[${at}].${where}`, answer.key));
    });
  });
  scenario.endings.forEach((ending, at) => {
    if (!ended.has(at)) problems.push(problem('unreachable-ending', `endings[${at}]`, ending.id));
  });
  scenario.facts.forEach((fact, at) =>
    fact.values.forEach((value, which) => {
      if (!shown[at]?.has(which))
        problems.push(problem('unreachable-fact-value', `facts[${at}].values[${which}]`, value.label));
    }),
  );
  return problems;
}

/** For each number, 1 where it stands among `numbers`: there are millions, which a set would hash one by one. */
function marked(numbers: Uint16Array): Uint8Array {
  const marks = new Uint8Array(0x10000);
  for (let at = 0; at < numbers.length; at++) marks[numbers[at] as number] = 1;
  return marks;
}
