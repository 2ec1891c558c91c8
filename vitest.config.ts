/**
 * Configuration of Vitest. Projects: `unit` runs in Node, `component` in a browser, `journey` on the built site,
 * `alone` on the built site after all others.
 */
import { playwright } from '@vitest/browser-playwright';
import { defaultServerConditions } from 'vite';
import { defineConfig, mergeConfig } from 'vitest/config';
import { launchArguments, presentBrowser } from './tests/support/browser.ts';
import vite from './vite.config.ts';

// `tests/run.ts` passes the browser that it found; without it, an installed one is used.
const browser = process.env.PARLEY_BROWSER ?? (await presentBrowser())?.path ?? '';

const minute = 60_000;

/** Options of the projects that drive the built site. */
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
      // No retries: a test that passes only the second time counts as failed.
      retry: 0,
      // The same language and time zone wherever the tests run.
      env: { TZ: 'UTC', PARLEY_ALL: process.env.PARLEY_ALL ?? '' },
      attachmentsDir: 'tests/.shots',
      // Tests that drive a browser spend most of their time waiting.
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
          // Without this condition, Svelte’s classes such as SvelteMap resolve to their server versions, which are
          // not reactive.
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
            // These tests measure milliseconds, so they run when no others do.
            sequence: { groupOrder: 1 },
          },
        },
      ],
    },
  }),
);
