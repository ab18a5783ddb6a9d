import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lookNames } from '../contract/look.js';

/** One look: whatever is read in a browser takes colors, sizes and corners from `contract/look.ts`. */

const root = fileURLToPath(new URL('..', import.meta.url));
const inFolder = (folder: string, wanted: RegExp) =>
  readdirSync(join(root, folder))
    .filter((name) => wanted.test(name))
    .map((name) => join(folder, name));

const sheets = [
  ...inFolder('console/style', /\.css$/),
  ...inFolder('reports/html', /^style.*\.ts$/),
  'reports/load/style.ts',
  'mock-server/site/style.ts',
];

const habits: readonly (readonly [says: string, wrong: RegExp, example: string])[] = [
  ['a color of its own', /#[\da-f]{3,8}\b(?![^{};]*\{)|\b(?:rgba?|hsl|light-dark)\(/gi, 'a{color:#0066cc}'],
  ['letters of a size of its own', /font(?:-size)?:[^;}]*\d(?:px|rem)/g, 'a{font-size: 15px}'],
  ['corners of its own', /border-radius:[^;}]*\d(?:px|rem)/g, 'a{border-radius:5px}'],
  ['a font of its own', /font-family:(?!\s*var\()/g, 'a{font-family:Arial}'],
];

describe.each(habits)('no sheet has %s', (_, wrong, example) => {
  it.each(sheets)('%s', (sheet) => {
    expect(readFileSync(join(root, sheet), 'utf8').match(wrong) ?? []).toEqual([]);
  });
  it('would be found', () => expect(example.match(wrong)).toHaveLength(1));
});

it.each(sheets)('%s uses only names that exist', (sheet) => {
  const text = readFileSync(join(root, sheet), 'utf8');
  const own = [...text.matchAll(/--([\w-]+)\s*:/g)].map(([, name]) => name);
  // Measured when the page is shown.
  const known = new Set([...lookNames, ...own, 'top', 'tone', 'ground']);
  const used = [...text.matchAll(/var\(--([\w-]+)[),]/g)].map(([, name = '']) => name);
  expect(used.filter((name) => !known.has(name))).toEqual([]);
});
