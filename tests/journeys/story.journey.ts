/**
 * Tests that a story can be undone, redone and changed in the middle, and is the same wherever its address is opened.
 */
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { compiled } from '../support/laws.ts';
import { newest } from '../support/real.ts';
import { exhaustive } from '../support/skipped.ts';
import { test } from './page.ts';
import {
  answer,
  choice,
  labels,
  linkTo,
  openEndings,
  openSteps,
  openTab,
  seen,
  steps,
  tell,
  walk,
} from './reader.ts';

const W7 = walk('W7');
const table = compiled(newest).openings;
const PHONE = { viewport: { width: 390, height: 844 } };
const quote = (id: string) => newest.evidence.find((item) => item.id === id)?.quote ?? '';

describe('the first screen', () => {
  test('states what the map is and is not, and asks the first question', async ({ open }) => {
    const page = await open();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Who would have to say yes for the fighting to stop?',
    );
    await expect(page.getByText('Ukraine, March 2025 · two news articles')).toBeVisible();
    await expect(page.getByText('What-ifs, not a forecast')).toBeInViewport();
    const first = newest.questions[0];
    await expect(page.getByRole('heading', { level: 2, name: first?.text ?? '' })).toBeVisible();
    for (const { code } of first?.answers ?? [])
      await expect(choice(page, code)).toBeInViewport({ ratio: 1 });
    // No answer has been chosen, and the page has not scrolled.
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await expect(page.getByRole('contentinfo')).toContainText(newest.notice);
  });
});

