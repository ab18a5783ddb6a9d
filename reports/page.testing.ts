import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeInBrowser, openBrowser, violations } from '../chromium.testing.js';
import { type Language, languages } from '../contract/texts/language.js';
import { elements } from './markup.testing.js';

/** What every page that is made of a result has to be, whatever it shows. */

export interface PageUnderTest<Tree> {
  readonly title: string;
  readonly trees: Readonly<Record<string, () => Tree>>;
  /** The result as its schema reads it. */
  readonly parse: (tree: Tree) => Tree;
  readonly pageOf: (tree: Tree, lang: Language) => string;
}

export function describePage<Tree>({ title, trees, parse, pageOf }: PageUnderTest<Tree>): void {
  const every = Object.entries(trees).flatMap(([name, tree]) =>
    languages.map((lang) => [name, lang, tree] as const),
  );

  describe(title, () => {
    it.each(every)('%s, %s: is whole, and needs nothing else', (_name, lang, tree) => {
      const result = tree();
      expect(parse(result)).toEqual(result);
      const page = pageOf(result, lang);
      const found = elements(page, ['meta', 'br']);
      expect(found.find(({ tag }) => tag === 'html')?.attributes.get('lang')).toBe(lang);
      expect(found.filter(({ tag }) => ['script', 'link', 'img', 'iframe', 'b'].includes(tag))).toEqual([]);
      expect(page).not.toMatch(/(?:src|href)="(?!#)|url\(|@import/);
      expect(page).not.toMatch(/NaN|undefined|Infinity/);
    });
  });

  describeInBrowser(`${title} is accessible`, { timeout: 60_000 }, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    }, 60_000);
    afterAll(() => browser?.close());

    it.each([
      ['en', 'light', 1440],
      ['uk', 'dark', 390],
    ] as const)('%s, %s, %d', async (lang, colorScheme, width) => {
      const context = await browser.newContext({
        colorScheme,
        bypassCSP: true,
        viewport: { width, height: 900 },
      });
      const page = await context.newPage();
      for (const [name, tree] of Object.entries(trees)) {
        await page.setContent(pageOf(tree(), lang));
        expect({ name, found: await violations(page) }).toEqual({ name, found: [] });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      }
      await context.close();
    });
  });
}
