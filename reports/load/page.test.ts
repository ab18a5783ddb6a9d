import { describe, expect, it } from 'vitest';
import { loadResult } from '../../contract/load.js';
import { describePage } from '../page.testing.js';
import { amissAtRest, broken, endedEarly, held, notMeasured, searched } from './load-result.testing.js';
import { loadPage } from './page.js';
import { loadSummary } from './summary.js';

const trees = { held, broken, notMeasured, searched, endedEarly, amissAtRest };
describePage({ title: 'the page of a measurement', trees, parse: loadResult.parse, pageOf: loadPage });

describe('the page of a measurement', () => {
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
