/** On a site with a newer edition, does a link made for the older one say what changed, and open what it opened then? */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'playwright/test';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe } from 'vitest';
import { BARE, encodeLink } from '../../src/codec/link.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { answer, walk } from '../support/real.ts';
import { test } from './page.ts';
import { labels, steps } from './reader.ts';

const project = join(import.meta.dirname, '../..');
const story = walk('W3');
let root = '';
let server: PreviewServer | null = null;
let address = '';

/** The project as it would be with another edition: one answer reworded, one with another code, one gone from a walk’s way. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'parley-editions-'));
  for (const part of [
    'src',
    'seeds',
    'public',
    'index.html',
    'vite.config.ts',
    'tsconfig.json',
    'package.json',
    'LICENSE',
  ])
    await cp(join(project, part), join(root, part), { recursive: true });
  await symlink(join(project, 'node_modules'), join(root, 'node_modules'));
  const seeds = join(root, 'seeds/ukraine-2025');
  const now = JSON.parse(await readFile(join(seeds, 'scenario.json'), 'utf8')) as ScenarioFile;
  await rename(join(seeds, 'scenario.json'), join(seeds, 'edition-1.json'));
  const changed = JSON.stringify({ ...now, edition: 2, renamed: [{ from: 'nx', to: 'n9' }] })
    .replaceAll('"nx"', '"n9"')
    .replace('{"from":"n9"', '{"from":"nx"')
    .replace(answer('yx').label, 'Reworded for the second edition');
  await writeFile(join(seeds, 'scenario.json'), changed);
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' };
  delete env.VITEST;
  const vite = join(project, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, env });
  server = await preview({
    root,
    configFile: false,
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port: 0, open: false },
  });
  address = server.resolvedUrls?.local[0] ?? '';
});

afterAll(async () => {
  await server?.close();
  await rm(root, { recursive: true, force: true });
});

describe('a link made for the first edition, where the second is shown', () => {
  const link = `#${encodeLink({ ...BARE, edition: 1, story })}`;
  const then = story.map((code) => answer(code).label);

  test('is told in full, with a receipt of what was reworded', async ({ open }) => {
    const page = await open('', { baseURL: address });
    await page.goto(address + link);
    await expect(steps(page)).toHaveCount(story.length);
    const note = page.getByRole('status').filter({ hasText: 'It was made for edition 1' });
    await expect(note).toContainText('Step 3: reworded.');
    await expect(note).toContainText(`said then: ${answer('yx').label}`);
    await expect(note).toContainText('Steps 1 to 2: as then.');
    expect((await labels(page))[2]).toBe('Reworded for the second edition');
  });

  test('opens on its own edition when asked, which says what it is and leads back', async ({ open }) => {
    const page = await open('', { baseURL: address });
    await page.goto(address + link);
    await page.getByRole('button', { name: 'View edition 1' }).click();
    const banner = page.getByRole('region', { name: 'Which edition this is' });
    await expect(banner).toContainText('This is edition 1 of this map');
    expect(await labels(page)).toEqual(then);
    await page.getByRole('button', { name: 'Back to the newest edition' }).click();
    await expect(banner).toHaveCount(0);
    expect((await labels(page))[2]).toBe('Reworded for the second edition');
  });
});
