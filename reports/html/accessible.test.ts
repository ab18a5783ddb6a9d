import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, openBrowser, violations } from '../../chromium.testing.js';
import { htmlReport } from '../html.js';
import { conformant, narrowed, notConformant, notVerified } from '../result.testing.js';

const trees = { conformant, narrowed, notConformant, notVerified };

/** Labels, landmarks, headings and contrast, by axe-core. */
describeInBrowser('the page is accessible', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  // Words and colors have nothing to do with each other.
  it.each([
    ['en', 'light', 1440],
    ['uk', 'dark', 390],
  ] as const)('%s, %s, %d', async (language, colorScheme, width) => {
    const viewport = { width, height: 900 };
    const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport });
    const page = await context.newPage();
    for (const [name, tree] of Object.entries(trees)) {
      await page.setContent(htmlReport(tree(), language).replaceAll('<details class', '<details open class'));
      const found = await violations(page);
      expect({ name, found }).toEqual({ name, found: [] });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    await context.close();
  });
});
