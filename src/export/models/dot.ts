/**
 * Writes the flow of a scenario as a graph for Graphviz (graphviz.org): `dot -Tsvg FILE.dot -o FILE.svg` draws it.
 */
import { indexById } from '../../scenario/lookups.ts';
import type { Question } from '../../scenario/scenario.ts';
import { remarks, type Flow, type State } from './flow.ts';
import { html, type Inside, type Markup } from '../../scenario/text/markup.ts';

export function dot(flow: Flow): string {
  const { scenario, first, arrows } = flow;
  const lines = [
    ...remarks(flow).map((remark) => `// ${remark}`),
    `digraph "${scenario.id}" {`,
    '  graph [rankdir=LR, ranksep=1.4, fontname="Helvetica", bgcolor="white"]',
    '  node [fontname="Helvetica", fontsize=11, shape=plain, color="#877e6f"]',
    '  edge [color="#877e6f", arrowsize=0.6]',
    '  start [shape=point, width=0.15]',
  ];
  const acts = scenario.acts.length > 0 ? scenario.acts : [{ id: '', title: '' }];
  for (const [at, act] of acts.entries()) {
    // A question without an act belongs to the first act, as on the map.
    const questions = scenario.questions.filter(
      (question) => Math.max(0, indexById(acts, question.act)) === at,
    );
    lines.push(`  subgraph cluster_${at} {`, `    label=<${html`${act.title}`}>`, '    color="#ddd6c8"');
    for (const question of questions) lines.push(`    ${name(question)} [label=<${table(question)}>]`);
    lines.push('  }');
  }
  for (const ending of scenario.endings)
    lines.push(
      `  ${name(ending)} [shape=box, style="rounded,filled", fillcolor="#f2eee4", label=<${broken(ending.title)}>]`,
    );
  lines.push(`  start -> ${name(first)}`);
  for (const { question, answer, to } of arrows)
    lines.push(`  ${name(question)}:"${answer.id}":e -> ${name(to)}${'answers' in to ? ':"?":w' : ''}`);
  return [...lines, '}'].join('\n');
}

const name = (state: State): string => `"${'answers' in state ? 'question' : 'ending'} ${state.id}"`;

/**
 * A question as an HTML-like label: a table with a port for each answer. No id contains a question mark, so the port
 * of the question has that name.
 */
function table({ text, answers }: Question): Markup {
  const cell = (port: string, words: Inside) => html`<TR><TD PORT="${port}" ALIGN="LEFT">${words}</TD></TR>`;
  const rows = answers.map(({ id, label }) => cell(id, broken(label)));
  return html`<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="5">${cell('?', html`<B>${broken(text)}</B>`)}${rows}</TABLE>`;
}

/** `text` broken into lines of at most about 34 characters. */
const broken = (text: string): Markup =>
  html`${(text.match(/.{1,34}(?:\s|$)|\S+/gu) ?? []).map((part) => html`${part.trim()}<BR ALIGN="LEFT"/>`)}`;
