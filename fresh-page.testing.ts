import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/**
 * Pages that repeat what the code declares are made from it, whole or in parts. A test fails when one is not what the
 * code says today; `npm run docs` writes all of them anew.
 */

const fileOf = (page: string) => fileURLToPath(new URL(page, import.meta.url));

/** @param page its path from the root of the project */
export async function expectFresh(page: string, fresh: string): Promise<void> {
  if (process.env.UPDATE_DOCS === '1') await writeFile(fileOf(page), fresh);
  expect(await readFile(fileOf(page), 'utf8')).toBe(fresh);
}

/** A page of JSON, whatever its layout. */
export async function expectFreshJson(page: string, fresh: unknown): Promise<void> {
  if (process.env.UPDATE_DOCS === '1') await writeFile(fileOf(page), `${JSON.stringify(fresh, null, 2)}\n`);
  expect(JSON.parse(await readFile(fileOf(page), 'utf8'))).toEqual(fresh);
}

/** A part of a page, between `<!-- NAME: made from … -->` and `<!-- end of NAME -->`. */
export async function expectFreshPart(page: string, name: string, part: string): Promise<void> {
  const text = await readFile(fileOf(page), 'utf8');
  const place = new RegExp(`(<!-- ${name}: made from [^>]* -->)[^]*?(<!-- end of ${name} -->)`);
  expect(text).toMatch(place);
  await expectFresh(
    page,
    text.replace(place, (_all, begin: string, end: string) => `${begin}\n\n${part}\n\n${end}`),
  );
}

/** A table of Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  [head, ...rows]
    .map((row) => `| ${row.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`)
    .toSpliced(1, 0, `|${'---|'.repeat(head.length)}`)
    .join('\n');
