/** Tests that an independent interpreter of SCXML (Qt’s) reaches the same states as XState, event for event. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scxml } from '../../../src/export/models/scxml.ts';
import { compile, type StatechartSituation } from '../../../src/machine/compile.ts';
import { holds } from '../../../src/scenario/condition.ts';
import { complete, serialise } from '../../../src/scenario/complete.ts';
import type { Answer, Scenario, Story } from '../../../src/scenario/scenario.ts';
import { EXAMPLES } from '../../support/examples.ts';
import { hostileScenario } from '../../support/hostile.ts';
import { compiled, randomStory, seeded } from '../../support/laws.ts';
import { real } from '../../support/real.ts';
import { skipUnless } from '../../support/skipped.ts';
import { listStories } from '../../support/stories.ts';
import { fork, ZOO } from '../../zoo/zoo.ts';

// Debian’s Python has the bindings of Qt; another Python may be first in the path.
const python = '/usr/bin/python3';
const possible = spawnSync(python, ['-c', 'from PySide2 import QtCore, QtScxml']).status === 0;

/** Where an interpreter stands: the ids of the active states, whether it has come to a final one, and its data. */
interface Standing {
  readonly active: readonly string[];
  readonly over: boolean;
  readonly issues: Readonly<Record<string, string>>;
  readonly asked: Readonly<Record<string, boolean>>;
}

/** Where Qt stands at the start of each run and after each of its events. */
function runInQt(scenario: Scenario, runs: readonly (readonly string[])[]): Standing[][] {
  const folder = mkdtempSync(join(tmpdir(), 'parley-scxml-'));
  try {
    const path = join(folder, 'machine.scxml');
    writeFileSync(path, scxml(scenario));
    const done = spawnSync(python, [join(import.meta.dirname, 'run-scxml.py')], {
      input: JSON.stringify({ document: path, runs }),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    expect({ status: done.status, said: done.stderr }).toEqual({ status: 0, said: '' });
    return JSON.parse(done.stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The machine’s state and data, in the names of SCXML, in which no id holds a colon. */
function standing({ snapshot }: StatechartSituation): Standing {
  const { issues, asked } = snapshot.context;
  return { active: [snapshot.value.replace(':', '.')], over: snapshot.status === 'done', issues, asked };
}

/** The first `most` stories of `scenario`; all of them where there are fewer. */
function firstStories(scenario: Scenario, most: number): Story[] {
  const { exploration, rules } = compiled(scenario);
  const found: Story[] = [];
  for (const { answers } of listStories(exploration)) {
    if (found.push(answers.map((answer) => rules.answers[answer]?.code ?? '')) === most) break;
  }
  return found;
}

/** Before each answer of a story some that are closed there are tried, in turn all of them: they must do nothing. */
function checkSame(scenario: Scenario, stories: readonly Story[]): void {
  const machine = compile(scenario);
  const all = [...machine.byCode.values()];
  let tried = 0;
  const runs: string[][] = [];
  const expected: Standing[][] = [];
  for (const story of stories) {
    const events: string[] = [];
    let now = machine.start;
    const stood = [standing(now)];
    for (const code of story) {
      const answer = machine.byCode.get(code) as Answer;
      const { question, states } = now;
      for (const other of all) {
        const closed =
          other.question !== question?.id || other.requires.some(({ when }) => !holds(when, states));
        if (!closed || tried++ % 5 > 0) continue;
        events.push(other.key);
        stood.push(standing(now));
      }
      now = machine.choose(now, answer);
      events.push(answer.key);
      stood.push(standing(now));
    }
    runs.push(events);
    expected.push(stood);
  }
  expect(runInQt(scenario, runs)).toEqual(expected);
}

describe('SCXML', { timeout: 120_000 }, () => {
  skipUnless(possible, 'needs Qt’s interpreter of SCXML: Debian has it as `python3-pyside2.qtscxml`');

  it.each([...ZOO, ...EXAMPLES].map((scenario) => ({ name: scenario.id, scenario })))(
    'of $name moves as the machine does',
    ({ scenario }) => checkSame(scenario, firstStories(scenario, 12)),
  );

  it('of ukraine-2025 moves as the machine does, on every walk and on others', () => {
    const random = seeded(2025);
    const all = compiled(real);
    const others = Array.from({ length: 12 }, () => randomStory(all, random));
    checkSame(real, [...real.walks.map(({ story }) => story), ...others]);
  });

  it('is not affected by syntax in the texts of a scenario', () => {
    const file = serialise(fork);
    const strange = 'a --> <!-- “b” & \'c\' "d" ]]> --';
    file.title = strange;
    file.issues[0] = { ...file.issues[0], label: strange } as never;
    for (const scenario of [
      complete(file),
      complete(JSON.parse(hostileScenario(JSON.stringify(serialise(real))))),
    ])
      checkSame(scenario, firstStories(scenario, 12));
  });
});