describe('an answer', () => {
  test('shows who says it, and beside the question its evidence, with a link to the original', async ({
    open,
  }) => {
    const page = await open();
    await expect(choice(page, 'ca')).toContainText('Asked for by Sir Keir Starmer');
    await expect(choice(page, 'cs')).toContainText('Neither article says this');
    const beside = page.getByRole('region', { name: 'The evidence for an answer' });
    await choice(page, 'ca').hover();
    await expect(beside.getByText(quote('M-14w'), { exact: true })).toBeVisible();
    const original = beside.getByRole('link', { name: /Read it there/ }).first();
    expect(await original.getAttribute('href')).toMatch(/^https:\/\/thebritisheye\.com\/.*#:~:text=/);
    // It stays when the pointer leaves, so that it can be read and pressed.
    await page.mouse.move(0, 0);
    await expect(beside.getByText(quote('M-14w'), { exact: true })).toBeVisible();
    await choice(page, 'ch').focus();
    await expect(beside.getByText(quote('M-10w'), { exact: true })).toBeVisible();
  });

  test('unfolds its evidence below it on a phone, and can be chosen there too', async ({ open }) => {
    const page = await open('', { ...PHONE, hasTouch: true });
    await expect(page.locator('blockquote')).toHaveCount(0);
    await page.getByRole('button', { name: 'why?' }).first().tap();
    await expect(page.getByText(quote('M-14w'), { exact: true })).toBeVisible();
    await expect(page.getByText(/^Would close/)).toBeVisible();
    await page.getByRole('button', { name: 'Give this answer' }).tap();
    await expect(steps(page)).toHaveCount(1);
    await expect(page.locator('blockquote')).toHaveCount(0);
  });

  test('is given once on a double click, and no later answer is', async ({ open }) => {
    const page = await open();
    await choice(page, 'ch').dblclick();
    await expect(choice(page, 'ds')).toBeVisible();
    await expect(steps(page)).toHaveCount(1);
  });

  test('takes the reader to the ending where it ends the story', async ({ open }) => {
    const page = await open(linkTo(W7.slice(0, -1)));
    await choice(page, W7.at(-1) ?? '').click();
    await expect(page.locator('#ending')).toBeFocused();
  });

  test('is marked as ahead of the articles where no article says it, once and unobtrusively', async ({
    open,
  }) => {
    const page = await open();
    await choice(page, 'cs').click();
    await expect(page.getByText('You are ahead of the articles here: they do not say this.')).toHaveCount(1);
  });

  test('is shown with the reason where a source closes it, and hidden where only the structure closes it', async ({
    open,
  }) => {
    const page = await open(linkTo(['ca', 'ks']));
    const met = answer('li');
    const closed = page.locator('[data-code="li"]');
    await expect(closed).toContainText(met.label);
    await expect(closed).toContainText(`Not possible here: ${met.requires[0]?.why ?? ''}`);
    await expect(page.locator('button[data-code="li"]')).toHaveCount(0);
  });

  test('shows under the pointer or focus which endings it would close', async ({ open }) => {
    const page = await open(linkTo(['ca', 'kt']));
    const before = await openEndings(page);
    const closing = page.locator('aside [data-ending][data-state="closing"]');
    await expect(closing).toHaveCount(0);
    await choice(page, 'td').hover();
    await expect(closing).toHaveCount(2);
    const would = await closing.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-ending')));
    await page.mouse.move(0, 0);
    await expect(closing).toHaveCount(0);
    await choice(page, 'td').focus();
    await expect(closing).toHaveCount(2);
    await choice(page, 'td').click();
    expect(await openEndings(page)).toEqual(before.filter((ending) => !would.includes(ending)));
  });

  test('moves the focus to the new question, which names the closed endings, without a second announcement', async ({
    open,
  }) => {
    const page = await open(linkTo(['ca', 'kt']), PHONE);
    await choice(page, 'td').click();
    const question = page.locator('#question');
    await expect(question).toBeFocused();
    await expect(question).toContainText('Two endings closed, eleven open. Question 4:');
    expect((await page.getByRole('status').allTextContents()).join('').trim()).toBe('');
    await expect(page.locator('main [aria-expanded="true"], main details[open]')).toHaveCount(0);
  });
});

describe('the endings beside the story', () => {
  test.for(newest.walks.map((walk) => ({ ...walk })))(
    'are correct at every step of walk $id',
    async ({ story }, { open }) => {
      const page = await open();
      for (let length = 0; length <= story.length; length++) {
        if (length > 0) await tell(page, [story[length - 1] ?? '']);
        const expected = table.from(table.find(story.slice(0, length))).endings;
        expect(await openEndings(page)).toEqual(
          newest.endings.filter((ending) => expected.has(ending)).map((ending) => ending.id),
        );
      }
    },
  );
});

describe('orientation on the page', () => {
  test('the bar never moves, and shows the next step of the followed story in its middle', async ({
    open,
  }) => {
    const page = await open(linkTo(['ca']), PHONE);
    const bar = page.getByRole('region', { name: 'Go through the story' });
    const undo = bar.getByRole('button', { name: 'Undo' });
    const place = await undo.boundingBox();
    for (const code of W7.slice(1, 7)) {
      await choice(page, code).click();
      // An answer behind the bar was scrolled to, perhaps to the end of the page, where the foot is below the bar.
      await page.evaluate(() => scrollTo(0, 0));
      expect(await undo.boundingBox()).toEqual(place);
    }
    await expect(bar.getByRole('button', { name: 'Map' })).toBeVisible();
    await undo.click();
    await expect(bar.getByRole('button', { name: 'Map' })).toBeVisible();
    expect(await undo.boundingBox()).toEqual(place);
    const walked = await open('', PHONE);
    await walked.getByRole('link', { name: 'Ceasefire accepted' }).click();
    await expect(walked.getByRole('button', { name: 'Next step (1 of 6)' })).toBeVisible();
  });

  test('the focused element is never hidden behind the bar', async ({ open }) => {
    const page = await open(linkTo(['ca']), { viewport: { width: 320, height: 640 } });
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      const hidden = await page.evaluate(() => {
        const focused = document.activeElement;
        const bar = document.querySelector('section.bar');
        if (!focused || !bar || focused === document.body || bar.contains(focused)) return null;
        const { top, bottom } = focused.getBoundingClientRect();
        // At the end of the page the foot is below the bar.
        const { top: from, bottom: to } = bar.getBoundingClientRect();
        const seen = bottom > 0 && top < innerHeight && (top < from || top >= to);
        return seen ? null : `${focused.outerHTML.slice(0, 120)} from ${top} to ${bottom}`;
      });
      expect(hidden).toBeNull();
    }
  });

  test('the title of the page names the current place', async ({ open }) => {
    const page = await open();
    await expect(page).toHaveTitle(`${newest.title} · Parley`);
    await tell(page, ['ca']);
    await expect(page).toHaveTitle(/the “coalition of the willing”.* · Parley$/);
    await openTab(page, 'Sources');
    await expect(page).toHaveTitle('Sources · Parley');
    await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeFocused();
  });

  test('each view is a link that opens in a tab of its own, with the story', async ({ open }) => {
    const page = await open(linkTo(['ca']));
    for (const name of ['Map', 'Sources', 'About this map']) {
      const href = (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '';
      const tab = await open(href);
      await expect(tab.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page');
      await tab.getByRole('link', { name: 'Story', exact: true }).click();
      await expect(steps(tab)).toHaveCount(1);
    }
  });

  test('on a phone there is one menu, which its button opens and the Escape key closes', async ({ open }) => {
    const page = await open('', PHONE);
    const menu = page.getByRole('button', { name: 'Menu' });
    const teachers = page.getByRole('link', { name: 'For teachers' });
    await expect(teachers).toBeHidden();
    await menu.click();
    await expect(menu).toHaveAttribute('aria-expanded', 'true');
    await expect(teachers).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(teachers).toBeHidden();
    await expect(menu).toBeFocused();
    await menu.click();
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'The map' })).toBeVisible();
    await expect(teachers).toBeHidden();
  });

  test('the skip link leads to the question', async ({ open }) => {
    const page = await open();
    await choice(page, 'ca').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator('#question')).toBeFocused();
  });
});

