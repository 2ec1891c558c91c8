/**
 * Opens a fresh page of the built site for each test, and fails the test on any error or unexpected request of the
 * page.
 */
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright';
import { inject, test as plain } from 'vitest';
import { launchArguments } from '../support/browser.ts';

/**
 * Options of a page: those of Playwright (`viewport`, `colorScheme`, `reducedMotion`, `forcedColors`,
 * `javaScriptEnabled` …), and:
 */
export interface PageOptions extends BrowserContextOptions {
  /** Errors that the test expects: complaints that match do not fail it. */
  readonly expected?: readonly RegExp[];
}

/** Opens an address, relative to the site's folder, in a context of its own. From there no other host may be asked. */
export type Open = (address?: string, options?: PageOptions) => Promise<Page>;

const patience = 30_000;

export const test = plain
  // Vitest reads a fixture's needs off its parameter, so that even none of them is written out.
  // eslint-disable-next-line no-empty-pattern
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }): Promise<Browser> => {
    const browser = await chromium.launch({
      executablePath: inject('browser'),
      args: [...launchArguments],
    });
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('open', ({ browser, onTestFinished }): Open => {
    const site = inject('site');
    if (!site.ok) throw new Error(site.problem);
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];

    onTestFinished(async () => {
      for (const context of contexts) {
        for (const { name, domain } of await context.cookies())
          complaints.push(`a cookie: ${name} of ${domain}`);
        await context.close();
      }
      if (complaints.length > 0) throw new Error(`What nobody asked for:\n${complaints.join('\n')}`);
    });

    return async (address = '', { expected = [], ...options } = {}) => {
      const context = await browser.newContext({
        baseURL: site.address,
        locale: 'en-GB',
        timezoneId: 'UTC',
        // Animated scrolling would slow every step; the tests of movement turn it on.
        reducedMotion: 'reduce',
        // The service worker would fetch the whole site for each page; the offline journeys turn it on.
        serviceWorkers: 'block',
        ...options,
      });
      contexts.push(context);
      context.setDefaultTimeout(patience);
      listen(context, new URL(address, options.baseURL ?? site.address).host, (complaint) => {
        if (!expected.some((pattern) => pattern.test(complaint))) complaints.push(complaint);
      });
      // In frames as well; the console is where it is listened to.
      await context.addInitScript({
        content: `addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
          console.error('against the policy:', effectiveDirective, blockedURI, sample));`,
      });
      const page = await context.newPage();
      await page.goto(address);
      return page;
    };
  });

function listen(context: BrowserContext, host: string, complain: (complaint: string) => void): void {
  context.on('console', (message) => {
    if (message.type() === 'error') complain(`console error: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (problem) => {
    const error = problem.error();
    complain(`page error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });
  const check = (address: string): void => {
    const url = new URL(address);
    // `data:`, `blob:` and `about:` have no host: nothing leaves the page.
    if (url.host !== '' && url.host !== host) complain(`request to another host: ${address}`);
  };
  context.on('request', (request) => check(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => check(socket.url())));
}

/** Whether the font of the page is wider than Noto Sans by a fifteenth or more: heights aimed at were set with that. */
export const hasWideFont = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) return false;
    canvas.font = `16px ${getComputedStyle(document.body).fontFamily}`;
    return canvas.measureText('Neither article says this').width > 187;
  });
