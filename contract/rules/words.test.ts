import { describe, expect, it } from 'vitest';
import { profileOptions } from '../profile/index.js';
import { catalogue } from './index.js';
import { readingOf } from './readings.js';
import { ruleWords } from './words.js';

const rules = Object.values(catalogue);
const cyrillic = /[а-яіїєґ]/i;
/** A Latin letter within a Cyrillic word, or the other way round: two keyboards in one word. */
const mixed = /[а-яіїєґ][a-z]|[a-z][а-яіїєґ]/i;
/** Letters that Ukrainian does not have. */
const foreign = /[ыэъё]/i;

describe('the texts of the rules', () => {
  it.each(rules)('of $id are written in their language', ({ id, says, fix, causes }) => {
    for (const { en, uk } of [says, fix, ...causes]) {
      expect(uk).toMatch(cyrillic);
      expect(uk).not.toMatch(mixed);
      expect(uk).not.toMatch(foreign);
      expect(uk).not.toMatch(/'/);
      expect(en).not.toMatch(cyrillic);
    }
    expect(says.uk).not.toMatch(/[.\s]$/);
    expect(fix.uk).toMatch(/\.$/);
    for (const language of ['en', 'uk'] as const) {
      expect(ruleWords(id, language)).toEqual({
        says: says[language],
        fix: fix[language],
        causes: causes.map((cause) => cause[language]),
      });
    }
  });

  it('are none for a rule that is not there', () => {
    expect(ruleWords('NONE-01', 'uk')).toBeUndefined();
  });
});

describe('readings', () => {
  it('are told for every rule that no page demands', () => {
    for (const { id, source } of rules) {
      if (source === 'A')
        expect(readingOf(id, 'en')).toMatch(
          /^The documentation available to us does not state this requirement/,
        );
      if (source === 'A') expect(readingOf(id, 'uk')).toMatch(cyrillic);
    }
  });

  it('name the options that stand for the other readings', () => {
    expect(readingOf('LIMIT-01', 'en')).toBe(
      'The documentation available to us leaves the details open (U-33). You can select other readings with profile options: limit_paths; see docs/options.md.',
    );
    for (const name of readingOf('SIGN-01', 'uk').matchAll(/[a-z]+_[a-z_]+/g)) {
      expect(Object.keys(profileOptions)).toContain(name[0]);
    }
  });

  it('are silent about what is documented', () => {
    expect(readingOf('JWT-02', 'en')).toBe('');
    expect(readingOf('NONE-01', 'en')).toBe('');
  });
});