describe('going back and forward', () => {
  test('to the start uses the button, and to the end again the marked answers', async ({ open }) => {
    const page = await open(linkTo(W7));
    const end = await seen(page);
    const undo = page.getByRole('button', { name: 'Undo', exact: true });
    for (let left = W7.length - 1; left >= 0; left--) {
      await undo.click();
      await expect(steps(page)).toHaveCount(left);
    }
    await expect(undo).toBeDisabled();
    for (const [at, code] of W7.entries()) {
      await expect(choice(page, code)).toContainText('Your answer before');
      await choice(page, code).click();
      await expect(steps(page)).toHaveCount(at + 1);
    }
    expect(await seen(page)).toEqual(end);
  });

  test('is possible by keyboard', async ({ open }) => {
    const page = await open();
    await tell(page, W7.slice(0, 5));
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(steps(page)).toHaveCount(3);
    await page.keyboard.press('Control+Shift+z');
    await expect(steps(page)).toHaveCount(4);
  });

  test('is possible with the browser’s own buttons', async ({ open }) => {
    const page = await open();
    await tell(page, W7.slice(0, 4));
    for (let left = 3; left >= 0; left--) {
      await page.goBack();
      await expect(steps(page)).toHaveCount(left);
    }
    for (let told = 1; told <= 4; told++) {
      await page.goForward();
      await expect(steps(page)).toHaveCount(told);
    }
    expect(await labels(page)).toEqual(W7.slice(0, 4).map((code) => answer(code).label));
  });
});

