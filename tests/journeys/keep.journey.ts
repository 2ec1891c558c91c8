/**
 * Tests that a reader’s work is kept: after a reload, after closing, in two tabs, beside links of others, and where
 * storage is refused.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { expect } from 'playwright/test';
import { describe, inject } from 'vitest';
import { encodeLesson } from '../../src/codec/lesson.ts';
import { EMPTY_LINK, encodeLink } from '../../src/codec/link.ts';
import { EMPTY, type Lesson } from '../../src/lesson/lesson.ts';
import { launchArguments } from '../support/browser.ts';
import { newest } from '../support/real.ts';
import { test } from './page.ts';
import { choice, answer, labels, linkTo, steps, tell, walk, yourWords } from './reader.ts';

/** Two stories of five steps, which go together for their first step and part at the second. */
const OWN = walk('W7').slice(0, 5);
const THEIRS = walk('W3').slice(0, 5);
/** Another answer to the question of the reader’s third step. */
const OTHER = walk('W8')[2] ?? '';
const words = (story: readonly string[]) => story.map((code) => answer(code).label);

const LESSON: Lesson = {
  ...EMPTY,
  title: 'Who said it?',
  intro: 'Walk to any ending.',
  tasks: [{ kind: 'text', at: 'start', prompt: 'What do you expect?' }],
};
const lessonLink = `#${encodeLink({ ...EMPTY_LINK, edition: newest.edition, story: [], lesson: encodeLesson(LESSON) })}`;

/** Opens the saved stories by the way in at the foot of the page. */
async function openStories(page: Page) {
  await page.getByRole('contentinfo').getByRole('link', { name: 'Saved stories' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Saved stories' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'All stories' })).toBeVisible();
}

const entries = (page: Page) => page.getByRole('main').getByRole('article').locator('ol > li');

/** The names of the databases that the page has made. */
const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));

/** Opens the page again as if for the first time in its tab. */
const anew = async (page: Page, address = '') => {
  const other = await page.context().newPage();
  await other.goto(address);
  return other;
};

