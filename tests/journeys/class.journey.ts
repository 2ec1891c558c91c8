/** Tests of the view of a class with thirty links: completeness, display, comparison, export and refusals. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import encodeQR from 'qr';
import { chromium, type Page } from 'playwright';
import { expect } from 'playwright/test';
import { describe, inject } from 'vitest';
import { encodeLesson, encodeWork, fingerprint } from '../../src/codec/lesson.ts';
import { EMPTY_LINK, encodeLink } from '../../src/codec/link.ts';
import { encodeWorkFile } from '../../src/codec/work-file.ts';
import { EMPTY, type Lesson } from '../../src/lesson/lesson.ts';
import { launchArguments } from '../support/browser.ts';
import { newest } from '../support/real.ts';
import { test } from './page.ts';
import { openTab } from './reader.ts';
import {
  address,
  classLink,
  countOf,
  firstQuestion,
  gather,
  gatherMore,
  held,
  lesson,
  linkOf,
  rowsOf,
  storyOf,
  students,
  type Student,
} from './thirty.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The thirty as a chat, then one that is damaged and two that are duplicates. */
function chat(): string {
  const links = students.map((student) => address(linkOf(student)));
  const damaged = (links[7] ?? '').replace(/.{20}$/, (end) => `x${end.slice(1)}`);
  const all = [...links, damaged.replace('.r-', '.r-Q'), links[2], links[11]];
  return all.map((link, at) => `[22/11/2025, 10:${10 + at}] Pupil: ${link} 🙂`).join('\n');
}

