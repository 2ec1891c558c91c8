/**
 * Writes the machine of a scenario as SCXML (W3C, *State Chart XML*, 2015), for other interpreters of statecharts.
 *
 * Its states are those of `machine/machine.ts`: `next`, one for each question, and a final one for each ending. The
 * issues and the questions asked are data, which require the ECMAScript data model. An answer changes them in a
 * `<script>`, because in some interpreters, such as Qt’s, `<assign>` can only replace a whole datum.
 */
import type { Condition } from '../../scenario/condition.ts';
import { attributes, html, lines, type Markup } from '../../scenario/text/markup.ts';
import type { Answer, Question, Scenario } from '../../scenario/scenario.ts';

// XML ids may not contain the colon of the machine’s state names. No id of a scenario contains a dot.
export const questionStateId = (id: string): string => `question.${id}`;
export const endingStateId = (id: string): string => `ending.${id}`;

/** `scenario`, which must be lawful, as an SCXML document. The event of an answer is `question.answer`. */
export function scxml(scenario: Scenario): string {
  const { id, title, edition, notice, issues, questions, endings } = scenario;
  const start = issues.map((issue) => `'${issue.id}': '${issue.states[0]?.id ?? ''}'`);
  const open = questions.filter(once).map((question) => `'${question.id}': false`);
  return String(html`<?xml version="1.0" encoding="UTF-8"?>
${comment(`${title} (${id}, edition ${edition})`)}
${comment(notice)}
<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript" name="${id}" initial="next">
<datamodel>
${lines(issues.map(({ id, label }) => comment(`${id}: ${label}`)))}
<data id="issues" expr="{ ${start.join(', ')} }"/>
<data id="asked" expr="{ ${open.join(', ')} }"/>
</datamodel>

<state id="next">
${lines([
  ...questions.map((question) => move(questionStateId(question.id), asks(question))),
  ...endings.map(({ id, when }) => move(endingStateId(id), written(when))),
])}
</state>
${lines(
  questions.map(
    (question) => html`
${comment(question.text)}
<state id="${questionStateId(question.id)}">
${lines(question.answers.map((answer) => choice(question, answer)))}
</state>`,
  ),
)}

${lines(endings.map(({ id, title }) => lines([comment(title), html`<final id="${endingStateId(id)}"/>`])))}
</scxml>`);
}

const once = ({ again }: Question): boolean => !again;

const asks = (question: Question): string =>
  once(question) ? `!asked['${question.id}'] && ${written(question.when)}` : written(question.when);

function choice(question: Question, { key, label, requires, sets }: Answer): Markup {
  const changes = [
    ...Object.entries(sets).map(([issue, state]) => `issues['${issue}'] = '${state}';`),
    ...(once(question) ? [`asked['${question.id}'] = true;`] : []),
  ];
  const cond = requires.length > 0 && written({ all: requires.map(({ when }) => when) });
  return lines([
    comment(label),
    html`<transition${attributes({ event: key, cond, target: 'next' })}>`,
    changes.length > 0 && html`<script>${changes.join(' ')}</script>`,
    html`</transition>`,
  ]);
}

const move = (target: string, allowed: string): Markup =>
  html`<transition cond="${allowed}" target="${target}"/>`;

/** `condition` as an ECMAScript expression. */
function written(condition: Condition): string {
  if ('issue' in condition)
    return joined(
      condition.in.map((state) => `issues['${condition.issue}'] === '${state}'`),
      '||',
      'false',
    );
  if ('not' in condition) return `!(${written(condition.not)})`;
  if ('all' in condition) return joined(condition.all.map(written), '&&', 'true');
  return joined(condition.any.map(written), '||', 'false');
}

const joined = (parts: readonly string[], by: string, none: string): string =>
  parts.length === 0 ? none : parts.length === 1 ? (parts[0] ?? none) : `(${parts.join(` ${by} `)})`;

/** `text` as a comment on one line; its hyphens are replaced, so it cannot end the comment. */
const comment = (text: string): Markup => html`<!-- ${text.replace(/\s+/gu, ' ').replaceAll('-', '‐')} -->`;