describe('the list of steps', () => {
  test('has one line for each step; more than three are folded into one row, shown on request', async ({
    open,
  }) => {
    const page = await open(linkTo(W7.slice(0, 3)), PHONE);
    for (const step of await steps(page).all()) expect((await step.boundingBox())?.height).toBeLessThan(48);
    await choice(page, W7[3] ?? '').click();
    await expect(page.getByText('Four answers so far')).toBeVisible();
    await expect(steps(page).first()).toBeHidden();
    await page.getByRole('button', { name: 'show', exact: true }).click();
    await expect(steps(page).first()).toBeVisible();
    await steps(page).first().getByRole('button', { name: 'why?' }).click();
    await expect(steps(page).first().getByText(quote('M-14w'), { exact: true })).toBeVisible();
  });

  test('says before a change which answers it keeps; the change is reported in one line, and undone by one press', async ({
    open,
  }) => {
    const page = await open(linkTo(W7));
    const step = (await openSteps(page)).nth(2);
    await step.getByRole('button', { name: 'change' }).click();
    const other = step.getByRole('button', { name: answer('td').label });
    await expect(other).toContainText(/Keeps every later answer|Keeps .* later answers|The later answers go/);
    const says = await other.innerText();
    await other.click();
    const note = page.locator('.changed');
    await expect(note).toContainText('Step 3 changed.');
    await expect(note.locator('p').first()).toBeFocused();
    const told = await labels(page);
    expect(told[2]).toBe(answer('td').label);
    expect(says.includes('every')).toBe(
      W7.every((code, at) => at === 2 || told.includes(answer(code).label)),
    );
    await page.getByRole('button', { name: 'Undo the change' }).click();
    expect(await labels(page)).toEqual(W7.map((code) => answer(code).label));
    await expect(note).toHaveCount(0);
  });

  test('names on request the later answers that a change removes, with the reasons', async ({ open }) => {
    const page = await open(linkTo(W7));
    const step = (await openSteps(page)).nth(1);
    await step.getByRole('button', { name: 'change' }).click();
    await step.getByRole('button', { name: answer('kx').label }).click();
    await page.getByText('Which, and why').click();
    const told = await labels(page);
    // Every answer is either still in the story or named in the note.
    for (const code of W7.filter((code) => code !== 'kt' && !told.includes(answer(code).label)))
      await expect(page.locator('.changed')).toContainText(answer(code).label);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    expect(await labels(page)).toEqual(W7.map((code) => answer(code).label));
  });
});

