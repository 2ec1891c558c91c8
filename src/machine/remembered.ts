/** Which questions a machine must remember as asked, because they could otherwise come up again. */
import type { Condition } from '../scenario/condition.ts';
import type { Answer, Question, Scenario } from '../scenario/scenario.ts';

/** What an issue may still be: the states that are not ruled out. */
type Possible = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The once-only questions whose `when` might hold after they were asked.
 * Found without exploring, on the safe side: after an answer, an issue it sets may be in the state set, or in
 * any state that some answer sets it to; every other issue may be anywhere. A question is left out only
 * when its `when` cannot hold under that view after any of its answers.
 */
export function remembered(scenario: Scenario): ReadonlySet<Question> {
  const settable = new Map(scenario.issues.map((issue) => [issue.id, new Set<string>()]));
  const all: Possible = new Map(
    scenario.issues.map((issue) => [issue.id, new Set(issue.states.map((state) => state.id))]),
  );
  for (const question of scenario.questions)
    for (const answer of question.answers)
      for (const [issue, state] of Object.entries(answer.sets)) settable.get(issue)?.add(state);

  const after = (answer: Answer): Possible => {
    const possible = new Map(all);
    for (const [issue, state] of Object.entries(answer.sets))
      possible.set(issue, new Set([state, ...(settable.get(issue) ?? [])]));
    return possible;
  };
  return new Set(
    scenario.questions.filter(
      (question) =>
        !question.again && question.answers.some((answer) => may(question.when, after(answer), true)),
    ),
  );
}

/** Whether `condition` may be `wanted` (true or false) for some choice of possible states, judged part by part. */
function may(condition: Condition, possible: Possible, wanted: boolean): boolean {
  if ('issue' in condition) {
    const states = [...(possible.get(condition.issue) ?? [])];
    return states.some((state) => condition.in.includes(state) === wanted);
  }
  if ('not' in condition) return may(condition.not, possible, !wanted);
  if ('all' in condition) {
    return wanted
      ? condition.all.every((part) => may(part, possible, true))
      : condition.all.some((part) => may(part, possible, false));
  }
  return wanted
    ? condition.any.some((part) => may(part, possible, true))
    : condition.any.every((part) => may(part, possible, false));
}
