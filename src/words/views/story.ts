/** Texts of the view of the story: questions, answers, steps, bar and walks. */
import { capital, counted, spelled } from '../terms/text.ts';

const endings = (count: number): string => `${spelled(count)} ending${count === 1 ? '' : 's'}`;
const stay = (count: number): string => `${capital(spelled(count))} ${count === 1 ? 'stays' : 'stay'} open.`;

export const storyWords = {
  noEnding: 'The story is over here, and this scenario has no ending for it.',

  first: {
    /** “Ukraine, March 2025 · two news articles”. */
    place: (place: string, sources: number): string =>
      `${place} · ${spelled(sources)} news article${sources === 1 ? '' : 's'}`,
    lead: 'Answer for each side. See who says it, or that no source does.',
    doors: 'Ready stories',
  },

  question: {
    number: (number: number): string => ` · question ${number}`,
    /** For screen readers: what the last answer did, and the number of the question. */
    news: (closed: number, open: number, number: number): string =>
      `${closed > 0 ? `${capital(endings(closed))} closed, ${spelled(open)} open. ` : ''}Question ${number}:`,
    ending: (closed: number): string => (closed > 0 ? `${capital(endings(closed))} closed.` : ''),
    more: 'Something to discuss, and what the marks mean',
    why: 'why?',
    give: 'Give this answer',
    look: 'Point at an answer to see its evidence.',
    notPossible: 'Not possible here:',
    evidence: 'The evidence for an answer',
  },
  choosing: {
    closes: (closed: number, left: number): string =>
      `Would close ${endings(closed)}.${left > 0 ? ` ${stay(left)}` : ''}`,
    closesNone: 'Closes no ending.',
    closesUnknown: 'It is not known which endings this closes.',
  },
  /** Marks the answer that lies ahead: the walk’s, or the one given before it was undone. */
  next: (walk: boolean): string => (walk ? 'This story’s next answer' : 'Your answer before'),
  noAnswer: 'This scenario has no answer here that can be chosen: its story goes no further.',

  soFar: 'Your story so far',
  step: {
    folded: (count: number): string => `${capital(spelled(count))} answer${count === 1 ? '' : 's'} so far`,
    show: 'show',
    hide: 'hide',
    change: 'change',
    ahead: 'You are ahead of the articles here: they do not say this.',
    instead: 'Answer this instead:',
    /** What a change keeps, and what is asked after it. */
    keeps: (kept: number, later: number, next: string): string =>
      [
        later === 0 ? '' : kept === later ? 'Keeps every later answer.' : keepsSome(kept, later),
        next && (kept < later || later === 0) ? `Then asks: ${next}` : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    besides: 'See both stories side by side',
    restart: 'Begin again',
  },

  bar: {
    name: 'Go through the story',
    undo: 'Undo',
    map: 'Map',
    share: 'Share',
    next: 'Next step',
    nextOf: (step: number, steps: number): string => `Next step (${step} of ${steps})`,
    handIn: 'Hand in',
    copyLink: 'Copy link',
    linkCopied: 'Link copied',
    takeAlong: 'Save or print',
    /** `end` is the instruction for the fragment of a link. */
    copiedEnd: (end: string): string =>
      `This page was opened from a file, so the clipboard holds only ${end}.`,
    copied: 'The link is on the clipboard.',
    blocked: (link: string): string => `The clipboard is blocked here. The link: ${link}`,
  },

  goOn: {
    lesson: (steps: number, replies: number, when: string): string =>
      `You have worked on this lesson here before: ${counted(steps, 'step')} and ${counted(replies, 'reply', 'replies')}, last changed on ${when}.`,
    /** Introduces the title of the story. */
    story: (steps: number, when: string): string =>
      `You have a story of ${counted(steps, 'step')} on this device, last changed on ${when}:`,
    /** The sentence “Go on with it, or see your stories.” */
    open: 'Go on with it',
    orSee: ', or see',
    stories: 'your stories',
  },

  walks: {
    title: 'Ready stories',
    lead: 'Each opens at the first question and marks its next answer. You can leave it at any step.',
    none: 'This scenario has none.',
    ends: (steps: number, ending: string): string => `${counted(steps, 'answer')} · ${ending}`,
    follow: 'Follow this story',
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
    walk: 'Ready story',
    ended: 'Ended',
    reached: 'The question reached',
    endedAt: (title: string): string => `Ended: ${title}`,
    next: (question: string): string => `Next: ${question}`,
  },
};

function keepsSome(kept: number, later: number): string {
  if (kept === 0) return later === 1 ? 'The later answer goes.' : 'The later answers go.';
  return `Keeps ${spelled(kept)} of ${spelled(later)} later answers.`;
}
