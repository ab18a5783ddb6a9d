import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeInBrowser, openBrowser, violations } from '../../chromium.testing.js';
import { drift } from '../../contract/drift.js';
import { languages } from '../../contract/texts/language.js';
import { elements } from '../markup.testing.js';
import { agreeing, differing } from './drift-result.testing.js';
import { driftPage } from './page.js';
import { driftText } from './text.js';

const trees = { agreeing, differing };
const every = Object.entries(trees).flatMap(([name, tree]) =>
  languages.map((lang) => [name, lang, tree] as const),
);

describe('the page of a drift', () => {
  it.each(every)('%s, %s: is whole, and needs nothing else', (_name, lang, tree) => {
    const result = tree();
    expect(drift.parse(result)).toEqual(result);
    const page = driftPage(result, lang);
    const found = elements(page, ['meta', 'br']);
    expect(found.find(({ tag }) => tag === 'html')?.attributes.get('lang')).toBe(lang);
    expect(found.filter(({ tag }) => ['script', 'link', 'img', 'iframe', 'b'].includes(tag))).toEqual([]);
    expect(page).not.toMatch(/(?:src|href)="(?!#)|url\(|@import/);
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('says what contradicts, and where it is found', () => {
    const page = driftPage(differing());
    expect(page).toContain('The stage does otherwise');
    expect(page).toContain('U-26 object');
    expect(page).toContain('stage.ndjson #12 listAccounts');
    expect(page).toContain('&lt;script&gt;alert(&quot;\\x1b[31m&quot;)&lt;/script&gt;');
    expect(driftPage(agreeing(), 'uk')).toContain('Суперечностей немає');
  });
});

describe('the text', () => {
  const plain = (tree: () => ReturnType<typeof agreeing>, language: 'en' | 'uk' = 'en') =>
    driftText(tree(), { color: false, width: 100, language });

  it('has contradictions first, and ends with the verdict', () => {
    const text = plain(differing);
    const at = (part: string) => text.indexOf(part);
    expect(at('Contradicted (1)')).toBeGreaterThan(0);
    expect(at('Differences (2)')).toBeGreaterThan(at('Contradicted (1)'));
    expect(at('Confirmed (1)')).toBeGreaterThan(at('Differences (2)'));
    expect(text).toContain('U-26 object: the object alone (2 times, stage.ndjson #12 listAccounts)');
    expect(text).toContain('U-26 array: an array (once, as assumed)');
    expect(text).toContain('/key  sign-in, obj ext-1, 60..1200 s, 2 times');
    expect(text).toMatch(/✗ The stage does otherwise\n1 question contradicted, 2 other differences\./);
    expect(plain(agreeing)).toMatch(/✓ Nothing contradicts\n/);
    expect(plain(agreeing)).toContain('What was seen agrees with the documentation');
    const nothing = () => ({ ...agreeing(), questions: [], exit_code: 0 as const });
    expect(plain(nothing)).toContain('there was nothing to compare');
    expect(driftPage(nothing())).toContain('there was nothing to compare');
    expect(plain(differing, 'uk')).toMatch(/✗ Стенд поводиться інакше\n/);
  });

  it('shows nothing of the wire as it is', () => {
    expect(plain(differing)).not.toContain('\u001b');
    expect(driftText(differing(), { color: true, width: 60, language: 'en' })).not.toContain('alert("\u001b');
  });
});

describeInBrowser('the page of a drift is accessible', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  it.each([
    ['en', 'light', 1200],
    ['uk', 'dark', 390],
  ] as const)('%s, %s, %d', async (lang, colorScheme, width) => {
    const context = await browser.newContext({
      colorScheme,
      bypassCSP: true,
      viewport: { width, height: 900 },
    });
    for (const [name, tree] of Object.entries(trees)) {
      const page = await context.newPage();
      await page.setContent(driftPage(tree(), lang));
      expect({ name, found: await violations(page) }).toEqual({ name, found: [] });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.close();
    }
    await context.close();
  });
});
