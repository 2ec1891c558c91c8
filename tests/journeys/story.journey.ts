/** Does the story go back and forward, change in the middle, and stay the same wherever its address is opened? */
import { expect } from 'playwright/test';
import { describe } from 'vitest';
import { compiled } from '../support/laws.ts';
import { answer, real, walk } from '../support/real.ts';
import { exhaustive } from '../support/skipped.ts';
import { test } from './page.ts';
import { choice, labels, linkTo, openEndings, openTab, seen, steps, tell } from './reader.ts';

const W3 = walk('W3');
const table = compiled(real).openings;

describe('the first half minute', () => {
  test('says what this is, what it is not, and asks the first question', async ({ open }) => {
    const page = await open();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(real.title);
    await expect(page.getByText(real.notice).first()).toBeVisible();
    const first = real.questions[0];
    await expect(page.getByRole('heading', { level: 2, name: first?.text ?? '' })).toBeVisible();
    for (const answer of first?.answers ?? []) await expect(choice(page, answer.code)).toBeVisible();
    // Nothing has been chosen for the reader, and the page has not run away from its top.
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await expect(choice(page, 's0')).toBeInViewport();
  });

  test('leads to what the articles report, one step to the side', async ({ open }) => {
    const page = await open();
    await page.getByRole('button', { name: 'read what the articles report' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'What the articles report' })).toBeFocused();
    for (const moment of real.timeline)
      await expect(page.getByRole('heading', { name: moment.label, exact: true })).toBeVisible();
    for (const silence of real.silences) await expect(page.getByText(silence, { exact: true })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(real.title);
  });
});

