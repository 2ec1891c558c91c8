/** Finds the Chromium that the tests drive: an installed one, or one that is installed for the tests. */
import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

export interface FoundBrowser {
  readonly path: string;
  /** Where it came from, for people to read. */
  readonly found: string;
}

const isRoot = process.getuid?.() === 0;

/** How every test starts the browser: quietly, without talking to anybody but the page under test. */
export const launchArguments: readonly string[] = [
  // Chromium refuses to start its sandbox as root, which is what most containers run as.
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** A browser that is here, or is here after installing it; null where neither is possible. */
export async function findBrowser(): Promise<FoundBrowser | null> {
  return (await presentBrowser()) ?? (await installedBrowser());
}

/** A browser that is here already. */
export async function presentBrowser(): Promise<FoundBrowser | null> {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (await starts(chosen)) return { path: chosen, found: 'CHROME_PATH' };
    console.warn(`CHROME_PATH is ${chosen}, which is not a browser that starts; looking elsewhere.`);
  }
  const own = chromium.executablePath();
  if (await starts(own)) return { path: own, found: "Playwright's own" };
  for (const path of systemPlaces()) {
    if (await starts(path)) return { path, found: 'installed on this computer' };
  }
  return null;
}

async function installedBrowser(): Promise<FoundBrowser | null> {
  console.warn("No Chromium, Chrome or Edge on this computer: trying Playwright's download.");
  await run('npx', ['--no-install', 'playwright', 'install', '--no-shell', 'chromium'], 5 * minute, {
    // A closed network often swallows connections; waiting half a minute for each tells nothing more.
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
  });
  const own = chromium.executablePath();
  if (await starts(own)) return { path: own, found: "Playwright's own, just downloaded" };

  if (!isRoot || !(await isThere('/usr/bin/apt-get'))) return null;
  console.warn("That did not give a browser that starts: trying the system's own package of Chromium.");
  const quietly = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], 3 * minute, quietly);
  for (const name of ['chromium-headless-shell', 'chromium'])
    if (await run('apt-get', ['install', '-y', '--no-install-recommends', name], 10 * minute, quietly)) break;
  return presentBrowser();
}

function systemPlaces(): string[] {
  const names = [
    // The same engine without windows, which opens a page in less time.
    'chromium-headless-shell',
    ...['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'],
  ];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  if (process.platform === 'darwin') return [...onPath, ...macPlaces()];
  if (process.platform === 'win32') return windowsPlaces();
  return onPath;
}

function macPlaces(): string[] {
  const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  const folders = ['/Applications', join(homedir(), 'Applications')];
  return apps.flatMap((app) => folders.map((folder) => join(folder, `${app}.app/Contents/MacOS/${app}`)));
}

function windowsPlaces(): string[] {
  const { env } = process;
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
  const programs = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return programs.flatMap((program) =>
    folders.flatMap((folder) => (folder === undefined ? [] : [join(folder, program)])),
  );
}

/** A file is not enough: Ubuntu's `chromium-browser` is a note about snap, and libraries may be missing. */
async function starts(path: string): Promise<boolean> {
  if (!(await isThere(path))) return false;
  // On Windows `chrome.exe --version` opens a window and prints nothing.
  return process.platform === 'win32' || (await run(path, ['--version'], minute / 2, {}, 'ignore'));
}

function isThere(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

const minute = 60_000;

/** Runs a program to its end, or to the time limit; whether it succeeded. */
function run(
  program: string,
  args: readonly string[],
  timeout: number,
  env: Readonly<Record<string, string>>,
  stdio: 'inherit' | 'ignore' = 'inherit',
): Promise<boolean> {
  const shell = process.platform === 'win32';
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      // Nothing here may wait for an answer, and a program's chatter is not a result of the tests.
      stdio: stdio === 'ignore' ? 'ignore' : ['ignore', 2, 2],
      env: { ...process.env, ...env },
      timeout,
      killSignal: 'SIGKILL',
      shell,
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
