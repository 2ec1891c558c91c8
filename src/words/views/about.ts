/** Texts of the view “About this map”. */
import type { ChangeKind } from '../../scenario/format.ts';

export const aboutWords = {
  title: 'About this map',
  built: 'What it is built on',
  sources: (articles: number): string =>
    `Every quotation on this map comes from ${articles === 1 ? 'one article' : articles === 2 ? 'two articles' : `${articles} articles`}, and is checked against the text, character for character. What no article says is marked where it stands.`,
  noSources: 'This map names no source.',
  readArticle: 'Read the article',
  readOf: (title: string): string => `: ${title} (opens in a new window)`,
  passages: 'See all passages that are quoted',

  labels: 'What the labels mean',
  labelsLead:
    'Each answer has one of these labels, by the same definition for every side. The fuller the mark, the nearer the answer is to what that side itself is reported as saying.',
  hedges: 'Dotted words in a quotation are hedges, such as “may”, “so far” or “if”.',
  terms: 'A word with a small question mark after it is explained when you press it.',

  publisher: 'Who publishes it',
  publishedBy: (name: string): string => `This copy is published by ${name}.`,
  notNamed: 'Whoever put this copy on the web has not given a name.',
  report: 'If you find an error,',
  write: 'write to the publisher',
  reportPage: 'report it here',
  noContact: 'No address for reporting errors has been set for this copy.',
  foreign: 'This map was opened from a file. The publisher of this site has not checked it.',

  editions: 'Edition and changes',
  edition: (edition: number, asOf: string): string =>
    `This is edition ${edition}.${asOf === '' ? '' : ` It shows what was reported by ${asOf}.`}`,
  changed: (edition: number): string => `Changes in edition ${edition}`,
  notListed: 'The file does not list what changed since the edition before.',
  kinds: {
    correction: 'Correction',
    clarification: 'Put more clearly',
    update: 'Update',
    source: 'Sources',
  } satisfies Readonly<Record<ChangeKind, string>>,
  first: 'Edition 1 was the first. It stays here, so that old links still work.',
  openFirst: 'Open edition 1',

  outside: 'Background',
  outsideLead: 'This does not come from the articles. Each sentence has a source of its own.',
  noOutside: 'This map adds nothing from outside its sources.',
  correction: 'A correction to an article',
  newWindow: ' (opens in a new window)',
  limits: 'What it leaves out',
  limitsMore: 'More that it leaves out',

  glossary: 'Words explained',
  glossaryOpen: 'All words',
  glossaryLead: 'We wrote these explanations; they are not from the articles.',

  licence: 'Licence and privacy',
  licences: 'All licences',
  licenceText: 'The program and our own texts are free to use under the MIT licence.',
  quotations:
    'The quotations belong to the newspapers. We quote single sentences and link to the articles; we do not republish them.',
  privacy: 'No account, no cookies, no tracking: what you do here is sent to nobody.',

  access: 'Accessibility',
  accessLead: 'Our tests check that',
  accessChecks: [
    'the tool axe finds no fault, in light and in dark colours, on a phone and on a wide screen;',
    'every step of a story can be taken with the keyboard, and what has the focus is in sight;',
    'nothing scrolls sideways at 320 pixels or with text at twice its size;',
    'answers are at least 44 pixels high, and every other control at least 24;',
    'the page works with reduced motion and in forced colours.',
  ],
  accessUnknown:
    'Nobody from outside has audited this page, and we have no report yet from people who use screen readers every day. If something keeps you from using it, please tell the publisher.',
};