describe('the work of a reader', () => {
  test('is stored and listed only from the first step on', async ({ open }) => {
    const page = await open(linkTo(THEIRS));
    await openStories(page);
    await expect(page.getByText('You have no saved stories yet.')).toBeVisible();
    expect(await databases(page)).toEqual([]);

    await page.getByRole('link', { name: 'Story', exact: true }).first().click();
    const code = walk('W3')[5] ?? '';
    await tell(page, [code]);
    await openStories(page);
    await expect(entries(page)).toHaveCount(1);
    await expect(entries(page)).toContainText('6 steps');
    await expect(entries(page)).toContainText('from a link');
  });

  test('stays one story after a reload, with undone steps still ahead', async ({ open }) => {
    const page = await open();
    await tell(page, OWN);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.reload();
    await expect(steps(page)).toHaveCount(4);
    await choice(page, OWN.at(-1) ?? '').click();
    expect(await labels(page)).toEqual(words(OWN));
    await openStories(page);
    await expect(entries(page)).toHaveCount(1);
    await expect(entries(page)).toContainText('5 steps');
  });

  test('in a lesson is offered again when the lesson’s link is opened again', async ({ open }) => {
    const page = await open(lessonLink);
    await (await yourWords(page)).fill('It will end.');
    await tell(page, OWN);
    const other = await anew(page, lessonLink);
    const lesson = other.getByRole('region', { name: LESSON.title });
    await expect(lesson).toContainText('You have worked on this lesson here before: 5 steps and 1 reply');
    await lesson.getByRole('button', { name: 'Go on with it' }).click();
    await expect(steps(other)).toHaveCount(OWN.length);
    await expect(await yourWords(other)).toHaveValue('It will end.');
  });

  test('is never overwritten by a link from someone else', async ({ open }) => {
    const page = await open();
    await tell(page, OWN);
    await page.goto(linkTo(THEIRS));
    await expect(steps(page)).toHaveCount(THEIRS.length);
    await tell(page, walk('W3').slice(5, 7));
    await openStories(page);
    await expect(entries(page)).toHaveCount(2);
    await entries(page).filter({ hasText: '5 steps' }).getByRole('button', { name: 'Open' }).click();
    await expect(steps(page)).toHaveCount(OWN.length);
    expect(await labels(page)).toEqual(words(OWN));
  });

  test('stays stored when the story is begun again', async ({ open }) => {
    const page = await open();
    await tell(page, OWN);
    await page.getByRole('button', { name: 'show', exact: true }).click();
    await page.getByRole('button', { name: 'Begin again' }).click();
    await tell(page, OWN.slice(0, 1));
    await openStories(page);
    await expect(entries(page)).toHaveCount(2);
    await expect(entries(page).last()).toContainText('5 steps');
  });

  test('is offered at the start, and continues only when asked', async ({ open }) => {
    const first = await open();
    await tell(first, OWN);
    await first.close();
    const page = await first.context().newPage();
    await page.goto('');
    await expect(page.getByText('You have a story of 5 steps on this device')).toBeVisible();
    await expect(steps(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Go on with it' }).click();
    await expect(steps(page)).toHaveCount(5);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.reload();
    await expect(steps(page)).toHaveCount(4);
    await openStories(page);
    await expect(entries(page)).toHaveCount(1);
  });

  test('becomes two stories in two tabs', async ({ open }) => {
    const one = await open();
    await tell(one, OWN.slice(0, 2));
    const two = await anew(one);
    await two.getByRole('button', { name: 'Go on with it' }).click();
    await expect(steps(two)).toHaveCount(2);
    const [mine = ''] = OWN.slice(2);
    await tell(two, [mine]);
    await tell(one, [OTHER]);
    await openStories(one);
    await expect(entries(one)).toHaveCount(2);
    for (const [at, code] of [OTHER, mine].entries()) {
      await openStories(one);
      await entries(one).nth(at).getByRole('button', { name: 'Open' }).click();
      await expect(steps(one).nth(2)).toContainText(answer(code).label);
      expect(await labels(one)).toEqual(words([...OWN.slice(0, 2), code]));
    }
  });

  test('can be removed and restored by keyboard', async ({ open }) => {
    const page = await open();
    await tell(page, OWN);
    await openStories(page);
    await entries(page).getByRole('button', { name: 'Remove' }).press('Enter');
    await expect(page.getByText('1 story removed from this device.')).toBeVisible();
    await expect(entries(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Bring back' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(entries(page)).toHaveCount(1);
    await page.getByRole('button', { name: 'Remove all' }).click();
    await page.getByRole('button', { name: 'Remove all 1 story' }).click();
    // What is not said to be removed yet may outlive a page that is left.
    await expect(page.getByText('1 story removed from this device.')).toBeVisible();
    await page.reload();
    await expect(page.getByText('You have no saved stories yet.')).toBeVisible();
  });

  test('can be saved as a file, and imported elsewhere beside existing stories', async ({ open }) => {
    const page = await open();
    await tell(page, OWN);
    await openStories(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toBe('parley-ukraine-2025-stories.json');

    const other = await open();
    await tell(other, OWN.slice(0, 1));
    await openStories(other);
    const take = async (text: string) => {
      const buffer = Buffer.from(text);
      await other
        .getByLabel('Open a saved file')
        .setInputFiles({ name: 'stories.json', mimeType: 'application/json', buffer });
    };
    await take(file);
    await expect(other.getByText('1 story added.')).toBeVisible();
    await expect(entries(other)).toHaveCount(2);
    await take(file);
    await expect(other.getByText('0 stories added. 1 was here already.')).toBeVisible();
    // One entry is damaged, one belongs to another map.
    const { stories, ...rest } = JSON.parse(file) as { stories: Record<string, unknown>[] };
    const [story] = stories;
    await take(
      JSON.stringify({
        ...rest,
        stories: [
          { ...story, link: `${String(story?.['link'])}x` },
          { ...story, scenario: 'elsewhere' },
        ],
      }),
    );
    await expect(
      other.getByText('0 stories added. 1 belongs to another map. Number 1 in the file cannot be read'),
    ).toBeVisible();
    await take('{"format":"something"}');
    await expect(other.getByText('This is not a Parley file of saved stories.')).toBeVisible();
    await expect(entries(other)).toHaveCount(2);
  });

  test('is kept after the browser is closed', async () => {
    const site = inject('site');
    if (!site.ok) throw new Error(site.problem);
    const profile = await mkdtemp(join(tmpdir(), 'parley-profile-'));
    const launch = () =>
      chromium.launchPersistentContext(profile, {
        executablePath: inject('browser'),
        args: [...launchArguments],
        reducedMotion: 'reduce',
        baseURL: site.address,
      });
    try {
      let context = await launch();
      let page = await context.newPage();
      await page.goto(lessonLink);
      await (await yourWords(page)).fill('A pause at sea, and no more.');
      await tell(page, OWN);
      await context.close();
      context = await launch();
      page = await context.newPage();
      await page.goto('');
      await page.getByRole('button', { name: 'Go on with it' }).click();
      await expect(steps(page)).toHaveCount(5);
      await expect(await yourWords(page)).toHaveValue('A pause at sea, and no more.');
      await context.close();
    } finally {
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

describe('the replies of a lesson', () => {
  test('are all kept when the reader moves through the browser’s history', async ({ open }) => {
    const page = await open(lessonLink);
    await tell(page, OWN.slice(0, 1));
    await (await yourWords(page)).fill('First.');
    await tell(page, OWN.slice(1, 2));
    await (await yourWords(page)).fill('First, and second.');
    await page.goBack();
    await expect(steps(page)).toHaveCount(1);
    await expect(await yourWords(page)).toHaveValue('First, and second.');
    await page.reload();
    await expect(await yourWords(page)).toHaveValue('First, and second.');
    await openStories(page);
    await expect(entries(page)).toHaveCount(1);
    await expect(entries(page)).toContainText('2 steps');
    await expect(entries(page).getByRole('heading', { name: 'Who said it?' })).toBeVisible();
  });
});

describe('a lesson whose storage fails', () => {
  const refusals = {
    blocked: {
      does: () => {
        Object.defineProperty(window, 'indexedDB', {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      },
      says: 'this browser does not let the page keep anything',
    },
    'refused when asked': {
      does: () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('denied', 'SecurityError');
        };
      },
      says: 'this browser does not let the page keep anything',
    },
    full: {
      does: () => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
      says: 'there is no room left in this browser',
    },
  };
  test.for(Object.entries(refusals))(
    'works and says that nothing is kept: %s',
    async ([, { does, says }], { open }) => {
      const blank = await open();
      await blank.context().addInitScript(does);
      const page = await anew(blank, lessonLink);
      await (await yourWords(page)).fill('It will end.');
      await tell(page, OWN);
      await expect(page.getByRole('main')).toContainText(`Not saved on this device: ${says}`);
      await expect(await yourWords(page)).toHaveValue('It will end.');
      await page.reload();
      await expect(steps(page)).toHaveCount(OWN.length);
      await expect(await yourWords(page)).toHaveValue('It will end.');
      await page.getByRole('contentinfo').getByRole('link', { name: 'Saved stories' }).click();
      await expect(
        page.getByText(/does not let the page read what is saved|You have no saved stories yet/),
      ).toBeVisible();
    },
  );

  test('works in a frame, and says that nothing is kept', async ({ open }) => {
    const page = await open();
    await page.route('**/host.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<link rel="icon" href="data:,"><iframe width="900" height="700" src="./${lessonLink}"></iframe>`,
      }),
    );
    await page.goto('host.html');
    const frame = page.frameLocator('iframe');
    await frame.locator(`button[data-code="${OWN[0]}"]`).click();
    await expect(frame.getByText('this page is shown inside another page')).toBeVisible();
    const inside = page.frames()[1];
    expect(await inside?.evaluate(() => indexedDB.databases())).toEqual([]);
  });

  test('is stored again when there is room', async ({ open }) => {
    const page = await open();
    const browser = await page.context().newCDPSession(page);
    const { origin } = new URL(page.url());
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await tell(page, OWN.slice(0, 2));
    await expect(page.getByText('there is no room left in this browser')).toBeVisible();
    await browser.send('Storage.overrideQuotaForOrigin', { origin });
    await tell(page, OWN.slice(2));
    await expect(page.getByText('Not saved on this device')).toHaveCount(0);
    await openStories(page);
    await expect(entries(page)).toContainText('5 steps');
  });
});
