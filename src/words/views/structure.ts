/** What the pages say of the structure: what it shows, who decides, how an ending could happen. */
import { list } from '../terms/text.ts';

export const structureWords = {
  findings: 'Findings',
  findingsNote: 'Each of these sentences is about this map, not about the world.',
  checkedByBuild: 'Each was checked over every story the map holds, none left out, when this page was made.',
  checking:
    'Each was checked over every story the map holds when this page was made. Your browser is checking them again.',
  checkFailed:
    'Each was checked over every story the map holds when this page was made. Your browser could not check them again.',
  allHold:
    'Checked just now in your browser, over every story the map holds, none left out: each of them holds.',
  notAllHold: 'Checked just now in your browser, over every story the map holds: not all of them hold.',
  notAllHoldNote: 'Those that do not are marked. Please tell the makers of this page.',
  wholeMap: 'What you have set aside is counted in here: findings are about the whole map.',
  doesNotHold: 'Does not hold',
  holds: 'Holds',
  showMe: 'Show me',
  finding: (id: string) => `finding ${id}`,
  preventIt: 'prevent it',
  fromStart: 'from the start',
  title: 'What the structure shows',
  ending: 'Ending',
  who: 'Who',
  whoDecides: 'Who can decide what',
  eachOtherAlone: 'Each other party alone',
  fromStory: 'from where your story stands',
  canEither: 'can bring it about, and could also prevent it, whatever all the others answer.',
  canBring: 'can bring it about, whatever all the others answer.',
  canPrevent: (one: boolean) =>
    `can prevent it: whatever all the others answer, ${one ? 'its' : 'their'} own answers can make sure that one of the other endings comes instead. To bring it about takes others too.`,
  askedNothing: 'can neither bring it about nor prevent it: this map asks it nothing.',
  othersDecide: 'can neither bring it about nor prevent it: others’ answers decide.',
  closedSince: (since: string) => `It is closed ${since}: nobody can bring it about.`,
  comesAboutSince: (since: string) => `It comes about ${since}, whatever anybody does.`,
  aboutMap:
    'This is about the map: which answers it holds, and whose consent each needs. It does not say what anyone would do.',
  howPrevent: (one: boolean) => `How ${one ? 'it' : 'they'} could prevent it`,
  showKeptFrom: (one: boolean) => `Show how it could be kept from ${one ? 'it' : 'them'}`,
  showInSpiteOf: (one: boolean) => `Show how it could come about in spite of ${one ? 'it' : 'them'}`,
  powerTable: 'Who can decide what, as a table',
  bringItAbout: 'bring it about',
  keptFrom: (everybody: string) => `How it could be kept from ${everybody}`,
  inSpiteOf: (everybody: string) => `How it could come about in spite of ${everybody}`,
  haveToAnswer: (one: boolean, everybody: string, what: string) =>
    `What ${one ? everybody : 'they'} would have to answer to ${what}`,
  whenAsked: (names: string, parties: number, question: string) =>
    `When ${names} ${parties === 1 ? 'is' : 'are'} asked: ${question}`,
  oneOfThese: 'One of these; which one depends on what came before:',
  notToAgree: (one: boolean) => `Not to agree to this, which needs ${one ? 'its' : 'their'} consent too:`,
  enough: (free: number, one: boolean) =>
    `${
      free > 0 ? `To whatever else ${one ? 'it is' : 'they are'} asked on the way, any answer will do. ` : ''
    }Whatever all the others answer, this is enough.`,
  oneStory: 'One story of it, in which the others put the end off for as long as they can:',
  howNamed: (everybody: string, what: string) => `how ${everybody} could ${what}`,
  oneStoryAgainst: (one: boolean, everybody: string, what: string) =>
    `One story in which others’ answers lead there, though ${one ? everybody : 'they'} would ${what} wherever ${one ? 'it' : 'they'} could:`,
  notKnown:
    'This map holds more stories than can be looked at here, so what its structure shows is not known. Its story can still be told, step by step.',
  eachOther: 'Each other party',
  whoDecidesNote:
    'Can a party, by its own answers, make sure of an ending, or make sure that another one comes instead, whatever all the others do? Choose a mark to read what it means, and how.',
  togetherColumn: 'Together, as the last column',
  pickTwo: 'Pick two or more to see what they can decide together.',
  seenFrom: 'Seen from',
  seenFromStart: 'the start',
  seenFromStory: 'where your story stands',
  othersNeither: (names: readonly string[]) =>
    `This map asks the other parties nothing, so alone each of them can do neither: ${list(names)}.`,
  asTable: 'The same as a table',
  chooseMark: 'Choose a mark, and what it means is said here.',
  preventNote:
    'To prevent an ending means to make sure that one of the others comes instead. This shows where consent is needed on this map, not whether it will come.',
  noOdds: 'This map holds no odds.',
  setOdds: 'Set your own',
  powerEither: 'can bring it about, or prevent it',
  powerBring: 'can bring it about',
  powerPrevent: 'can prevent it',
  powerNeither: 'can do neither',
  powerClosed: 'closed from here',
  powerSure: 'comes about whatever anybody does',
  alone: (names: string) => `${names} alone`,
  together: (names: string) => `${names} together`,
};

export type StructureWords = typeof structureWords;
