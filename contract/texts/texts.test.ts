import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { profileOptions } from '../profile.js';
import { catalogue } from '../rules/index.js';
import { readingOf } from './readings.js';
import { ruleTexts, ruleWords } from './rules/index.js';
import { scenarioName, ukrainianScenarios } from './scenarios/index.js';

const rules = Object.values(catalogue);
const cyrillic = /[а-яіїєґ]/i;
/** A Latin letter within a Cyrillic word, or the other way round: two keyboards in one word. */
const mixed = /[а-яіїєґ][a-z]|[a-z][а-яіїєґ]/i;
/** Letters that Ukrainian does not have. */
const foreign = /[ыэъё]/i;

describe('the texts of the rules', () => {
  it('are those of the catalogue and of nothing else', () => {
    expect(Object.keys(ruleTexts).sort()).toEqual(Object.keys(catalogue).sort());
    expect(ruleWords('NONE-01', 'uk')).toBeUndefined();
  });

  it.each(rules.map(({ id }) => id))('of %s are written in their language', (id) => {
    const { says, fix, causes } = ruleTexts[id];
    for (const text of [says, fix, ...causes.map(([, uk]) => uk)]) {
      expect(text).toMatch(cyrillic);
      expect(text).not.toMatch(mixed);
      expect(text).not.toMatch(foreign);
      expect(text).not.toMatch(/'/);
    }
    for (const [en] of causes) expect(en).not.toMatch(cyrillic);
    expect(says).not.toMatch(/[.\s]$/);
    expect(fix).toMatch(/\.$/);
    expect(ruleWords(id, 'en')).toEqual({
      says: catalogue[id].says,
      fix: catalogue[id].fix,
      causes: causes.map(([en]) => en),
    });
    expect(ruleWords(id, 'uk')).toEqual({ says, fix, causes: causes.map(([, uk]) => uk) });
  });
});

describe('the names of scenarios', () => {
  it('are there for each scenario of the features and for nothing else', async () => {
    const root = fileURLToPath(new URL('../../features', import.meta.url));
    const files = await Promise.all((await readdir(root)).map((name) => readFile(join(root, name), 'utf8')));
    const ids = files.flatMap((text) => [...text.matchAll(/@(S\d\d-\d\d)/g)].map(([, id = '']) => id));
    expect(ids.length).toBeGreaterThan(130);
    expect(Object.keys(ukrainianScenarios).sort()).toEqual([...new Set(ids)].sort());
  });

  it('are written in their language, each once', () => {
    const names = Object.values(ukrainianScenarios);
    for (const name of names) {
      expect(name).toMatch(cyrillic);
      expect(name).not.toMatch(mixed);
      expect(name).not.toMatch(foreign);
      expect(name).not.toMatch(/['.]$|'/);
    }
    expect(new Set(names).size).toBe(names.length);
    expect(scenarioName({ id: 'S07-02', name: 'x' }, 'uk')).toBe('Секрети лишаються тими самими');
    expect(scenarioName({ id: 'S99-01', name: 'x' }, 'uk')).toBe('x');
    expect(scenarioName({ id: 'S07-02', name: 'x' }, 'en')).toBe('x');
  });
});

describe('readings', () => {
  it('are told for every rule that no page demands', () => {
    for (const { id, source } of rules) {
      if (source === 'A')
        expect(readingOf(id, 'en')).toMatch(/^No part of the documentation that we could read says this/);
      if (source === 'A') expect(readingOf(id, 'uk')).toMatch(cyrillic);
    }
  });

  it('name the options that stand for the other readings', () => {
    expect(readingOf('LIMIT-01', 'en')).toBe(
      'No part that we could read settles the details (U-33). Other readings are options of the profile: limit_paths; see docs/options.md.',
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
