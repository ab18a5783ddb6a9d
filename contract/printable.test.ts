import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { printable, printableLines } from './printable.js';

test.each([
  ['plain text, текст, 漢字, 🙂', 'plain text, текст, 漢字, 🙂'],
  ['\x1b]52;c;AAAA\x07', '\\x1b]52;c;AAAA\\x07'],
  ['\x9b31m', '\\x9b31m'],
  ['a\r\nb\tc', 'a\\x0d\\nb\tc'],
  ['\u202eevil\u2066', '\\u202eevil\\u2066'],
  ['a\u200bb\ufeff', 'a\\u200bb\\ufeff'],
  ['a\u2028b', 'a\\u2028b'],
  ['\ud800', '\\ud800'],
  ['::error::pwned', '\\::error::pwned'],
  ['got ::set-env name=A::b', 'got \\::set-env name=A::b'],
  ['http://[::1]:4010', 'http://[::1]:4010'],
  ['x ##[error]pwned', 'x #\\#[error]pwned'],
  ['##vso[task.complete]', '#\\#vso[task.complete]'],
  ['##teamcity[message]', '#\\#teamcity[message]'],
])('%j is printed as %j', (text, shown) => expect(printable(text)).toBe(shown));

test('lines stay lines where they are meant', () => {
  expect(printableLines('one\n::error::two\r')).toBe('one\n\\::error::two\\x0d');
});

test('very long text is cut, and says so', () => {
  expect(printable('x'.repeat(1_000_000)).length).toBeLessThan(101_000);
  expect(printable('x'.repeat(100), 10)).toBe('xxxxxxxxxx… (100 characters)');
});

describe('whatever the text,', () => {
  const any = fc.string({ unit: 'binary', maxLength: 300 });
  const seeds = fc.constantFrom('\x1b', '::', '::error', '\n', ' ', '##', '[', 'vso[', '\u202e', 'a');
  const mixed = fc.array(fc.oneof(any, seeds)).map((parts) => parts.join(''));

  it('no control character and no command is left', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const out = printable(text);
        expect(out).not.toMatch(/(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        expect(out).not.toMatch(/(^|\s)::[a-z]/i);
        expect(out).not.toMatch(/##(\[|vso\[|teamcity\[)/i);
      }),
    );
  });

  it('it takes no longer than its length', () => {
    for (const worst of ['::', '##', '\x1b', ' ', '\u202e', '##vso']) {
      const begun = performance.now();
      printableLines(`${worst.repeat(20_000)}\n`.repeat(5));
      expect(performance.now() - begun).toBeLessThan(2000);
    }
  });
});
