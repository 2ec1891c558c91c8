/** Texts of the pages to read. */
import { capital } from '../terms/text.ts';

export const plainWords = {
  /** For browsers that run no script. */
  readInstead: 'Read the map, and ready stories through it, as plain pages',
  /** A preview shows the title alone, so it must not read like news. */
  titleOfWalk: (walk: string, map: string) => `A what-if story: ${walk} · ${map}`,
  /** Text alternative of the preview picture. */
  preview: 'The line map: questions as stops with their answers, endings as tiles',
  previewOfWalk: (walk: string) => `The story “${walk}” as a line through its answers, with its ending`,
  endsWith: (ending: string) => `It ends with: ${ending}.`,
  resource: 'interactive map of choices',
  resourceOfWalk: 'annotated story in a map of choices',

  parley: 'Parley',
  pages: 'Pages',
  whole: 'The whole map to read',
  about: 'About this map',
  /** A title that begins a page. */
  heading: capital,
  original: 'Read the original',
  edition: (edition: number) =>
    `Edition ${edition}. Every quotation is what the article says, word for word. The articles themselves are at their publishers.`,

  openMap: 'Answer for yourself',
  mapLabel: 'The line map. Its questions and endings stand below in words.',
  mapCaption: 'Each column is a question with its answers. The squares are the endings.',
  walks: 'Four stories to begin with',
  moreWalks: 'More stories',
  questions: 'The questions, and who says each answer',
  labels: 'What the marks mean',
  endings: 'How it can end',
  silences: 'What the articles do not say',
  limits: 'What this map leaves out',

  openWalk: 'Walk through it, one question at a time',
  openEnd: 'Open it at its end',
  walkLabel: 'The line map with this story as a line. Its steps stand below in words.',
  walkCaption: 'The line is this story. It is dotted where no source says what it shows.',
  steps: 'Step by step',
  step: (step: number, who: string) => `${step} · ${who}`,
  ending: 'Where it ends',
  otherWalks: 'Other stories',
  /** Quotations that the page has shown already follow, each by its speaker and the number of its step. */
  quotedAbove: 'Quoted above:',
  saidAt: (speaker: string, at: number) =>
    `${/^(Article|Un|$)/.test(speaker) ? 'the article' : speaker}, step ${at}`,
  related: 'The closest the articles come',
  restsOn: 'What it rests on',
  against: 'Against it',
  leavesOpen: 'Leaves it open',
};
