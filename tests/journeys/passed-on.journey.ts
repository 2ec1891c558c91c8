/**
 * Tests that no part of the page’s address but the story is passed on. A mark stands in every part of the address
 * that is the reader’s own (the query, the launch of a learning platform, the folders of a disk) and is searched for
 * in all that is copied, saved, shown, linked and sent.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, describe, inject } from 'vitest';
import { EMPTY_LINK, encodeLink } from '../../src/codec/link.ts';
import { packedPage } from '../../src/lms/package.ts';
import type { Packed } from '../../src/lms/packed.ts';
import { newest } from '../support/real.ts';
import { host } from '../site/server.ts';
import { test } from './page.ts';
import { answer, linkTo, walk } from './reader.ts';
import {
  giveOut,
  handIn,
  lesson,
  linksIn,
  shown,
  takeClass,
  takeStories,
  takeStory,
  watch,
  written,
  type Left,
} from './passed-on.ts';

const site = inject('site');
const [siteAddress, siteFolder] = site.ok ? [site.address, site.folder] : ['', ''];
const MARK = 'Xq7vUnmistakable';
const QUERY = new URLSearchParams({
  token: `${MARK}1`,
  session: `${MARK}2`,
  fbclid: `${MARK}3`,
  utm_source: `${MARK}4`,
}).toString();

/** The first two steps of a story. */
const FIRST = walk('W3').slice(0, 2);
const folder = mkdtempSync(join(tmpdir(), 'parley-passed-on-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What of `left` holds the mark: by which way, and the words around it. */
const marked = (left: readonly Left[]) =>
  left
    .filter(({ text }) => text.includes(MARK))
    .map(
      ({ way, text }) =>
        `${way}: ${text.slice(Math.max(0, text.indexOf(MARK) - 60), text.indexOf(MARK) + 30)}`,
    );

const times = (left: readonly Left[], way: RegExp) => left.filter((one) => way.test(one.way)).length;

/** Every link in what left begins with `home`, or is of the embed beside it, and there are some. */
function allBeginWith(home: string, left: readonly Left[]): void {
  const links = linksIn(left);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !link.replace('/embed.html#', '/#').startsWith(`${home}#1.`))).toEqual([]);
}

/** What students paste who had their links from a page that still passed its query on. */
const pasted = ['W1', 'W2']
  .map((id) => `${siteAddress}?token=${MARK}${linkTo(walk(id).slice(0, 2))}`)
  .join('\n');

