/** Tests that the built site opens. */
import { expect } from 'vitest';
import { test } from './page.ts';

test('the page: opens and has one main heading', async ({ open }) => {
  const page = await open();
  const heading = page.getByRole('heading', { level: 1 });
  await heading.waitFor();
  expect(await heading.count()).toBe(1);
});