/** Opens a student’s work as the file that they would save; gives the part of the page that says what was gathered. */
async function gatherFile(page: Page, student: Student) {
  const { story, replies, label } = student;
  const content = encodeWorkFile(
    { story, replies, label, lesson: fingerprint(lesson), task: lesson },
    { id: newest.id, edition: newest.edition },
  );
  await page
    .getByLabel('Files with links or work')
    .setInputFiles({ name: 'work.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  return page.getByRole('region', { name: /came as a file$/ });
}

const open32 = async (open: (address?: string, options?: object) => Promise<Page>, options = {}) => {
  const page = await open(classLink, options);
  await gather(page, chat());
  await expect(page.getByRole('heading', { name: '33 links were pasted' })).toBeVisible();
  return page;
};

describe('a class of thirty', () => {
  test('loses no work when an entry is removed, restored, counted or undone, or when another page is visited', async ({
    open,
  }) => {
    const page = await open32(open);
    const count = page.getByRole('region', { name: '33 links were pasted' }).locator('strong');
    await page.getByText('All that were collected (33)').click();
    const list = page.locator('.entries').last();
    await list.getByRole('button', { name: /^Take out ?: number 1$/ }).click();
    await expect(count).toHaveText('29 links count.');
    await list.getByRole('button', { name: /^Count it too ?: number 32$/ }).click();
    await expect(count).toHaveText('30 links count.');
    await list.getByRole('button', { name: /^Put back ?: number 1$/ }).click();
    await expect(count).toHaveText('31 links count.');
    for (const words of ['30 links count.', '29 links count.', '30 links count.']) {
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(count).toHaveText(words);
    }
    await page.getByRole('button', { name: 'Clear the desk' }).click();
    await expect(page.getByRole('heading', { name: /were pasted/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await openTab(page, 'Sources');
    await page.goBack();
    await expect(count).toHaveText('30 links count.');
    await page.getByText('What was pasted, as it was').click();
    await expect(page.getByLabel('What was pasted: 33 links')).toHaveValue(chat());
  });

  test('keeps the gathered work across a reload, in this tab only, until it is cleared', async ({ open }) => {
    const page = await open(classLink);
    await expect(page.getByRole('button', { name: 'Collect the links' })).toBeVisible();
    const stored = () => page.evaluate(() => sessionStorage.length);
    expect(await stored(), 'before anything was gathered').toBe(0);
    await gather(page, chat());
    const gathered = page.getByRole('region', { name: /^33 links were pasted/ });
    await expect(gathered).toContainText('All of this is kept for this tab alone');
    const student = students[4] as Student;
    const saved = await gatherFile(page, student);
    await expect(saved).toContainText('1 work came as a file');
    await page.getByText('All that were collected (34)').click();
    await page.getByRole('button', { name: /^Take out ?: number 1$/ }).click();
    await page.getByRole('button', { name: /^Count it too ?: number 32$/ }).click();
    await page.getByText('Name the two groups').click();
    await page.getByLabel('The first').fill('Period 3');
    const counts = saved.locator('strong');
    await expect(counts).toHaveText('30 links count.');
    const rows = await rowsOf(page, 'Endings reached');

    await page.reload();
    await expect(counts).toHaveText('30 links count.');
    expect(await rowsOf(page, 'Endings reached')).toEqual(rows);
    await page.getByText('What was pasted, as it was').click();
    await expect(page.getByLabel('What was pasted: 33 links')).toHaveValue(chat());
    await page.getByText('Name the two groups').click();
    await expect(page.getByLabel('The first')).toHaveValue('Period 3');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await expect(other.getByRole('button', { name: 'Collect the links' })).toBeVisible();
    await expect(other.getByRole('heading', { name: /were pasted/ })).toHaveCount(0);

    await page.getByRole('button', { name: 'Clear the desk' }).click();
    expect(await stored(), 'after the desk was cleared').toBe(0);
    await page.reload();
    await expect(page.getByRole('button', { name: 'Collect the links' })).toBeVisible();
    await expect(page.getByRole('heading', { name: /were pasted/ })).toHaveCount(0);
  });

  test('says when the tab cannot store it, and the browser then asks before the page is left', async ({
    open,
  }) => {
    const page = await open();
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('', 'QuotaExceededError');
      };
    });
    await page.goto(classLink);
    await page.reload();
    await gather(page, chat());
    await expect(page.getByText('when the page is loaded again, it is empty')).toBeVisible();
    const asked = new Promise<string>((resolve) =>
      page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.dismiss();
      }),
    );
    await page.evaluate(() => setTimeout(() => location.reload()));
    expect(await asked).toBe('beforeunload');
    await expect(page.getByText('30 links count.')).toBeVisible();
    await page.getByRole('button', { name: 'Clear the desk' }).click();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Collect the links' })).toBeVisible();
  });

  test('can be filtered and compared with another group', async ({ open }) => {
    const page = await open32(open);
    const ending = students.find(({ ending }) => ending !== '')?.ending ?? '';
    await page.getByRole('combobox', { name: 'Ending' }).selectOption({ label: ending });
    const some = countOf((student) => student.ending === ending);
    await expect(page.getByText(`${some} of 30 links shown.`)).toBeVisible();
    expect(await rowsOf(page, 'Endings reached')).toEqual([
      [ending, `${some} of ${some} link${some === 1 ? '' : 's'}`],
    ]);
    await page.getByRole('button', { name: 'Show all', exact: true }).click();
    await page.getByLabel('Name or nickname of the student').fill('student 1');
    await expect(page.getByText('11 of 30 links shown.')).toBeVisible();
    await page.getByRole('button', { name: 'Show all', exact: true }).click();

    await page.getByText('Name the two groups').click();
    await page.getByLabel('The second').fill('Afterwards');
    await gatherMore(page);
    await page.getByLabel('Afterwards').check();
    const after = students
      .slice(0, 10)
      .map((student) => ({ ...student, ...storyOf([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) }));
    await gather(page, after.map((student) => address(linkOf({ ...student, ending: '' }))).join('\n'));
    await expect(page.getByRole('heading', { name: '43 links were pasted' })).toBeVisible();
    const rows = await rowsOf(page, 'Where the two groups differ most');
    expect(
      rows.every(
        ([, first, second]) => /^First group: /.test(first ?? '') && /^Afterwards: /.test(second ?? ''),
      ),
    ).toBe(true);
    const [first] = firstQuestion.answers;
    const step = page.getByRole('region', { name: 'Step by step' });
    await step.getByText(firstQuestion.text).click();
    const row = step.locator('li:has(.count)', { hasText: first?.label ?? '' });
    await expect(row).toContainText(
      `First group: ${countOf(({ story }) => story[0] === first?.code)} of 30 links`,
    );
    await expect(row).toContainText('Afterwards: 10 of 10 links');
    await expect(page.getByRole('region', { name: 'The stories on the map' }).locator('.acts')).toHaveCount(
      2,
    );
  });

  test('is shown on a projector one finding at a time, controlled by keys, without names', async ({
    open,
  }) => {
    const page = await open32(open, { viewport: { width: 1920, height: 1080 } });
    const button = page.getByRole('button', { name: 'Present to the class' });
    await button.click();
    const dialog = page.getByRole('dialog');
    const title = dialog.getByRole('heading', { level: 2 });
    await expect(title).toHaveText('Where the stories ended');
    await expect(title).toBeFocused();
    const seen: string[] = [];
    const asked: string[] = [];
    const body = dialog.locator('.body');
    for (let at = 0; at < 20; at++) {
      seen.push(await title.innerText());
      expect(await dialog.innerText()).not.toMatch(/Student \d/);
      const size = await dialog
        .locator('.body')
        .evaluate((body) => parseFloat(getComputedStyle(body).fontSize));
      expect(size).toBeGreaterThanOrEqual(24);
      expect(await dialog.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
      // Cut text has a sign of it, and the content uses the whole width.
      const hides = await body.evaluate((one) => one.scrollHeight > one.clientHeight + 8);
      await expect(dialog.getByRole('button', { name: 'More below' })).toHaveCount(hides ? 1 : 0);
      const reach = await body.evaluate((one) => {
        const ends = [...one.querySelectorAll('.count .links, td')].map(
          (part) => part.getBoundingClientRect().right,
        );
        return ends.length === 0 ? 1 : Math.max(...ends) / one.clientWidth;
      });
      expect(reach).toBeGreaterThan(0.9);
      asked.push(await body.innerText());
      if (await dialog.getByRole('button', { name: 'Next' }).isDisabled()) break;
      await page.keyboard.press('ArrowRight');
    }
    expect(seen.slice(0, 3)).toEqual([
      'Where the stories ended',
      'The stories on the map',
      'Where the class parted most: 1 of 5',
    ]);
    expect(seen.slice(3, 7)).toEqual([2, 3, 4, 5].map((at) => `Where the class parted most: ${at} of 5`));
    expect(seen.at(-1)).toContain('Task 4');
    // Each task states its place and its instruction, in the teacher’s words where there are any.
    const [predict = '', text = '', basis = '', support = ''] = asked.slice(-4);
    expect(predict).toContain('Which ending do you think this story will come to?');
    expect(text).toContain('Why did you start from there?');
    expect(basis).toContain('Is the answer you gave reported, asked for, or a what-if?');
    for (const words of [text, basis, support]) expect(words).toContain(firstQuestion.text);
    // A label belongs to an answer, so its table lists the answers.
    for (const { code, label } of firstQuestion.answers)
      if (countOf(({ story }) => story[0] === code) > 0) expect(basis).toContain(label);
    await page.keyboard.press('ArrowLeft');
    await expect(title).toContainText('Task 3');
    const more = dialog.getByRole('button', { name: 'More below' });
    await expect(more).toBeVisible();
    for (let press = 0; press < 10 && (await more.isVisible()); press++) {
      await page.keyboard.press('ArrowDown');
      // The page is shown at its new scroll position.
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
    }
    await expect(more).toHaveCount(0);
    await expect(dialog.locator('tbody').last()).toBeInViewport();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(button).toBeFocused();
  });

  test('has a map that fits a projector completely, in letters legible from the last row', async ({
    open,
  }) => {
    const page = await open32(open, { viewport: { width: 1920, height: 1080 } });
    await page.getByRole('button', { name: 'Present to the class' }).click();
    await page.keyboard.press('ArrowRight');
    const dialog = page.getByRole('dialog');
    const map = dialog.locator('.acts');
    await expect(map.locator('.end')).toBeInViewport({ ratio: 1 });
    await expect(dialog.getByRole('button', { name: 'More below' })).toHaveCount(0);
    const { spare, ...fits } = await map.evaluate((list) => ({
      across: list.scrollWidth <= list.clientWidth,
      large: parseFloat(getComputedStyle(list).fontSize) >= 18,
      // Other fonts make its rows a little higher.
      spare:
        (list.closest('[role="group"]')?.getBoundingClientRect().bottom ?? 0) -
        (list.querySelector('.end')?.getBoundingClientRect().bottom ?? Infinity),
    }));
    expect(fits).toEqual({ across: true, large: true });
    expect(spare).toBeGreaterThanOrEqual(16);
  });

  test('is exported as table, data and pictures, and its data can be imported again', async ({ open }) => {
    const page = await open32(open);
    const saved = async (name: string) => {
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      const download = await coming;
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const table = await saved('Table (CSV)');
    expect(table.name).toBe('class-ukraine-2025.csv');
    const text = table.bytes.toString('utf8');
    expect(text.split('\r\n').filter((line) => /^\d+,First group,/.test(line)).length).toBe(30);
    expect(text).toContain(newest.notice);

    const svg = (await saved('Map as SVG')).bytes.toString('utf8');
    for (const words of [newest.notice, newest.title, '30 pasted links', 'March 2025'])
      expect(svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain(words);
    const png = (await saved('Map as PNG')).bytes;
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(1_500);

    const data = await saved('Data (JSON)');
    const folder = mkdtempSync(join(tmpdir(), 'parley-class-'));
    const file = join(folder, data.name);
    writeFileSync(file, data.bytes);
    const again = await open(classLink);
    await again.getByLabel('Files with links or work').setInputFiles(file);
    await expect(again.getByText('30 links count.')).toBeVisible();
    expect(await rowsOf(again, 'Endings reached')).toEqual(await rowsOf(page, 'Endings reached'));
    rmSync(folder, { recursive: true });
  });
});

describe('duplicate work', () => {
  test('counts a link without a name once for its student, and reports one name on several works', async ({
    open,
  }) => {
    const page = await open(classLink);
    const [a, b, c] = students as [Student, Student, Student];
    const links = [
      linkOf({ ...a, label: 'Owl' }),
      linkOf({ ...a, label: '' }),
      linkOf({ ...b, label: 'Fox 7' }),
      linkOf({ ...c, label: 'Fox 7' }),
      linkOf({ ...b, label: '', story: b.story.slice(0, 3) }),
    ];
    await gather(page, `Mine:\n${links.map(address).join('\n')}`);
    const gathered = page.getByRole('region', { name: '5 links were pasted' });
    await expect(gathered.getByRole('heading', { level: 2 })).toBeFocused();
    await expect(gathered).toContainText('4 links count. Of the others, 1 is the same as another.');
    await expect(gathered).toContainText('The name Fox 7 stands on 2 links.');
    await gathered.getByText('All that were collected (5)').click();
    const rows = gathered.locator('.entries').last().locator('li');
    await expect(rows.nth(1)).toContainText('It holds the same work as number 1, without the name.');
    await expect(rows.nth(1)).toContainText('Line 3 of what was pasted');
    // A link without a name has the same label in the list as elsewhere.
    await expect(rows.nth(4).locator('.name')).toHaveText('Link 5');
    await expect(page.getByRole('region', { name: 'Replies to the tasks' })).toContainText('Link 5');
    await rows.nth(1).getByRole('button', { name: 'Count it too' }).click();
    await expect(gathered).toContainText('5 links count.');
  });
});

describe('work that cannot be gathered', () => {
  test('stays in the field when the pasted text has no link, with a sentence on what to do', async ({
    open,
  }) => {
    const page = await open(classLink);
    await gather(page, 'Dear Ms Miller, my tablet was empty.');
    await expect(page.getByRole('alert').first()).toContainText('What was pasted holds no link of this map.');
    await expect(page.getByLabel('Paste the links here')).toHaveValue('Dear Ms Miller, my tablet was empty.');
  });

  test('includes a picture without a code, a picture with another code, and a damaged picture, each reported by file name', async ({
    open,
  }) => {
    const page = await open(classLink);
    const code = encodeQR('https://example.org/a-menu', 'gif', { scale: 6, border: 4 });
    await page.getByLabel('Files with links or work').setInputFiles([
      { name: 'page.png', mimeType: 'image/png', buffer: await page.screenshot() },
      { name: 'menu.gif', mimeType: 'image/gif', buffer: Buffer.from(code) },
      { name: 'broken.jpeg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') },
    ]);
    const said = page.getByRole('alert').first();
    await expect(said).toContainText('page.png shows no QR code that can be read.');
    await expect(said).toContainText('menu.gif shows a QR code that is not a link of this map.');
    await expect(said).toContainText('broken.jpeg is a picture that this browser cannot open.');
  });

  test('is named and listed separately when it belongs to another scenario, edition or lesson', async ({
    open,
  }) => {
    const page = await open(classLink);
    const [a, b, c] = students as [Student, Student, Student];
    const other: Lesson = { ...EMPTY, title: 'Another' };
    const elsewhere = linkOf(c, {
      lesson: encodeLesson(other),
      work: encodeWork({ ...c, lesson: fingerprint(other) }),
    });
    const links = [
      linkOf(a),
      linkOf(b),
      linkOf(c, { scenario: 'elsewhere' }),
      linkOf(c, { edition: 99 }),
      elsewhere,
      elsewhere,
      encodeLink({ ...EMPTY_LINK, edition: newest.edition, lesson: held }),
    ];
    await gather(page, links.join('\n'));
    const gathered = page.getByRole('region', { name: '7 links were pasted' });
    await expect(gathered).toContainText('3 links count.');
    for (const words of [
      '1 belongs to another map',
      '2 belong to another lesson',
      '1 is the lesson itself',
      '1 of those counted was made for another edition',
    ])
      await expect(gathered).toContainText(words);
    // The menu excludes duplicates, as the list above it does.
    await gathered.getByLabel('Look at the work for').selectOption({ label: 'Another (1 link)' });
    await expect(gathered).toContainText('1 link counts.');
  });

  test('includes links beyond five thousand and a file of fifty megabytes', async ({ open }) => {
    const page = await open(classLink);
    const links = Array.from({ length: 5_001 }, (_, at) => {
      const student = students[at % 30] as Student;
      return address(linkOf({ ...student, label: `S ${at}` }));
    });
    const folder = mkdtempSync(join(tmpdir(), 'parley-class-'));
    const [many, large] = [join(folder, 'many.txt'), join(folder, 'large.txt')];
    writeFileSync(many, links.join('\n'));
    writeFileSync(large, 'x'.repeat(50_000_000));
    const picker = page.getByLabel('Files with links or work');
    await picker.setInputFiles(many);
    await expect(page.getByText('5000 links count.')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('alert').first()).toContainText(
      'more than 5,000 links: the first 5,000 were taken',
    );
    await picker.setInputFiles(large);
    await expect(page.getByRole('alert').first()).toContainText(
      'large.txt is larger than 25 million characters',
    );
    await expect(page.getByText('5000 links count.')).toBeVisible();
    rmSync(folder, { recursive: true });
  });
});

describe('the camera of a class', () => {
  /** A film of one picture: the QR code of `text`, as raw 4:2:0 video that Chromium takes for a camera. */
  function film(text: string): string {
    const [width, height, size] = [640, 480, 440];
    const modules = encodeQR(text, 'raw', { ecc: 'low', border: 4 });
    const luma = Buffer.alloc(width * height, 235);
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++) {
        const at = (place: number) => Math.floor((place * modules.length) / size);
        if (modules[at(y)]?.[at(x)]) luma[(y + 20) * width + x + 100] = 16;
      }
    const file = join(mkdtempSync(join(tmpdir(), 'parley-film-')), 'code.y4m');
    const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)]);
    writeFileSync(
      file,
      Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`), frame, frame]),
    );
    return file;
  }
  async function withCamera(args: readonly string[], then: (page: Page) => Promise<void>) {
    const site = inject('site');
    if (!site.ok) throw new Error(site.problem);
    const browser = await chromium.launch({
      executablePath: inject('browser'),
      args: [...launchArguments, '--use-fake-device-for-media-stream', ...args],
    });
    const page = await browser.newPage();
    await page.goto(site.address + classLink);
    await then(page).finally(() => browser.close());
  }

  test('reads a student’s code once, with the fetched decoder where the browser has no detector', async () => {
    const [student] = students as [Student];
    const link = encodeLink({ ...EMPTY_LINK, edition: newest.edition, story: student.story });
    const file = film(`https://example.org/#${link}`);
    await withCamera(
      ['--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${file}`],
      async (page) => {
        const fetched: string[] = [];
        page.on('request', (request) => fetched.push(request.url()));
        expect(await page.evaluate(() => 'BarcodeDetector' in window)).toBe(false);
        await page.getByRole('button', { name: 'Scan with the camera' }).click();
        await expect(page.getByText('Read. 1 link so far. Hold up the next one.')).toBeVisible({
          timeout: 30_000,
        });
        // The code is shown for three more readings.
        await page.locator('video').evaluate(
          (video) =>
            new Promise<void>((resolve) => {
              let looks = 0;
              Object.defineProperty(video, 'readyState', {
                get: () => {
                  looks += 1;
                  if (looks > 3) resolve();
                  return HTMLMediaElement.HAVE_ENOUGH_DATA;
                },
              });
            }),
        );
        await expect(page.getByRole('heading', { name: '1 link was pasted' })).toBeVisible();
        expect(fetched.some((address) => /decode/.test(address))).toBe(true);
        await page.getByRole('button', { name: 'Close the camera' }).click();
        await expect(page.locator('video')).toHaveCount(0);
      },
    );
    rmSync(join(file, '..'), { recursive: true });
  });

  test('uses the browser’s own detector where there is one', async () => {
    const link = encodeLink({ ...EMPTY_LINK, edition: newest.edition, story: students[0]?.story ?? [] });
    await withCamera(['--use-fake-ui-for-media-stream'], async (page) => {
      await page.evaluate((text) => {
        class Detector {
          static getSupportedFormats = () => Promise.resolve(['qr_code']);
          detect = () => Promise.resolve([{ rawValue: text }]);
        }
        Object.assign(window, { BarcodeDetector: Detector });
      }, link);
      await page.getByRole('button', { name: 'Scan with the camera' }).click();
      await expect(page.getByText('Read. 1 link so far. Hold up the next one.')).toBeVisible();
    });
  });

  test('is reported when refused or absent, without loss of work', async ({ open }) => {
    const page = await open32(open);
    for (const [name, words] of [
      ['NotAllowedError', 'The camera was refused.'],
      ['NotFoundError', 'No camera was found.'],
      ['NotReadableError', 'Another program is using the camera.'],
    ] as const) {
      if (name === 'NotAllowedError') await gatherMore(page);
      await page.evaluate((name) => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', name));
      }, name);
      await page.getByRole('button', { name: 'Scan with the camera' }).click();
      await expect(page.getByRole('alert').first()).toContainText(words);
      await expect(page.getByText('30 links count.')).toBeVisible();
    }
  });
});

