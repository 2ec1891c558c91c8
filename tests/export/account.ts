/** Accounts of stories for the tests of exports, including one in which every text is hard to write. */
import { accountOf, type Account } from '../../src/analysis/questions/account.ts';
import { compile } from '../../src/machine/compile.ts';
import { replay } from '../../src/machine/replay.ts';
import { complete, serialise } from '../../src/scenario/complete.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import type { Scenario, Story } from '../../src/scenario/scenario.ts';
import { fork } from '../zoo/zoo.ts';

export const LINK = 'https://example.org/parley/#1.1.s0nx.abcd';

export function retold(scenario: Scenario, story: Story): Account {
  const played = replay(compile(scenario), story);
  if (played.refused.length > 0) throw new Error(`This story cannot be told: ${story.join(' ')}`);
  return accountOf(scenario, played);
}

/** A sign of each kind that some notation takes for its own. */
export const STRANGE = 'A 50% & “é” {b} #1_c ~d ^e \\f $g <h> [i](j) `k` * _l_ | @m "n"; = o - p’s 中文 Ы';

/** A scenario of one question, whose every text, quotation and source is `text`. */
export function saying(text: string): Scenario {
  const file: ScenarioFile = serialise(fork);
  file.title = text;
  file.notice = text;
  file.sources = [
    {
      id: 'S',
      title: text,
      publisher: text,
      url: 'https://example.org/a_b%20c?d=e&f=#g~{h}',
      published: '2024-11',
      dateBasis: 'stated',
    },
  ];
  file.evidence = [
    {
      id: 'S-01',
      source: 'S',
      paragraph: 2,
      start: 0,
      end: [...text].length,
      quote: text,
      speaker: text,
      kind: 'direct',
      hedges: [],
      note: text,
    },
  ];
  for (const question of file.questions) {
    question.text = `=${text}`;
    for (const answer of question.answers) {
      answer.label = `=${text}`;
      answer.note = `+${text}`;
      answer.evidence = ['S-01'];
    }
  }
  for (const ending of file.endings) ending.title = text;
  return complete(file);
}

export const strange = saying(STRANGE);
