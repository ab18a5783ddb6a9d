import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeInBrowser, openBrowser, violations } from '../../chromium.testing.js';
import { loadResult } from '../../contract/load.js';
import { languages } from '../../contract/texts/language.js';
import { elements } from '../markup.testing.js';
import { amissAtRest, broken, endedEarly, held, notMeasured, searched } from './load-result.testing.js';
import { loadPage } from './page.js';
import { loadSummary } from './summary.js';

const trees = { held, broken, notMeasured, searched, endedEarly, amissAtRest };
const isVoid = ['meta', 'br'];
const every = Object.entries(trees).flatMap(([name, tree]) =>
  languages.map((lang) => [name, lang, tree] as const),
);

describe('the page of a measurement', () => {
  it.each(every)('%s, %s: is whole, and needs nothing else', (_name, lang, tree) => {
    const result = tree();
    expect(loadResult.parse(result)).toEqual(result);
    const page = loadPage(result, lang);
    const found = elements(page, isVoid);
    expect(found.find(({ tag }) => tag === 'html')?.attributes.get('lang')).toBe(lang);
    expect(found.filter(({ tag }) => ['script', 'link', 'img', 'iframe'].includes(tag))).toEqual([]);
    expect(page).not.toMatch(/(?:src|href)="(?!#)|url\(|@import/);
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('says the verdict, the figures and the limit', () => {
    const page = loadPage(broken());
    expect(page).toContain('Limit broken');
    expect(page).toContain('At 50 requests a second, less than 99 %');
    expect(page).toContain('<dt>exit code</dt><dd>1</dd>');
    expect(page).toContain('2.30 s');
    expect(page).toContain('kk-1: /key answered HTTP 503 {&quot;error&quot;:&quot;&lt;b&gt;pool');
    expect(page).toContain('The service fails under load');
    expect(loadPage(broken(), 'uk')).toContain('Сервіс не витримує навантаження');
  });

  it('draws a point for each slice, and the limit', () => {
    const lines = (page: string) => [...page.matchAll(/<polyline class="line-(\w+)" points="([^"]*)"/g)];
    const [first] = lines(loadPage(held()));
    expect(first?.[2]?.split(' ')).toHaveLength(60);
    expect(loadPage(held()).match(/<line class="line-limit" x1="52"/g)).toHaveLength(2);
    // Rates that were measured twice are one point.
    expect(lines(loadPage(searched()))[0]?.[2]?.split(' ')).toHaveLength(8);
  });

  it('tells a fault once, with its rates', () => {
    const page = loadPage(searched());
    expect(page.match(/5xx status/g)).toHaveLength(1);
    expect(page).toContain('140, 160');
    expect(page).toContain('Highest rate within the limit: 130 requests a second');
  });
});

describe('the summary', () => {
  const plain = (tree: () => ReturnType<typeof held>, language: 'en' | 'uk' = 'en') =>
    loadSummary(tree(), { color: false, width: 100, language });

  it('ends with the verdict', () => {
    expect(plain(held)).toMatch(/✓ Within the limit\nAt 50 requests a second, at least 99 %/);
    expect(plain(searched)).toMatch(/✓ Within the limit\nHighest rate within the limit: 130/);
    expect(plain(notMeasured)).toContain('120 requests are late because of this program');
    expect(plain(endedEarly)).toMatch(/ended by SIGINT\n\n↯ Ended early/);
    expect(plain(amissAtRest)).toMatch(/\/key: 401 \(1\)[\s\S]*One request of the kind \/key, on its own/);
    expect(plain(broken, 'uk')).toMatch(/✗ Граничний час перевищено\nЗа частоти 50\/с менше ніж 99 %/);
  });

  it('has an example of each fault, and what to do', () => {
    expect(plain(broken)).toContain('50/s /key: 5xx status (21)\n  kk-1: /key answered HTTP 503');
    expect(plain(broken)).toContain('The service fails under load');
  });
});

describeInBrowser('the page of a measurement is accessible', { timeout: 60_000 }, () => {
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
      await page.setContent(loadPage(tree(), lang));
      expect({ name, found: await violations(page) }).toEqual({ name, found: [] });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.close();
    }
    await context.close();
  });
});
