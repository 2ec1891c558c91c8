import js from '@eslint/js';
import ts from 'typescript-eslint';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { rooms } from './eslint.rooms.js';

export default ts.config(
  { ignores: ['dist', 'node_modules', 'reports', '.stryker-tmp'] },
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-inline-styles': 'error',
      // Data is never changed in place here: what holds it is replaced as a whole.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    // With the types of the whole program: promises nobody waits for, `any` that spreads, needless assertions.
    files: ['**/*.ts'],
    extends: [ts.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Markup is a class whose text is what a template takes.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allow: [{ from: 'file', name: 'Markup' }], allowNumber: true },
      ],
    },
  },
  {
    // Tests read files and answers of other programs as they come, and put into messages what they hold.
    files: ['tests/**/*.ts'],
    rules: {
      ...Object.fromEntries(
        ['argument', 'assignment', 'call', 'member-access', 'return'].map((use) => [
          `@typescript-eslint/no-unsafe-${use}`,
          'off',
        ]),
      ),
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
  rooms,
  { rules: { 'no-undef': 'off' } },
);
