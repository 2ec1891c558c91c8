/** What stands round a picture, so that it still says what it is wherever it is passed on. */
import type { Retold } from '../analysis/questions/retold.ts';
import type { Words } from './words.ts';

/** `made` is the day the picture is made, `YYYY-MM-DD`. */
export function caption(told: Retold, words: Words, link: string, made: string, remark = '') {
  const { scenario, steps, ending } = told;
  const length = `A story of ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`;
  const day = `${Number(made.slice(8))} ${words.monthWords(made)}`;
  return {
    title: scenario.title,
    under: [
      scenario.notice,
      ...(steps.length > 0 ? [`${length}${ending ? `, to the ending “${ending.title}”` : ''}.`] : []),
      ...(remark ? [remark] : []),
    ],
    below: [
      ...scenario.sources.map(
        (source) =>
          `${source.id}: ${source.title}, ${source.publisher}, ${words.sourceDate(source)}. ${source.url}`,
      ),
      `${scenario.asOf ? `What is reported: ${words.monthWords(scenario.asOf)}. ` : ''}Picture made on ${day} with Parley, edition ${scenario.edition} of the map.`,
      words.linkWords(link),
    ],
  };
}
