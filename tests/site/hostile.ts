/** Builds the site with a hostile scenario in the place of its own: `tsx hostile.ts FOLDER`. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { hostileScenario } from '../support/hostile.ts';

const root = join(import.meta.dirname, '../..');
const [outDir = ''] = process.argv.slice(2);

// The scenario is read by several builds at once, so the project stands once more with another file in its place.
const project = mkdtempSync(join(tmpdir(), 'parley-hostile-'));
try {
  for (const name of [
    'src',
    'public',
    'seeds',
    'index.html',
    'package.json',
    'tsconfig.json',
    'LICENSE',
    'vite.config.ts',
  ])
    cpSync(join(root, name), join(project, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
  const file = join(project, 'seeds/ukraine-2025/scenario.json');
  writeFileSync(file, hostileScenario(readFileSync(file, 'utf8')));
  process.chdir(project);
  await build({
    root: project,
    configFile: join(project, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });
} finally {
  process.chdir(root);
  rmSync(project, { recursive: true, force: true });
}
