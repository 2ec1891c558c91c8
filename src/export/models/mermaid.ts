/** Writes the flow of a scenario as a state diagram for Mermaid (mermaid.js.org). */
import { remarks, wordsOf, type Flow, type State } from './flow.ts';

export function mermaid(flow: Flow): string {
  const { scenario, first, arrows } = flow;
  // Names have no hyphens, which are part of arrows, and contain a number that makes them unique.
  const names = new Map<State, string>(
    [...scenario.questions, ...scenario.endings].map((state, at) => [
      state,
      `${'answers' in state ? 'question' : 'ending'}_${at + 1}_${state.id.replaceAll('-', '_')}`,
    ]),
  );
  const name = (state: State): string => names.get(state) ?? '';
  // All answers between the same two states share one arrow: Mermaid draws only one of several arrows from a state to
  // itself.
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

/** `text` with the characters that Mermaid, HTML or Markdown could interpret as Mermaid’s numeric entities. */
const written = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/["#;:<>&%{}\\`*_~^$[\]|]/g, (sign) => `#${sign.charCodeAt(0)};`);
