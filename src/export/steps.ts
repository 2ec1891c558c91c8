/** Writes a story for other programs: its steps as CSV, or all of it as JSON. */
import type { Account } from '../analysis/questions/account.ts';
import { csv } from './csv.ts';
import { exportWords } from '../words/beyond/exports.ts';
import { basisWords } from '../words/terms/labels.ts';
import { answeredBy } from '../words/terms/people.ts';
import { saidBy } from '../words/terms/said-by.ts';
import { quotationShown } from '../words/terms/quotation.ts';
import { byId } from '../scenario/lookups.ts';

/** The steps as CSV, with a row for each step and for the ending. Quotations are given by id. */
export function stepsTable({ scenario, steps, ending }: Account): string {
  const act = (id: string) => byId(scenario.acts, id)?.title ?? '';
  const rows = steps.map(({ number, question, answer, support }) => [
    number,
    act(question.act),
    answeredBy(scenario, question),
    question.text,
    answer.label,
    answer.code,
    basisWords(answer).word,
    saidBy(scenario, answer, support.against),
    support.for.join(' '),
    support.against.join(' '),
    support.doubt.join(' '),
    support.because.map(({ why }) => why).join(' '),
    answer.note,
  ]);
  const end = ending
    ? [['', '', exportWords.endsHere, ending.title, '', '', '', '', '', '', '', '', '']]
    : [];
  return csv([exportWords.columns, ...rows, ...end]);
}

/**
 * The story as JSON: questions, answers and their basis, the open question or the ending with facts and aims, and the
 * quotations and sources. `link` is the address of the story.
 */
export function storyJson(account: Account, link: string): string {
  const { scenario } = account;
  const story = {
    scenario: scenario.id,
    edition: scenario.edition,
    title: scenario.title,
    notice: scenario.notice,
    link,
    story: account.steps.map(({ code }) => code),
    steps: account.steps.map(({ number, question, answer, support }) => ({
      step: number,
      question: question.id,
      asked: question.actors,
      text: question.text,
      answer: answer.id,
      code: answer.code,
      label: answer.label,
      basis: answer.basis,
      inferred: answer.inferred,
      says: saidBy(scenario, answer, support.against),
      for: support.for,
      against: support.against,
      leftOpenBy: support.doubt,
      because: support.because.map(({ why }) => why),
      note: answer.note,
    })),
    onTheTable: account.question?.id ?? null,
    ending: account.ending && {
      id: account.ending.id,
      title: account.ending.title,
      text: account.ending.text,
    },
    facts: account.facts.map(({ fact, value }) => ({
      id: fact.id,
      label: fact.label,
      value: value.label,
      evidence: value.evidence,
    })),
    aims: account.aims.map(({ aim, standing }) => ({
      id: aim.id,
      actor: aim.actor,
      label: aim.label,
      standing,
      evidence: aim.evidence,
    })),
    quotations: account.quotations.map((item) => {
      const { who, how, link } = quotationShown(account, item);
      return {
        id: item.id,
        source: item.source,
        paragraph: item.paragraph,
        quote: item.quote,
        speaker: who,
        kind: how,
        hedges: item.hedges,
        link,
      };
    }),
    sources: account.sources.map(({ id, title, publisher, url, published, dateBasis, sha256 }) => ({
      id,
      title,
      publisher,
      url,
      published,
      dateBasis,
      sha256,
    })),
  };
  return `${JSON.stringify(story, null, 2)}\n`;
}
