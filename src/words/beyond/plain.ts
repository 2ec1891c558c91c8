/** What the pages to read say. */
import { list } from '../terms/text.ts';

export const plaspelled = {
  /** For a reader whose browser runs no script. */
  readInstead: 'Read the map, and walks through it, as plain pages',
  titleOfWalk: (walk: string, map: string) => `A walk: ${walk} · ${map}`,
  /** The picture beside a link to a page, in words. */
  preview: 'The map in small: questions in columns, endings at the right',
  previewOfWalk: (walk: string) => `The map in small, with the walk “${walk}” as a line through it`,
  resource: 'interactive map of choices',
  resourceOfWalk: 'annotated path through a map of choices',
  parley: 'Parley',
  sources: 'Sources',
  original: 'Read the original',
  edition: (edition: number) =>
    `Edition ${edition} of this map. The passages quoted stand in the articles word for word; the articles themselves are at their publishers.`,
  walkOfMap: 'A walk through the map',
  openMap: 'Open the map and walk it',
  mapLabel: 'The map in small. Its questions and endings stand below.',
  mapCaption: 'The map in small: questions in columns, by act, and endings at the right.',
  walks: 'Ways through it',
  questions: 'The questions and their answers',
  labels: 'What the labels mean',
  endings: 'Where it can end',
  silences: 'What the articles do not say',
  limits: 'What this map leaves out',
  also: 'Also',
  quotedAbove: 'Quoted above:',
  atStep: (at: number) => `at step ${at}`,
  walkThrough: 'A walk through',
  openWalk: 'Walk it in the map, one question at a time',
  openEnd: 'Open it at its end',
  walkLabel: 'The map in small, with this walk as a line through it. Its steps stand below.',
  walkCaption:
    'The map in small: questions in columns, by act, and endings at the right. The line is this walk.',
  steps: 'The steps',
  ending: 'Where it ends',
  otherWalks: 'Other walks',
  waysThrough: 'All of them are ways through',
  sameMap: 'the same map',
  reportedBy: (publishers: readonly string[]) => `of what ${list(publishers)} report.`,
  related: 'Related, but none says it',
  restsOn: 'It rests on',
  against: 'Against it',
  leavesOpen: 'What leaves it open',
};

export type Plaspelled = typeof plaspelled;
