/** Global set-up of the journeys: builds the site once, and serves it on a free port. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

/** The address of the site's folder, with its last slash, and where its files are; or why there is no site. */
type Site =
  | { readonly ok: true; readonly address: string; readonly folder: string }
  | { readonly ok: false; readonly problem: string };

declare module 'vitest' {
  interface ProvidedContext {
    site: Site;
    /** The path of the browser to drive. */
    browser: string;
  }
}

export default async function site(project: TestProject): Promise<() => Promise<void>> {
  const { root } = project.config;
  const outDir = await mkdtemp(join(tmpdir(), 'parley-site-'));
  const remove = () => rm(outDir, { recursive: true, force: true });

  const problem = await build(root, outDir);
  if (problem !== null) {
    // Thrown from here, it would keep every test from running, those without a site as well.
    project.provide('site', { ok: false, problem });
    return remove;
  }
  const server = await preview({
    root,
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, open: false },
  });
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('vite preview has started and says no address.');
  project.provide('site', { ok: true, address, folder: outDir });
  return async () => {
    await server.close();
    await remove();
  };
}

/** Null, or what the build said when it failed. */
function build(root: string, outDir: string): Promise<string | null> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  // In a process of its own, since Vitest's marks on this one would make it a build for development.
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' };
  delete env.VITEST;
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, env }, (error, stdout, stderr) => {
      const [said] = `${stdout}${stderr || error?.message}`.split('\n    at ');
      resolve(error === null ? null : `The site does not build.\n${said}`);
    });
  });
}
