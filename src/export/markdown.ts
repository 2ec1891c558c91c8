/** Writes a story as Markdown (CommonMark). */
import type { Account } from '../analysis/questions/account.ts';
import { quotationsWith } from '../scenario/lookups.ts';
import type { Evidence } from '../scenario/scenario.ts';
import { sourceDate } from '../words/terms/dates.ts';
import { exportWords } from '../words/beyond/exports.ts';
import { basisWords } from '../words/terms/labels.ts';
import { linkWords } from '../words/terms/links.ts';
import { actorName, answeredBy } from '../words/terms/people.ts';
import { saidBy } from '../words/terms/said-by.ts';
import { isWeb, oneLine } from './quoted.ts';
import { quotationShown } from '../words/terms/quotation.ts';

/**
 * The story of `account` as Markdown. `link` is the address of the story; `remark` is a further sentence, or empty.
 */
export function markdown(account: Account, link: string, remark = ''): string {
  const { scenario, steps, question, ending, facts, aims } = account;
  const blocks: string[] = [`# ${plain(scenario.title)}`, plain(scenario.notice)];
  if (remark) blocks.push(plain(remark));

  const shown = new Set<string>();
  const quoted = (title: string, ids: readonly string[]): string[] => {
    const items = quotationsWith(scenario, ids);
    for (const { id } of items) shown.add(id);
    return items.length === 0 ? [] : [`**${title}**`, ...items.map((item) => quotation(account, item))];
  };

  for (const { number, question, answer, support } of steps) {
    const { word, means } = basisWords(answer);
    blocks.push(
      `## ${number}. ${plain(question.text)}`,
      plain(answeredBy(scenario, question)),
      `**${plain(answer.label)}**`,
      `*${plain(word)}* ${plain(means)}`,
      plain(saidBy(scenario, answer, support.against)),
      ...(answer.note ? [plain(answer.note)] : []),
      ...quoted(answer.basis === 'assumption' ? exportWords.related : exportWords.restsOn, support.for),
      ...quoted(exportWords.against, support.against),
      ...support.because.flatMap(({ why }) => (why ? [plain(why)] : [])),
      ...quoted(exportWords.leavesOpen, support.doubt),
    );
  }
  if (question)
    blocks.push(
      `## ${exportWords.stands}`,
      `${plain(answeredBy(scenario, question))}: ${plain(question.text)}`,
    );
  if (ending) {
    blocks.push(
      `## ${exportWords.endsHereWith(plain(ending.title))}`,
      ...(ending.text ? [plain(ending.text)] : []),
      ...quoted(exportWords.bearOn, ending.evidence),
    );
    if (facts.length > 0)
      blocks.push(
        `### ${exportWords.facts}`,
        items(
          facts.map(
            ({ fact, value }) =>
              `**${plain(fact.label)}** ${plain(value.label)}${places(account, value.evidence)}`,
          ),
        ),
      );
    if (aims.length > 0)
      blocks.push(
        `### ${exportWords.aims}`,
        exportWords.aimsNote,
        items(
          aims.map(
            ({ aim, standing }) =>
              `${plain(actorName(scenario, aim.actor))}: ${plain(aim.label)}: *${standing}*${places(account, aim.evidence)}`,
          ),
        ),
      );
  }
  const others = account.quotations.filter(({ id }) => !shown.has(id));
  blocks.push(
    ...(others.length > 0
      ? [`## ${exportWords.others}`, ...others.map((item) => quotation(account, item))]
      : []),
    `## ${exportWords.sources}`,
    items(
      scenario.sources.map(
        (source) =>
          `${plain(source.title)}, ${plain(source.publisher)}, ${plain(sourceDate(source))}.${isWeb(source.url) ? ` <${address(source.url)}>` : ''}`,
      ),
    ),
    // Inside code nothing has to be escaped, and the link can be copied.
    exportWords.thisStory(
      link.startsWith('#') ? linkWords(link).replace(link, (end) => `\`${end}\``) : `<${address(link)}>`,
    ),
  );
  return `${blocks.join('\n\n')}\n`;
}

const items = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** The places of the quotations with these ids, in brackets; empty where there are none. */
function places({ scenario }: Account, ids: readonly string[]): string {
  const all = quotationsWith(scenario, ids).map((item) => {
    const { publisher, paragraph } = quotationShown(scenario, item);
    return plain(exportWords.place(publisher, paragraph));
  });
  return all.length > 0 ? ` (${[...new Set(all)].join('; ')})` : '';
}

function quotation({ scenario }: Account, item: Evidence): string {
  const { text, who, how, publisher, paragraph, link: original, beside } = quotationShown(scenario, item);
  const place = exportWords.place(plain(publisher), paragraph);
  const link = original ? `[${place}](<${address(original)}>)` : place;
  const lines = [
    plain(text),
    '',
    `${plain(who)}, ${plain(how)}. ${link}`,
    ...(beside.length > 0 ? ['', exportWords.sameParagraph(beside.map(plain))] : []),
    ...(item.note ? ['', plain(item.note)] : []),
  ];
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}

/**
 * `text` on one line, with all characters that can be Markdown syntax escaped. Some are syntax only at the beginning
 * of a line.
 */
const plain = (text: string): string =>
  oneLine(text)
    .trim()
    .replace(/[\\`*_[\]<>#|~&$]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** `url` for a link in angle brackets, which may not contain these characters; they are percent-encoded. */
const address = (url: string): string => url.replace(/[<>\s\p{Cc}\\]/gu, (sign) => encodeURIComponent(sign));
