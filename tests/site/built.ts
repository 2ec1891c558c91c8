/**
 * Runs a build script of the tests in a separate process, because the environment of Vitest would make it a
 * development build. Returns the folder of the result.
 */
import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Runs `script`, relative to this folder, with the path of a new folder, and with `more` in its environment. */
export async function built(script: string, more: NodeJS.ProcessEnv = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-built-'));
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', ...more };
  delete env.VITEST;
  await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, script), folder],
    { env },
  );
  return folder;
}
