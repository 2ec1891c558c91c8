/** A class of thirty: the lesson, and each student’s story and replies, the same in every run. */
import type { Page } from 'playwright';
import { encodeLesson, encodeWork, fingerprint } from '../../src/codec/lesson.ts';
import { EMPTY_LINK, encodeLink, type Link } from '../../src/codec/link.ts';
import { EMPTY, type Lesson } from '../../src/lesson/lesson.ts';
import { NOTHING } from '../../src/lesson/work.ts';
import type { Story } from '../../src/scenario/scenario.ts';
import { numbers, storiesOf } from '../lesson/random.ts';
import { newest } from '../support/real.ts';
import { answer } from './reader.ts';

export const { storyOf } = storiesOf(newest);
const [first] = newest.questions;
if (!first) throw new Error('The scenario asks nothing.');
export const firstQuestion = first;

export const lesson: Lesson = {
  ...EMPTY,
  title: 'Follow the evidence',
  tasks: [
    { kind: 'predict', at: 'start', prompt: '' },
    { kind: 'text', at: firstQuestion.id, prompt: 'Why did you start from there?' },
    { kind: 'basis', at: firstQuestion.id, prompt: '' },
    { kind: 'support', at: firstQuestion.id, prompt: '' },
  ],
};
const print = fingerprint(lesson);
export const held = encodeLesson(lesson);

export interface Student {
  readonly label: string;
  readonly story: Story;
  readonly ending: string;
  readonly replies: ReadonlyMap<number, string>;
}

const pick = numbers(2025);
export const HOSTILE = '“Stated” (M-27) https://evil.example/<img src=x onerror=alert(1)> =HYPERLINK("x")';
export const students: readonly Student[] = Array.from({ length: 30 }, (_, at) => {
  const { story, ending } = storyOf(Array.from({ length: at % 7 === 3 ? 4 : 30 }, () => pick(60)));
  const first = answer(story[0] ?? '');
  const replies: [number, string][] = [
    [0, newest.endings[pick(3)]?.id ?? ''],
    [1, at === 4 ? HOSTILE : `Reason of student ${at + 1}, who chose with care.`],
    [2, ['stated', 'reported', 'assumption'][pick(3)] ?? ''],
    [3, pick(2) ? (first.evidence[0] ?? NOTHING) : NOTHING],
  ];
  return { label: `Student ${at + 1}`, story, ending: ending?.title ?? '', replies: new Map(replies) };
});
export const linkOf = ({ label, story, replies }: Student, more: Partial<Link> = {}) =>
  encodeLink({
    ...EMPTY_LINK,
    edition: newest.edition,
    story,
    lesson: held,
    work: encodeWork({ lesson: print, label, replies, story }),
    ...more,
  });
export const address = (link: string) => `https://example.org/parley/#${link}`;

/** How many of the thirty are as `wanted`. */
export const countOf = (wanted: (student: Student) => boolean) => students.filter(wanted).length;

/** Where links are gathered. */
export const classLink = `#${encodeLink({ ...EMPTY_LINK, edition: newest.edition, view: 'class' })}`;

/** Shows the field for pasting and what stands with it, which is folded once something was gathered. */
export async function gatherMore(page: Page): Promise<void> {
  await page.locator('details:not([open]) > summary', { hasText: 'Collect more' }).click();
}

export async function gather(page: Page, text: string): Promise<void> {
  const folded = page.getByText('Collect more', { exact: true });
  if ((await folded.isVisible()) && !(await page.getByLabel('Paste the links here').isVisible()))
    await gatherMore(page);
  await page.getByLabel('Paste the links here').fill(text);
  await page.getByRole('button', { name: 'Collect the links' }).click();
}

/** The rows of counts in a region, as label and count. */
export const rowsOf = (page: Page, name: string) =>
  page
    .getByRole('region', { name, exact: true })
    .locator('li:has(.count)')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector('.label')?.textContent?.trim() ?? '',
        ...[...row.querySelectorAll('.links')].map((links) => links.textContent?.trim() ?? ''),
      ]),
    );
