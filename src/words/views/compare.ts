/** Two stories side by side. */
import { counted } from '../terms/text.ts';

export const compareWords = {
  back: (lesson: boolean): string => (lesson ? 'Back to the lesson' : 'Back to your story'),
  title: 'Two stories side by side',
  first: 'The first',
  second: 'The second',
  same: 'They are the same story.',
  goesOn: (steps: number): string => `They agree for ${counted(steps, 'step')}; then one of them goes on.`,
  partAtOnce: 'They part at the first step.',
  part: (steps: number): string => `They agree for ${counted(steps, 'step')} and part at step ${steps + 1}.`,
  common: 'What both begin with',
  noEnding: 'It goes on: no ending is reached yet',
  followed: (steps: number): string => `It could be followed for ${counted(steps, 'step')} only.`,
  /** Before the titles of endings. */
  closed: 'Closed for good:',
  /** How many of `steps` answers are not documented, and how many go against what a party is reported to hold. */
  documented(steps: number, undocumented: number, contradicted: number): string {
    const without =
      undocumented === 0 ? 'every one is documented' : `${counted(undocumented, 'is', 'are')} not documented`;
    const against = contradicted === 0 ? 'none goes' : counted(contradicted, 'goes', 'go');
    return `Of its ${counted(steps, 'answer')}, ${without}; ${against} against what a party is reported to hold.`;
  },
  /** Before the ids of the quotations. */
  restsUnlike: 'Rests, unlike the other, on',
  open: 'Open this story',
  differ: 'What is different where they stand',
  aims: 'Meeting stated aims and a lasting peace are different things.',
  lead: 'Pick what to set beside each other. See where two stories part, which step closed what, and what each rests on.',
  pick: 'What to compare',
  pickOthers: 'Compare others',
  otherSentence: 'Your story, under the other sentence',
  besideWalk: 'Your story beside a ready walk',
  fromLinks: 'Stories from links',
  firstLink: 'The first link',
  secondLink: 'The second link',
  /** `own`: whether the reader has a story, which stands in where the field is left empty. */
  firstField: (own: boolean): string => (own ? 'First link (empty: your story)' : 'First link'),
  secondField: (own: boolean): string => (own ? 'Second link (empty: your story)' : 'Second link'),
  put: 'Put them side by side',
  backToStory: 'Back to the story',
};
export type CompareWords = typeof compareWords;
