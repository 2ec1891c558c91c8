/** Text around the picture of a map: its title, and the lines with notice, story, sources, date, edition and link. */
import type { Account } from '../analysis/questions/account.ts';
import { sourceDate } from '../words/terms/dates.ts';
import { exportWords } from '../words/beyond/exports.ts';
import { linkWords } from '../words/terms/links.ts';

/**
 * `link` is the address of the story, `made` the date of the picture as `YYYY-MM-DD`, and `remark` a further sentence
 * or empty. Returns the title, the lines under it and the lines below the picture.
 */
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
