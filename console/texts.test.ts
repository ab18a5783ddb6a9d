import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !/\.(test|testing)\.ts$/.test(name),
);

/** Texts in quotes that have a Cyrillic letter. */
const ukrainian = (source: string) =>
  [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].flatMap(([, text = '']) =>
    /[а-яіїєґ]/i.test(text) ? [text] : [],
  );

it('the Ukrainian of the pages is written with Ukrainian letters', async () => {
  const texts = (await Promise.all(files.map((name) => readFile(join(here, name), 'utf8')))).flatMap(
    ukrainian,
  );
  expect(texts.length).toBeGreaterThan(300);
  for (const text of texts) {
    expect(text).not.toMatch(/[ыэъё]/i);
    // Two keyboards in one word.
    expect(text).not.toMatch(/[а-яіїєґ][a-z]|[a-z][а-яіїєґ]/i);
    expect(text).not.toContain("'");
  }
});
