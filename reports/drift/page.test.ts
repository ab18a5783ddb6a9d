import { describe, expect, it } from 'vitest';
import { drift } from '../../contract/drift.js';
import { describePage } from '../page.testing.js';
import { agreeing, differing } from './drift-result.testing.js';
import { driftPage } from './page.js';
import { driftText } from './text.js';

const trees = { agreeing, differing };
describePage({ title: 'the page of a drift', trees, parse: drift.parse, pageOf: driftPage });

describe('the page of a drift', () => {
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
