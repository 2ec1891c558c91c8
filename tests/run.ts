/** Runs the tests that can run on this computer, reports those that cannot and why, and ends with a summary line. */
import { createVitest, parseCLI, startVitest, type TestCase, type TestModule } from 'vitest/node';
import { findBrowser } from './support/browser.ts';

/** The Vitest projects that need no browser, and those that do. */
const inNode = ['unit'];
const inBrowser = ['component', 'journey', 'alone'];

const args = process.argv.slice(2).filter((arg) => arg !== '--all');
if (process.argv.includes('--all')) process.env.PARLEY_ALL = '1';
// What is left is for Vitest: parts of file names, `-t` with part of a test's name, `--project` …
const { filter, options } = parseCLI(['vitest', 'run', ...args]);
const asked = options.project === undefined ? [...inNode, ...inBrowser] : [options.project].flat();

const needBrowser = asked.filter((project) => inBrowser.includes(project));
const browser = needBrowser.length > 0 ? await findBrowser() : null;
const impossible = browser === null ? needBrowser : [];
// Read by vitest.config.ts, which searches for a browser where this is not set.
process.env.PARLEY_BROWSER = browser?.path ?? '';
if (browser !== null) console.log(`Browser: ${browser.path} (${browser.found})`);

let passed = 0;
let failed = 0;
/** Reason → the tests that did not run for it. */
const skipped = new Map<string, string[]>();

const possible = asked.filter((project) => !impossible.includes(project));
if (possible.length > 0) {
  const vitest = await startVitest('test', filter, { ...options, project: possible });
  for (const module of vitest.state.getTestModules()) count(module);
  failed += vitest.state.getUnhandledErrors().length;
}
// What Vitest itself calls a failure without a test to blame, such as a site that does not build.
if (process.exitCode && failed === 0) failed = 1;

const noBrowser = 'needs a browser: none was found and none could be installed; CHROME_PATH names one';
if (impossible.length > 0) {
  for (const test of await listed(impossible)) skip(noBrowser, test);
  if (process.env.CI) {
    console.error(
      '\nThere is no browser. With CI set that is a failure, since it would hide all that is not tested.',
    );
    failed += 1;
  }
}

const leftOut = [...skipped.values()].flat().length;
if (leftOut > 0) {
  console.log(`\n======== ${leftOut} DID NOT RUN ========`);
  for (const [reason, tests] of skipped) {
    console.log(`\n${reason}:`);
    for (const test of tests) console.log(`  - ${test}`);
  }
}
if (passed + failed === 0) console.error('\nNo test ran.');

const line = `${passed} passed, ${failed} failed${leftOut > 0 ? `, ${leftOut} skipped` : ''}`;
process.stdout.write(`\n${line}\n`, () => process.exit(failed > 0 || passed === 0 ? 1 : 0));

function count(module: TestModule): void {
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') passed += 1;
    else if (state === 'failed') failed += 1;
    else if (reason(test) !== null || options.testNamePattern === undefined) {
      skip(reason(test) ?? 'skipped without a reason', name(test));
    }
  }
  // A file that does not load, and a hook that fails, leave no failed test behind.
  failed += module.errors().length > 0 ? 1 : 0;
  for (const suite of module.children.allSuites()) failed += suite.errors().length > 0 ? 1 : 0;
}

/** Null for tests that give none; with `-t`, those are the ones that were not asked for. */
function reason(test: TestCase): string | null {
  const result = test.result();
  if (result.state === 'skipped' && result.note) return result.note;
  return test.options.mode === 'todo' ? 'still to be written' : null;
}

function name(test: TestCase): string {
  return `${test.module.relativeModuleId} > ${test.fullName}`;
}

function skip(why: string, test: string): void {
  skipped.set(why, [...(skipped.get(why) ?? []), test]);
}

/** The tests of projects that cannot run, read off their files. */
async function listed(projects: readonly string[]): Promise<string[]> {
  const vitest = await createVitest('test', { ...options, project: [...projects], watch: false });
  try {
    const files = await vitest.getRelevantTestSpecifications(filter);
    const modules = await vitest.experimental_parseSpecifications(files);
    return modules.flatMap((module) => [...module.children.allTests()].map(name));
  } finally {
    await vitest.close();
  }
}
