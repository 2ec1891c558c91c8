/** Texts of the command line for authors. */
import { counted } from '../terms/text.ts';

export const commandWords = {
  usage: `Usage: npm run scenario -- COMMAND …

  check FILE [--json]                      whether FILE is a lawful scenario, and what is wrong with it if not
  quotes FILE --source ID=article.txt …    whether every quotation stands in its source, character for character
  machine FILE                             the XState machine of FILE, as a JSON configuration
  facts FILE [--story CODES] [--coalition a+b …] [--odds WEIGHTS.json] --json
                                           what can be known of FILE, from the start or after a story
  export FILE --to promela                 a model of FILE for Spin
  export FILE --to prism [--odds WEIGHTS.json]
                                           a model of FILE for PRISM and Storm
  export FILE --to prism --coalition a+b   a game for PRISM-games: what this coalition can guarantee
  export FILE --to xstate | scxml          the machine of FILE, for programs that run statecharts
  export FILE --to mermaid | dot           what can come after what in FILE, for programs that draw`,
  noCommand: (name: string) => (name ? `There is no command “${name}”.` : 'Name a command.'),
  oneFile: 'Name one scenario file.',

  lawful: (questions: number, answers: number, endings: number, quotations: number, sources: number) =>
    `lawful: ${counted(questions, 'question')}, ${counted(answers, 'answer')}, ${counted(endings, 'ending')}, ${counted(quotations, 'quotation')} from ${counted(sources, 'source')}`,
  problems: (file: string, count: number, level: string) => `${file}: ${counted(count, level)}`,
  wholeFile: 'the whole file',

  noSource: 'No source is given.',
  unknownSource: (file: string, id: string) => `${file} has no source “${id}”.`,
  sourceForm: (given: string) => `Write a source as ID=FILE, not “${given}”.`,
  checked: (source: string, quotations: number) => `${source}: ${counted(quotations, 'quotation')} checked`,
  skipped: (source: string, quotations: number) =>
    `${source}: ${counted(quotations, 'quotation')} skipped, no text is given`,

  notPlayed: (code: string) => `The story cannot be played: “${code}” cannot be given there.`,
  tooManyCoalitions: (asked: number, most: number) =>
    `You asked for ${asked} coalitions. At most ${most} can be looked at in one go.`,
  noActor: (id: string, actors: readonly string[]) =>
    `There is no actor “${id}”; there are ${actors.join(', ')}.`,

  noFormat: (format: string, formats: readonly string[]) =>
    `${format === '' ? 'Name a format with --to' : `There is no format “${format}”`}; there are ${formats.join(', ')}.`,
  oddsOfPrism: 'Only PRISM has odds.',
  gamesOfPrism: 'Only PRISM has games: give --coalition with --to prism.',
  gameOrOdds: 'A game has no odds: give --coalition or --odds, not both.',
  /** Messages about a file that is too large, by the result that cannot be computed. */
  tooLarge: {
    facts: (file: string) =>
      `${file} has more situations than the program can visit, so it cannot work out the facts. Ask fewer questions that do not depend on each other, or make two scenarios of it.`,
    flow: (file: string) =>
      `${file} has more situations than the program can visit, so it cannot work out what can come after what. Ask fewer questions that do not depend on each other, or make two scenarios of it.`,
  },

  fileTooLarge: (file: string, most: number) => `${file} is larger than ${most.toLocaleString('en')} bytes.`,
  notText: (file: string) => `${file} is not a text in UTF-8.`,
  noFile: (file: string) => `There is no file ${file}.`,
  folder: (file: string) => `${file} is a folder, not a file.`,
  unreadable: (file: string, why: string) => `${file} cannot be read: ${why}.`,
};