describe('the address', () => {
  test('gives the same page when it is reloaded, copied, or opened by another reader', async ({ open }) => {
    const page = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await tell(page, W7.slice(0, 6));
    const here = await seen(page);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByText('The link is on the clipboard.')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(page.url());
    await page.reload();
    expect(await seen(page)).toEqual(here);
    const friend = await open(copied);
    expect(await seen(friend)).toEqual(here);
  });

  test('is shown for manual copying where the clipboard is blocked', async ({ open }) => {
    const page = await open();
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('blocked'));
    });
    await tell(page, ['ca']);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByRole('status').filter({ hasText: page.url() })).toBeVisible();
  });

  test('of a story names the opened story at the top, and leads to its current place', async ({ open }) => {
    const page = await open(linkTo(W7.slice(0, 6)), { viewport: { width: 320, height: 640 } });
    const note = page.getByRole('status').filter({ hasText: 'You opened somebody’s story' });
    await expect(note).toContainText('not a forecast');
    await expect(note).toBeInViewport();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await note.getByRole('button', { name: 'Close' }).click();
    await expect(page.locator('#question')).toBeInViewport();
    await expect(note).toHaveCount(0);
  });

  test('with a closed step gets a notice that names the step and the reason', async ({ open }) => {
    const page = await open(linkTo(['ca', 'ks', 'li']));
    await expect(steps(page)).toHaveCount(2);
    await expect(
      page.getByRole('status').filter({ hasText: answer('li').requires[0]?.why ?? '' }),
    ).toBeVisible();
  });

  const whole = linkTo(W7).slice(1);
  const damaged: readonly (readonly [string, string])[] = [
    ['cut by one character', whole.slice(0, -1)],
    ['cut by four', whole.slice(0, -4)],
    ['cut by the whole check', whole.slice(0, -5)],
    ['cut in the story', whole.slice(0, 12)],
    ['cut in the name', whole.slice(0, 8)],
    ['only the version', '1.'],
    ['a code changed', whole.replace('livk', 'lbvk')],
    ['a letter’s case changed', whole.replace('cakt', 'Cakt')],
    ['two codes exchanged', whole.replace('cakt', 'ktca')],
    ['a code left out', whole.replace('tc', '')],
    ['a code written twice', whole.replace('tc', 'tctc')],
    ['the edition changed', whole.replace('.2.', '.3.')],
    ['a scenario put in', whole.replace('1.', '1.ukraine-2024.')],
    ['the version changed', whole.replace(/^1/, '2')],
    ['a space inside', whole.replace('li', ' li')],
    ['a percent sign inside', whole.replace('li', '%')],
    ['put in capitals', whole.toUpperCase()],
    ['a foreign letter inside', whole.replace('ca', 'cſ')],
    ['the check alone', whole.slice(-4)],
    ['something else altogether', 'introduction'],
    ['far too long', `1.${'a'.repeat(100_000)}`],
  ];

  test.for(damaged)(
    'that is damaged (%s) gets a notice and opens no story',
    async ([how, text], { open, skip }) => {
      // Which texts are damaged is tested without a page; every third shows that the page says so.
      skip(
        !exhaustive && damaged.findIndex(([name]) => name === how) % 3 !== 0,
        'takes long; `npm run test:all` runs it',
      );
      const page = await open(`#${text}`);
      await expect(page.getByRole('status').first()).toContainText(/start here/);
      await expect(steps(page)).toHaveCount(0);
      await expect(
        page.getByRole('heading', { level: 2, name: newest.questions[0]?.text ?? '' }),
      ).toBeVisible();
      // A story can still be begun.
      await tell(page, ['ca']);
      expect(page.url()).toContain(linkTo(['ca']));
    },
  );

  test('of another scenario gets a notice', async ({ open }) => {
    const { EMPTY_LINK, encodeLink } = await import('../../src/codec/link.ts');
    const link = encodeLink({ ...EMPTY_LINK, scenario: 'elsewhere', edition: 1, story: ['aa'] });
    const page = await open(`#${link}`);
    await expect(page.getByRole('status').first()).toContainText('belongs to another map');
    await expect(steps(page)).toHaveCount(0);
  });
});

describe('an ending', () => {
  test.for(newest.endings.map(({ id, title }) => ({ id, title })))(
    '“$id” can be reached on the page',
    async ({ id, title }, { open, skip }) => {
      // Those that a walk ends with are reached in `walks.journey.ts`.
      skip(
        !exhaustive && newest.walks.some(({ ends }) => ends === id),
        'takes long; `npm run test:all` runs it',
      );
      const ending = newest.endings.find((ending) => ending.id === id);
      const way = ending && table.wayTo(table.find([]), ending);
      const page = await open();
      await tell(
        page,
        (way ?? []).map((answer) => answer.code),
      );
      await expect(page.getByRole('heading', { level: 2, name: title, exact: true })).toBeVisible();
    },
  );
});

test('a part of the page that cannot be fetched: is reported as missing, and the story stays', async ({
  open,
}) => {
  const page = await open(linkTo(['ca', 'kt']), { expected: [/Failed to load resource/] });
  await page.route('**/assets/Sources*', (route) => route.abort());
  await page.getByRole('link', { name: 'Sources', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('This part of the page could not be fetched.');
  await expect(steps(page)).toHaveCount(2);
  await page.unroute('**/assets/Sources*');
  await page.reload();
  await openTab(page, 'Sources');
  await expect(page.getByText('This part of the page could not be fetched.')).toHaveCount(0);
});
