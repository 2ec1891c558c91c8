/** A scenario as an XState machine: a state for each question, an event for each answer, a final state for each ending. */
import { assign, setup, type SnapshotFrom } from 'xstate';
import { holds, type Condition } from '../scenario/condition.ts';
import type { Answer, Question, Scenario } from '../scenario/scenario.ts';

/** What the machine remembers. All keys are there from the start, so that two equal contexts are also equal as JSON. */
interface Context {
  /** The state of every issue, by its id. */
  readonly issues: Readonly<Record<string, string>>;
  /** For each question that can be asked only once, by its id, whether it has been asked. */
  readonly asked: Readonly<Record<string, boolean>>;
}

const heldIn = (when: Condition, { issues }: Context): boolean =>
  holds(when, { get: (issue) => issues[issue] });

const { createMachine } = setup({
  types: {
    context: {} as Context,
    events: {} as { type: string },
    tags: {} as 'question' | 'ending',
    meta: {} as { id: string },
  },
  guards: {
    /** The condition `when` holds: for answers, endings, and questions that may be asked again. */
    holds: ({ context }, { when }: { when: Condition }) => heldIn(when, context),
    /** The same for a question that is asked only once: it was not asked yet either. */
    open: ({ context }, { question, when }: { question: string; when: Condition }) =>
      context.asked[question] !== true && heldIn(when, context),
  },
  actions: {
    /** Moves the issues to the states that an answer sets, and notes that its question was asked. */
    settle: assign(({ context }, { issues, asked }: Context) => ({
      issues: { ...context.issues, ...issues },
      asked: { ...context.asked, ...asked },
    })),
  },
});

// The names of the states. With the prefixes a question and an ending may have the same id, and either may be called `next`.
export const questionState = (id: string) => `question:${id}`;
export const endingState = (id: string) => `ending:${id}`;

/** The event that chooses an answer: its key, `question.answer`. Events named `xstate.…` are XState’s own, so a key like that gets a prefix. */
export const answerEvent = ({ key }: Answer): string => (key.startsWith('xstate.') ? `answer.${key}` : key);

/**
 * The machine of `scenario`, which must have passed its checks. Its `config` is plain JSON. The state `next` asks for
 * the first question in the order of the file that is open, and, where none is, for the ending that holds.
 */
export function machineOf(scenario: Scenario) {
  return createMachine({
    id: scenario.id,
    description: scenario.title,
    // Never reached: only `next` has eventless transitions, and none leads back to it. XState would not return from a cycle.
    options: { maxIterations: 1000 },
    context: {
      issues: Object.fromEntries(scenario.issues.map(({ id, states }) => [id, states[0]?.id ?? ''])),
      asked: Object.fromEntries(scenario.questions.filter(askedOnce).map(({ id }) => [id, false])),
    },
    initial: 'next',
    states: {
      next: {
        always: [
          ...scenario.questions.map((question) => ({
            guard: openGuard(question),
            target: questionState(question.id),
          })),
          ...scenario.endings.map(({ id, when }) => ({ guard: holdsGuard(when), target: endingState(id) })),
        ],
      },
      ...Object.fromEntries(
        scenario.questions.map((question) => [
          questionState(question.id),
          {
            description: question.text,
            tags: ['question' as const],
            meta: { id: question.id },
            on: Object.fromEntries(
              question.answers.map((answer) => [answerEvent(answer), transitionOf(question, answer)]),
            ),
          },
        ]),
      ),
      ...Object.fromEntries(
        scenario.endings.map(({ id, title }) => [
          endingState(id),
          { type: 'final' as const, description: title, tags: ['ending' as const], meta: { id } },
        ]),
      ),
    },
  });
}

export type Snapshot = SnapshotFrom<typeof machineOf>;

const askedOnce = ({ again }: Question): boolean => !again;

const holdsGuard = (when: Condition) => ({ type: 'holds' as const, params: { when } });

const openGuard = (question: Question) => {
  const { id, when } = question;
  return askedOnce(question) ? { type: 'open' as const, params: { question: id, when } } : holdsGuard(when);
};

/** What `answer`, one of `question`, does: where all that it requires holds, it sets its issues and goes back to `next`. */
const transitionOf = (question: Question, { label, requires, sets }: Answer) => ({
  description: label,
  ...(requires.length > 0 && { guard: holdsGuard({ all: requires.map(({ when }) => when) }) }),
  actions: {
    type: 'settle' as const,
    params: { issues: sets, asked: askedOnce(question) ? { [question.id]: true } : {} },
  },
  target: 'next',
});
