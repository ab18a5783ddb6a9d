import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { plan } from '../plan.js';
import { pages, parseSource } from '../provenance.js';
import { catalogue, findRule } from './index.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const rules = Object.values(catalogue);
const id = /[A-Z]+-\d\d/g;

async function textOf(path: string, ending: string): Promise<string> {
  const names = await readdir(join(root, path), { recursive: true });
  const own = names.filter((name) => name.endsWith(ending) && !/\.(test|testing|cases)\./.test(name));
  return (await Promise.all(own.map((name) => readFile(join(root, path, name), 'utf8')))).join('\n');
}

/** Rules that the mock, or the bridge to a stage, can record as a finding. */
async function rulesOfFindings(): Promise<Set<string>> {
  const source = (await textOf('mock-server', '.ts')) + (await textOf('bridge', '.ts'));
  const named = source.matchAll(/\b(?:note|explain|finding)\(\s*'([A-Z]+-\d\d)'/g);
  return new Set([...named].map(([, rule = '']) => rule));
}

describe('the catalogue of rules', () => {
  it('holds every rule of every file once, under its own id', async () => {
    const files = (await readdir(here)).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
    const modules: object[] = await Promise.all(files.map((name) => import(join(here, name))));
    const families = modules.flatMap((all) => Object.entries(all).filter(([name]) => name.endsWith('Rules')));
    const parts = families.flatMap(([, family]) => Object.keys(family));
    expect(families.length).toBeGreaterThan(20);
    expect(new Set(parts).size).toBe(parts.length);
    expect(Object.keys(catalogue).toSorted()).toEqual(parts.toSorted());
    for (const [name, rule] of Object.entries(catalogue)) {
      expect(rule.id).toBe(name);
      expect(name).toMatch(/^[A-Z]+-\d\d$/);
    }
    expect(findRule('AUTH-01')).toBe(catalogue['AUTH-01']);
    expect(findRule('AUTH-99')).toBeUndefined();
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s names a source that exists', (_id, rule) => {
    const { page, mark } = parseSource(rule.source);
    expect(Object.keys(pages)).toContain(page);
    expect(['D', 'O', 'X', 'A', 'RFC']).toContain(mark);
  });

  it('demands nothing on a guess: MUST rests on the documentation or a public standard', () => {
    const guessed = rules.filter(({ level, source }) => level === 'must' && !/^(D|RFC) /.test(source));
    expect(guessed.map(({ id }) => id)).toEqual([]);
  });

  it('says in every rule what is demanded, what to change, and to which step it belongs', () => {
    const steps = plan.map(({ step }) => step);
    for (const { id, says, fix, step } of rules) {
      expect({ id, says: says.en }).toEqual({ id, says: expect.stringMatching(/^\S.*[^.\s]$/) });
      expect({ id, fix: fix.en }).toEqual({ id, fix: expect.stringMatching(/^[A-Z].*\.$/) });
      expect(steps).toContain(step);
    }
  });

  it('is covered: every rule stands at a scenario or is recorded as a finding', async () => {
    const tags = new Set(
      (await textOf('features', '.feature')).match(/@[A-Z]+-\d\d\b/g)?.map((tag) => tag.slice(1)),
    );
    const found = await rulesOfFindings();
    const uncovered = rules.filter((rule) => !tags.has(rule.id) && !found.has(rule.id));
    expect(uncovered.map((rule) => rule.id)).toEqual([]);
  });

  it('is what findings are recorded by', async () => {
    const found = await rulesOfFindings();
    expect(found.size).toBeGreaterThan(10);
    for (const rule of found) expect(findRule(rule)?.id).toBe(rule);
  });

  it('is what the features name', async () => {
    const text = await textOf('features', '.feature');
    const named = new Set([...(text.match(id) ?? [])].filter((name) => !/^S\d/.test(name)));
    expect([...named].filter((name) => findRule(name) === undefined)).toEqual([]);
  });
});
