/** What the command line prints. */
import { basename } from 'node:path';
import type { Problem } from '../../scenario/problems.ts';
import { forTerminal, forTerminalAsJson } from '../../scenario/text/unseen.ts';
import { commandWords } from '../../words/beyond/command-line.ts';

/** Prints `text`. Names and texts of a file are outside data, and a terminal obeys characters that cannot be seen. */
export function print(text: string): void {
  console.log(forTerminal(text));
}

export function printJson(value: object): void {
  console.log(forTerminalAsJson(JSON.stringify(value, null, 2)));
}

/** Prints problems, errors first, those of one kind together. */
export function report(file: string, problems: readonly Problem[]): void {
  for (const level of ['error', 'warning'] as const) {
    const found = problems.filter((problem) => problem.level === level);
    if (found.length === 0) continue;
    print(`${commandWords.problems(basename(file), found.length, level)}\n`);
    for (const code of new Set(found.map((problem) => problem.code))) {
      print(`  ${code}`);
      for (const { where, message, tryThis } of found.filter((problem) => problem.code === code))
        print(`    ${where || commandWords.wholeFile}\n      ${message}\n      ${tryThis}`);
      print('');
    }
  }
}

/** Says that `file` is lawful as far as it was looked at, and too large for `what` to be known. */
export function tooLarge(file: string, what: keyof typeof commandWords.tooLarge): number {
  print(commandWords.tooLarge[what](basename(file)));
  return 1;
}
