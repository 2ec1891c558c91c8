/** Tests of the command line: its messages, and the exit codes 0, 1 and 2. */
import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../../src/entry/cli/commands.ts';
import { machineOf } from '../../../src/machine/machine.ts';
import { serialise } from '../../../src/scenario/complete.ts';
import { lattice } from '../../bench/lattice.ts';
import { EXAMPLES as EXAMPLE_SCENARIOS } from '../../support/examples.ts';
import { newest } from '../../support/real.ts';
import { baseWith, ROOT } from '../../scenario/files.ts';

const EXAMPLES = 'tests/examples';

/** What a command prints and gives, in this process. */
async function run(...args: string[]): Promise<{ code: number | null; says: string }> {
  const lines: string[] = [];
  const heard = (line: string) => void lines.push(`${line}\n`);
  const log = vi.spyOn(console, 'log').mockImplementation(heard);
  const error = vi.spyOn(console, 'error').mockImplementation(heard);
  try {
    return { code: await runCommand(args), says: lines.join('') };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}

/** The same, as an author starts it. */
function start(...args: string[]): { code: number | null; says: string } {
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'src/entry/cli/scenario.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { code: done.status, says: done.stdout + done.stderr };
}

describe('the command line, started by an author,', () => {
  it.each([
    [0, ['check', `${EXAMPLES}/broken/base.scenario.json`], 'lawful'],
    [1, ['check', `${EXAMPLES}/broken/loop.scenario.json`], 'loop'],
    [2, ['forecast'], 'Usage:'],
  ])('gives the exit code %i', { timeout: 30_000 }, (code, args, sentence) => {
    const done = start(...args);
    expect(done.code).toBe(code);
    expect(done.says).toContain(sentence);
  });
});

describe('check', () => {
  it('states the contents of a valid file', async () => {
    const { code, says } = await run('check', `${EXAMPLES}/broken/base.scenario.json`);
    expect(code).toBe(0);
    expect(says).toContain('lawful: 3 questions, 6 answers, 3 endings, 1 quotation from 1 source');
  });

  it('names each fault, its place and a suggestion', async () => {
    const { code, says } = await run('check', `${EXAMPLES}/broken/unknown-issue.scenario.json`);
    expect(code).toBe(1);
    for (const part of [
      'unknown-issue',
      'questions[1].when.all[1].not.issue',
      '“window”',
      'add it to “issues”',
    ])
      expect(says).toContain(part);
  });

  it('plays the scenario', async () => {
    const { code, says } = await run('check', `${EXAMPLES}/broken/loop.scenario.json`);
    expect(code).toBe(1);
    expect(says).toContain('loop');
  });

  it('accepts a file that has warnings, and lists them', async () => {
    const { code, says } = await run('check', `${EXAMPLES}/broken/unreachable-ending.scenario.json`);
    expect(code).toBe(0);
    expect(says).toContain('unreachable-ending');
    expect(says).toContain('lawful');
  });

  it('warns of a finding that does not hold over all stories', async () => {
    const file = JSON.parse(readFileSync(`${EXAMPLES}/broken/base.scenario.json`, 'utf8')) as object;
    const claim = { kind: 'count', of: 'endings', equals: 9 };
    const folder = mkdtempSync(join(tmpdir(), 'parley-claims-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'claims.json');
    writeFileSync(
      path,
      JSON.stringify({ ...file, findings: [{ id: 'nine', text: 'Nine endings.', claim }] }),
    );
    const { code, says } = await run('check', path);
    expect(code).toBe(0);
    expect(says).toContain('false-finding');
  });

  it('prints JSON on request', async () => {
    const { code, says } = await run('check', `${EXAMPLES}/broken/bad-code.scenario.json`, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(says)).toMatchObject({ ok: false, problems: [{ code: 'bad-code' }] });
  });
});

describe('quotes', () => {
  const source = `S=${EXAMPLES}/broken/S.txt`;

  it('finds every quotation in its source', async () => {
    const { code, says } = await run('quotes', `${EXAMPLES}/broken/base.scenario.json`, '--source', source);
    expect(code).toBe(0);
    expect(says).toContain('S: 1 quotation checked');
  });

  it('reports a quotation that is not in its source', async () => {
    const { code, says } = await run(
      'quotes',
      `${EXAMPLES}/broken/quote-text.scenario.json`,
      '--source',
      source,
    );
    expect(code).toBe(1);
    expect(says).toContain('quote-mismatch');
  });

  it('names a skipped source', async () => {
    const { code, says } = await run(
      'quotes',
      'seeds/ukraine-2025/scenario.json',
      '--source',
      `M=${EXAMPLES}/broken/S.txt`,
    );
    expect(code).toBe(1);
    expect(says).toContain('L: 19 quotations skipped, no text is given');
  });
});

describe('edition 2 of the first scenario', () => {
  const file = 'seeds/ukraine-2025/scenario.json';

  it('passes `check`, and has facts and a machine', async () => {
    expect(await run('check', file)).toEqual({
      code: 0,
      says: 'lawful: 16 questions, 55 answers, 16 endings, 31 quotations from 2 sources\n',
    });
    expect(JSON.parse((await run('facts', file, '--json')).says)).toMatchObject({
      stories: '6285',
      longest: 11,
    });
    expect(JSON.parse((await run('machine', file)).says)).toEqual(
      JSON.parse(JSON.stringify(machineOf(newest).config)),
    );
  });
});

describe('an invalid command', () => {
  it.each([
    [[], 'Name a command.'],
    [['forecast'], 'There is no command “forecast”.'],
    [['toString'], 'There is no command “toString”.'],
    [['check'], 'Name one scenario file.'],
    [['check', 'nowhere.json'], 'There is no file nowhere.json.'],
    [['check', 'src'], 'src is a folder'],
    [['quotes', `${EXAMPLES}/broken/base.scenario.json`], 'No source is given.'],
    [['quotes', `${EXAMPLES}/broken/base.scenario.json`, '--source', 'S'], 'ID=FILE'],
    [
      ['quotes', `${EXAMPLES}/broken/base.scenario.json`, '--source', `T=${EXAMPLES}/broken/S.txt`],
      'no source “T”',
    ],
  ])('is answered with usage instructions: %j', async (args, sentence) => {
    const { code, says } = await run(...args);
    expect(code).toBe(2);
    expect(says).toContain(sentence);
    expect(says).toContain('Usage:');
  });
});

describe('export', () => {
  const file = `${EXAMPLES}/lawful/wildcatter.scenario.json`;

  it('prints a model for Spin and one for PRISM, with odds', async () => {
    const spin = await run('export', file, '--to', 'promela');
    expect(spin.code).toBe(0);
    expect(spin.says).toContain('active proctype story()');
    const prism = await run(
      'export',
      file,
      '--to',
      'prism',
      '--odds',
      `${EXAMPLES}/weights/wildcatter-nature.json`,
    );
    expect(prism.code).toBe(0);
    expect(prism.says).toContain('41/100 : ');
  });

  it('prints a game of a coalition for PRISM-games', async () => {
    const game = await run(
      'export',
      `${EXAMPLES}/lawful/consent.scenario.json`,
      '--to',
      'prism',
      '--coalition',
      'r+u',
    );
    expect(game.code).toBe(0);
    expect(game.says).toContain('player coalition\n');
    expect(game.says).toContain('[choose_deal__signed] passed & ');
  });

  it.each([
    ['xstate', '"id": "wildcatter"'],
    ['scxml', '<scxml xmlns="http://www.w3.org/2005/07/scxml"'],
    ['mermaid', 'stateDiagram-v2'],
    ['dot', 'digraph "wildcatter" {'],
  ])('prints the machine as %s', async (format, begins) => {
    const { code, says } = await run('export', file, '--to', format);
    expect(code).toBe(0);
    expect(says).toContain(begins);
  });

  it.each([
    [['--to', 'pdf'], 'There is no format “pdf”; there are promela, prism, xstate, scxml, mermaid, dot.'],
    [[], 'Name a format with --to; there are promela, prism, xstate, scxml, mermaid, dot.'],
    [['--to', 'promela', '--odds', 'some.json'], 'Only PRISM has odds.'],
    [['--to', 'promela', '--coalition', 'a'], 'Only PRISM has games: give --coalition with --to prism.'],
    [['--to', 'prism', '--coalition', 'a', '--odds', 'some.json'], 'give --coalition or --odds, not both.'],
    [['--to', 'prism', '--coalition', 'nobody'], 'There is no actor “nobody”; there are '],
  ])('reports what it cannot do: %j', async (args, sentence) => {
    const { code, says } = await run('export', file, ...args);
    expect(code).toBe(2);
    expect(says).toContain(sentence);
  });
});

describe('machine', () => {
  it('prints the configuration of the machine as JSON, as does `export --to xstate`', async () => {
    const file = `${EXAMPLES}/lawful/consent.scenario.json`;
    const { code, says } = await run('machine', file);
    expect(code).toBe(0);
    const consent = EXAMPLE_SCENARIOS.find(({ id }) => id === 'consent') ?? expect.fail('no such example');
    expect(JSON.parse(says)).toEqual(machineOf(consent).config);
    expect((await run('export', file, '--to', 'xstate')).says).toBe(says);
  });

  it('refuses a file with faults', async () => {
    const { code, says } = await run('machine', `${EXAMPLES}/broken/loop.scenario.json`);
    expect(code).toBe(1);
    expect(says).toContain('loop');
  });
});

describe('facts', () => {
  const file = `${EXAMPLES}/lawful/consent.scenario.json`;

  it('prints all facts, with coalitions and odds', async () => {
    const weights = `${EXAMPLES}/weights/consent-leave.json`;
    const { code, says } = await run('facts', file, '--coalition', 'r+u', '--odds', weights, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(says)).toMatchObject({
      stories: '12',
      endings: { peace: { needs: ['r', 'u'], necessary: ['deal.signed'] } },
      power: { 'r+u': { bringAbout: ['war-r', 'war-u'] } },
      odds: { peace: ['5/8', '5/8'] },
    });
  });

  it('starts from the end of a given story', async () => {
    const { says } = await run('facts', file, '--story', 'rb sg', '--json');
    expect(JSON.parse(says)).toMatchObject({
      stories: '3',
      endings: { 'war-r': { stories: '0', shortest: null } },
    });
  });

  it.each([
    ['a coalition of unknown actors', ['--coalition', 'r+zz'], 'There is no actor “zz”'],
    ['a story that cannot be played', ['--story', 'rb sg au'], '“au” cannot be given there'],
    ['weights that are not there', ['--odds', 'nowhere.json'], 'There is no file nowhere.json'],
    ['weights that are a scenario', ['--odds', file], 'There is no question “format”'],
  ])('reports the fault in %s', async (_, args, sentence) => {
    const { code, says } = await run('facts', file, ...args);
    expect(code).toBe(2);
    expect(says).toContain(sentence);
  });
});

describe('a file from another author', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-files-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const written = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const OBEYED = /(?!\n)\p{Cc}|[\u202a-\u202e]/u;

  it('prints no control characters to a terminal, as text and as JSON', async () => {
    const evil = '\u001b[2J\u009b31m\u202e';
    const file = written(
      'evil.json',
      baseWith((file) => {
        file.title = `Title ${evil}`;
        Object.assign(file.issues[0] ?? {}, { id: `issue${evil}` });
        Object.assign(file, { [`notise${evil}`]: 1 });
      }),
    );
    for (const args of [
      ['check', file],
      ['check', file, '--json'],
      ['quotes', file, '--source', `S=${EXAMPLES}/broken/S.txt`],
      ['facts', file, '--json'],
    ]) {
      const { code, says } = await run(...args);
      expect(code).toBe(1);
      expect(says).toMatch(/\\u/);
      expect(says).not.toMatch(OBEYED);
    }
  });

  it('with weights that are no JSON, or too deeply nested, is answered with a sentence', async () => {
    const weights = [written('not.json', '{"\u001b[2J'), written('deep.json', '['.repeat(100_000))];
    for (const file of weights) {
      const { code, says } = await run(
        'facts',
        `${EXAMPLES}/lawful/wildcatter.scenario.json`,
        '--odds',
        file,
        '--json',
      );
      expect(code).toBe(2);
      expect(says).not.toMatch(OBEYED);
      expect(says).not.toContain('    at ');
    }
  });

  it('that is too large is checked, and a sentence says that it has no facts and no picture', async () => {
    const file = written('large.json', JSON.stringify(serialise(lattice(19))));
    const checked = await run('check', file);
    expect(checked.code).toBe(0);
    expect(checked.says).toContain('more than 1,000,000');
    for (const args of [
      ['facts', file, '--json'],
      ['export', file, '--to', 'dot'],
    ]) {
      const { code, says } = await run(...args);
      expect(code).toBe(1);
      expect(says.trim()).toMatch(
        /^large\.json has more situations than the program can visit, so it cannot work out .*\. Ask .*\.$/,
      );
    }
  });
});