describe('a step', () => {
  test('shows what it rests on, what speaks against it, and the way to the original', async ({ open }) => {
    const page = await open(linkTo(['s0', 'nx', 'yx', 'tc']));
    await choice(page, 'ca').click();
    const last = steps(page).last();
    await expect(last).toHaveAttribute('aria-current', 'step');
    await expect(last).toContainText('Urged');
    // One quotation on each side is shown at once, the others when they are asked for.
    await expect(last.locator('blockquote:visible')).toHaveCount(2);
    for (const more of await last.locator('.quotations summary').all()) await more.click();
    for (const id of ['M-14', 'M-13', 'M-09', 'M-10', 'M-03', 'L-07']) {
      const item = real.evidence.find((item) => item.id === id);
      await expect(last.getByText(item?.quote ?? '', { exact: true })).toBeVisible();
    }
    await expect(last).toContainText('Against it, on this path', { ignoreCase: true });
    await expect(last.locator('.hedge').filter({ hasText: 'so far' })).toBeVisible();
    const original = last.getByRole('link', { name: /Read it there/ }).first();
    expect(await original.getAttribute('href')).toMatch(/^https:\/\/thebritisheye\.com\/.*#:~:text=/);
  });

  test('that is an assumption says that no source says it', async ({ open }) => {
    const page = await open();
    await choice(page, 'sr').click();
    await expect(steps(page).last()).toContainText('What if?');
    await expect(steps(page).last()).toContainText('No source says this.');
  });

  test('closed by a source is shown with the reason; closed by structure alone it is hidden', async ({
    open,
  }) => {
    const page = await open(linkTo(['s0', 'nx', 'yx', 'tc', 'ch', 'ds']));
    const met = answer('fm');
    const closed = page.locator('[data-code="fm"]');
    await expect(closed).toContainText(met.label);
    await expect(closed).toContainText('Closed because');
    await expect(closed).toContainText(met.requires[0]?.why ?? '');
    await expect(closed.getByRole('button')).toHaveCount(0);
    await closed.getByText('The sentence behind it').click();
    await expect(closed.getByText('· M-11')).toBeVisible();
    await expect(page.getByText(answer('fn').label)).toHaveCount(0);
  });

  test('looked at shows which endings it would close, before it is chosen', async ({ open }) => {
    const page = await open(linkTo(['s0', 'nx', 'yx', 'tc']));
    const before = await openEndings(page);
    const closing = page.locator('aside [data-ending][data-state="closing"]');
    await expect(closing).toHaveCount(0);
    await choice(page, 'ca').hover();
    await expect(closing).toHaveCount(2);
    const would = await closing.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-ending')));
    await page.mouse.move(0, 0);
    await expect(closing).toHaveCount(0);
    await choice(page, 'ca').focus();
    await expect(closing).toHaveCount(2);
    await choice(page, 'ca').click();
    expect(await openEndings(page)).toEqual(before.filter((ending) => !would.includes(ending)));
  });
});

describe('the grid of endings', () => {
  test.for(real.walks.map((walk) => ({ ...walk })))(
    'is right at every step of walk $id',
    async ({ story }, { open }) => {
      const page = await open();
      for (let length = 0; length <= story.length; length++) {
        if (length > 0) await tell(page, [story[length - 1] ?? '']);
        const expected = table.from(table.find(story.slice(0, length))).endings;
        expect(await openEndings(page)).toEqual(
          real.endings.filter((ending) => expected.has(ending)).map((ending) => ending.id),
        );
      }
    },
  );

  test('says of a closed ending which step closed it, and goes back there', async ({ open }) => {
    const page = await open(linkTo(W3));
    const grid = page.getByRole('complementary', { name: 'Where this can still end' });
    await grid.getByRole('button', { name: /^A truce in the sky and at sea/ }).click();
    await expect(grid).toContainText('step 5 closed it');
    await grid.getByRole('button', { name: 'Go back to before step 5' }).click();
    await expect(steps(page)).toHaveCount(4);
    expect(await openEndings(page)).toContain('sky-sea-truce');
  });
});

describe('finding one’s way', () => {
  test('the next question is one press away where it cannot be seen', async ({ open }) => {
    const page = await open('', { viewport: { width: 320, height: 640 } });
    for (const [at, code] of walk('W1').entries()) {
      await choice(page, code).click();
      await expect(steps(page)).toHaveCount(at + 1);
      const news = page.locator('#question, #ending');
      const button = page.getByRole('button', { name: /^(Next question|See the ending)/ });
      let presses = 0;
      await expect(async () => {
        // The page may still be on its way to the step.
        if ((await button.count()) > 0) {
          await button.click({ timeout: 1_000 });
          presses += 1;
        }
        await expect(news).toBeInViewport({ timeout: 1_000 });
      }).toPass();
      expect(presses).toBeLessThanOrEqual(1);
      await expect(button).toHaveCount(0);
    }
  });

  test('what has the focus is never hidden behind the bar', async ({ open }) => {
    const page = await open('', { viewport: { width: 320, height: 640 } });
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

  test('the title of the page says where the reader is', async ({ open }) => {
    const page = await open();
    await expect(page).toHaveTitle(`${real.title} · Parley`);
    await tell(page, ['s0']);
    await expect(page).toHaveTitle(/^Before any ceasefire.* · Parley$/);
    await page.getByRole('button', { name: 'Sources' }).click();
    await expect(page).toHaveTitle('Sources · Parley');
    await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeFocused();
  });

  test('the id of a quotation in a text shows the quotation', async ({ open }) => {
    const page = await open(linkTo([], 'walks'));
    await page.getByRole('button', { name: 'Quotation L-07' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Quotation L-07' });
    await expect(dialog.locator('blockquote')).toHaveText(
      real.evidence.find(({ id }) => id === 'L-07')?.quote ?? '',
    );
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: 'Quotation L-07' }).first().click();
    await expect(dialog).toBeVisible();
  });
});

describe('back and forward', () => {
  test('to the start and to the end again, by the buttons', async ({ open }) => {
    const page = await open(linkTo(W3));
    const end = await seen(page);
    const back = page.getByRole('button', { name: 'Back', exact: true });
    const forward = page.getByRole('button', { name: 'Forward', exact: true });
    for (let left = W3.length - 1; left >= 0; left--) {
      await back.click();
      await expect(steps(page)).toHaveCount(left);
    }
    await expect(back).toBeDisabled();
    for (let told = 1; told <= W3.length; told++) {
      await forward.click();
      await expect(steps(page)).toHaveCount(told);
    }
    await expect(forward).toHaveCount(0);
    expect(await seen(page)).toEqual(end);
  });

  test('by the keyboard', async ({ open }) => {
    const page = await open();
    await tell(page, W3.slice(0, 5));
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(steps(page)).toHaveCount(3);
    await page.keyboard.press('Control+Shift+z');
    await expect(steps(page)).toHaveCount(4);
  });

  test('by the browser’s own buttons', async ({ open }) => {
    const page = await open();
    await tell(page, W3.slice(0, 4));
    for (let left = 3; left >= 0; left--) {
      await page.goBack();
      await expect(steps(page)).toHaveCount(left);
    }
    for (let told = 1; told <= 4; told++) {
      await page.goForward();
      await expect(steps(page)).toHaveCount(told);
    }
    expect(await labels(page)).toEqual(W3.slice(0, 4).map((code) => answer(code).label));
  });
});

describe('what if a step had gone otherwise', () => {
  test('keeps every later answer that remains possible', async ({ open }) => {
    const page = await open(linkTo(W3));
    const step = steps(page).nth(0);
    await step.getByText('What if it had gone otherwise?').click();
    await step.getByRole('button', { name: answer('sr').label }).click();
    await expect(page.getByRole('status').filter({ hasText: 'was changed' })).toContainText(
      'Every later answer was kept.',
    );
    expect(await labels(page)).toEqual(['sr', ...W3.slice(1)].map((code) => answer(code).label));
  });

  test('says which later answers were not kept, and why', async ({ open }) => {
    const page = await open(linkTo(W3));
    const step = steps(page).nth(3);
    await step.getByText('What if it had gone otherwise?').click();
    await step.getByRole('button', { name: answer('td').label }).click();
    const note = page.getByRole('status').filter({ hasText: 'was changed' });
    await expect(note).toContainText('Step 4 was changed.');
    await expect(note).toContainText(answer('wc').label);
    await expect(note).toContainText('closed from here');
    await expect(note).toContainText('“a deal to end the war” is reached');
    const told = await labels(page);
    expect(told[3]).toBe(answer('td').label);
    // Every answer is either still told or named in the note.
    for (const code of W3.filter((code) => code !== 'tc' && !told.includes(answer(code).label)))
      await expect(note).toContainText(answer(code).label);
  });
});

describe('the address', () => {
  test('gives the same page when it is loaded again, copied, or opened by a friend', async ({ open }) => {
    const page = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await tell(page, W3.slice(0, 9));
    const here = await seen(page);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByText('The link is on the clipboard.')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(page.url());
    await page.reload();
    expect(await seen(page)).toEqual(here);
    const friend = await open(copied);
    expect(await seen(friend)).toEqual(here);
  });

  test('is shown to be copied by hand where the clipboard is blocked', async ({ open }) => {
    const page = await open();
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('blocked'));
    });
    await tell(page, ['s0']);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByRole('status').filter({ hasText: page.url() })).toBeVisible();
  });

  test('of a story says what was opened, from the top, and leads to where it stands', async ({ open }) => {
    const page = await open(linkTo(W3.slice(0, 9)), { viewport: { width: 320, height: 640 } });
    const note = page.getByRole('status').first();
    await expect(note).toContainText('You opened a story of 9 steps.');
    await expect(note).toContainText('not a forecast');
    await expect(note).toBeInViewport();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await note.getByRole('button', { name: 'Go to where it stands' }).click();
    await expect(steps(page).last()).toBeInViewport();
    await expect(note).toBeEmpty();
  });

  test('opens the map, the sources and the walks too', async ({ open }) => {
    for (const [view, heading] of [
      ['map', 'The map'],
      ['sources', 'Sources'],
      ['walks', 'Walks'],
      ['reported', 'What the articles report'],
    ] as const) {
      const page = await open(linkTo(['s0'], view));
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    }
  });

  test('of another edition plays as far as it can, and says what it refused', async ({ open }) => {
    const page = await open(linkTo(['s0', 'nx', 'yx', 'zz', 'ca'], '', 7));
    await expect(steps(page)).toHaveCount(3);
    const note = page.getByRole('status').first();
    await expect(note).toContainText('edition 7');
    await expect(note).toContainText('zz: no answer of this scenario has this code.');
    await expect(note).toContainText(answer('ca').label);
  });

  test('whose step is closed says which and why', async ({ open }) => {
    const page = await open(linkTo(['s0', 'nx', 'yx', 'tc', 'ch', 'ds', 'fm']));
    await expect(steps(page)).toHaveCount(6);
    await expect(page.getByRole('status').first()).toContainText(answer('fm').requires[0]?.why ?? '');
  });

  const whole = linkTo(W3).slice(1);
  const damaged: readonly (readonly [string, string])[] = [
    ['cut by one character', whole.slice(0, -1)],
    ['cut by four', whole.slice(0, -4)],
    ['cut by the whole check', whole.slice(0, -5)],
    ['cut in the story', whole.slice(0, 30)],
    ['cut in the name', whole.slice(0, 8)],
    ['only the version', '1.'],
    ['a code changed', whole.replace('tcca', 'tdca')],
    ['a letter’s case changed', whole.replace('s0nx', 'S0nx')],
    ['two codes exchanged', whole.replace('s0nx', 'nxs0')],
    ['a code left out', whole.replace('yx', '')],
    ['a code written twice', whole.replace('yx', 'yxyx')],
    ['the edition changed', whole.replace('.1.', '.2.')],
    ['a scenario put in', whole.replace('1.', '1.ukraine-2024.')],
    ['the version changed', whole.replace(/^1/, '2')],
    ['a space inside', whole.replace('tc', ' tc')],
    ['a percent sign inside', whole.replace('tc', '%')],
    ['put in capitals', whole.toUpperCase()],
    ['a foreign letter inside', whole.replace('s0', 'ſ0')],
    ['the check alone', whole.slice(-4)],
    ['something else altogether', 'introduction'],
    ['far too long', `1.${'a'.repeat(100_000)}`],
  ];

  test.for(damaged)(
    'that is damaged (%s) says so and opens nothing else',
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
        page.getByRole('heading', { level: 2, name: real.questions[0]?.text ?? '' }),
      ).toBeVisible();
      // The story can begin all the same.
      await tell(page, ['s0']);
      expect(page.url()).toContain(linkTo(['s0']));
    },
  );

  test('of another scenario says so', async ({ open }) => {
    const { BARE, encodeLink } = await import('../../src/codec/link.ts');
    const link = encodeLink({ ...BARE, scenario: 'elsewhere', edition: 1, story: ['aa'] });
    const page = await open(`#${link}`);
    await expect(page.getByRole('status').first()).toContainText('belongs to another map');
    await expect(steps(page)).toHaveCount(0);
  });
});

