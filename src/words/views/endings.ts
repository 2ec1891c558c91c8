/** Texts of the view of the endings, and of the ending of a story. */
import { capital, list, spelled } from '../terms/text.ts';

const answers = (count: number): string => `${spelled(count)} ${count === 1 ? 'answer' : 'answers'}`;
const unreported = (count: number, bare: number): string => {
  if (bare === 0) return 'none of them this map’s own';
  if (bare === count) return count === 1 ? 'which no source reports' : 'none of which a source reports';
  return `${spelled(bare)} of which no source reports`;
};

export const endingsWords = {
  title: (count: number): string => capital(`${spelled(count)} endings`),
  choose: 'Choose one: what it is, how it could happen and who can prevent it.',
  open: (count: number): string => `${capital(spelled(count))} can still happen from your story.`,
  over: 'Your story has ended.',

  stands: {
    reached: 'Your story ended here.',
    /** `least` and `most` are the smallest and largest number of further answers. */
    open: (least: number, most: number): string =>
      `Open from your story, in ${least === most ? '' : `${spelled(least)} to `}${spelled(most)} more ${
        most === 1 ? 'answer' : 'answers'
      }.`,
    closed: (step: number, label: string): string =>
      `Closed from your story. Answer ${step} closed it: ${label.replace(/\.$/, '')}.`,
    goBack: (step: number): string => `Go back to before answer ${step}`,
    never: 'No story of this map comes to it.',
  },
  how: { start: 'How it could happen, from the start', here: 'How it could happen, from your story' },
  way: {
    name: (words: readonly string[]): string => capital(words.join(' · ')),
    note: (count: number, bare: number, against: number): string =>
      `${capital(answers(count))}, ${unreported(count, bare)}.${
        against === 0
          ? ''
          : ` ${capital(spelled(against))} ${against === 1 ? 'goes' : 'go'} against what a side is reported to hold.`
      }`,
    marks: (short: readonly string[]): string => `Its answers: ${list(short)}`,
    follow: 'Follow',
    following: (words: readonly string[]): string => ` the way: ${list(words)}`,
  },
  every: (count: number): string => `Every way needs ${answers(count)}`,
  agree: 'Who can make sure of it',
  prevent: 'Who can prevent it alone',
  nobody: 'Nobody.',
  sure: 'It happens whatever anybody answers.',
  /** `groups` have the power, each given as the names of its members; `more` says whether further groups do. */
  together: (groups: readonly (readonly string[])[], more: boolean): string => {
    const [first = [], ...others] = groups;
    const can = first.length === 1 ? `${capital(list(first))} alone` : `Together, ${list(first)}`;
    const so = [...others.map((names) => list(names)), ...(more ? ['other groups'] : [])];
    return `${can} can, whatever the others answer${so.length > 0 ? `; so can ${so.join('; or ')}` : ''}.`;
  },
  alone: (names: readonly string[]): string =>
    names.length === 1 ? `${capital(list(names))}.` : `${capital(list(names))}: each of them alone.`,
  notEven: (readings: boolean): string =>
    `Nobody, not even all sides together. ${
      readings
        ? 'It also depends on which article you follow where they differ.'
        : 'Something else decides it too.'
    }`,
  tooMany: (most: number): string => `No group of up to ${most} can; larger ones were not tried.`,
  power: 'Who can decide what',
};
export const endingPageWords = {
  over: 'Your ending',
  path: 'Your answers, in order',
  gave: 'What each side gave and got',
  cards: 'What else could have happened',
  one: {
    title: 'One answer changes it',
    /** The other answer of a step, and where it leads. */
    says: (step: number, answer: string, ending: readonly string[]): string =>
      `With “${answer}” as answer ${step}: ${ending.join(', ')}.`,
    none: 'No single answer would, with your other answers as they are.',
    change: 'Change it',
  },
  near: {
    title: 'An ending close by',
    says: (count: number, ending: readonly string[]): string =>
      `${ending.join(', ')}: ${answers(count)} to change.`,
    none: 'This map has no other ending.',
    follow: 'See how',
  },
  else: {
    title: 'Other ways here',
    says: (own: number): string => {
      if (own === 0) return 'No way here needs any of your answers.';
      return `Every way here needs ${spelled(own)} of your answers.`;
    },
    see: 'See the ways',
  },
  share: {
    title: 'Share this ending',
    copy: 'Copy link',
    copied: 'Link copied',
    refused: 'The clipboard is blocked here: take the link from the address bar.',
    picture: 'Picture',
    print: 'Print',
    cite: 'Cite',
  },
  talk: 'To talk about',
  handIn: 'Hand in',
  full: 'The evidence in full',
  steps: 'Your answers, one by one',
  aims: 'What each side is reported to want',
  aimsLead: 'Getting what one wants and a lasting peace are different things.',
  notReported: 'not reported',
  bears: 'What the articles say about this',
  whole: 'The whole story, with its quotations',
  weakest: {
    title: 'Guess the weakest answer',
    lead: 'Which of your answers has the least to rest on?',
    right: (step: number): string => `Yes: answer ${step}.`,
    wrong: (step: number): string => `It is not answer ${step}. Guess again, or look.`,
    look: 'Show me',
    one: (step: number, label: string): string => `Answer ${step} has the least to rest on: ${label}`,
    ties: (steps: readonly number[]): string =>
      `Answers ${list(steps.map(String))} tie: no rule of this map puts one below the others.`,
    all: 'A source reports every answer of this story, or it stays as it was: none is weak.',
    rule: 'Weakest are answers that no source says, then what someone suggests, what someone asks for, and what we worked out. Of those, weaker is one that a side is reported to speak against, then one with no quotation beside it.',
  },
};
