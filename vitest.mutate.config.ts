/**
 * The tests that `npm run mutate` runs for each change it makes to the program: small ones in Node that need no whole
 * scenario explored. `MUTATE_TESTS` names others.
 */
import { defineConfig, mergeConfig } from 'vitest/config';
import vite from './vite.config.ts';

const tests = process.env.MUTATE_TESTS ?? 'tests/{scenario,machine,analysis,codec}/**/*.test.ts';

export default mergeConfig(
  vite,
  defineConfig({
    test: {
      env: { TZ: 'UTC', PARLEY_ALL: '' },
      setupFiles: ['tests/support/seed.ts'],
      include: tests.split(' '),
      // It explores every scenario when it is loaded, and would do so for each change.
      exclude: ['tests/machine/machine.test.ts'],
      testTimeout: 60_000,
    },
  }),
);