describe('an ending', () => {
  test('says what came of it, whose aims are met, where the reporting was left, and leads on', async ({
    open,
  }) => {
    const page = await open(linkTo(W3));
    const ending = page.getByRole('region', { name: 'A pause guarded by coalition troops' });
    for (const fact of real.facts) await expect(ending.getByText(fact.label, { exact: true })).toBeVisible();
    for (const aim of real.aims) await expect(ending.getByText(aim.label)).toBeVisible();
    await expect(ending.locator('[data-standing="met"]')).toHaveCount(4);
    await expect(ending.locator('[data-standing="open to argument"]')).toHaveCount(1);
    await expect(ending.locator('[data-standing="not met"]')).toHaveCount(5);
    await expect(ending).toContainText(`The story left the reporting at step 5: ${answer('ca').label}`);
    await expect(ending).toContainText('Its weakest link is step 10');

    await ending.getByText('Another ending', { exact: true }).click();
    await ending.getByRole('button', { name: /towards A pause guarded by neutral nations/ }).click();
    await expect(page.getByRole('heading', { level: 2, name: /A pause guarded by coalition/ })).toHaveCount(
      0,
    );
    expect(await openEndings(page)).toContain('pause-neutral');
  });

  test('shows the whole story with its citations', async ({ open }) => {
    const page = await open(linkTo(W3));
    await page.getByText('The whole story, with its citations').click();
    const whole = page.locator('details .paper');
    for (const code of W3) await expect(whole).toContainText(answer(code).label);
    for (const id of ['M-14', 'M-03', 'L-07']) {
      const item = real.evidence.find((item) => item.id === id);
      await expect(whole).toContainText(item?.quote ?? '');
    }
  });

  test.for(real.endings.map(({ id, title }) => ({ id, title })))(
    '“$id” can be reached on the page',
    async ({ id, title }, { open, skip }) => {
      // Those that a walk ends with are reached in `walks.journey.ts`.
      skip(
        !exhaustive && real.walks.some(({ ends }) => ends === id),
        'takes long; `npm run test:all` runs it',
      );
      const ending = real.endings.find((ending) => ending.id === id);
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

test('a part of the page that cannot be fetched is said to be missing, and the story stays', async ({
  open,
}) => {
  const page = await open(linkTo(['s0', 'nx']), { expected: [/Failed to load resource/] });
  await page.route('**/assets/Sources*', (route) => route.abort());
  await page.getByRole('button', { name: 'Sources', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('This part of the page could not be fetched.');
  await expect(steps(page)).toHaveCount(2);
  await page.unroute('**/assets/Sources*');
  await page.reload();
  await openTab(page, 'Sources');
  await expect(page.getByText('This part of the page could not be fetched.')).toHaveCount(0);
});
