/** Texts of a numbered book of a scenario or a lesson. */
import { list } from '../terms/text.ts';

export const bookWords = {
  title: (title: string) => `${title}: a numbered book`,
  howToRead: 'How to read this book',
  howToReadNotes: [
    'Begin at section 1. Each section asks one question. Choose an answer, and turn to the number beside it. You only ever turn forward. A section that says “The story ends here” is the end of your story.',
    'Every answer has a label that says what it rests on. The small numbers are notes: the articles’ own sentences stand at the end of the book.',
    'Different stories can meet in the same section. So a section says only what holds for all of them: it does not say why an answer is not possible there, and an ending does not say which aims were met on the way.',
  ],
  labels: 'What the labels say',
  cameBefore: 'What came before',
  cameBeforeNote: 'The book begins after these answers. They cannot be changed in it.',
  /** Precedes the number of a section, for a screen reader. */
  section: 'Section ',
  notPossible: (answers: readonly string[]) => `Not possible here: ${answers.join('; ')}.`,
  leftOut: (answers: readonly string[]) => `Possible, and left out of this book: ${answers.join('; ')}.`,
  endsHere: 'The story ends here',
  bearOn: 'What the articles say about this',
  beginAgain: 'Begin again at 1',
  related: 'The closest the articles come',
  for: 'For it',
  against: 'Against it',
  leftOpenBy: 'Leaves it open',
  yoursToLabel: 'yours to label',
  turnTo: (section: number) => `Turn to ${section}`,
  task: (number: number, byTeacher: boolean) =>
    `Task ${number + 1}${byTeacher ? ' · written by whoever made this lesson' : ''}`,
  whatToDo: 'What to do',
  byTeacher: 'Written by whoever made this lesson.',
  tasks: 'The tasks',
  tasksNote:
    'Write down the numbers of the sections you turn to: they are your story. Write your replies beside the numbers of the tasks. A task that comes up again need not be done again.',
  endings: 'The endings of the map',
  /** Precedes the numbers of notes. */
  notesFor: (title: string, notes: number) => `${title}: ${notes === 1 ? 'note' : 'notes'} `,
  place: (publisher: string, paragraph: number) => `${publisher}, paragraph ${paragraph}`,
  sameParagraph: (hedges: readonly string[]) => `In the same paragraph: ${hedges.join(', ')}.`,
  notes: 'Notes',
  sources: 'Sources',
  /** The target of the link at the foot. */
  leadsToLesson: 'The lesson in a browser',
  leadsToMap: 'The map itself',
  leadsToStory: 'The story where this book begins',
  /** The answers that the limits of a book exclude. */
  bounds: {
    all: '',
    sourced: 'This book leaves out what-ifs: answers that no source says.',
    walks:
      'This book keeps to the ready stories of the map. It leaves out every answer that none of them gives.',
  },
  /** `goals` are titles in quotation marks. */
  lessonBounds: (goals: readonly string[]) =>
    `This book keeps to the stories that can reach ${goals.length === 1 ? 'the ending' : 'the endings'} ${list(goals)}.`,
};
