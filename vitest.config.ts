/** Which tests there are and where each kind runs: `unit` in Node, `component` in a browser, `journey` on the built site, `alone` on it too, after all others. */
import { playwright } from '@vitest/browser-playwright';
import { defaultServerConditions } from 'vite';
import { defineConfig, mergeConfig } from 'vitest/config';
import { launchArguments, presentBrowser } from './tests/support/browser.ts';
import vite from './vite.config.ts';

// `tests/run.ts` says which browser it found; started by hand, Vitest makes do with one that is here.
const browser = process.env.PARLEY_BROWSER ?? (await presentBrowser())?.path ?? '';

const minute = 60_000;

/** What drives the built site. */
const onTheSite = {
  globalSetup: 'tests/journeys/site.ts',
  provide: { browser },
  testTimeout: 2 * minute,
  hookTimeout: 2 * minute,
};

export default mergeConfig(
  vite,
  defineConfig({
    test: {
      // A test that passes the second time only is a test that fails.
      retry: 0,
      // The same language and time zone wherever the tests run.
      env: { TZ: 'UTC', PARLEY_ALL: process.env.PARLEY_ALL ?? '' },
      attachmentsDir: 'tests/.shots',
      // What drives a browser waits most of its time.
      maxWorkers: 3,
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            setupFiles: ['tests/support/seed.ts'],
            include: ['tests/**/*.test.ts'],
            exclude: ['tests/**/*.svelte.test.ts'],
            testTimeout: minute,
          },
          // Svelte's own classes, such as SvelteMap, do not react in what it has for servers.
          ssr: { resolve: { conditions: ['browser', ...defaultServerConditions] } },
        },
        {
          extends: true,
          test: {
            name: 'component',
            setupFiles: ['tests/support/seed.ts'],
            include: ['tests/**/*.svelte.test.ts'],
            testTimeout: minute,
            hookTimeout: minute,
            browser: {
              enabled: true,
              headless: true,
              provider: playwright({
                launchOptions: { executablePath: browser, args: [...launchArguments] },
                contextOptions: { locale: 'en-GB', timezoneId: 'UTC' },
              }),
              instances: [{ browser: 'chromium' }],
              screenshotDirectory: 'tests/.shots',
            },
          },
        },
        {
          extends: true,
          test: {
            name: 'journey',
            include: ['tests/journeys/*.journey.ts'],
            ...onTheSite,
          },
        },
        {
          extends: true,
          test: {
            name: 'alone',
            include: ['tests/journeys/*.alone.ts'],
            ...onTheSite,
            // What it holds the page to are milliseconds: it runs when nothing else does.
            sequence: { groupOrder: 1 },
          },
        },
      ],
    },
  }),
);
