/**
 * Collects everything that leaves a page while a reader, a teacher and a student use it: what is copied, saved, shown
 * and linked.
 */
import { strFromU8, unzipSync } from 'fflate';
import type { Frame, Page } from 'playwright';
import { expect } from 'playwright/test';
import decodeQR from 'qr/decode.js';
import { EMPTY_LINK, encodeLink } from '../../src/codec/link.ts';
import { encodeLesson, encodeWork, fingerprint } from '../../src/codec/lesson.ts';
import { EMPTY, type Lesson } from '../../src/lesson/lesson.ts';
import { newest } from '../support/real.ts';
import { answer, walk } from './reader.ts';

export type Place = Page | Frame;

/** Something that left the page: by which way, and its text. */
export interface Left {
  readonly way: string;
  readonly text: string;
}

/** A lesson that asks for words only, so that every file of its story can be taken along. */
export const lesson: Lesson = {
  ...EMPTY,
  title: 'A pause',
  tasks: [{ kind: 'text', at: 'start', prompt: 'What do you expect?' }],
};

interface Watched {
  readonly passedOn: { readonly way: string; readonly text: string; readonly bytes?: string }[];
}

/** Has `place` write down what it copies and saves, instead of the clipboard. */
export const watch = (place: Place): Promise<void> =>
  place.evaluate(() => {
    const passedOn: { way: string; text: string; bytes?: string }[] = [];
    Object.assign(window, { passedOn });
    navigator.clipboard.writeText = (text) => {
      passedOn.push({ way: 'clipboard', text });
      return Promise.resolve();
    };
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      void blob.arrayBuffer().then((buffer) => {
        let bytes = '';
        for (const byte of new Uint8Array(buffer)) bytes += String.fromCharCode(byte);
        passedOn.push({ way: blob.type, text: '', bytes: btoa(bytes) });
      });
      return make(blob);
    };
  });

const count = (place: Place): Promise<number> =>
  place.evaluate(() => (window as unknown as Watched).passedOn.length);

/** Does `act` and waits until that has made `more` things leave the page. */
async function leaving(place: Place, act: () => Promise<unknown>, more = 1): Promise<void> {
  const before = await count(place);
  await act();
  await expect.poll(() => count(place), { timeout: 20_000 }).toBe(before + more);
}

/** What `place` has written down by now; of a zip file every entry. */
export async function written(place: Place): Promise<Left[]> {
  const all = await place.evaluate(() => (window as unknown as Watched).passedOn);
  return all.flatMap(({ way, text, bytes }) => {
    if (bytes === undefined) return [{ way, text }];
    const file = Buffer.from(bytes, 'base64');
    if (way !== 'application/zip') return [{ way, text: file.toString('utf8') }];
    return Object.entries(unzipSync(file)).map(([name, entry]) => ({
      way: `zip: ${name}`,
      text: strFromU8(entry),
    }));
  });
}

/** What stands in the document: words, values, every attribute, the title, and what the browser’s history holds. */
export async function shown(place: Place): Promise<Left[]> {
  const parts = await place.evaluate(() => {
    const found: [string, string][] = [
      ['title', document.title],
      ['history', JSON.stringify(history.state)],
      ['words', document.body.innerText],
    ];
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) found.push([`${element.localName} ${name}`, value]);
      if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)
        found.push([`${element.localName} value`, element.value]);
    }
    return found;
  });
  const squares = await place
    .locator('svg[aria-label^="QR code"] path')
    .evaluateAll((paths) => paths.map((path) => path.getAttribute('d') ?? ''));
  return [
    ...parts.map(([way, text]) => ({ way, text })),
    ...squares.map((path) => ({ way: 'QR code', text: readSquare(path) })),
  ];
}

/** The text of a QR code, drawn as a path of runs of one unit each. */
function readSquare(path: string): string {
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) =>
    [x, y, length].map(Number),
  );
  const [scale, quiet] = [4, 4];
  const size = Math.max(...runs.map(([x = 0, , length = 0]) => x + length));
  const side = (size + 2 * quiet) * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [x = 0, y = 0, length = 0] of runs)
    for (let row = (y + quiet) * scale; row < (y + quiet + 1) * scale; row++)
      for (let column = (x + quiet) * scale; column < (x + quiet + length) * scale; column++)
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
  return decodeQR({ width: side, height: side, data });
}

const button = (place: Place, name: string | RegExp) => place.getByRole('button', { name, exact: true });

