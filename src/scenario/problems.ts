/**
 * Every problem a scenario can have: one catalogue.
 * A problem names its code, its level, where it is, the offending value, and what to try.
 */
import { visible } from './text/text.ts';

interface Entry {
  readonly level: 'error' | 'warning';
  /** What is wrong, in the author's words. `{value}` is the offending value, `{detail}` says more about it. */
  readonly says: string;
  /** What to try next. */
  readonly tryThis: string;
}

/** The catalogue. A code never changes its meaning. */
export const PROBLEMS = {
  // The file cannot be read.
  unreadable: {
    level: 'error',
    says: 'This cannot be read: {value}.',
    tryThis: 'Choose one file, not a folder, and see that this device may read it.',
  },
  'not-json': {
    level: 'error',
    says: 'This cannot be read as JSON in UTF-8: {value}.',
    tryThis: 'Open the file in an editor that checks JSON, and mend the place named.',
  },
  'wrong-format': {
    level: 'error',
    says: 'The field “format” has to be the number 1; here it is {value}.',
    tryThis: 'Write "format": 1 if this is a scenario file; otherwise choose another file.',
  },
  'too-large': {
    level: 'error',
    says: 'This is too large: {value}.',
    tryThis:
      'Keep to 2,000,000 bytes, 1,000 questions and 200,000 words: shorten the scenario, or make two of it.',
  },
  'too-deep': {
    level: 'error',
    says: 'This is nested too deeply: {value}.',
    tryThis: 'Keep conditions to 32 levels: put what is nested side by side in one “all” or “any”.',
  },
  'duplicate-key': {
    level: 'error',
    says: 'The field “{value}” stands twice in one object, and one of the two would be lost.',
    tryThis: 'Keep one of the two, or rename one.',
  },
  'control-characters': {
    level: 'error',
    says: 'A character that cannot be seen stands in “{value}”: a control character, one of no width, one that turns the direction of writing, or half of one.',
    tryThis: 'Delete the text around the character and type it again.',
  },

  'too-many': {
    level: 'error',
    says: 'There are {value} here; there may be {detail}.',
    tryThis: 'Take out what is not needed, put together what says the same, or make two scenarios of it.',
  },
  'long-text': {
    level: 'error',
    says: 'This text has {detail} characters; there may be at most 20,000: “{value}”.',
    tryThis: 'Shorten it, or divide it among several parts of the scenario.',
  },
  'long-word': {
    level: 'error',
    says: 'A line could not be broken within these characters, of which there are {detail}: “{value}”.',
    tryThis: 'Put spaces where words end, or shorten what stands here.',
  },

  // Something has the wrong shape.
  'unknown-field': {
    level: 'error',
    says: 'The format has no field “{value}” here.',
    tryThis: 'Check the spelling, or take the field out.',
  },
  'bad-shape': {
    level: 'error',
    says: 'Here belongs {detail}; there is {value}.',
    tryThis: 'Write what the format asks for in this place.',
  },
  'bad-condition': {
    level: 'error',
    says: 'This is not a condition: {value}.',
    tryThis: 'Use exactly one form: issue with in, or all, or any, or not.',
  },
  'unsafe-url': {
    level: 'error',
    says: 'The address “{value}” is not a full https address.',
    tryThis: 'Write an address that begins with https://, or leave it out.',
  },

  'bad-language': {
    level: 'error',
    says: '“{value}” is not a language tag.',
    tryThis: 'Write a tag such as “en”, “uk” or “pt-BR”, or leave the field out for English.',
  },

  'bad-date': {
    level: 'error',
    says: '“{value}” is not a date here.',
    tryThis: 'Write a day such as “2026-11-26”; of a source, a year or a month will do too.',
  },
  'long-label': {
    level: 'error',
    says: 'This short label has {detail}: “{value}”.',
    tryThis: 'Shorten it so that the map has room for it, or leave it out: one is derived then.',
  },

  // Ids and codes.
  'bad-id': {
    level: 'error',
    says: '“{value}” cannot be an id: {detail}.',
    tryThis: 'Choose another id and use it wherever this one is named.',
  },
  'reserved-id': {
    level: 'error',
    says: '“{value}” is a word of the format and cannot be an id.',
    tryThis: 'Choose an id other than leave, reader and ending.',
  },
  'reserved-name': {
    level: 'error',
    says: '“{value}” cannot be this id, because a folder or a file is named after it: {detail}.',
    tryThis: 'Choose another id, such as one that says what it is about.',
  },
  'duplicate-id': {
    level: 'error',
    says: 'The id “{value}” is taken already, at {detail}.',
    tryThis: 'Give one of the two another id.',
  },
  'bad-code': {
    level: 'error',
    says: '“{value}” cannot be a code: a code is one to three letters a–z, A–Z or digits.',
    tryThis: 'Choose a short code such as “c1”.',
  },
  'duplicate-code': {
    level: 'error',
    says: 'The code “{value}” is taken already, at {detail}.',
    tryThis: 'Give the newer of the two answers a code that was never used.',
  },

  'renamed-in-use': {
    level: 'error',
    says: 'The code “{value}” is in use, so it cannot stand for another one.',
    tryThis: 'Give the answer that has it now a code that was never used, or leave this out of “renamed”.',
  },

  // Something is named that is not there.
  'unknown-code': {
    level: 'error',
    says: 'No answer has the code “{value}”.',
    tryThis: 'Write the code of the answer that says today what the older one said.',
  },
  'unknown-issue': {
    level: 'error',
    says: 'There is no issue “{value}”.',
    tryThis: 'Check the spelling, or add it to “issues”.',
  },
  'unknown-state': {
    level: 'error',
    says: 'The issue “{detail}” has no state “{value}”.',
    tryThis: 'Check the spelling, or add it to the states of that issue.',
  },
  'unknown-evidence': {
    level: 'error',
    says: 'There is no evidence “{value}”.',
    tryThis: 'Check the spelling, or add it to “evidence”.',
  },
  'unknown-source': {
    level: 'error',
    says: 'There is no source “{value}”.',
    tryThis: 'Check the spelling, or add it to “sources”.',
  },
  'unknown-actor': {
    level: 'error',
    says: 'There is no actor “{value}”.',
    tryThis: 'Check the spelling, or add it to “actors”.',
  },
  'unknown-act': {
    level: 'error',
    says: 'There is no act “{value}”.',
    tryThis: 'Check the spelling, or add it to “acts”.',
  },
  'unknown-question': {
    level: 'error',
    says: 'There is no question “{value}”.',
    tryThis: 'Check the spelling, or add it to “questions”.',
  },
  'unknown-answer': {
    level: 'error',
    says: 'There is no answer “{value}”.',
    tryThis: 'Write it as question.answer, such as “ceasefire-first.accept”.',
  },
  'unknown-ending': {
    level: 'error',
    says: 'There is no ending “{value}”.',
    tryThis: 'Check the spelling, or add it to “endings”.',
  },
  'unknown-row': {
    level: 'error',
    says: 'The grid has no row “{value}”.',
    tryThis: 'Check the spelling, or add it to the rows of “grid”.',
  },
  'unknown-column': {
    level: 'error',
    says: 'The grid has no column “{value}”.',
    tryThis: 'Check the spelling, or add it to the columns of “grid”.',
  },
  'unknown-fact': {
    level: 'error',
    says: 'There is no fact or fact value “{value}”.',
    tryThis: 'Check the spelling, and count the values of a fact from 0.',
  },
  'unknown-aim': {
    level: 'error',
    says: 'There is no aim “{value}”.',
    tryThis: 'Check the spelling, or add it to “aims”.',
  },

  'unknown-id': {
    level: 'error',
    says: 'Nothing here has the id or the code “{value}”, and “renamed” does not know it either.',
    tryThis: 'Name what was changed by its id or its code, or leave it out.',
  },

  'named-twice': {
    level: 'warning',
    says: '“{value}” stands twice in this list; it counts once.',
    tryThis: 'Take out one of the two.',
  },

  // A rule of the format is broken.
  'no-states': {
    level: 'error',
    says: 'The issue “{value}” has no states.',
    tryThis: 'Add at least the state it starts in.',
  },
  'no-answers': {
    level: 'error',
    says: 'The question “{value}” has no answers.',
    tryThis: 'Add at least one answer, or better two.',
  },
  'leave-again': {
    level: 'error',
    says: 'The question “{value}” may be asked again and also left as it is, so its story need not end.',
    tryThis: 'Take out either “leave” or “again”.',
  },
  'bad-actor': {
    level: 'error',
    says: 'This list of actors {detail}: {value}.',
    tryThis: 'Name at least one actor and each only once; write "actor": "reader" for the reader.',
  },
  'bad-consent': {
    level: 'error',
    says: 'This consent {detail}: {value}.',
    tryThis: 'List the ways in which the answer can come about, each a list of actors; [[]] is by itself.',
  },
  'reader-consent': {
    level: 'warning',
    says: 'The question “{value}” is asked of the reader, so the consent written there is ignored.',
    tryThis: 'Take the consent out, or name the actors who answer.',
  },
  'uncited-answer': {
    level: 'error',
    says: 'The answer “{value}” rests on no evidence, and does not say that it is an assumption.',
    tryThis: 'Cite the evidence it rests on, or give it the basis “assumption”.',
  },
  'reading-basis': {
    level: 'error',
    says: 'The answer “{value}” is called a reading, but its question is not asked of the reader.',
    tryThis: 'Give the answer another basis, or ask the reader.',
  },
  'reading-mixed': {
    level: 'warning',
    says: 'Some answers to the question “{value}” are readings and some are not.',
    tryThis: 'Give all its answers the basis “reading”, or none.',
  },
  'needless-by': {
    level: 'error',
    says: 'The answer “{value}” is neither urged nor suggested, so nobody can stand in “by”.',
    tryThis: 'Take “by” out, or give the answer the basis that its sentence gives it.',
  },
  'later-change': {
    level: 'error',
    says: 'This change belongs to edition {value}, and the file is {detail}.',
    tryThis: 'Raise “edition” when the change is published, or mend the number of the change.',
  },
  'bad-claim': {
    level: 'error',
    says: 'This claim cannot be judged: {detail}.',
    tryThis: 'See what this kind of claim asks for, and mend or shorten the claim.',
  },

  // A quotation is not what its source says.
  'quote-mismatch': {
    level: 'error',
    says: 'The quotation “{value}” is not what stands in its source: {detail}.',
    tryThis: 'Copy the sentence from the source again, and count its place anew.',
  },
  'hedge-missing': {
    level: 'error',
    says: 'The hedging words “{value}” do not stand in the paragraph of the quotation.',
    tryThis: 'Copy them from that paragraph of the source, or take them out.',
  },
  'source-mismatch': {
    level: 'error',
    says: 'The text given is not the one that the source “{value}” describes: {detail}.',
    tryThis: 'Give the text that was quoted from, or describe this one and check every quotation.',
  },

  // What only playing shows.
  loop: {
    level: 'error',
    says: 'A story can go round for ever: {value}.',
    tryThis: 'Let one of these answers set something that keeps the question from coming up again.',
  },
  'dead-end': {
    level: 'error',
    says: 'A question comes up with no answer available: {value}.',
    tryThis: 'Loosen a “requires”, add an answer or a “leave”, or tighten the question’s “when”.',
  },
  standstill: {
    level: 'error',
    says: 'One of those asked can make none of the available answers happen: {value}.',
    tryThis: 'Add an answer that this actor can give alone, such as a refusal, and write its “consent”.',
  },
  'no-ending': {
    level: 'error',
    says: 'A story is over and no ending holds: {value}.',
    tryThis: 'Add an ending for this situation, or widen the “when” of one.',
  },
  'endings-overlap': {
    level: 'error',
    says: 'A story is over and more than one ending holds: {value}.',
    tryThis: 'Narrow the “when” of one of them so that they exclude each other.',
  },
  'fact-incomplete': {
    level: 'error',
    says: 'No value of this fact holds: {value}.',
    tryThis: 'Add a last value with "when": { "all": [] }.',
  },
  'broken-walk': {
    level: 'error',
    says: 'This walk cannot be walked to the ending it names: {value}.',
    tryThis: 'Play the walk as far as it goes, and take over the codes and the ending.',
  },
  'too-many-situations': {
    level: 'warning',
    says: 'There are too many situations to visit them all: {value}. What needs all of them is switched off.',
    tryThis: 'Ask fewer questions that do not depend on each other, or make two scenarios of it.',
  },
  'too-many-futures': {
    level: 'warning',
    says: 'There are too many situations that no two stories share the future of: {value}. What needs all of them is switched off.',
    tryThis: 'Ask fewer questions that do not depend on each other, or make two scenarios of it.',
  },
  'false-finding': {
    level: 'warning',
    says: 'What the finding “{value}” claims does not hold over all stories, so it is not shown.',
    tryThis: 'Mend the claim together with its sentence, or take the finding out.',
  },
  'unreachable-state': {
    level: 'warning',
    says: 'No story reaches the state “{value}”.',
    tryThis: 'Let an answer set it, or take it out.',
  },
  'unreachable-question': {
    level: 'warning',
    says: 'No story reaches the question “{value}”.',
    tryThis: 'Check its “when” and the order of the questions, or take it out.',
  },
  'unreachable-answer': {
    level: 'warning',
    says: 'In no story is the answer “{value}” available.',
    tryThis: 'Check its “requires”, or take it out.',
  },
  'unreachable-ending': {
    level: 'warning',
    says: 'No story reaches the ending “{value}”.',
    tryThis: 'Check its “when”, or take it out.',
  },
  'unreachable-fact-value': {
    level: 'warning',
    says: 'In no situation has this fact the value “{value}”.',
    tryThis: 'Check its “when” and those before it, or take it out.',
  },

  // About the list of problems itself.
  'more-problems': {
    level: 'warning',
    says: 'There are more problems than the first {value}.',
    tryThis: 'Mend these first, and check again.',
  },
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface Problem {
  readonly code: ProblemCode;
  readonly level: 'error' | 'warning';
  /** A path such as `questions[3].answers[0].evidence[1]`; line and column of what is not JSON; or empty for the whole file. */
  readonly where: string;
  /** The offending value as text, shortened to at most 200 characters. */
  readonly value: string;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** One sentence: what to try. */
  readonly tryThis: string;
}

/** What reading outside data gives: a value (perhaps with warnings), or problems. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The problem `code` at `where`, with the value that is wrong and, where the catalogue asks for it, a detail. */
export function problem(code: ProblemCode, where: string, value: unknown = '', detail = ''): Problem {
  const entry: Entry = PROBLEMS[code];
  const shown = visible(typeof value === 'string' ? value : asJson(value));
  const say = (sentence: string) =>
    sentence.replace(/\{(value|detail)\}/g, (_, part) => (part === 'value' ? shown : visible(detail)));
  return { code, level: entry.level, where, value: shown, message: say(entry.says), tryThis: entry.tryThis };
}

/** `value` as JSON. What has no JSON, or is nested too deeply to be written, is named by its kind. */
function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return Array.isArray(value) ? 'a list' : `a value of the kind ${typeof value}`;
  }
}

/** Whether any of `problems` refuses the file. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ level }) => level === 'error');
}

/** The most errors that are listed. */
export const MOST_ERRORS = 100;

/** The problems found, at most `MOST_ERRORS` errors among them; looks no further then, and says so. */
export function collect(found: Iterable<Problem>): Problem[] {
  const kept: Problem[] = [];
  let errors = 0;
  for (const next of found) {
    if (next.level === 'error' && ++errors > MOST_ERRORS) {
      kept.push(problem('more-problems', '', String(MOST_ERRORS)));
      break;
    }
    kept.push(next);
  }
  return kept;
}
