/** A small interpreter of PRISM models, written from the manual of the language and independent of the export. */
import { fraction, type Fraction } from '../../../src/analysis/questions/fraction.ts';

export type State = readonly number[];
type Expression = (state: State) => number;

export interface Step {
  readonly action: string;
  /** The probability and the target of each update, in the order they are written. */
  readonly updates: readonly (readonly [Fraction, State])[];
}

export interface PrismModel {
  readonly variables: readonly string[];
  readonly start: State;
  readonly commands: number;
  readonly steps: (state: State) => Step[];
  readonly labels: ReadonlyMap<string, (state: State) => boolean>;
  /** Of a game: the player who owns each action. */
  readonly owner: ReadonlyMap<string, string>;
}

interface Variable {
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

/** Reads an `mdp` or `smg` of one module. Throws at unknown syntax and at undeclared names. */
export function readPrism(text: string): PrismModel {
  const tokens =
    text.replace(/\/\/.*$/gm, '').match(/"\w+"|\w+(?:\.\d+)?|->|\.\.|!=|[[\](){}:;,=!&|+/'<>?*-]|\S/g) ?? [];
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`${what} at “${tokens.slice(Math.max(0, at - 5), at + 5).join(' ')}”`);
  };
  const next = (): string => tokens[at++] ?? fail('the end');
  const take = (...wanted: string[]) => {
    for (const token of wanted) if (next() !== token) fail(`no “${token}”`);
  };
  const taken = (token: string): boolean => tokens[at] === token && ++at > 0;
  const fresh = (): string => {
    const name = next();
    if (!/^[A-Za-z_]\w*$/.test(name)) fail('no identifier');
    if (named.has(name)) fail('declared twice');
    return name;
  };

  const named = new Map<string, Expression>();
  const variables: Variable[] = [];
  const start: number[] = [];
  const labels = new Map<string, (state: State) => boolean>();
  const owner = new Map<string, string>();
  const commands: {
    action: string;
    guard: Expression;
    updates: { chance: Fraction; sets: [number, Expression][] }[];
  }[] = [];

  // From what binds least to what binds most: | & ! = and single values.
  const either = (): Expression => {
    let left = both();
    while (taken('|')) {
      const [a, b] = [left, both()];
      left = (state) => (a(state) !== 0 || b(state) !== 0 ? 1 : 0);
    }
    return left;
  };
  const both = (): Expression => {
    let left = not();
    while (taken('&')) {
      const [a, b] = [left, not()];
      left = (state) => (a(state) !== 0 && b(state) !== 0 ? 1 : 0);
    }
    return left;
  };
  const not = (): Expression => {
    if (!taken('!')) return equal();
    const inner = not();
    return (state) => (inner(state) === 0 ? 1 : 0);
  };
  const equal = (): Expression => {
    const a = single();
    if (!taken('=')) return a;
    const b = single();
    return (state) => (a(state) === b(state) ? 1 : 0);
  };
  const single = (): Expression => {
    if (taken('(')) {
      const inner = either();
      take(')');
      return inner;
    }
    const token = next();
    if (token === 'true' || token === 'false') return () => (token === 'true' ? 1 : 0);
    if (/^\d+$/.test(token)) return () => Number(token);
    return named.get(token) ?? fail(`“${token}” is not declared`);
  };
  const whole = (): bigint => {
    const [, digits] = /^(\d+)(?:\.0)?$/.exec(next()) ?? fail('no whole number');
    if (digits === undefined) return fail('no whole number');
    const isInt = !(tokens[at - 1] ?? '').includes('.');
    if (isInt && BigInt(digits) >= 2n ** 31n) fail('more than an int holds');
    return BigInt(digits);
  };
  const sets = (): [number, Expression][] => {
    if (taken('true')) return [];
    const found: [number, Expression][] = [];
    do {
      take('(');
      const which = variables.findIndex(({ name }) => name === tokens[at]);
      if (which === -1 || found.some(([known]) => known === which)) fail('no variable to set');
      at += 1;
      take("'", '=');
      found.push([which, either()]);
      take(')');
    } while (taken('&'));
    return found;
  };

  const game = taken('smg');
  if (!game) take('mdp');
  while (at < tokens.length) {
    const kind = next();
    if (kind === 'const') {
      take('int');
      const name = fresh();
      take('=');
      const value = Number(whole());
      named.set(name, () => value);
      take(';');
    } else if (kind === 'formula') {
      const name = fresh();
      take('=');
      // Formulas of the export use variables, which are declared further down: look those up when asked.
      let depth = at;
      while (tokens[depth] !== ';') depth += 1;
      const [from, to] = [at, depth];
      let read: Expression | null = null;
      let last: State | null = null;
      let value = 0;
      named.set(name, (state) => {
        if (state === last) return value;
        if (!read) {
          const back = at;
          at = from;
          read = either();
          if (at !== to) fail('more than an expression');
          at = back;
        }
        [last, value] = [state, read(state)];
        return value;
      });
      at = to;
      take(';');
    } else if (kind === 'module') {
      next();
      while (tokens[at] !== '[' && tokens[at] !== 'endmodule') {
        const name = fresh();
        take(':');
        const which = variables.length;
        if (taken('bool')) {
          variables.push({ name, low: 0, high: 1 });
        } else {
          take('[');
          const low = Number(whole());
          take('..');
          const high = Number(whole());
          if (high <= low) fail('PRISM refuses a range of one value');
          take(']');
          variables.push({ name, low, high });
        }
        take('init');
        start.push(single()([]));
        named.set(name, (state) => state[which] as number);
        take(';');
      }
      while (taken('[')) {
        const action = next();
        take(']');
        const guard = either();
        take('->');
        const updates: { chance: Fraction; sets: [number, Expression][] }[] = [];
        do {
          let chance = fraction(1n, 1n);
          if (/^\d/.test(tokens[at] ?? '')) {
            const over = whole();
            chance = fraction(over, taken('/') ? whole() : 1n);
            take(':');
          }
          updates.push({ chance, sets: sets() });
        } while (taken('+'));
        take(';');
        commands.push({ action, guard, updates });
      }
      take('endmodule');
    } else if (kind === 'player' && game) {
      const name = fresh();
      named.set(name, () => fail('a player is no value'));
      // A player may own nothing.
      while (!taken('endplayer')) {
        take('[');
        const action = next();
        if (owner.has(action)) fail('an action of two players');
        owner.set(action, name);
        take(']');
        if (tokens[at] !== 'endplayer') take(',');
      }
    } else if (kind === 'label') {
      const name = next().replaceAll('"', '');
      take('=');
      const condition = either();
      labels.set(name, (state) => condition(state) !== 0);
      take(';');
    } else fail(`“${kind}” is not known`);
  }
  const actions = new Set(commands.map(({ action }) => action));
  if (game && [...actions].some((action) => !owner.has(action))) fail('an action of no player');
  for (const action of owner.keys()) if (!actions.has(action)) fail(`no command has the action “${action}”`);
  const target = (state: State, changes: [number, Expression][]): State => {
    const to = [...state];
    for (const [which, value] of changes) {
      const { low, high } = variables[which] as Variable;
      const set = value(state);
      to[which] = set;
      if (set < low || set > high) throw new Error('out of range');
    }
    return to;
  };
  return {
    variables: variables.map(({ name }) => name),
    start,
    commands: commands.length,
    steps: (state) =>
      commands
        .filter(({ guard }) => guard(state) !== 0)
        .map(({ action, updates }) => ({
          action,
          updates: updates.map(({ chance, sets }) => [chance, target(state, sets)] as const),
        })),
    labels,
    owner,
  };
}
