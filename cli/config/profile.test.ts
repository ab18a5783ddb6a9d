import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { UsageError } from '../../contract/texts/said.js';
import { folder } from '../cli.testing.js';
import { readProfile } from './profile.js';

it.each([
  [
    { stricct: true },
    'stricct: unknown member; did you mean strict?',
    'stricct: невідоме поле; можливо, strict?',
  ],
  [
    { strict: 'yes' },
    'strict: expected boolean, received string',
    'strict: очікувано true або false, отримано текст',
  ],
  [
    { refusal_status: '422' },
    'refusal_status: expected 400, 403, 404, 409 or 422',
    'refusal_status: очікувано 400, 403, 404, 409 або 422',
  ],
  [[], 'file: expected object, received list', 'file: очікувано об’єкт, отримано перелік'],
])('a profile with a mistake, %j, is refused in both languages', async (content, en, uk) => {
  const file = join(await folder(), 'profile.json');
  await writeFile(file, JSON.stringify(content));
  const error = await readProfile(file).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(UsageError);
  expect((error as UsageError).said).toEqual({
    en: `--profile ${file}: ${en}`,
    uk: `--profile ${file}: ${uk}`,
  });
});
