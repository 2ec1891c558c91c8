/** Every word the page itself says. What the scenario says comes from the scenario. */
import { END, START, type Hidden, type Task, type TaskKind } from '../lesson/lesson.ts';
import { NOTHING } from '../lesson/work.ts';
import type { Refusal, Step } from '../machine/replay.ts';
import type { Support } from '../machine/support.ts';
import { byId } from '../scenario/lookups.ts';
import type { Answer, Ending, Evidence, Question, Scenario, Source } from '../scenario/scenario.ts';

/** What an answer rests on: its basis, or an inference. Each has a shape of its own. */
export type Shape = Answer['basis'] | 'inferred';

export const shapeOf = (answer: Answer): Shape => (answer.inferred ? 'inferred' : answer.basis);

/** The label of an answer’s basis: the word shown, and the sentence that explains it. */
export const basisWords = (answer: Answer): { readonly word: string; readonly means: string } =>
  BASIS[shapeOf(answer)];

const BASIS: Readonly<Record<Shape, { readonly word: string; readonly means: string }>> = {
  stated: { word: 'Stated', means: 'The one who answers is reported as saying it would.' },
  reported: { word: 'Reported', means: 'The articles report it.' },
  inferred: {
    word: 'Inferred',
    means: 'It follows from what the articles report; the step itself is this map’s, not theirs.',
  },
  urged: { word: 'Urged', means: 'Someone else asks for it. The one who answers has not said it would.' },
  suggested: {
    word: 'Suggested',
    means: 'A third party suggests it. The one who answers has not said it would.',
  },
  assumption: { word: 'What if?', means: 'No source says this.' },
  reading: { word: 'A reading', means: 'The sources differ; this is one of their sentences.' },
  leave: { word: 'Left as it is', means: 'Nothing moves; the matter stays as the articles leave it.' },
};

/** The word for each basis. */
export const BASIS_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(BASIS).map(([basis, { word }]) => [basis, word]),
);

/** Every label with its shape, the firmest first. */
export const LABELS = (Object.keys(BASIS) as Shape[]).map((shape) => ({ shape, ...BASIS[shape] }));

const KINDS: Readonly<Record<Evidence['kind'], string>> = {
  direct: 'in the speaker’s own words',
  mixed: 'partly in the speaker’s own words',
  reported: 'reported speech',
  statement: 'the article’s own statement',
  judgement: 'the article’s judgement',
  heading: 'a heading in the article',
};

export const kindWords = (kind: Evidence['kind']): string => KINDS[kind];

