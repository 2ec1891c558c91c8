/** Reads saved files with independent programs. */
import { spawnSync } from 'node:child_process';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import type { Browser } from 'playwright';

/** The parts of a document in which something could run, be asked for, or lead elsewhere than to the web. */
export interface Parsed {
  /** What is wrong with it as XML; empty for HTML, which has no such thing. */
  readonly wrong: string;
  readonly elements: readonly string[];
  readonly active: readonly string[];
}

/** Has `browser` parse `text` in an empty page, without running or fetching anything. */
export async function parsed(
  browser: Browser,
  text: string,
  type: 'text/html' | 'application/xml',
): Promise<Parsed> {
  const page = await browser.newPage();
  const found = await page.evaluate(
    ([text, type]) => {
      const found = new DOMParser().parseFromString(text, type);
      const all = [...found.querySelectorAll('*')];
      const leads = /^(href|src|action|data|formaction)$/;
      return {
        wrong: found.querySelector('parsererror')?.textContent ?? '',
        elements: [...new Set(all.map(({ localName }) => localName))],
        active: all.flatMap((element) =>
          [...element.attributes]
            .filter(
              ({ localName, value }) =>
                /^on|^srcdoc$/i.test(localName) ||
                (leads.test(localName) && !/^(https?:|data:,|data:image|[\w./-]*(#|$))/.test(value)),
            )
            .map(({ name, value }) => `${element.localName} ${name}="${value}"`),
        ),
      };
    },
    [text, type] as const,
  );
  await page.close();
  return found;
}

/** The title of each entry that citation-js finds in `document`. */
export const titlesByCitationJs = (document: string, forceType: string): unknown[] =>
  new Cite(document, { forceType }).data.map(({ title }) => title);

export const hasBibutils = ['bib2xml', 'ris2xml'].every(
  (program) => spawnSync(program, ['-h']).error === undefined,
);

/** The MODS, an XML, that bibutils makes of `document`. */
export function byBibutils(program: 'bib2xml' | 'ris2xml', document: string): string {
  const { status, stdout } = spawnSync(program, ['-i', 'unicode', '-un', '-nt'], {
    input: document,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}.`);
  return stdout;
}

const UNZIP = `import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as found:
    print(json.dumps([found.testzip(), [entry.filename for entry in found.infolist()],
        {entry.filename: found.read(entry).decode() for entry in found.infolist()}]))`;

export const hasPython = spawnSync('python3', ['-c', 'import zipfile']).status === 0;

/** What Python reads in the zip file at `path`: the first damaged entry, the names in order, and the texts by name. */
export function unzipped(path: string): [string | null, string[], Record<string, string>] {
  const done = spawnSync('python3', ['-c', UNZIP, path], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout) as [string | null, string[], Record<string, string>];
}
