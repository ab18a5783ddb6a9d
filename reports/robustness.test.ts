import { describe, expect, it } from 'vitest';
import type { Robustness } from '../contract/robustness.js';
import { consoleReport } from './console.js';
import { htmlReport } from './html.js';
import { markdownSummary } from './markdown.js';
import { aResult } from './result.testing.js';
import { robustnessLine } from './robustness.js';

const independent: Robustness = {
  reading: 'U-53 v1',
  usual: 'U-53 v4',
  question: 'U-53',
  says: 'version 1',
  profile: { payment_guid: 'v1' },
  outcome: 'independent',
  reason: '',
  scenarios: ['S16-02'],
  failed: [],
  first: null,
  fix: '',
  ms: 5,
};
const depends: Robustness = {
  ...independent,
  reading: 'U-26 object',
  usual: 'U-26 array',
  question: 'U-26',
  outcome: 'depends',
  failed: ['S16-02'],
  first: {
    scenario: 'S16-02',
    rule: 'TRANSFER-04',
    check: 'reports success',
    expected: 'success',
    actual: 'a <failure>',
  },
};
const notTried: Robustness = { ...independent, reading: 'U-48 fee', outcome: 'not-tried', reason: 'why' };

const tried = (robustness: Robustness[] | null) => aResult('conformant', [], { robustness });

describe('the line after the verdict', () => {
  it('says under how many readings the bank passes, and on which it depends', () => {
    expect(robustnessLine(tried([independent, depends, notTried]))).toBe(
      'robust under 1 of 2 readings; depends on U-26 array; 1 not tried',
    );
    expect(robustnessLine(tried([independent]))).toBe('robust under 1 of 1 readings');
  });

  it('is missing if no reading was to be tried, and the verdict is the last line then', () => {
    expect(robustnessLine(tried(null))).toBeUndefined();
    const last = (robustness: Robustness[] | null) =>
      consoleReport(tried(robustness), { color: false, width: 100 }).split('\n').at(-1);
    expect(last(null)).toMatch(/^conformant: /);
    expect(last([depends])).toMatch(/^robust under 0 of 1 /);
  });
});

describe('a dependency is told with what was seen and what to do', () => {
  it.each(['en', 'uk'] as const)('in %s', (language) => {
    const result = tried([independent, depends, notTried]);
    const advice = language === 'en' ? 'Read the list in every form' : 'Читайте список у кожній формі';
    const terminal = consoleReport(result, { color: false, width: 200, language });
    const html = htmlReport(result, language);
    const markdown = markdownSummary(result, language);
    for (const text of [terminal, html, markdown]) {
      expect(text).toContain('U-26 object');
      expect(text).toContain('TRANSFER-04');
      expect(text).toContain(advice);
    }
    expect(html).toContain('a &lt;failure&gt;');
    expect(html).toContain('U-53 v1');
    expect(html).toContain('why');
    expect(markdownSummary(tried(null), language)).not.toContain('U-26');
  });
});
