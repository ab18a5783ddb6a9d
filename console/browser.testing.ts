import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { openBrowser, violations } from '../chromium.testing.js';

const root = fileURLToPath(new URL('..', import.meta.url));
let built: Promise<unknown> | undefined;

/** Builds the pages as `npm run build` does, so that it is these sources that are tested; once in a process. */
export async function buildPages(): Promise<void> {
  built ??= promisify(execFile)(process.execPath, [join(root, 'console', 'build.mjs')]);
  await built;
}

/** A browser for the tests of a group, which have the pages of these sources; closed after the last. */
export function browserOfGroup(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    await buildPages();
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser?.close());
  return () => {
    if (browser === undefined) throw new Error('the browser is open only during the tests of the group');
    return browser;
  };
}

/** Waits until the page has a heading and every answer that it asked for. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
}

/** What axe-core finds on the page as it is now. */
export async function findings(page: Page, looking?: Parameters<typeof violations>[1]): Promise<string[]> {
  return (await violations(page, looking)).map(
    ({ id, targets }) => `${id}: ${targets.slice(0, 3).join(', ')}`,
  );
}

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** Pixels by which the page is too wide for its window. */
export const tooWide = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/**
 * What is wrong with the page as it is now, on a desk and on a phone, light and dark: findings of axe, and pixels by
 * which it is too wide; nothing if all is well. On a desk the contrast of each element is looked at, on a phone that of
 * each that looks different.
 *
 * @param name of its pictures; without it none are made
 * @param onPhone what else is looked at there
 */
export async function wrongLooks(
  page: Page,
  name?: string,
  onPhone = async (): Promise<void> => {},
): Promise<string[]> {
  const before = page.viewportSize();
  const wrong: string[] = [];
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    const past = await tooWide(page);
    if (past > 0) wrong.push(`${size.width}: ${past} pixels too wide`);
    if (size === phone) await onPhone();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const found = await findings(page, {
        // The other rules do not look at colors.
        ...(colorScheme === 'dark' && { only: ['color-contrast'] }),
        contrastOnce: size === phone,
      });
      wrong.push(...found.map((finding) => `${size.width}, ${colorScheme}: ${finding}`));
      if (name) await screenshot(page, `${name}-${size.width}-${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
  return wrong;
}

const screenshots = join(root, 'reports', 'latest', 'screenshots');

/** For people: with `SCREENSHOTS=1`, which CI sets, they are kept beside the reports. */
const withScreenshots = process.env.SCREENSHOTS === '1';

export async function screenshot(page: Page, name: string): Promise<void> {
  if (!withScreenshots) return;
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

/** The name of the pictures of a page, from its path: `console-journal-entry` of `/console/journal/{entry}`. */
export const pictureName = (path: string): string =>
  path.replaceAll(/[^\w-]+/g, '-').replaceAll(/^-|-$/g, '');

/** Errors of scripts and what the policy forbade; a test ends without any. */
export function watchErrors(page: Page): () => void {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /policy|refused to/i.test(message.text())) errors.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(?:http:\/\/127\.0\.0\.1[:/]|data:|blob:)/.test(request.url()))
      errors.push(`leaves: ${request.url()}`);
  });
  return () => expect(errors).toEqual([]);
}