describe('the address of a page on the site', () => {
  test('passes nothing of the query on, and loses it in the address bar', async ({ open }) => {
    const page = await open(`?${QUERY}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(page.url()).toBe(siteAddress);
    await watch(page);
    const left = [
      ...(await takeStory(page)),
      ...(await takeStories(page)),
      ...(await giveOut(page, true, true)),
      ...(await handIn(page)),
    ];
    await takeClass(page, pasted);
    left.push(...(await written(page)));
    expect(marked(left)).toEqual([]);
    allBeginWith(siteAddress, left);
    expect(times(left, /^clipboard/)).toBe(6);
    expect(times(left, /^zip: /)).toBe(6);
    expect(times(left, /^image\/png/)).toBe(3);
    expect(left.filter(({ way }) => way === 'QR code').map(({ text }) => text.split('#')[0])).toEqual(
      expect.arrayContaining([siteAddress]),
    );
    expect(left.some(({ text }) => text.startsWith('https://classroom.google.com/share?url=http'))).toBe(
      true,
    );
    expect(page.url()).not.toContain(MARK);
  });

  test('opens a link in ?p= and drops the rest of the query; only a damaged link stays in the address', async ({
    open,
  }) => {
    const link = linkTo(walk('W3').slice(0, 2)).slice(1);
    const page = await open(`?${QUERY}&p=${link}`);
    await expect(page.locator('li.step')).toHaveCount(2);
    expect(page.url()).toBe(`${siteAddress}#${link}`);
    const damaged = await open(`?${QUERY}&p=${link}x`);
    await damaged.getByText('This link is damaged').waitFor();
    expect(damaged.url()).toBe(`${siteAddress}?p=${link}x`);
  });

  test('keeps the query in a frame for a reload, but passes nothing of it on', async ({
    open,
    onTestFinished,
  }) => {
    const served = await host(siteFolder);
    onTestFinished(served.close);
    served.instead.set(
      'host.html',
      `<!doctype html><link rel="icon" href="data:,"><iframe src="./?${QUERY}" width="1200" height="900"></iframe>`,
    );
    const page = await open(`${served.address}host.html`, { viewport });
    const frame = await framed(page);
    await watch(frame);
    const left = [...(await takeStory(frame)), ...(await written(frame))];
    expect(frame.url()).toContain(QUERY);
    expect(marked(left)).toEqual([]);
    allBeginWith(served.address, left);
  });

  test.for(['', 'W3.html'])('has its query in no link of a page to read (%s)', async (file, { open }) => {
    const page = await open(`${newest.id}/${file}?${QUERY}`);
    expect(marked(await shown(page))).toEqual([]);
  });
});

/** Holds the frame whole. */
const viewport = { width: 1280, height: 1000 };

/** The frame of `page`, once something stands in it. */
async function framed(page: Page): Promise<Frame> {
  await expect.poll(() => page.frames().length).toBe(2);
  const frame = page.frames()[1];
  if (!frame) throw new Error('The page has no frame.');
  await frame.locator('h1').first().waitFor();
  return frame;
}

const wholeFile = () => readFileSync(join(siteFolder, 'parley.html'), 'utf8');
const lessonAt = (home: string, by: Packed['by']): Packed => ({
  by,
  lesson,
  edition: newest.edition,
  address: `${home}#1.${newest.edition}`,
});

describe('a package in a learning platform', () => {
  test('as SCORM passes on nothing of the launch, nor of the address where the package was made', async ({
    open,
    onTestFinished,
  }) => {
    const served = await host(folder);
    onTestFinished(served.close);
    served.instead.set(
      'parley.html',
      packedPage(lessonAt(`${siteAddress}?token=${MARK}`, 'scorm'), wholeFile()),
    );
    const launch = `${QUERY}&email=${MARK}%40example.org&AICC_SID=${MARK}&AICC_URL=https%3A%2F%2Flms.example%2F${MARK}`;
    served.instead.set(
      'lms.html',
      `<!doctype html><link rel="icon" href="data:,"><script>
const sets = [];
const api = { LMSInitialize: () => 'true', LMSGetValue: () => '', LMSCommit: () => 'true', LMSFinish: () => 'true', LMSGetLastError: () => '0' };
window.API = { ...api, LMSSetValue: (name, value) => { sets.push(name + ' ' + value); return 'true'; } };
</script><iframe src="parley.html?${launch}" width="1200" height="900"></iframe>`,
    );
    const page = await open(`${served.address}lms.html`, { viewport });
    const frame = await framed(page);
    await watch(frame);
    const left = [
      ...(await takeStory(frame)),
      ...(await handIn(frame)),
      ...(await giveOut(frame, true, false)),
      ...(await written(frame)),
    ].filter(({ way }) => way !== 'meta content');
    expect(frame.url()).toContain(launch);
    expect(marked(left)).toEqual([]);
    allBeginWith(siteAddress, left);
    const sets = await page.evaluate('sets');
    expect(JSON.stringify(sets)).toContain('cmi.suspend_data');
    expect(JSON.stringify(sets)).not.toContain(MARK);
  });

  test('as xAPI passes on only the student’s name, to the store that the launch names', async ({
    open,
    onTestFinished,
  }) => {
    const served = await host(folder);
    onTestFinished(served.close);
    served.instead.set('parley.html', packedPage(lessonAt(siteAddress, 'xapi'), wholeFile()));
    const launch = new URLSearchParams({
      endpoint: `https://lrs.example/${MARK}/`,
      auth: `Basic ${MARK}`,
      actor: JSON.stringify({ name: [MARK], mbox: [`mailto:${MARK}@example.org`] }),
      registration: '3b241101-e2bb-4255-8caf-4136c566a962',
      activity_id: `https://lms.example/${MARK}`,
      grouping: MARK,
      content_token: MARK,
    });
    served.instead.set('empty.html', '<!doctype html><link rel="icon" href="data:,"><title>Empty</title>');
    const page = await open(`${served.address}empty.html`, {
      expected: [/request to another host: https:\/\/lrs\.example\//, /404/],
    });
    const statements: string[] = [];
    await page.context().route('https://lrs.example/**', (route) => {
      const headers = {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'authorization,content-type,x-experience-api-version',
        'access-control-allow-methods': 'GET,PUT,POST',
      };
      const body = route.request().postData();
      if (body) statements.push(body);
      return route.fulfill({
        status: route.request().method() === 'GET' ? 404 : 200,
        headers,
        body: '["1"]',
      });
    });
    await page.goto(`${served.address}parley.html?${launch.toString()}`);
    await page.getByText('The record store at lrs.example keeps').waitFor();
    await watch(page);
    const left = [
      ...(await takeStory(page)),
      ...(await handIn(page)),
      ...(await giveOut(page, true, false)),
      ...(await written(page)),
    ];
    expect(new URL(page.url()).search.slice(1)).toBe(launch.toString());
    expect(marked(left)).toEqual([]);
    allBeginWith(siteAddress, left);
    // The platform receives the student as it named them, and nothing else of its launch.
    expect(statements.length).toBeGreaterThan(1);
    const told = statements.map((text) => {
      const { actor, ...rest } = JSON.parse(text) as Record<string, unknown>;
      void actor;
      return { way: 'statement', text: JSON.stringify(rest) };
    });
    expect(marked(told)).toEqual([]);
  });
});

describe('a file on a disk', () => {
  test('passes on neither its folders nor its query; a link consists of the fragment only', async ({
    open,
  }) => {
    const home = join(folder, `Ann ${MARK}`);
    mkdirSync(home);
    copyFileSync(join(siteFolder, 'parley.html'), join(home, 'parley.html'));
    const page = await open(`${pathToFileURL(join(home, 'parley.html')).href}?${QUERY}`);
    await watch(page);
    const left = [...(await takeStory(page))];
    left.push(...(await takeStories(page)), ...(await giveOut(page, false, false)), ...(await handIn(page)));
    await takeClass(page, pasted);
    left.push(...(await written(page)));
    expect(marked(left)).toEqual([]);
    expect(left.filter(({ text }) => text.includes('file://')).map(({ way }) => way)).toEqual([]);
    allBeginWith('', left);
    expect(times(left, /^clipboard/)).toBe(5);
    expect(left.some(({ way, text }) => way === 'clipboard' && /^#1\./.test(text))).toBe(true);
    expect(left.some(({ way, text }) => way === 'QR code' && /^#1\./.test(text))).toBe(true);
  });

  test('with an embed neither sends nor shows its location to the page around it', async ({ open }) => {
    const home = join(folder, `Embed ${MARK}`);
    mkdirSync(home);
    copyFileSync(join(siteFolder, 'embed.html'), join(home, 'embed.html'));
    const page = await open(`${pathToFileURL(join(home, 'embed.html')).href}?${QUERY}`);
    await page.locator('html[data-ready]').waitFor();
    await page.getByRole('button', { name: answer(FIRST[0] ?? '').label }).click();
    const left = await shown(page);
    expect(marked(left)).toEqual([]);
    expect(left.filter(({ text }) => text.includes('file://'))).toEqual([]);
    await expect(page.locator('footer')).toContainText(linkTo(FIRST.slice(0, 1)));
  });
});

describe('an embed', () => {
  const STORY = FIRST;
  const text = (story: readonly string[]) => encodeLink({ ...EMPTY_LINK, edition: newest.edition, story });

  test('sends its height and its given address, but no step of the reader, to a page that has not said hello', async ({
    open,
    onTestFinished,
  }) => {
    const served = await host(siteFolder);
    onTestFinished(served.close);
    const given = `embed.html?theme=light&token=${MARK}#${text(FIRST.slice(0, 1))}`;
    served.instead.set(
      'host.html',
      `<!doctype html><link rel="icon" href="data:,"><script>
const heard = [];
addEventListener('message', ({ data }) => heard.push(typeof data === 'string' ? data : JSON.stringify(data)));
</script><iframe src="${given}" width="700" height="900"></iframe>`,
    );
    const page = await open(`${served.address}host.html`);
    const heard = () => page.evaluate<string[]>('heard');
    const frame = await framed(page);
    await frame.locator('html[data-ready]').waitFor();
    const before = (await heard()).length;
    await frame.getByRole('button', { name: answer(FIRST[1] ?? '').label }).click();
    await expect.poll(() => frame.url()).toContain(text(STORY));
    await expect.poll(async () => (await heard()).length).toBeGreaterThan(before);
    // Loaded again, its live address holds the story of the reader.
    const again = (await heard()).length;
    await frame.evaluate(() => location.reload());
    await expect.poll(async () => (await heard()).length).toBeGreaterThan(again);
    await frame.locator('html[data-ready]').waitFor();

    const all = await heard();
    expect(all.filter((message) => message.includes(text(STORY)))).toEqual([]);
    const embedly = all.filter((message) => message.includes('iframe.resize'));
    expect(embedly.length).toBeGreaterThan(2);
    for (const message of embedly)
      expect((JSON.parse(message) as { src: string }).src).toBe(`${served.address}${given}`);
    expect(all.filter((message) => message.includes(MARK) && !embedly.includes(message))).toEqual([]);
    expect(all.filter((message) => /"type":"(step|ending)"/.test(message))).toEqual([]);

    // What the browser’s history remembers of the frame is the frame’s own, as its address is.
    const left = (await shown(frame)).filter(({ way }) => way !== 'history');
    expect(marked(left)).toEqual([]);
    expect(await frame.locator('.onward').getAttribute('href')).toBe(`${served.address}#${text(STORY)}`);
  });

  test('as a web component links to the site without the query of the page or of its script', async ({
    open,
    onTestFinished,
  }) => {
    const served = await host(siteFolder);
    onTestFinished(served.close);
    served.instead.set(
      'host.html',
      `<!doctype html><link rel="icon" href="data:,"><h1>A page</h1><script type="module" src="element.js?version=${MARK}"></script><parley-scenario scenario="${newest.id}" story="${FIRST[0]}"></parley-scenario>`,
    );
    const page = await open(`${served.address}host.html?${QUERY}`);
    await expect(page.locator('.onward')).toHaveAttribute(
      'href',
      `${served.address}#${text(FIRST.slice(0, 1))}`,
    );
  });
});
