/** What answers rest on, the sources, and what the articles report. */
import { counted } from '../terms/text.ts';

export const evidenceWords = {
  toLabel: 'yours to label',
  toFind: 'Yours to find: reply to the task at this step, and what the map has for it appears here.',
  /** Before the ids of the quotations. */
  setAside: 'You have set aside',
  thisSetAside: 'You have set this aside.',
  /** Stands under a dotted line; the sentence goes on with what such words are. */
  dotted: 'Dotted',
  dottedMeans: ': words that weaken a sentence, or make it depend on something.',

  cited: {
    close: 'Close',
    takeBack: 'Take it back',
    setAside: 'Set this sentence aside',
  },

  reported: {
    title: 'What the articles report',
    lead: 'In the order inferred from what each says is over and what it says is still to come. The dates in quotation marks are the articles’ own words; neither article gives a full date.',
    leadOfFile: 'In the order in which the scenario file has it.',
    nothing: 'This scenario file does not say what is reported before its story begins.',
    sentences: 'The sentences',
    back: 'Back to the story',
    begin: 'Begin with the first question',
  },
};
export type EvidenceWords = typeof evidenceWords;

export const sourceWords = {
  title: 'Sources',
  articles: 'The articles',
  /** Follows the publisher. */
  about: (date: string, paragraphs: number, id: string): string =>
    `, ${date} · ${paragraphs} paragraphs · cited here as ${id}`,
  open: 'Open the original',
  openOf: (title: string): string => ` of ${title} (in a new window)`,
  remark:
    'Titles in square brackets are this map’s. Whole articles are not reproduced here: only what is cited, its place, and a link.',
  setAside: 'Set an article, a speaker or a sentence aside',
  differ: 'Where they differ, or pull apart',
  bothSides: 'Both sides, in their words',
  oneSide: 'One side',
  otherSide: 'The other',
  limits: 'What this map leaves out, and infers',
  quotations: 'Every quotation, with notes on its wording',
  hedges:
    'Words with a dotted line under them hold the sentence back: they weaken it, or make it depend on something.',
  speaker: 'Speaker',
  everyone: 'everyone',
  issue: 'Issue',
  kind: 'Kind',
  any: 'any',
  found: (count: number): string => counted(count, 'quotation'),
};
export type SourceWords = typeof sourceWords;
