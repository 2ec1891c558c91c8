/** Builds the data of a story’s picture: its texts, marks and legend. */
import type { Openings } from '../analysis/graph/openings.ts';
import type { Replay } from '../machine/replay.ts';
import { legOf } from '../picture/line.ts';
import type { DrawnStep, DrawnStory } from '../picture/story-file.ts';
import { stripOf } from '../picture/strip.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { shortAnswer } from '../scenario/short.ts';
import { exportWords } from '../words/beyond/exports.ts';
import { ENDING_STATES } from '../words/terms/endings.ts';
import { shapeOf, type Shape } from '../words/terms/labels.ts';
import { LEGEND, LEGS } from '../words/terms/legend.ts';
import { linkWords } from '../words/terms/links.ts';
import { storySentence } from '../words/terms/ending.ts';
import { capital, list } from '../words/terms/text.ts';

export interface PictureOf {
  /** The address of the story; or empty. */
  readonly link: string;
  /** The date of the picture, `YYYY-MM-DD`; or empty. */
  readonly made: string;
  /** A further sentence; or empty. */
  readonly remark?: string;
}

/** The data of the picture of the story `replay`. `marks` gives the mark of each kind of basis. */
export function drawnStory(
  scenario: Scenario,
  replay: Pick<Replay, 'steps' | 'now'>,
  openings: Openings,
  marks: Readonly<Record<Shape, DrawnStep['mark']>>,
  { link, made, remark = '' }: PictureOf,
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
      mark: marks[shapeOf(answer)],
      leg: legOf(answer),
      short: shortAnswer(answer),
    })),
    legend: LEGS.map(([leg, shape]) => ({ leg, mark: marks[shape], means: LEGEND[leg] })),
    instead: exportWords.pictureWhole,
    strip: stripOf(scenario, replay, openings),
    scenario,
    reached: now.ending,
    open: (ending) => open.endings.has(ending),
    tiles: now.ending
      ? [
          { look: 'reached', means: ENDING_STATES.reached },
          { look: 'outline', means: exportWords.otherEndings },
        ]
      : [
          { look: 'outline', means: ENDING_STATES.open },
          ...(open.endings.size < scenario.endings.length
            ? [{ look: 'dash', means: ENDING_STATES.closed } as const]
            : []),
        ],
    foot: [
      [
        scenario.notice,
        exportWords.pictureSources(
          list([...new Set(scenario.sources.map(({ publisher, title }) => publisher || title))]),
          scenario.asOf,
        ),
        exportWords.edition(scenario.edition),
        made === '' ? '' : exportWords.pictureOn(made),
        remark,
      ]
        .filter(Boolean)
        .join(' '),
      ...(link === '' ? [] : [linkWords(link)]),
    ],
  };
}
