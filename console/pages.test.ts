import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { bankPages, consolePages, sitePages } from './pages.testing.js';

/** The first segments of the pages that a site declares, those of single items with `/{}`. */
async function declaredIn(site: string): Promise<string[]> {
  const source = await readFile(new URL(site, import.meta.url), 'utf8');
  const declarations = source.matchAll(
    /^ +'?([\w-]+)'?: \{\s*texts: \w+,\s*All: \w+(,\s*One: \w+)?,?\s*\}/gm,
  );
  return [...declarations].flatMap(([, name, one]) => (one ? [`${name}`, `${name}/{}`] : [`${name}`]));
}

const tested = (pages: readonly string[], base: string) =>
  pages.map((page) => page.slice(base.length).replace(/\{\w+\}/, '{}'));

it('every declared page of the console is tested in the browser', async () => {
  const declared = (await declaredIn('pages/app.tsx')).filter((name) => name !== 'board');
  expect([...declared, 'nothing'].sort()).toEqual(tested(consolePages.slice(1), '/console/').sort());
});

it('every declared page of the backoffice is tested in the browser', async () => {
  const declared = await declaredIn('backoffice/app.tsx');
  expect([...declared, 'reset-password/'].sort()).toEqual(tested(bankPages, '/backoffice/bank1/').sort());
});

it('every page of docs/ that the mock serves is tested in the browser', async () => {
  const source = await readFile(new URL('../mock-server/site/index.ts', import.meta.url), 'utf8');
  const served = [...source.matchAll(/^ {2}'(\/[\w/-]+)': \['/gm)].map(([, path]) => path);
  expect(served.length).toBeGreaterThan(5);
  expect(sitePages).toEqual(expect.arrayContaining(served));
});
