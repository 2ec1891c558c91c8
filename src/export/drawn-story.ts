/** A story as what its picture shows, in words. */
import type { Openings } from '../analysis/graph/openings.ts';
import type { Replay } from '../machine/replay.ts';
import { legOf } from '../picture/line.ts';
import type { DrawnStep, DrawnStory } from '../picture/story-file.ts';
import { stripOf } from '../picture/strip.ts';
import type { Answer, Scenario } from '../scenario/scenario.ts';
import { shortAnswer } from '../scenario/short.ts';
import { exportWords } from '../words/beyond/exports.ts';
import { storySentence } from '../words/terms/ending.ts';
import { capital, list } from '../words/terms/text.ts';

/** `markOf` gives the mark of what an answer rests on; `remark` is what the reader should know besides, or empty. */
export function drawnStory(
  scenario: Scenario,
  replay: Pick<Replay, 'steps' | 'now'>,
  openings: Openings,
  markOf: (answer: Answer) => DrawnStep['mark'],
  remark = '',
): DrawnStory {
  const { steps, now } = replay;
  const [place = '', asks = ''] = scenario.title.split(/: (.*)/);
  const open = openings.from(openings.find(steps.map(({ code }) => code)));
  return {
    kicker: exportWords.whatIf(place),
    name: 'Parley',
    title:
      steps.length === 0 && asks !== '' ? capital(asks) : (now.ending?.title ?? now.question?.text ?? ''),
    sentence: now.ending ? storySentence(scenario, steps) : exportWords.pictureOpen(open.endings.size),
    steps: steps.map(({ answer }) => ({
      mark: markOf(answer),
      leg: legOf(answer),
      short: shortAnswer(answer),
    })),
    strip: stripOf(scenario, replay, openings),
    scenario,
    reached: now.ending,
    open: (ending) => open.endings.has(ending),
    foot: [
      [
        scenario.notice,
        exportWords.pictureSources(
          list([...new Set(scenario.sources.map(({ publisher, title }) => publisher || title))]),
          scenario.asOf,
        ),
        exportWords.edition(scenario.edition),
      ]
        .filter(Boolean)
        .join(' '),
      ...(remark === '' ? [] : [remark]),
    ],
  };
}
