/**
 * Drives other browsers than Chromium, as packaged by Debian: Firefox over WebDriver BiDi, WebKitGTK over WebDriver.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { launch } from 'puppeteer-core';

/** The little of a browser that a journey needs. */
export interface Driven {
  readonly open: (address: string) => Promise<void>;
  /** Runs the body of a function in the page, with `argument`, and gives what it returns. */
  readonly run: (body: string, argument?: unknown) => Promise<unknown>;
  readonly back: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The path of a program, or nothing where there is none. */
const path = (program: string): string =>
  spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim();

/** Why a browser cannot be driven here; empty when it can. */
export const missing = {
  firefox: path('firefox-esr') || path('firefox') ? '' : 'needs Firefox (Debian’s firefox-esr)',
  webkit:
    path('WebKitWebDriver') && path('Xvfb') ? '' : 'needs WebKitGTK (Debian’s webkit2gtk-driver and xvfb)',
};

export async function firefox(): Promise<Driven> {
  const executablePath = path('firefox-esr') || path('firefox');
  const browser = await launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  return {
    open: async (address) => {
      // The same page with another fragment is no navigation that could be waited for.
      await page.goto('about:blank');
      await page.goto(address);
    },
    run: (body, argument) => page.evaluate(`(function (argument) {${body}})(${JSON.stringify(argument)})`),
    back: async () => void (await page.evaluate('history.back()')),
    close: () => browser.close(),
  };
}

/** The commands of WebDriver (W3C) that are needed, sent by hand: a library would bring its own browsers along. */
export async function webkit(): Promise<Driven> {
  const display = `:${90 + (process.pid % 400)}`;
  const port = 20_000 + (process.pid % 20_000);
  const started: ChildProcess[] = [
    spawn('Xvfb', [display, '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], { stdio: 'ignore' }),
  ];
  await wait(1_000);
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  started.push(spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env }));
  const stop = () => started.reverse().forEach((process) => process.kill('SIGKILL'));

  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const begin = async (): Promise<string> => {
    for (let tries = 0; ; tries++)
      try {
        const value = await send('POST', '/session', {
          capabilities: {
            alwaysMatch: {
              'webkitgtk:browserOptions': {
                binary: miniBrowser(),
                args: ['--automation'],
              },
            },
          },
        });
        return (value as { sessionId: string }).sessionId;
      } catch (error) {
        if (tries > 20) {
          stop();
          throw error;
        }
        await wait(500);
      }
  };
  const session = `/session/${await begin()}`;
  return {
    open: async (address) => {
      await send('POST', `${session}/url`, { url: 'about:blank' });
      await send('POST', `${session}/url`, { url: address });
    },
    run: (script, argument) =>
      send('POST', `${session}/execute/sync`, {
        script: `const argument = arguments[0];${script}`,
        args: [argument ?? null],
      }),
    // The driver’s own command skips history entries that were made without a user action.
    back: async () =>
      void (await send('POST', `${session}/execute/sync`, { script: 'history.back();', args: [] })),
    async close() {
      await send('DELETE', session).catch(() => undefined);
      stop();
    },
  };
}

function miniBrowser(): string {
  const found = spawnSync('sh', ['-c', 'ls /usr/lib/*/webkit2gtk-4.*/MiniBrowser | tail -n 1'], {
    encoding: 'utf8',
  });
  return found.stdout.trim();
}
