/** The story: its questions and answers, its steps, the bar below it, and the walks. */
import { counted } from '../terms/text.ts';

export const storyWords = {
  soFar: 'The story so far',
  noEnding: 'The story is over here, and this scenario has no ending for it.',
  wholeStory: 'The whole story, with its citations',

  /** Where the next step of the walk, or of the story that was gone back from, lies. */
  next: (walk: boolean): string => (walk ? 'The walk goes on here' : 'Your story went on here'),
  choosing: {
    /** Before the titles of endings. */
    closes: 'Choosing this closes:',
    closesNone: 'Choosing this closes no ending that is open now.',
  },
  following: {
    /** Before the titles of endings. */
    closes: 'Following it closes:',
    closesNone: 'Following it closes no ending that is open now.',
  },
  noAnswer: 'This scenario has no answer here that can be chosen: its story goes no further.',

  step: {
    closed: (titles: string): string => `Closed for good: ${titles}.`,
    otherwise: 'What if it had gone otherwise?',
    besides: 'See both stories side by side',
  },
  standing: {
    title: 'Where things stand now',
    moved: '· moved by this story',
  },

  bar: {
    name: 'Go through the story',
    back: 'Back',
    forward: 'Forward',
    walkForward: 'Next step of the walk',
    endings: 'Endings',
    handIn: 'Hand in',
    copyLink: 'Copy link',
    linkCopied: 'Link copied',
    takeAlong: 'Take it along',
    beginAgain: 'Begin again',
    seeEnding: 'See the ending',
    nextQuestion: 'Next question',
    firstQuestion: 'First question',
    /** `end` says what to do with the end of a link. */
    copiedEnd: (end: string): string =>
      `This page was opened from a file, so the clipboard holds only ${end}.`,
    copied: 'The link is on the clipboard.',
    blocked: (link: string): string => `The clipboard is blocked here. The link: ${link}`,
  },

  goOn: {
    lesson: (steps: number, replies: number, when: string): string =>
      `You have worked on this lesson here before: ${counted(steps, 'step')} and ${counted(replies, 'reply', 'replies')}, last changed on ${when}.`,
    /** Before the title of the story. */
    story: (steps: number, when: string): string =>
      `You have a story of ${counted(steps, 'step')} on this device, last changed on ${when}:`,
    /** The sentence “Go on with it, or see your stories.” */
    open: 'Go on with it',
    orSee: ', or see',
    stories: 'your stories',
  },

  walk: {
    /** After the title of the walk. */
    at: (step: number, steps: number): string => `, step ${step} of ${steps}.`,
    left: '. You have left the walk.',
    stop: 'Stop following',
  },
  walks: {
    title: 'Walks',
    lead: 'A walk is a story laid out beforehand. It opens at its first question and marks the answer it takes at each; you may leave it at any step.',
    none: 'This scenario has none.',
    ends: (steps: number, ending: string): string => `${steps} steps · ends: ${ending}`,
    follow: 'Follow this walk',
  },

  /** A story that shows a point about power. */
  shown: {
    steps: 'Its steps',
    yours: 'Your choice',
    show: 'Show this as a story',
  },

  /** What one of the reader’s own stories is called. */
  name: {
    lesson: 'Lesson',
    aLesson: 'A lesson',
    walk: 'Walk',
    ended: 'Ended',
    reached: 'The question reached',
    endedAt: (title: string): string => `Ended: ${title}`,
    next: (question: string): string => `Next: ${question}`,
  },
};
export type StoryWords = typeof storyWords;
