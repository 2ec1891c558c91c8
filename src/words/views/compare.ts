/** Texts of the comparison of two stories. */
import { counted } from '../terms/text.ts';

export const compareWords = {
  title: 'Two stories side by side',
  lead: 'Choose two stories, and see where they part and how each turns out.',
  first: 'First story',
  second: 'Second story',
  same: 'They are the same story.',
  goesOn: (steps: number): string =>
    `They are the same for ${counted(steps, 'step')}; then one of them goes on.`,
  partAtOnce: 'They differ from the first step on.',
  part: (steps: number): string => `They are the same for ${counted(steps, 'step')} and differ from then on.`,
  question: 'Question',
  differently: 'Where they differ',
  alike: 'Where both answer the same',
  notAsked: 'not asked',
  noEnding: 'not at an ending yet',
  followed: (steps: number): string => `Only ${counted(steps, 'step')} of it can still be taken.`,
  /** Numbers of the `steps` answers that no source reports, and that something speaks against. */
  documented: (steps: number, undocumented: number, contradicted: number): string =>
    `${counted(steps, 'answer')}: ${undocumented === 0 ? 'all of them reported' : `${undocumented} that nobody reports`}; ${
      contradicted === 0 ? 'none' : contradicted
    } that somebody speaks against.`,
  only: 'Quotations that only this story uses',
  open: 'Open this story',
  turnsOut: 'How differently they turn out',
  aims: 'When everybody gets what they want, that does not have to mean a lasting peace.',
  pick: 'Choose stories',
  pickOthers: 'Choose other stories',
  yours: 'Your story',
  beside: 'Second story: press one to see both',
  otherSentence: (answer: string): string => `The same story with the other article: ${answer}`,
  fromLinks: 'Stories from links',
  firstLink: 'The first link',
  secondLink: 'The second link',
  /** `own`: whether the reader has a story, which is used where the field is empty. */
  firstField: (own: boolean): string => (own ? 'First link (or nothing, for your story)' : 'First link'),
  secondField: (own: boolean): string => (own ? 'Second link (or nothing, for your story)' : 'Second link'),
  put: 'Show both',
};
