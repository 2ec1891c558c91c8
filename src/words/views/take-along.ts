/** Texts of the dialog of exports. */
import { counted } from '../terms/text.ts';

export const alongWords = {
  title: 'Save or print',
  notFetched: 'This part of the page did not load. Check your connection, close this and open it again.',
  saved: (file: string): string => `${file} is in your downloads.`,
  drawing: 'One moment.',
  noPng: 'This browser cannot make a PNG of it. The SVG file shows the same.',
  copied: 'The citations are on your clipboard.',
  blocked: (file: string): string =>
    `Your browser does not let this page copy, so ${file} is in your downloads.`,
  concealed:
    'A task of this lesson is still open, and every file would give the answer away. Answer it, then come back.',
  lead: 'Your browser makes every file itself. Nothing is sent anywhere.',
  /** The contents of a file, for screen readers. */
  what: {
    story: 'the story',
    steps: 'the table of its steps',
    citations: 'the citations',
    map: 'the map',
    wide: 'the wide picture',
    square: 'the square picture',
  },
  shapes: { wide: 'The story, wide', square: 'The story, square' },
  formats: {
    markdown: 'Markdown',
    csv: 'CSV',
    json: 'JSON',
    bibtex: 'BibTeX',
    ris: 'RIS',
    csl: 'CSL-JSON',
    png: 'PNG',
    svg: 'SVG',
  },
  story: 'The story',
  storyHolds: 'Each step with its question, answer and label, and the quotations behind it.',
  print: 'Print',
  citations: 'Its citations',
  citationsHold: 'Only the articles and sentences that this story uses.',
  copyReferences: 'Copy as references',
  copyNotes: 'Copy as notes',
  picture: 'A picture',
  pictureHolds: 'With title, notice, sources and today’s date. PNG for slides, SVG for print.',
  map: 'The map',
  book: 'A numbered book',
  bookHolds: 'A book to play on paper: read a section, choose, and turn to the number it gives.',
  begins: 'It starts',
  from: {
    here: 'where your story is now',
    start: 'at the start',
  },
  holds: 'It has',
  bounds: {
    all: 'every answer',
    sourced: 'no what-ifs',
    walks: 'the ready walks only',
  },
  saveBook: 'Save the book',
  noSections: 'With these answers no story reaches an ending from there.',
  sections: (sections: number): string => counted(sections, 'section'),
};
