/** Tests that Mermaid draws the diagram with the states and arrows of the flow. Mermaid needs a browser. */
import mermaidProgram from 'mermaid';
import { describe, expect, it } from 'vitest';
import file from '../../../seeds/ukraine-2025/edition-1.json';
import { wordsOf } from '../../../src/export/models/flow.ts';
import { mermaid } from '../../../src/export/models/mermaid.ts';
import { complete, serialise } from '../../../src/scenario/complete.ts';
import type { ScenarioFile } from '../../../src/scenario/format.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { hostileScenario } from '../../support/hostile.ts';
import { fork, ZOO } from '../../zoo/zoo.ts';
import { flowOf } from './flow.ts';

const real = complete(file as unknown as ScenarioFile);

let drawings = 0;

/** Has Mermaid draw `scenario`; gives the words of its states and of its arrows, without spaces. */
async function draw(scenario: Scenario): Promise<{ states: string[]; arrows: string[] }> {
  const text = mermaid(flowOf(scenario));
  expect(await mermaidProgram.parse(text)).toMatchObject({ diagramType: 'stateDiagram' });
  const { svg } = await mermaidProgram.render(`drawing-${drawings++}`, text);
  const drawing = new DOMParser().parseFromString(svg, 'text/html');
  const words = (selector: string) =>
    [...drawing.querySelectorAll(selector)]
      .map(({ textContent }) => close(textContent ?? ''))
      .filter((text) => text !== '')
      .sort();
  return { states: words('.node'), arrows: words('.edgeLabels > .edgeLabel') };
}

const close = (text: string): string => text.replace(/\s+/gu, '');

async function checkDrawn(scenario: Scenario): Promise<void> {
  const together = new Map<string, string>();
  for (const { question, answer, to } of flowOf(scenario).arrows) {
    const key = `${question.id} ${'answers' in to ? 'question' : 'ending'} ${to.id}`;
    together.set(key, (together.get(key) ?? '') + close(answer.label));
  }
  expect(await draw(scenario)).toEqual({
    states: [...scenario.questions, ...scenario.endings].map((state) => close(wordsOf(state))).sort(),
    arrows: [...together.values()].sort(),
  });
}

describe('Mermaid', () => {
  it.each([...ZOO, real].map((scenario) => ({ name: scenario.id, scenario })))(
    'draws the states and arrows of $name',
    ({ scenario }) => checkDrawn(scenario),
  );

  it('is not affected by syntax in the texts of a scenario', async () => {
    const strange = 'a: “b” "c"; #d {e} --> [*] <b>f</b> & g_h | note %% i';
    const changed = serialise(fork);
    changed.title = strange;
    changed.notice = strange;
    for (const question of changed.questions) {
      question.text = strange;
      for (const answer of question.answers) answer.label = strange;
    }
    for (const ending of changed.endings) ending.title = strange;
    await checkDrawn(complete(changed));
    for (const scenario of ZOO)
      await checkDrawn(complete(JSON.parse(hostileScenario(JSON.stringify(serialise(scenario))))));
  });
});
