/** Steps of journeys with hostile data: open all parts of a view, save every file, and check for any effect. */
import type { Download, Page } from 'playwright';
import { expect } from 'playwright/test';
import { RAN } from '../support/hostile.ts';
import { steps } from './reader.ts';

/** Holds every frame of `page` to have run nothing, and to hold no element or attribute that only a payload could have made. */
export async function expectUntouched(page: Page, where: string): Promise<void> {
  for (const frame of page.frames()) {
    const found = await frame.evaluate((ran) => {
      const wrong = ran in window ? ['a payload has run'] : [];
      for (const element of document.querySelectorAll('*')) {
        if (/^(base|object|embed|template|image)$/.test(element.localName)) wrong.push(element.localName);
        for (const { name, value } of element.attributes) {
          const leads = /^(href|xlink:href|src|srcset|action|formaction|data|poster)$/.test(name);
          if (/^on|^srcdoc$/.test(name) || (name === 'style' && /url|import/.test(value)))
            wrong.push(`${element.localName} ${name}="${value}"`);
          if (leads && /^\s*(javascript|vbscript|data:text)/i.test(value))
            wrong.push(`${element.localName} ${name}="${value}"`);
          if (leads && element.localName !== 'a' && value.includes('evil.invalid'))
            wrong.push(`${element.localName} ${name}="${value}"`);
        }
      }
      for (const link of document.querySelectorAll('a[href*="evil.invalid"]'))
        if (!/^https:\/\/evil\.invalid\/p\?/.test(link.getAttribute('href') ?? ''))
          wrong.push(`a link to ${link.getAttribute('href')}`);
      return wrong;
    }, RAN);
    expect(found, where).toEqual([]);
  }
}

/** Lays open everything that is folded in what stands on `page`. */
export async function openAll(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const one of all) one.setAttribute('open', '');
  });
  // Opening one may close others, or remove it before it is pressed.
  const folded = page.locator('main [aria-expanded=false]');
  for (let at = 0; at < 12 && (await folded.count()) > at; at++)
    await folded
      .nth(at)
      .click({ timeout: 1_000 })
      .catch(() => undefined);
}

/** Presses each button within `selector` that saves something, and gives what was saved. */
export async function saveAll(page: Page, selector: string, names: readonly RegExp[]): Promise<Download[]> {
  const saved: Download[] = [];
  for (const name of names) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(selector).getByRole('button', { name }).first().click(),
    ]);
    // Letters, digits, hyphens, and full stops within: no folder, and nothing that an operating system obeys.
    expect(download.suggestedFilename()).toMatch(/^[A-Za-z0-9][A-Za-z0-9-]*(\.[a-z0-9-]+)+$/);
    saved.push(download);
  }
  return saved;
}

/** Chooses the first answer at each question until an ending is reached; gives the codes. */
export async function walkToEnding(page: Page): Promise<string[]> {
  const story: string[] = [];
  const choice = page.locator('main button[data-code]').first();
  const now = page.locator('#ending').or(choice).first();
  for (await now.waitFor(); await choice.isVisible(); await now.waitFor()) {
    story.push((await choice.getAttribute('data-code')) ?? '');
    await choice.click();
    await expect(steps(page)).toHaveCount(story.length);
  }
  await expect(page.locator('#ending')).toBeVisible();
  return story;
}
