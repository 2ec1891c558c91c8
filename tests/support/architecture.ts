/** Lists the violations of `eslint.rooms.js` in a source file, with only these rules active. */
import { Linter } from 'eslint';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import { rooms } from '../../eslint.rooms.js';

const config: Linter.Config[] = [
  ...svelte.configs.base,
  { files: ['**/*.ts'], ignores: ['**/*.svelte.ts'], languageOptions: { parser: ts.parser } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  ...rooms,
];

/** Each complaint about `source`, the text of `file`, whose path is relative to `src`: its line and what is wrong. */
export function complaints(file: string, source: string): string[] {
  const found = new Linter().verify(source, config, `src/${file}`);
  // Of less severity is the note that a comment has tried to switch a rule off.
  const serious = found.filter(({ severity }) => severity === 2);
  return serious.map(({ line, message }) => `${file}:${line}: ${message}`);
}
