import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../contract/texts/language.js';
import { htmlReport } from '../html.js';
import { conformant, narrowed, notConformant, notVerified } from '../result.testing.js';

const executablePath = '/usr/bin/chromium';
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const trees = { conformant, narrowed, notConformant, notVerified };

/** Labels, landmarks, headings and contrast, by axe-core; on machines with a browser. */
describe.skipIf(!existsSync(executablePath))('the page is accessible', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(() => browser?.close());

  it.each(languages.flatMap((language) => ['light', 'dark'].map((scheme) => [language, scheme] as const)))(
    '%s, %s',
    async (language, scheme) => {
      const context = await browser.newContext({ colorScheme: scheme as 'light' | 'dark', bypassCSP: true });
      const script = await readFile(axe, 'utf8');
      for (const [name, tree] of Object.entries(trees)) {
        const page = await context.newPage();
        await page.setContent(
          htmlReport(tree(), language).replaceAll('<details class', '<details open class'),
        );
        await page.evaluate(script);
        const found = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id }) => id))',
        );
        expect({ name, found }).toEqual({ name, found: [] });
        await page.close();
      }
      await context.close();
    },
  );
});
