import { describe, expect, it } from 'vitest';
import { hintInUkrainian } from './hint.js';
import { type Cause, causes } from './index.js';
import { hintOf, whyOf } from './why.js';

/** The header has only English; its Ukrainian is read from it by the catalog. */

const ids = Object.keys(causes) as Cause[];
const facts = new Proxy({} as Record<string, string>, { get: (_, name) => `<${String(name)}>` });

const read = (hint: string) => {
  const at = hint.indexOf(': ');
  return hintInUkrainian(hint.slice(0, at), hint.slice(at + 2));
};

describe('a hint in Ukrainian', () => {
  it.each(ids)('%s says the same as the journal', (id) => {
    const why = whyOf(id, facts);
    const hint = hintOf(why);
    // Too long for the header.
    if (hint.endsWith('...')) return expect(read(hint)).toBeUndefined();
    const { uk } = why.says;
    expect([uk, `${uk}; ${why.right.uk}`]).toContain(read(hint));
    if (hint.endsWith(why.right.en)) expect(read(hint)).toBe(`${uk}; ${why.right.uk}`);
  });

  it('has the facts of the request', () => {
    const why = whyOf('insufficient-balance', { balance: 3, amount: '7.5' });
    expect(read(hintOf(why))).toBe(
      'відправник має 3 грн, а потрібно 7.5; надішліть щонайбільше 3 або спершу поповніть сутність',
    );
  });

  it('is nothing where the hint is foreign', () => {
    expect(hintInUkrainian('no-such-cause', 'x')).toBeUndefined();
    expect(hintInUkrainian('insufficient-balance', 'something else')).toBeUndefined();
    expect(hintInUkrainian('toString', 'x')).toBeUndefined();
  });
});
