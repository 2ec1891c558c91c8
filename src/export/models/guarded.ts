/**
 * A scenario as guarded commands (Dijkstra, 1975), the input form of model checkers: variables, named conditions, and
 * for each answer its guard and its assignments. `promela.ts` and `prism.ts` print it.
 *
 * The conditions of endings, the `when` of questions and the `requires` of answers are each written once. “The first
 * question that is open” becomes a chain of definitions, each of which refers to the one before.
 */
import type { Condition } from '../../scenario/condition.ts';
import type { Answer, Ending, Question, Scenario } from '../../scenario/scenario.ts';

/** The operators of a language. Brackets are always written, so precedence does not matter. */
export interface Operators {
  readonly is: string;
  readonly and: string;
  readonly or: string;
}

/** A named condition. */
export interface Definition {
  readonly name: string;
  readonly means: string;
  readonly comment: string;
}

export interface Command {
  readonly name: string;
  readonly answer: Answer;
  /** Name of the condition that its question is on the table. */
  readonly table: string;
  /** Name of the condition that it is available; empty where it always is. */
  readonly can: string;
  /** The assignments to issues, as names of variable and state; empty where there are none. */
  readonly sets: readonly (readonly [variable: string, state: string])[];
  /** Name of the variable that records that its question was asked; empty where the question may be asked again. */
  readonly asked: string;
}

export interface GuardedCommands {
  readonly issues: readonly {
    readonly variable: string;
    readonly label: string;
    /** In the order of the file, which numbers them. The first is the state at the start. */
    readonly states: readonly { readonly name: string; readonly label: string }[];
  }[];
  readonly asked: readonly { readonly variable: string; readonly question: Question }[];
  /** Sorted so that each refers only to earlier ones. */
  readonly definitions: readonly Definition[];
  readonly commands: readonly Command[];
  readonly endings: readonly (Definition & { readonly ending: Ending })[];
}

/** Name of the condition that the story is over. */
export const OVER = 'over';

export function guardedCommands(scenario: Scenario, operators: Operators): GuardedCommands {
  const { is, and, or } = operators;
  const name = identifiers();
  const joined = (parts: readonly string[], by: string, none: string): string =>
    parts.length === 0 ? none : parts.length === 1 ? (parts[0] ?? none) : `(${parts.join(` ${by} `)})`;
  const written = (condition: Condition): string => {
    if ('issue' in condition) {
      const { issue } = condition;
      const tests = condition.in.map((state) => `${name('issue', issue)} ${is} ${name('at', issue, state)}`);
      return joined(
        tests.map((test) => `(${test})`),
        or,
        'false',
      );
    }
    if ('not' in condition) return `!(${written(condition.not)})`;
    if ('all' in condition) return joined(condition.all.map(written), and, 'true');
    return joined(condition.any.map(written), or, 'false');
  };

  const issues = scenario.issues.map((issue) => ({
    variable: name('issue', issue.id),
    label: issue.label,
    states: issue.states.map((state) => ({ name: name('at', issue.id, state.id), label: state.label })),
  }));
  const once = scenario.questions.filter((question) => !question.again);
  const asked = once.map((question) => ({ variable: name('asked', question.id), question }));

  const definitions: Definition[] = [];
  const commands: Command[] = [];
  const define = (given: string, means: string, comment: string): string => {
    definitions.push({ name: given, means, comment });
    return given;
  };
  let none = '';
  for (const { id, when, again, text, answers } of scenario.questions) {
    const holds = define(name('when', id), written(when), text);
    const memory = again ? '' : name('asked', id);
    const open = define(name('open', id), memory ? `(!${memory} ${and} ${holds})` : holds, '');
    const table = define(name('table', id), none ? `(${none} ${and} ${open})` : open, '');
    const closed = `!${open}`;
    none = define(name('none', id), none ? `(${none} ${and} ${closed})` : closed, '');
    for (const answer of answers) {
      const { requires } = answer;
      const can = requires.length
        ? define(name('can', id, answer.id), written({ all: requires.map((clause) => clause.when) }), '')
        : '';
      const sets = Object.entries(answer.sets).map(
        ([issue, state]) => [name('issue', issue), name('at', issue, state)] as const,
      );
      commands.push({ name: name('choose', id, answer.id), answer, table, can, sets, asked: memory });
    }
  }
  define(OVER, none || 'true', 'no question is open');
  const endings = scenario.endings.map((ending) => ({
    name: name('ending', ending.id),
    means: joined([OVER, written(ending.when)], and, 'true'),
    comment: ending.title,
    ending,
  }));
  return { issues, asked, definitions, commands, endings };
}

/**
 * Returns a function that maps a path (a word for the kind, then ids) to an identifier of letters, digits and `_`, a
 * different one for each path. No keyword of either language has a `_` after such a word. Only ids with hyphens in a
 * row or at their end can give the same identifier; the later one then gets a further `_`.
 */
function identifiers(): (...path: readonly string[]) => string {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  return (word, ...ids) => {
    const key = [word, ...ids].join('.');
    const known = given.get(key);
    if (known !== undefined) return known;
    let made = `${word}_${ids.join('__').replaceAll('-', '_')}`;
    while (taken.has(made)) made += '_';
    given.set(key, made);
    taken.add(made);
    return made;
  };
}
