/** The title and the lines around the picture of a map: notice, story, sources, date, edition and link. */
import type { Account } from '../analysis/questions/account.ts';
import { sourceDate } from '../words/terms/dates.ts';
import { exportWords } from '../words/beyond/exports.ts';
import { linkWords } from '../words/terms/links.ts';

/** `made` is the day the picture is made, `YYYY-MM-DD`. */
export function caption(account: Account, link: string, made: string, remark = '') {
  const { scenario, steps, ending } = account;
  return {
    title: scenario.title,
    under: [
      scenario.notice,
      ...(steps.length > 0 ? [exportWords.pictureStory(steps.length, ending?.title ?? '')] : []),
      ...(remark ? [remark] : []),
    ],
    below: [
      ...scenario.sources.map(
        (source) => `${source.title}, ${source.publisher}, ${sourceDate(source)}. ${source.url}`,
      ),
      exportWords.pictureMade(scenario.asOf, made, scenario.edition),
      linkWords(link),
    ],
  };
}
