/** Tests that a lesson runs inside a learning platform: launched, interrupted, resumed, completed, within its storage limit. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Frame, Page } from 'playwright';
import { expect } from 'playwright/test';
import { afterAll, describe, inject } from 'vitest';
import { decodeWork, encodeLesson, fingerprint } from '../../src/codec/lesson.ts';
import { LONGEST_SUSPENDED, resume } from '../../src/lms/suspend.ts';
import { EMPTY_LINK, encodeLink, findLink } from '../../src/codec/link.ts';
import { EMPTY, type Lesson } from '../../src/lesson/lesson.ts';
import { newest } from '../support/real.ts';
import { host } from '../site/server.ts';
import { test, type Open } from './page.ts';
import { answer, choice, walk } from './reader.ts';

const site = inject('site');
const siteAddress = site.ok ? site.address : '';
const folders: string[] = [];
const folder = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'parley-platform-')));
  return folders.at(-1) ?? '';
};
afterAll(() => folders.forEach((one) => rmSync(one, { recursive: true, force: true })));

/** A poll interval: these checks do not load the page. */
const OFTEN = { intervals: [10] };

const story = walk('W3');
const lesson: Lesson = {
  ...EMPTY,
  title: 'Guns & “words” <first>',
  intro: 'Read M-03 first.',
  tasks: [
    { kind: 'text', at: 'start', prompt: 'What do you expect?' },
    ...Array.from({ length: 19 }, (_, at) => ({
      kind: 'text' as const,
      at: 'start',
      prompt: `Note ${at + 2}`,
    })),
  ],
};

const made = new Map<string, ReturnType<typeof pack>>();
/** What the page makes of `lesson` by the button called `form`: its name and what is in it. It is the same for every test. */
function packed(open: Open, form: string) {
  const file = made.get(form) ?? pack(open, form);
  made.set(form, file);
  return file;
}

async function pack(open: Open, form: string) {
  const link = encodeLink({
    ...EMPTY_LINK,
    edition: newest.edition,
    story: lesson.story,
    lesson: encodeLesson(lesson),
    view: 'teach',
  });
  const page = await open(`#${link}`);
  await page.getByText('For a learning platform').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: form }).click(),
  ]);
  const parts = Object.entries(unzipSync(readFileSync(await download.path())));
  await expect(page.getByText(`${download.suggestedFilename()} is in your downloads.`)).toBeVisible();
  return {
    name: download.suggestedFilename(),
    files: new Map(parts.map(([name, bytes]) => [name, strFromU8(bytes)])),
  };
}

/** What an independent reader, the browser, makes of an XML document: each element that holds no other, and its text. */
async function leaves(browser: Browser, text: string) {
  const page = await browser.newPage();
  const found = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml');
    return [...parsed.querySelectorAll('*')]
      .filter(({ children }) => children.length === 0)
      .map((element) => [element.localName, element.getAttribute('href') ?? element.textContent]);
  }, text);
  await page.close();
  return found;
}

const scormAgain = join(dirname(createRequire(import.meta.url).resolve('scorm-again')), 'scorm12.min.js');

/** What the platform has in store for the student between two visits: scorm-again’s data, as it gives them out. */
type Store = { readonly cmi: { readonly suspend_data: string; readonly core: Record<string, string> } };

/** A small platform around scorm-again: it opens the package in a frame, and keeps what is committed. */
class Lms {
  store: Store | null = null;
  /** Every value that the page has set, by element. */
  readonly sets: [string, string][] = [];
  commits = 0;
  finished = 0;

  constructor(
    readonly address: string,
    readonly open: Open,
  ) {}

  async launch(): Promise<{ page: Page; frame: Frame }> {
    const page = await this.open(`${this.address}lms.html`);
    page.on('console', (message) => {
      const [mark, what, value = ''] = message.text().split('\u0001');
      if (mark !== 'lms') return;
      if (what === 'commit') {
        this.commits += 1;
        this.store = JSON.parse(value) as Store;
      } else if (what === 'finish') this.finished += 1;
      else this.sets.push([what ?? '', value]);
    });
    await page.evaluate(
      (store) => (window as unknown as { launch: (store: unknown) => void }).launch(store),
      this.store,
    );
    await expect.poll(() => page.frames().length, OFTEN).toBe(2);
    const frame = page.frames()[1];
    if (!frame) throw new Error('The platform has no frame.');
    await frame.getByRole('heading', { name: lesson.title }).waitFor();
    return { page, frame };
  }

  longest(): number {
    return Math.max(
      ...this.sets.filter(([name]) => name === 'cmi.suspend_data').map(([, value]) => value.length),
    );
  }
}

