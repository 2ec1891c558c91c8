/** What can come after what, as a state diagram for Mermaid (mermaid.js.org). */
import { remarks, wordsOf, type Flow, type State } from './flow.ts';

export function mermaid(flow: Flow): string {
  const { scenario, first, arrows } = flow;
  // Names without hyphens, which an arrow would take for its own; each counted, so that no two are alike.
  const names = new Map<State, string>(
    [...scenario.questions, ...scenario.endings].map((state, at) => [
      state,
      `${'answers' in state ? 'question' : 'ending'}_${at + 1}_${state.id.replaceAll('-', '_')}`,
    ]),
  );
  const name = (state: State): string => names.get(state) ?? '';
  // One arrow for all answers between the same two states: of several from a state to itself Mermaid draws only one.
  const joined = new Map<string, string[]>();
  for (const { question, answer, to } of arrows) {
    const arrow = `${name(question)} --> ${name(to)}`;
    joined.set(arrow, [...(joined.get(arrow) ?? []), written(answer.label)]);
  }
  return [
    'stateDiagram-v2',
    ...remarks(flow).map((remark) => `  %% ${remark}`),
    '  direction LR',
    ...[...names].map(([state, name]) => `  state "${written(wordsOf(state))}" as ${name}`),
    `  [*] --> ${name(first)}`,
    ...[...joined].map(([arrow, labels]) => `  ${arrow} : ${labels.join('<br/>')}`),
    ...scenario.endings.map((ending) => `  ${name(ending)} --> [*]`),
  ].join('\n');
}

/** Every sign that means something to Mermaid, or to what it makes of it, as its number in Mermaid’s own notation. */
const written = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/["#;:<>&%{}\\`*_~^$[\]|]/g, (sign) => `#${sign.charCodeAt(0)};`);