describe('the look of a class', () => {
  const violations = async (page: Page) => {
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: {
          run: (
            options: object,
          ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
        };
      };
      const { violations } = await axe.run({ resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
    });
  };
  const openAll = (page: Page) =>
    page.evaluate(() =>
      document.querySelectorAll('main details').forEach((part) => part.setAttribute('open', '')),
    );

  test.for(['light', 'dark'] as const)('has no axe violations in %s', async (colorScheme, { open }) => {
    const page = await open32(open, { colorScheme });
    await openAll(page);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Present to the class' }).click();
    expect(await violations(page)).toEqual([]);
  });

  test('has no sideways scrolling at 320 px, and every control is large enough', async ({ open }) => {
    const page = await open32(open, { viewport: { width: 320, height: 640 } });
    const map = page.getByRole('region', { name: 'The stories on the map' });
    const [first] = firstQuestion.answers;
    await expect(map.locator('li.stop').first()).toContainText(
      `${first?.short} ${countOf(({ story }) => story[0] === first?.code)}`,
    );
    await openAll(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('main button, main summary, main select')]
        .filter((control) => control.checkVisibility())
        .map((control) => ({ text: control.textContent?.trim() ?? '', box: control.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.height < 24 || box.width < 24))
        .map(({ text }) => text),
    );
    expect(small).toEqual([]);
    await page.getByRole('button', { name: 'Present to the class' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
  });

  test('shows no count as a probability', async ({ open }) => {
    const page = await open32(open);
    expect(await page.locator('main').innerText()).not.toMatch(/%|percent|chance|probab|winner|score/i);
  });

  test('is a report in print, with every count and reply and without controls', async ({ open }) => {
    const page = await open32(open);
    await page.emulateMedia({ media: 'print' });
    // The text of the map is printed, although its answers cannot be pressed.
    await expect(page.locator('button:visible:not(.acts button)')).toHaveCount(0);
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date());
    await expect(page.locator('main header')).toContainText(`Lesson: ${lesson.title}. Printed on ${day}.`);
    for (const { replies } of students)
      await expect(page.getByText(replies.get(1) ?? '', { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('region', { name: 'Step by step' }).locator('.count').first()).toBeVisible();
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThanOrEqual(4);
  });
});
