/** Tests that Graphviz draws the graph, and that its arrows are those of the flow. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/analysis/graph/rules.ts';
import { dot } from '../../../src/export/models/dot.ts';
import { complete, serialise } from '../../../src/scenario/complete.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { EXAMPLES } from '../../support/examples.ts';
import { hostileScenario } from '../../support/hostile.ts';
import { compiled } from '../../support/laws.ts';
import { real } from '../../support/real.ts';
import { skipUnless } from '../../support/skipped.ts';
import { fork, ZOO } from '../../zoo/zoo.ts';
import { flowOf } from './flow.ts';

const possible = spawnSync('dot', ['-V']).status === 0;

function graphviz(document: string, ...args: string[]): string {
  const done = spawnSync('dot', args, { input: document, encoding: 'utf8', maxBuffer: 2 ** 26 });
  expect({ status: done.status, said: done.stderr }).toEqual({ status: 0, said: '' });
  return done.stdout;
}

/** What can come after what, seen in every situation: `answer's key → id of a question or an ending`. */
function seenAfter(scenario: Scenario): string[] {
  const { exploration, rules } = compiled(scenario);
  const { question, firstEdge, edgeAnswer, edgeTarget, states } = exploration;
  const at = (number: number): string => {
    const asked = scenario.questions[question[number] as number];
    if (asked) return `question ${asked.id}`;
    const ending = scenario.endings[run(rules.ending, states, number * rules.words)];
    return `ending ${ending?.id ?? ''}`;
  };
  const found = new Set<string>();
  for (let number = 0; number < exploration.count; number++)
    for (let edge = firstEdge[number] as number; edge < (firstEdge[number + 1] as number); edge++) {
      const answer = rules.answers[edgeAnswer[edge] as number];
      found.add(
        `question ${answer?.question ?? ''} (${answer?.id ?? ''}) -> ${at(edgeTarget[edge] as number)}`,
      );
    }
  return [...found].sort();
}

interface Drawn {
  readonly objects?: readonly { readonly name: string }[];
  readonly edges?: readonly { readonly tail: number; readonly head: number; readonly tailport?: string }[];
}

function checkDrawn(scenario: Scenario): void {
  const document = dot(flowOf(scenario));
  const drawn: Drawn = JSON.parse(graphviz(document, '-Tjson'));
  const name = (at: number) => drawn.objects?.[at]?.name ?? '';
  const arrows = (drawn.edges ?? [])
    .filter(({ tail }) => name(tail) !== 'start')
    .map(
      ({ tail, head, tailport }) => `${name(tail)} (${(tailport ?? '').replace(/:e$/, '')}) -> ${name(head)}`,
    );
  expect([...arrows].sort()).toEqual(seenAfter(scenario));
}

describe('Graphviz', () => {
  skipUnless(possible, 'needs Graphviz: Debian has it as `graphviz`');

  it.each([...ZOO, ...EXAMPLES, real].map((scenario) => ({ name: scenario.id, scenario })))(
    'draws every possible succession in $name',
    ({ scenario }) => checkDrawn(scenario),
  );

  it('draws every text of ukraine-2025', () => {
    const words = (text: string) => text.replace(/\s+/g, '');
    const svg = graphviz(dot(flowOf(real)), '-Tsvg');
    const drawn = words(
      [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
        .map(([, text = '']) => text)
        .join('')
        .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
        .replaceAll('&quot;', '"'),
    );
    for (const { text, answers } of real.questions)
      for (const said of [text, ...answers.map(({ label }) => label)]) expect(drawn).toContain(words(said));
    for (const { title } of real.endings) expect(drawn).toContain(words(title));
  });

  it('is not affected by syntax in the texts of a scenario', () => {
    const strange = '</TD> "quoted" \\N {a|b} -> <b> & “c”; // */';
    const file = serialise(fork);
    file.title = strange;
    for (const question of file.questions) {
      question.text = strange;
      for (const answer of question.answers) answer.label = strange;
    }
    for (const ending of file.endings) ending.title = strange;
    checkDrawn(complete(file));
    for (const scenario of ZOO)
      checkDrawn(complete(JSON.parse(hostileScenario(JSON.stringify(serialise(scenario))))));
  });
});
