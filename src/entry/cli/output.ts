/** Output of the command line. */
import { basename } from 'node:path';
import type { Problem } from '../../scenario/problems.ts';
import { forTerminal, forTerminalAsJson } from '../../scenario/text/unseen.ts';
import { commandWords } from '../../words/beyond/command-line.ts';

/**
 * Prints `text` with control characters replaced: texts of a file are untrusted, and a terminal interprets such
 * characters.
 */
export function print(text: string): void {
  console.log(forTerminal(text));
}

export function printJson(value: object): void {
  console.log(forTerminalAsJson(JSON.stringify(value, null, 2)));
}

/** Prints the problems of `file`: errors first, then warnings, grouped by code. */
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

/** Prints that `file` has passed the checks that were made but is too large for `what`. Returns the exit code. */
export function tooLarge(file: string, what: keyof typeof commandWords.tooLarge): number {
  print(commandWords.tooLarge[what](basename(file)));
  return 1;
}
