import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyed, ordered, positioned } from './text.js';

/** Any code units, also those that UTF-8 orders otherwise or cannot hold. */
const unit = fc.oneof(
  fc.constantFrom('\0', '\u0001', '\u0002', 'a', '\ud7ff', '\ud800', '\udfff', '\ue000', '\uffff'),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
);
const text = fc.array(unit, { maxLength: 6 }).map((units) => units.join(''));
const sign = (n: number) => Math.sign(n);

describe('ordered', () => {
  it('has the order of code units, in bytes of UTF-8', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const bytes = Buffer.compare(Buffer.from(ordered(a)), Buffer.from(ordered(b)));
        expect(sign(bytes)).toBe(a === b ? 0 : a < b ? -1 : 1);
      }),
    );
  });

  it('holds nothing that PostgreSQL does not, and leaves ordinary text as it is', () => {
    fc.assert(
      fc.property(text, (given) => {
        const made = ordered(given);
        expect(made).not.toContain('\0');
        expect(Buffer.from(made).toString()).toBe(made);
      }),
    );
    expect(ordered('2026-11-30T12:00:00.000Z Їжак')).toBe('2026-11-30T12:00:00.000Z Їжак');
  });
});

describe('limits', () => {
  it('fits any key and position into an entry of an index', () => {
    const wide = '\uffff'.repeat(5000);
    const bytes = [keyed(wide), positioned(wide), keyed(wide)].join('');
    expect(Buffer.byteLength(bytes)).toBeLessThan(2704 - 30);
    expect(
      Buffer.byteLength([keyed('\uffff'.repeat(100)), positioned(wide), keyed('x'.repeat(100))].join('')),
    ).toBeLessThan(2704 - 30);
  });

  it('tells long keys apart', () => {
    const long = 'a'.repeat(200);
    expect(keyed(`${long}b`)).not.toBe(keyed(`${long}c`));
    expect(keyed(long)).toBe(keyed('a'.repeat(200)));
  });
});
