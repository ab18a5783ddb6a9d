import { describe, expect, it } from 'vitest';
import { clip, duration, oneLine, plural, visible, wrap } from './text.js';

describe('visible', () => {
  it('spells out what does not print or misleads', () => {
    expect(visible('a\x00b\x1b[31m\x7f\x9b\u202e\ufffe\ud800')).toBe(
      'a\\x00b\\x1b[31m\\x7f\\x9b\\u202e\\ufffe\\ud800',
    );
  });

  it('keeps lines, tabs, letters of every script and pairs of surrogates', () => {
    expect(visible('один\tдва\r\nтри 🏦')).toBe('один\tдва\nтри 🏦');
  });
});

describe('wrap', () => {
  it('breaks at spaces, and words that do not fit', () => {
    expect(wrap('one two  three abcdefghijkl', 8)).toEqual(['one two', 'three', 'abcdefgh', 'ijkl']);
  });

  it('loses nothing', () => {
    const text = 'some words of different lengths, incomprehensibilities included';
    for (let width = 5; width < 80; width += 1) {
      const lines = wrap(text, width);
      expect(lines.every((line) => line.length <= width)).toBe(true);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  });

  it('has no line for an empty text', () => {
    expect(wrap(' \n ', 10)).toEqual([]);
  });
});

it('clips by characters and shows it', () => {
  expect(clip('🏦🏦🏦', 3)).toBe('🏦🏦🏦');
  expect(clip('🏦🏦🏦🏦', 3)).toBe('🏦🏦…');
});

it('puts a text on one line', () => {
  expect(oneLine(' a\n\tb\x1b ')).toBe('a b\\x1b');
});

it('tells durations and numbers as people do', () => {
  expect([12.4, 999, 3400, 59_949, 59_950, 125_000].map(duration)).toEqual([
    '12 ms',
    '999 ms',
    '3.4 s',
    '59.9 s',
    '1 min 0 s',
    '2 min 5 s',
  ]);
  expect([plural(0, 'step'), plural(1, 'step'), plural(2, 'step')]).toEqual(['0 steps', '1 step', '2 steps']);
});