const LMS_PAGE = `<!doctype html><link rel="icon" href="data:,"><title>A platform</title>
<script src="scorm12.min.js"></script>
<script>
const tell = (...parts) => console.log(['lms', ...parts].join('\\u0001'));
window.launch = (store) => {
  const api = new Scorm12API({ autocommit: false, logLevel: 5 });
  if (store) api.loadFromJSON(store.cmi, 'cmi');
  api.on('LMSSetValue.cmi.*', (element, value) => tell(element, value));
  api.on('LMSCommit', () => tell('commit', JSON.stringify(api.renderCommitCMI(false))));
  api.on('LMSFinish', () => tell('finish'));
  window.API = api;
  const frame = document.createElement('iframe');
  frame.width = 1200; frame.height = 900;
  // One window between the platform and the page, as many have.
  frame.src = 'parley.html';
  document.body.append(frame);
};
</script>`;

describe('a SCORM 1.2 package in scorm-again', () => {
  test('can be launched, interrupted, resumed and completed', async ({ open, browser, onTestFinished }) => {
    const { name, files } = await packed(open, 'SCORM 1.2 package');
    expect(name).toBe('guns-words-first-scorm12.zip');
    expect([...files.keys()].sort()).toEqual(['imsmanifest.xml', 'parley.html']);
    expect(await leaves(browser, files.get('imsmanifest.xml') ?? '')).toEqual([
      ['schema', 'ADL SCORM'],
      ['schemaversion', '1.2'],
      ['title', lesson.title],
      ['title', lesson.title],
      ['file', 'parley.html'],
    ]);
    expect(files.get('parley.html')).not.toContain('connect-src');

    const unpacked = folder();
    for (const [file, text] of files) writeFileSync(join(unpacked, file), text);
    writeFileSync(join(unpacked, 'lms.html'), LMS_PAGE);
    writeFileSync(join(unpacked, 'scorm12.min.js'), readFileSync(scormAgain));
    const served = await host(unpacked);
    onTestFinished(served.close);
    const lms = new Lms(served.address, open);

    const first = await lms.launch();
    await expect(
      first.frame.getByText('The learning platform keeps your story and your replies.'),
    ).toBeVisible();
    await first.frame.locator('.lesson textarea').first().fill('A pause, and then a quarrel.');
    for (const [at, code] of story.slice(0, 2).entries()) {
      await first.frame
        .getByRole('button', { name: answer(code).label })
        .first()
        .click();
      await expect(first.frame.locator('li.step')).toHaveCount(at + 1);
    }
    await expect
      .poll(() => resume(lms.store?.cmi.suspend_data ?? '')?.story, OFTEN)
      .toEqual(story.slice(0, 2));
    expect(lms.store?.cmi.core['lesson_status']).toBe('incomplete');

    // The tab is killed: nothing can be said at the end.
    const session = await first.page.context().newCDPSession(first.page);
    const crashed = first.page.waitForEvent('crash');
    // The request is left unanswered on purpose.
    session.send('Page.crash').catch(() => undefined);
    await crashed;
    expect(lms.finished).toBe(0);

    const again = await lms.launch();
    await expect(again.frame.locator('li.step')).toHaveCount(2);
    await expect(again.frame.getByText('You go on where you left off.')).toBeVisible();
    await expect(again.frame.locator('.lesson textarea').first()).toHaveValue('A pause, and then a quarrel.');
    for (const [at, code] of story.slice(2).entries()) {
      await again.frame
        .getByRole('button', { name: answer(code).label })
        .first()
        .click();
      await expect(again.frame.locator('li.step')).toHaveCount(at + 3);
    }
    await expect.poll(() => lms.store?.cmi.core['lesson_status'], OFTEN).toBe('completed');
    expect(resume(lms.store?.cmi.suspend_data ?? '')).toMatchObject({
      story,
      lesson: fingerprint(lesson),
      missing: [],
    });

    // Going back again does not undo the completion, and the end of the visit is reported.
    await again.page.evaluate(() => document.querySelector('iframe')?.remove());
    await expect.poll(() => lms.finished, OFTEN).toBe(1);
    const once = await lms.launch();
    await expect(once.frame.locator('li.step')).toHaveCount(story.length);
    expect(lms.store?.cmi.core['lesson_status']).toBe('completed');
    expect(lms.sets.filter(([name]) => /score/.test(name))).toEqual([]);
    expect(lms.sets.find(([name]) => name === 'cmi.core.session_time')?.[1]).toMatch(
      /^\d{4}:\d\d:\d\d\.\d\d$/,
    );
    expect(lms.longest()).toBeLessThanOrEqual(LONGEST_SUSPENDED);
  });

  test('stays within the storage limit, and names omitted replies at once and on the next visit', async ({
    open,
    onTestFinished,
  }) => {
    const { files } = await packed(open, 'SCORM 1.2 package');
    const unpacked = folder();
    for (const [file, text] of files) writeFileSync(join(unpacked, file), text);
    writeFileSync(join(unpacked, 'lms.html'), LMS_PAGE);
    writeFileSync(join(unpacked, 'scorm12.min.js'), readFileSync(scormAgain));
    const served = await host(unpacked);
    onTestFinished(served.close);
    const lms = new Lms(served.address, open);

    const { page, frame } = await lms.launch();
    let seed = 7;
    const noise = (length: number) =>
      Array.from({ length }, () =>
        String.fromCharCode(0x4e00 + ((seed = (seed * 48_271) % 2_147_483_647) % 8_000)),
      ).join('');
    const areas = frame.locator('.lesson textarea');
    await expect(areas).toHaveCount(20);
    await frame
      .locator('.lesson details')
      .evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
    for (let at = 0; at < 6; at++) await areas.nth(at).fill(noise(at === 2 ? 450 : 300 + at));
    await expect(frame.getByText(/has no room for your longest replies, at tasks 3/)).toBeVisible();
    await expect
      .poll(() => resume(lms.store?.cmi.suspend_data ?? '')?.missing.length ?? 0, OFTEN)
      .toBeGreaterThan(1);
    await page.close();
    expect(lms.longest()).toBeLessThanOrEqual(LONGEST_SUSPENDED);
    expect(lms.longest()).toBeGreaterThan(2_000);

    const again = await lms.launch();
    await expect(
      again.frame.getByText(/had no room for \d replies: write\s+them again, at tasks 3/),
    ).toBeVisible();
    const missing = resume(lms.store?.cmi.suspend_data ?? '')?.missing ?? [];
    for (let at = 0; at < 6; at++)
      await expect(again.frame.locator('.lesson textarea').nth(at)).toHaveValue(
        missing.includes(at) ? '' : /./,
      );

    // State of another program is no work: this is reported, and the lesson starts anew.
    await again.page.close();
    lms.store = { cmi: { ...(lms.store as Store).cmi, suspend_data: '<img src=x onerror=alert(1)>' } };
    const spoilt = await lms.launch();
    await expect(spoilt.frame.getByText('What the platform had kept cannot be read.')).toBeVisible();
    await expect(spoilt.frame.locator('li.step')).toHaveCount(0);
  });

  test('works without a platform, and says that nothing is kept', async ({ open, onTestFinished }) => {
    const { files } = await packed(open, 'SCORM 1.2 package');
    const served = await host(folder());
    onTestFinished(served.close);
    served.instead.set('parley.html', files.get('parley.html') ?? '');
    const page = await open(`${served.address}parley.html`);
    await expect(page.getByText('No learning platform answered, so nothing is kept there.')).toBeVisible();
    await choice(page, story[0] ?? '').click();
    await expect(page.locator('li.step')).toHaveCount(1);
    // Loaded again, it is where its address says.
    await page.reload();
    await expect(page.locator('li.step')).toHaveCount(1);
  });
});

