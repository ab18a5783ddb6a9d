import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { violations } from '../chromium.testing.js';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Builds the pages as `npm run build` does, so that it is these sources that are tested. */
export async function buildPages(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(root, 'console', 'build.mjs')]);
}

/** Waits until the page has a heading and every answer that it asked for. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
}

/** What axe-core finds serious or critical on the page as it is now, by all rules or by some. */
export async function seriousFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  return (await violations(page, rules))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, targets }) => `${id}: ${targets.slice(0, 3).join(', ')}`);
}

/** Serious findings of axe on the page as it is now, light and dark, and pixels by which it is too wide for a desk or a phone. */
export async function usable(page: Page) {
  const before = page.viewportSize();
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await seriousFindings(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  // The other rules do not look at colors.
  const dark = await seriousFindings(page, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
  const tooWide: unknown[] = [];
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    tooWide.push(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
  }
  if (before) await page.setViewportSize(before);
  return { light, dark, tooWide };
}

/** What `usable` finds if all is well. */
export const wholly = { light: [], dark: [], tooWide: [0, 0] };

const screenshots = join(root, 'reports', 'latest', 'screenshots');

/** For people: with `SCREENSHOTS=1` they are kept beside the reports. */
const withScreenshots = process.env.SCREENSHOTS === '1';

export async function screenshot(page: Page, name: string): Promise<void> {
  if (!withScreenshots) return;
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

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
