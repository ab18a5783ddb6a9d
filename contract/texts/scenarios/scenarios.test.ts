import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scenarioName, ukrainianScenarios } from './index.js';

const cyrillic = /[а-яіїєґ]/i;
/** A Latin letter within a Cyrillic word, or the other way round: two keyboards in one word. */
const mixed = /[а-яіїєґ][a-z]|[a-z][а-яіїєґ]/i;
/** Letters that Ukrainian does not have. */
const foreign = /[ыэъё]/i;

describe('the names of scenarios', () => {
  it('are there for each scenario of the features and for nothing else', async () => {
    const root = fileURLToPath(new URL('../../../features', import.meta.url));
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
    expect(scenarioName({ id: 'S07-02', name: 'x' }, 'uk')).toBe('Секрети не змінюються');
    expect(scenarioName({ id: 'S99-01', name: 'x' }, 'uk')).toBe('x');
    expect(scenarioName({ id: 'S07-02', name: 'x' }, 'en')).toBe('x');
  });
});