/** Who speaks in a quotation, and in what way, as the line below it begins. */
export function speakerWords(item: Evidence): { readonly who: string; readonly how: string } {
  const who = item.speaker === 'Article' || !item.speaker ? 'The article' : item.speaker;
  // Where nobody is named, a quoted phrase is in nobody’s own words.
  const named = !/^(Article|Un)/.test(item.speaker);
  return {
    who,
    how: item.kind === 'mixed' && !named ? 'its words, with a quoted phrase' : kindWords(item.kind),
  };
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2025-03` as “March 2025”; other text as it is. */
export function monthWords(date: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})/.exec(date) ?? [];
  return year && month ? `${MONTHS[Number(month) - 1] ?? ''} ${year}` : date;
}

/** “2 March 2025”, of a date with its day. */
export const dayWords = (date: string): string => `${Number(date.slice(8))} ${monthWords(date)}`;

/** “a”, “a and b”, “a, b and c”. */
export function list(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** `1 step`, `2 steps`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** The name of an actor for a sentence: without the explanation in brackets. */
export function actorName(scenario: Scenario, id: string): string {
  const name = byId(scenario.actors, id)?.name ?? id;
  const explained = name.endsWith(')') ? name.indexOf(' (') : -1;
  return explained < 0 ? name : name.slice(0, explained);
}

/** Who is asked, as a line above the question. */
export function askedOf(scenario: Scenario, question: Question): string {
  if (question.actors.length === 0)
    return question.answers.every((answer) => answer.basis === 'reading')
      ? 'The sources differ: you choose a sentence'
      : 'Set by you';
  const names = question.actors.map((id) => actorName(scenario, id));
  return names.length === 1 ? `Asked of ${names[0]}` : `Asked of ${list(names)} together`;
}

/** The publisher and the month of a source, and how sure the month is. */
export function sourceDate(source: Source): string {
  const date = monthWords(source.published);
  return source.dateBasis === 'inferred' ? `${date} (month inferred)` : date;
}

/** Why a code could not be played, as a sentence. */
export function refusalWords(refusal: Refusal): string {
  const label = 'answer' in refusal && refusal.answer ? `${refusal.answer.label}:` : `${refusal.code}:`;
  switch (refusal.why) {
    case 'unknown':
      return `${label} no answer of this scenario has this code.`;
    case 'closed':
      return `${label} closed from here. ${refusal.clauses.map((clause) => clause.why).join(' ')}`;
    case 'after':
      return `${label} it came after a step that could not be taken.`;
    case 'not-asked':
      return refusal.onTable === null
        ? `${label} the story is over before this is asked.`
        : `${label} this is not asked at this point of the story.`;
  }
}

/** What is said of an answer whose every quotation the reader has set aside. */
export const BARE = 'What if? You have set aside all that it rests on.';

/** How the map stands to the quotations it names for an answer. */
export const restsWords = ({ evidence, basis }: Answer): string =>
  evidence.length === 0
    ? 'The map names no quotation for this answer.'
    : basis === 'assumption'
      ? 'What the map sets beside this answer, though no source says it:'
      : 'What the map rests this answer on:';

/** What each kind of task is called, and what it asks where the teacher wrote nothing. */
export const TASK_WORDS: Readonly<Record<TaskKind, { readonly name: string; readonly asks: string }>> = {
  predict: { name: 'Predict before you choose', asks: 'Which ending do you think this story will come to?' },
  support: { name: 'Which quotation supports this?', asks: 'Which quotation supports the answer you gave?' },
  basis: {
    name: 'Label the basis yourself',
    asks: 'What does the answer you gave rest on? Its label is hidden until you have said it.',
  },
  text: { name: 'In your own words', asks: 'What do you think?' },
};

/** What a lesson can keep out of sight, as a teacher would say it. */
export const HIDE_WORDS: Readonly<Record<Hidden, string>> = {
  odds: 'the reader’s own odds',
  structure: 'what the structure shows',
  doubt: 'setting a source aside',
  how: 'how an ending could happen',
  map: 'the map',
};

/** A reply to a task, as whoever reads it would want it: not its code. */
export function replyWords(scenario: Scenario, kind: TaskKind, reply: string): string {
  if (kind === 'predict') return byId(scenario.endings, reply)?.title ?? reply;
  if (kind === 'basis') return LABELS.find(({ shape }) => shape === reply)?.word ?? reply;
  if (kind === 'support') return reply === NOTHING ? 'No quotation supports it' : reply;
  return reply;
}

/** Where a task stands, as a line. */
export function taskPlace(scenario: Scenario, at: string): string {
  if (at === START) return 'At the start';
  if (at === END) return 'At the ending';
  return byId(scenario.questions, at)?.text ?? at;
}

/** The same once it was done: a task on an answer names the answer. */
export function taskWhere(scenario: Scenario, task: Task, step: Step | undefined): string {
  const on = step && task.at === step.question.id && (task.kind === 'support' || task.kind === 'basis');
  return on ? `on “${step.answer.label}”` : taskPlace(scenario, task.at);
}

/** How many quotations there are for and against an answer, as the line under it; `bare` where the reader left it none. */
export function supportWords(answer: Answer, found: Support, bare = false): string {
  const assumed = answer.basis === 'assumption';
  const parts = [
    found.for.length > 0 &&
      (assumed
        ? counted(found.for.length, 'related quotation')
        : `${counted(found.for.length, 'quotation')} for it`),
    found.against.length > 0 && `${found.against.length} against it`,
    found.doubt.length > 0 &&
      `${found.doubt.length} that ${found.doubt.length === 1 ? 'leaves' : 'leave'} it open`,
  ].filter((part) => part !== false);
  if (assumed) parts.unshift(bare ? 'you set aside what it rests on' : 'no source says it');
  return parts.length > 0 ? parts.join(' · ') : 'no quotation';
}

/** Which endings a step closed, in the fewest words; empty where it closed none. */
export function closedWords(closed: readonly Ending[], left: ReadonlySet<Ending>): string {
  const titles = (endings: Iterable<Ending>) => [...endings].map(({ title }) => title).join('; ');
  if (closed.length > 3 && left.size <= 3) return `every ending that was open, but not: ${titles(left)}`;
  return titles(closed);
}

/** What to do with the end of a link, from `#` on, where the page has no address to stand before it. */
export const END_OF_LINK = 'the end of a link: put it after the address of the map';

/** Where a story is opened: its address, or the end of it with what to do. */
export const linkWords = (link: string): string => (link.startsWith('#') ? `${link} (${END_OF_LINK})` : link);

export const BAD_LINK: Readonly<Record<string, string>> = {
  'too-long': 'This link is longer than any link of this map. Ask for it again, or start here.',
  'not-a-link':
    'This address holds no story of this map. Perhaps a part of it is missing: ask for it again, or start here.',
  newer: 'This link was made by a newer version of this page. Reload the page, or start here.',
  damaged:
    'This link was damaged on its way: a part of it is missing or changed, so it was not opened. Ask for it again, or start here.',
  'bad-lesson':
    'This link holds a lesson that cannot be read: a part of it is missing, or it was made by a newer version of this page. Ask for it again, or start here.',
  'bad-work':
    'This link holds work that cannot be read: a part of it is missing, or it was made by a newer version of this page. Ask for it again, or start here.',
  'other-scenario':
    'This link belongs to another map than the one of this site. Open its file first: the link then opens there. If you have no such file, ask whoever made the link, or start here.',
  'unknown-view': 'This link opens a page that this version does not have. The story itself is here.',
};

/** Said wherever something rests on knowing every story of a scenario, and it is not known. */
export const NOT_KNOWN =
  'What closes what is not known for this scenario: it is too large for this page, or looking through it was stopped.';

/** Stands in a part of the page of which a scenario file says nothing. */
export const NOTHING_NAMED = 'The scenario file names nothing here.';

export const BAD_FILE: Readonly<Record<string, string>> = {
  'too-large': 'This file is larger than any lesson. Pick one whose name ends in .parley-lesson.json.',
  'not-json':
    'This file is no lesson, or it was damaged on its way. Pick one whose name ends in .parley-lesson.json, or ask for it again.',
  'other-file':
    'This file holds something else than a lesson. Pick one whose name ends in .parley-lesson.json.',
  newer: 'This lesson was made by a newer version of this page. Reload the page and open it again.',
  damaged:
    'This lesson cannot be read: a part of it is missing, too long, or holds signs that cannot be seen. Ask for it again.',
  'other-scenario': 'This lesson belongs to another map than the one shown here.',
};
/** Why what the reader does is not kept on this device. */
export const UNKEPT: Readonly<Record<string, string>> = {
  blocked: 'this browser does not let the page keep anything, as some do in private windows.',
  full: 'there is no room left in this browser.',
  newer: 'another tab holds a newer version of this page. Reload this one.',
  framed: 'this page is shown inside another page.',
};

/** Why a file of stories was not taken in. */
export const NOT_TAKEN: Readonly<Record<'too-large' | 'not-stories' | 'newer' | 'blocked' | 'full', string>> =
  {
    'too-large': 'This file is larger than any file of stories. Nothing was taken in.',
    'not-stories':
      'This is not a file of stories of this page. Nothing was taken in. Choose one that was saved here.',
    newer: 'This file was made by a newer version of this page. Reload the page, then take it in again.',
    blocked: 'This browser does not let the page keep anything. Nothing was taken in.',
    full: 'There is no room left in this browser. Nothing was taken in.',
  };