/** Takes two steps of a story, and takes it along in every form there is. */
export async function takeStory(place: Place): Promise<Left[]> {
  for (const code of walk('W3').slice(0, 2))
    await place
      .getByRole('button', { name: answer(code).label })
      .first()
      .click();
  await expect(place.locator('li.step')).toHaveCount(2);
  const share = button(place, 'Share');
  // In a lesson its place in the bar is that of handing in.
  if (!(await share.isVisible())) return shown(place);
  await share.click();
  await leaving(place, () => button(place, 'Copy link').click());
  await expect(place.getByText(/clipboard/).first()).toBeAttached();
  await button(place, 'Save or print').first().click();
  const dialog = place.getByRole('dialog', { name: 'Save or print' });
  await expect(dialog.getByText(/^\d+ sections?$/)).toBeVisible();
  for (const name of [
    /^Markdown/,
    /^CSV/,
    /^JSON/,
    /^BibTeX/,
    /^RIS/,
    /^CSL-JSON/,
    /^SVG.*wide picture$/,
    /^SVG.*map$/,
  ])
    await leaving(place, () => dialog.getByRole('button', { name }).click());
  for (const name of [
    /^PNG.*wide picture$/,
    /^PNG.*map$/,
    'Copy as references',
    'Copy as notes',
    'Save the book',
  ])
    await leaving(place, () => dialog.getByRole('button', { name }).click());
  await dialog.getByRole('button', { name: 'Close' }).click();
  const seen = await shown(place);

  await go(place, { story: walk('W3').slice(0, 2), view: 'writers' });
  await place.getByRole('heading', { level: 1, name: 'Put this map in your article' }).waitFor();
  const codes = await shown(place);
  return [...seen, ...codes];
}

/** Opens the link that `parts` makes, as one that is pressed on the page. */
async function go(place: Place, parts: Partial<Parameters<typeof encodeLink>[0]>): Promise<void> {
  const link = encodeLink({ ...EMPTY_LINK, edition: newest.edition, ...parts });
  await place.evaluate((link) => {
    location.hash = link;
  }, link);
}

/** Gives a lesson out in every way there is; `links` says whether it can be by link. */
export async function giveOut(place: Place, links: boolean, packages: boolean): Promise<Left[]> {
  await go(place, { lesson: encodeLesson(lesson), view: 'teach' });
  await place.getByRole('heading', { name: 'Make a lesson' }).waitFor();
  const out = place.getByRole('region', { name: 'Give it out' });
  if (links) {
    await leaving(place, () => out.getByRole('button', { name: 'Copy link' }).click());
    await out.getByRole('button', { name: 'QR code' }).click();
  } else await expect(out.getByText('This page was opened from a file')).toBeVisible();
  await leaving(place, () => out.getByRole('button', { name: 'Save as a file' }).click());
  await out.getByText('A numbered book of this lesson').click();
  await leaving(place, () => out.getByRole('button', { name: 'Save the book' }).click());
  await out.getByText('For a learning platform').click();
  if (packages)
    for (const name of ['SCORM 1.2 package', 'xAPI package', 'Common Cartridge link'])
      await leaving(place, () => out.getByRole('button', { name }).click());
  return shown(place);
}

/** Hands in what was done in the lesson, in every way there is. */
export async function handIn(place: Place): Promise<Left[]> {
  const replies = new Map([[0, 'A pause.']]);
  await go(place, {
    story: walk('W3').slice(0, 2),
    lesson: encodeLesson(lesson),
    work: encodeWork({ lesson: fingerprint(lesson), story: [], replies, label: 'Blue 7' }),
    view: 'hand-in',
  });
  const give = place.getByRole('region', { name: 'Give it to your teacher' });
  await give.waitFor();
  await leaving(place, () => give.getByRole('button', { name: 'Copy link' }).click());
  await leaving(place, () => give.getByRole('button', { name: 'Copy as text' }).click());
  await leaving(place, () => give.getByRole('button', { name: 'Save as a file' }).click());
  await give.getByRole('button', { name: 'QR code' }).click();
  return shown(place);
}

/** Gathers `pasted` as a class, and takes that along in every form; what is shown is what was pasted. */
export async function takeClass(place: Place, pasted: string): Promise<void> {
  await go(place, { view: 'class' });
  await place.getByLabel('Paste the links here').fill(pasted);
  await button(place, 'Collect the links').click();
  const take = place.getByRole('region', { name: 'Save or print' });
  for (const name of ['Table (CSV)', 'Data (JSON)', 'Map as SVG', 'Map as PNG'])
    await leaving(place, () => take.getByRole('button', { name }).click());
}

/** Saves the reader’s own stories as a file. */
export async function takeStories(place: Place): Promise<Left[]> {
  await go(place, { view: 'stories' });
  await leaving(place, () => button(place, 'Save as a file').click());
  return shown(place);
}

/** Every address with a link of the map in it, in all that left; not those from one view of the page to another. */
export const linksIn = (left: readonly Left[]): string[] =>
  left
    .flatMap(({ way, text }) => (way === 'a href' && text.startsWith('#') ? [] : [text]))
    .flatMap((text) => text.match(/[^\s"'<>`(=]*#1\.[A-Za-z0-9._~-]+/g) ?? []);
