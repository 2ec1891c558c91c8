/** The ways to take a story out of the page. */
import { counted } from '../terms/text.ts';

export const alongWords = {
  title: 'Take it along',
  notFetched:
    'This part of the page could not be fetched. Look at the connection, close this and open it again.',
  saved: (file: string): string => `${file} goes to your downloads.`,
  drawing: 'Drawing.',
  noPng: 'This browser cannot make a PNG of it. The SVG shows the same.',
  copied: 'The citations are on the clipboard.',
  blocked: (file: string): string => `The clipboard is blocked here, so ${file} goes to your downloads.`,
  concealed:
    'This lesson asks you first what its steps rest on, and every file would say it. Reply to its tasks, then come back.',
  lead: 'Every file is made here, in your browser. Nothing is sent anywhere.',
  /** What a file holds, for those who hear the name of its format alone. */
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
  storyHolds: 'Each step with its question, answer and label, and the sentences it rests on.',
  print: 'Print',
  citations: 'Its citations',
  citationsHold: 'The articles and sentences that this story used, and no others.',
  copyReferences: 'Copy as references',
  copyNotes: 'Copy as notes',
  picture: 'A picture',
  pictureHolds: 'With title, notice, sources and today’s date in it. PNG for slides, SVG for print.',
  map: 'The map',
  book: 'A numbered book',
  bookHolds:
    'Every step as a section: read it, choose, and turn to the number. One page for a browser or a printer.',
  begins: 'Begins',
  from: {
    here: 'where the story stands',
    start: 'at the start',
  },
  holds: 'Holds',
  bounds: {
    all: 'every answer',
    sourced: 'no what-ifs',
    walks: 'the ready walks only',
  },
  saveBook: 'Save the book',
  noSections: 'No story leads from there to an ending with these answers.',
  sections: (sections: number): string => counted(sections, 'section'),
};
export type AlongWords = typeof alongWords;
