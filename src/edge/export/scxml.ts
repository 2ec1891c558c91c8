/**
 * The machine of a scenario as SCXML (W3C, *State Chart XML*, 2015), for other programs that run statecharts.
 *
 * It is `machine/statechart.ts` written in another notation: a region for each issue, the table, the ending. A guard
 * is a condition over `In()`, for which the ECMAScript data model is needed: the null data model has no “and”. An
 * answer moves a region by an internal transition, since an external one would leave and enter all regions together.
 */
import {
  ENDING,
  endingState,
  issueRegion,
  questionState,
  statechart,
  TABLE,
  type GuardRule,
  type Statechart,
} from '../../machine/statechart.ts';
import type { Condition } from '../../scenario/condition.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { escaped } from '../../scenario/text.ts';

/** The id of a state: those of the statechart hold colons, which an XML id may not. No id of a scenario holds a dot. */
export const stateId = (region: string, state = ''): string =>
  (state === '' ? region : `${region}:${state}`).replaceAll(':', '.');

/** `scenario`, which must have passed its checks, as an SCXML document. The event of an answer is `question.answer`. */
export function scxml(scenario: Scenario): string {
  const chart = statechart(scenario);
  const labels = labelsOf(scenario);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    comment(`${scenario.title} (${scenario.id}, edition ${scenario.edition})`),
    comment(scenario.notice),
    `<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript" name="${escaped(scenario.id)}">`,
    '  <parallel id="story">',
  ];
  for (const [name, region] of Object.entries(chart.states)) {
    const label = labels.get(stateId(name));
    if (label) lines.push('', `    ${comment(label)}`);
    lines.push(`    <state id="${stateId(name)}" initial="${stateId(name, region.initial)}">`);
    for (const [event, { guard, target }] of Object.entries(region.on ?? {})) {
      const to = stateId(name, target.slice(1));
      lines.push(`      ${transition(chart, to, { event, guard, inside: true })}`);
    }
    for (const [state, node] of Object.entries(region.states)) {
      const id = stateId(name, state);
      const label = labels.get(id);
      const element = node.type === 'final' ? 'final' : 'state';
      const moves = [
        ...Object.entries(node.on ?? {}).map(([event, { guard, target }]) =>
          transition(chart, stateId(name, target), { event, guard }),
        ),
        ...(node.always ?? []).map(({ guard, target }) =>
          transition(chart, stateId(name, target), { guard }),
        ),
      ];
      if (label) lines.push(`      ${comment(label)}`);
      if (moves.length === 0) lines.push(`      <${element} id="${id}"/>`);
      else
        lines.push(
          `      <${element} id="${id}">`,
          ...moves.map((move) => `        ${move}`),
          `      </${element}>`,
        );
    }
    lines.push('    </state>');
  }
  lines.push('  </parallel>', '</scxml>');
  return lines.join('\n');
}

function transition(
  chart: Statechart,
  target: string,
  { event, guard, inside = false }: { event?: string; guard?: string | undefined; inside?: boolean },
): string {
  const rule = guard === undefined ? undefined : chart.meta.guards[guard];
  const attributes = [
    event !== undefined && `event="${event}"`,
    inside && 'type="internal"',
    rule && `cond="${escaped(written(rule))}"`,
    `target="${target}"`,
  ].filter((attribute) => typeof attribute === 'string');
  return `<transition ${attributes.join(' ')}/>`;
}

/** A guard as an expression of ECMAScript. */
function written(rule: GuardRule): string {
  if ('every' in rule) return joined(rule.every.map(written), '&&', 'true');
  if ('region' in rule) return within(rule.region, rule.state);
  return condition(rule.condition);
}

function condition(rule: Condition): string {
  if ('issue' in rule)
    return joined(
      rule.in.map((state) => within(issueRegion(rule.issue), state)),
      '||',
      'false',
    );
  if ('not' in rule) return `!(${condition(rule.not)})`;
  if ('all' in rule) return joined(rule.all.map(condition), '&&', 'true');
  return joined(rule.any.map(condition), '||', 'false');
}

const within = (region: string, state: string): string => `In('${stateId(region, state)}')`;

const joined = (parts: readonly string[], by: string, none: string): string =>
  parts.length === 0 ? none : parts.length === 1 ? (parts[0] ?? none) : `(${parts.join(` ${by} `)})`;

/** What each state means, by its id. */
function labelsOf(scenario: Scenario): ReadonlyMap<string, string> {
  const issues = scenario.issues.flatMap(({ id, label, states }) => [
    [stateId(issueRegion(id)), label] as const,
    ...states.map((state) => [stateId(issueRegion(id), state.id), state.label] as const),
  ]);
  const questions = scenario.questions.map(
    ({ id, text }) => [stateId(TABLE, questionState(id)), text] as const,
  );
  const endings = scenario.endings.map(({ id, title }) => [stateId(ENDING, endingState(id)), title] as const);
  return new Map([...issues, ...questions, ...endings]);
}

/** A comment on one line that no text can leave. */
const comment = (text: string): string => `<!-- ${text.replace(/\s+/gu, ' ').replaceAll('-', '‐')} -->`;
