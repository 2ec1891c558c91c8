/** What the pages say of the structure: what it shows, who decides, how an ending could happen. */
import { counted, list } from '../terms/text.ts';

export const structureWords = {
  shortest: 'The shortest',
  bestDocumented: 'The best documented',
  leastContradicted: 'The least contradicted',
  orGroup: '; or ',
  orOtherGroups: (told: string, more: number) =>
    `${told}; or one of ${more.toLocaleString('en')} other groups`,
  tooManyGroups: (found: number, upTo: number) =>
    `${found === 0 ? `No group of at most ${counted(upTo, 'party', 'parties')} can. ` : ''}There are too many groups of more than ${counted(upTo, 'party', 'parties')} here to look at all of them, so whether ${found === 0 ? 'a' : 'another'} larger one can is not known.`,
  fromHere: 'from here',
  fromStart: 'from the start',
  fromBefore: (kept: number) => `from before step ${kept + 1}`,
  how: 'How could this happen?',
  ending: 'Ending',
  stands: 'How it stands',
  endedHere: 'Your story ended here.',
  open: (fromStart: boolean) =>
    `It is open ${fromStart ? 'from the start' : 'from where your story stands'}.`,
  closedBy: (kept: number, label: string) =>
    `It is closed from where your story stands. Step ${kept + 1} closed it: ${label}.`,
  goBack: 'Go back to before that step',
  needs: (here: string, needed: readonly string[]) =>
    `Every way to it, ${here}, needs ${list(needed)}${needed.length === 1 ? '' : ', each of them'}:`,
  needsNote: (needed: number) =>
    `${needed === 1 ? 'this party alone can' : 'each of these parties alone can'} prevent it.`,
  needsNobody: (here: string) => `No party alone can prevent it, ${here}.`,
  ways: (here: string) => `Ways to it, ${here}`,
  way: (words: readonly string[]) => `${list(words)} way`,
  nothingMore: 'Nothing more is needed.',
  wayNote: (steps: number, bare: number, against: number) =>
    `${counted(steps, 'answer')}; ${
      bare === 0 ? 'all documented' : `${bare} not documented`
    }; ${against === 0 ? 'none' : against} against what a party is reported to hold.`,
  wayAnswers: 'Its answers',
  walkWay: 'Walk this way',
  must: 'What every way contains',
  mustNothing: (here: string) => `No single answer stands in every way to it, ${here}.`,
  whoDecidesIt: 'Who can decide it',
  comesAbout: 'It comes about whatever anybody does.',
  takesToBring: (together: string) => `To make sure of it, whatever the others do, takes ${together}.`,
  nobodyBrings: 'Nobody can make sure of it, not even all the parties who are asked together.',
  allBring: 'All the parties who are asked can make sure of it together.',
  prevented: 'It is prevented whatever anybody does.',
  takesToPrevent: (together: string) => `To make sure that it does not come about takes ${together}.`,
  nobodyPrevents: 'Nobody can make sure that it does not come about.',
  allPrevent: 'All the parties who are asked can make sure together that it does not come about.',
  howKnown: 'How this is known',
  howKnownNote:
    'Stories on this map are finite, so all of them were looked at; nothing is sampled. A party makes sure of an ending when, whatever the others answer, its own answers still lead there. Whoever is asked must answer in the end; nobody else need. The sentences that the reader chooses and the starting point come about by themselves. This shows where consent is needed on this map, not whether it will come.',
  backToStory: 'Back to the story',
  title: 'What the structure shows',
};

export type StructureWords = typeof structureWords;