describe('a Common Cartridge', () => {
  test('contains a link that opens the lesson', async ({ open, browser }) => {
    const { name, files } = await packed(open, 'Common Cartridge link');
    expect(name).toBe('guns-words-first.imscc');
    expect([...files.keys()].sort()).toEqual(['imsmanifest.xml', 'lesson/weblink.xml']);
    const found = await leaves(browser, files.get('lesson/weblink.xml') ?? '');
    const [, address = ''] = found.find(([element]) => element === 'url') ?? [];
    expect(found).toEqual([
      ['title', lesson.title],
      ['url', address],
    ]);
    expect(address?.startsWith(siteAddress)).toBe(true);
    const page = await open(address ?? '');
    await expect(page.getByRole('heading', { name: lesson.title })).toBeVisible();
  });
});

describe('an xAPI package', () => {
  /** A record store on another host: what it was asked, and the states it keeps. */
  async function launched(open: Open, page: string, state: string | null, expected: RegExp[] = []) {
    const served = await host(folder());
    served.instead.set('parley.html', page);
    served.instead.set('empty.html', '<!doctype html><link rel="icon" href="data:,"><title>Empty</title>');
    const launch = new URLSearchParams({
      endpoint: 'https://lrs.example/xapi/',
      auth: 'Basic c3R1ZGVudA==',
      actor: JSON.stringify({ name: ['Ann'], mbox: ['mailto:ann@example.org'] }),
      registration: '3b241101-e2bb-4255-8caf-4136c566a962',
    });
    const lrs = {
      state,
      asked: [] as { method: string; url: URL; auth: string | undefined; body: string }[],
    };
    const opened = await open(`${served.address}empty.html`, {
      expected: [/request to another host: https:\/\/lrs\.example\/xapi\//, /404/, ...expected],
    });
    await opened.context().route('https://lrs.example/**', async (route) => {
      const request = route.request();
      const cors = {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'authorization,content-type,x-experience-api-version',
        'access-control-allow-methods': 'GET,PUT,POST',
      };
      if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: cors });
      const url = new URL(request.url());
      lrs.asked.push({
        method: request.method(),
        url,
        auth: (await request.headerValue('authorization')) ?? undefined,
        body: request.postData() ?? '',
      });
      if (url.pathname === '/xapi/statements')
        return route.fulfill({ status: 200, headers: cors, body: '["1"]' });
      if (request.method() === 'PUT') {
        lrs.state = request.postData();
        return route.fulfill({ status: 204, headers: cors });
      }
      return route.fulfill({ status: lrs.state === null ? 404 : 200, headers: cors, body: lrs.state ?? '' });
    });
    const asked: string[] = [];
    opened.context().on('request', (request) => asked.push(request.url()));
    await opened.goto(`${served.address}parley.html?${launch.toString()}`);
    await opened.getByRole('heading', { name: lesson.title }).waitFor();
    return { page: opened, lrs, asked, close: served.close, origin: new URL(served.address).origin };
  }
  const statements = (lrs: { asked: { url: URL; body: string }[] }) =>
    lrs.asked
      .filter(({ url }) => url.pathname === '/xapi/statements')
      .map(({ body }) => JSON.parse(body) as Record<string, never>);

  test('reports the progress of the lesson to the store that its launch names, and to no other host', async ({
    open,
    onTestFinished,
  }) => {
    const { name, files } = await packed(open, 'xAPI package');
    expect(name).toBe('guns-words-first-xapi.zip');
    expect([...files.keys()].sort()).toEqual(['parley.html', 'tincan.xml']);
    const page = files.get('parley.html') ?? '';
    expect(page.match(/connect-src [^;"]*/g)?.[0]).toBe("connect-src 'self' https:");

    const first = await launched(open, page, null);
    onTestFinished(first.close);
    await expect(first.page.getByText('The record store at lrs.example keeps your story')).toBeVisible();
    await first.page.locator('.lesson textarea').first().fill('A pause.');
    await choice(first.page, story[0] ?? '').click();
    await expect
      .poll(() => resume((JSON.parse(first.lrs.state ?? '{}') as { work?: string }).work ?? '')?.story, OFTEN)
      .toEqual(story.slice(0, 1));
    const kept = first.lrs.state;

    const again = await launched(open, page, kept);
    onTestFinished(again.close);
    await expect(again.page.getByText('You go on where you left off.')).toBeVisible();
    await expect(again.page.locator('li.step')).toHaveCount(1);
    for (const [at, code] of story.slice(1).entries()) {
      await choice(again.page, code).click();
      await expect(again.page.locator('li.step')).toHaveCount(at + 2);
    }
    await expect.poll(() => statements(again.lrs).length, OFTEN).toBe(2);
    const [experienced, completed] = statements(again.lrs) as unknown as Record<
      string,
      Record<string, string>
    >[];
    expect(experienced?.['verb']?.['id']).toBe('http://adlnet.gov/expapi/verbs/experienced');
    expect(completed?.['verb']?.['id']).toBe('http://adlnet.gov/expapi/verbs/completed');
    expect(completed?.['actor']).toEqual({ name: ['Ann'], mbox: ['mailto:ann@example.org'] });
    expect(completed?.['object']?.['id']?.startsWith(siteAddress)).toBe(true);
    const response = completed?.['result']?.['response'] ?? '';
    expect(response).toContain('A pause.');
    expect(completed?.['result']).not.toHaveProperty('score');
    // The link in it is the site’s, where a teacher can open it.
    const link = findLink(response.slice(response.indexOf(siteAddress)));
    expect(link).toMatchObject({ ok: true, value: { story } });
    expect(decodeWork(link.ok ? link.value.work : '')?.replies.get(0)).toBe('A pause.');
    for (const { auth } of again.lrs.asked) expect(auth).toBe('Basic c3R1ZGVudA==');
    for (const { asked, origin } of [first, again])
      for (const address of asked)
        expect(address).toMatch(new RegExp(`^(${origin}/|https://lrs\\.example/xapi/|data:|blob:)`));
  });
});
