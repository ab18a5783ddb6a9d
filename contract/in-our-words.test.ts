import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../program.testing.js';
import { sourceFolders } from '../source-folders.testing.js';
import { bankConfig } from './bank-config/index.js';
import { controlOperations } from './control/index.js';
import { entryFilter } from './entry-filter.js';
import { inOurWords } from './in-our-words.js';
import { operations } from './operations/index.js';
import { someOptions } from './profile/index.js';
import { inUkrainian, partInUkrainian } from './texts/said-by-dcm/index.js';

const issuesOf = (schema: z.ZodType, given: unknown) =>
  schema.safeParse(given, inOurWords).error?.issues ?? [];

/** What zod says where nobody says anything else. */
const foreign = /^(?:Invalid|Too |Unrecognized)|NaN|undefined/;

describe('what a schema says of a wrong value', () => {
  const direction = z.object({ direction: z.enum(['in', 'out']) });
  it.each<[z.ZodType, unknown, string, string]>([
    [
      direction,
      { direction: 'sideways' },
      'expected in or out, not sideways',
      'очікувано in або out, а не sideways',
    ],
    [direction, { direction: 'Pa55w0rd' }, 'expected in or out', 'очікувано in або out'],
    [direction, { direction: 7 }, 'expected in or out', 'очікувано in або out'],
    [direction, {}, 'expected in or out, but there is none', 'очікувано in або out, але поля немає'],
    [z.enum(['a', 'b', 'c']), 'd', 'expected a, b or c, not d', 'очікувано a, b або c, а не d'],
    [z.literal('a'), 'd', 'expected a, not d', 'очікувано a, а не d'],
    [z.union([z.literal(1), z.literal(2)]), 3, 'expected 1 or 2', 'очікувано 1 або 2'],
    [
      z.discriminatedUnion('as', [
        z.object({ as: z.literal('bank') }),
        z.object({ as: z.literal('nobody') }),
      ]),
      { as: 'me' },
      'expected bank or nobody, not me',
      'очікувано bank або nobody, а не me',
    ],
    [z.string(), undefined, 'expected string, but there is none', 'очікувано текст, але поля немає'],
    [z.string(), ['a'], 'expected string, received list', 'очікувано текст, отримано перелік'],
    [
      z.union([z.string(), z.array(z.string())]),
      7,
      'expected string or list, received number',
      'очікувано текст або перелік, отримано число',
    ],
    [z.int(), 1.5, 'expected a whole number', 'очікувано ціле число'],
    [z.coerce.number(), 'ten', 'expected a number in digits', 'очікувано число цифрами'],
    [z.number().min(3), 2, 'expected at least 3', 'очікувано щонайменше 3'],
    [z.number().gt(3), 3, 'expected more than 3', 'очікувано більше ніж 3'],
    [z.number().max(3), 4, 'expected at most 3', 'очікувано щонайбільше 3'],
    [z.number().lt(3), 3, 'expected less than 3', 'очікувано менше ніж 3'],
    [z.string().min(1), '', 'expected at least 1 character', 'очікувано щонайменше 1 симв.'],
    [z.string().max(2), 'abc', 'expected at most 2 characters', 'очікувано щонайбільше 2 симв.'],
    [z.string().length(2), 'abc', 'expected exactly 2 characters', 'очікувано рівно 2 симв.'],
    [z.array(z.string()).max(1), ['', ''], 'expected at most 1 item', 'очікувано елементів: щонайбільше 1'],
    [z.array(z.string()).min(2), [], 'expected at least 2 items', 'очікувано елементів: щонайменше 2'],
    [z.number().multipleOf(5), 7, 'expected a multiple of 5', 'очікувано число, кратне 5'],
    [z.string().regex(/^a$/), 'b', 'expected text that matches /^a$/', 'очікувано текст за шаблоном /^a$/'],
    [z.email(), 'b', 'expected an e-mail address', 'очікувано адресу електронної пошти'],
    [z.guid(), 'b', 'expected a UUID', 'очікувано UUID'],
    [z.strictObject({}), { b: 1 }, 'unknown member b', 'невідоме поле b'],
    [z.custom(() => false), ['b'], 'not valid', 'неправильне значення'],
    [z.string('its own words'), 7, 'its own words', 'its own words'],
  ])('%#', (schema, given, en, uk) => {
    const [issue] = issuesOf(schema, given);
    expect(issue?.message).toBe(en);
    expect(partInUkrainian(en) ?? en).toBe(uk);
  });

  const parts = (table: object) =>
    Object.values(table as Readonly<Record<string, Readonly<Record<string, unknown>>>>).flatMap(
      ({ params, query, body, answer }) =>
        [params, query, body, answer].filter((part) => part instanceof z.ZodType),
    );
  const schemas = [bankConfig, entryFilter, someOptions, ...parts(operations), ...parts(controlOperations)];
  const odd = fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    'sideways',
    'Ab 1',
    -1,
    1.5,
    1e12,
    true,
    [],
    [7],
    {},
    'x'.repeat(20_000),
  );

  it('is never the text of the library, and is there in Ukrainian', () => {
    expect(schemas.length).toBeGreaterThan(200);
    const said = new Set<string>();
    for (const schema of schemas) {
      const members = Object.keys((schema as z.ZodObject).shape ?? {});
      for (const one of fc.sample(odd, { numRuns: 20, seed: 7 })) {
        const given = Object.fromEntries([...members, 'stranger'].map((name) => [name, one]));
        for (const { message } of [...issuesOf(schema, given), ...issuesOf(schema, one)]) said.add(message);
      }
    }
    expect(said.size).toBeGreaterThan(60);
    expect([...said].filter((text) => foreign.test(text))).toEqual([]);
    expect([...said].filter((text) => !/[а-яіїєґ]/i.test(partInUkrainian(text) ?? ''))).toEqual([]);
    // So is the error that names the member.
    // English that is left: a pattern and the names of members may be.
    const left = (text: string) =>
      /[a-z]{2,} [a-z]{2,}/.test(partInUkrainian(text)?.replace(/\/.*\//, '') ?? '');
    expect([...said].filter(left)).toEqual([]);
    const inError = (text: string) => inUkrainian(`body.name: ${text}`);
    expect([...said].filter((text) => inError(text) !== `body.name: ${partInUkrainian(text)}`)).toEqual([]);
  });
});

it('whoever shows what a schema says shows it in our words', () => {
  const files = sourceFolders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((name) => /\.tsx?$/.test(name) && !/\.(?:test|testing|cases)\.tsx?$/.test(name));
  const showing = files.filter((name) => {
    const text = readFileSync(join(root, name), 'utf8');
    return /\.issues\b/.test(text) && /safeParse\(/.test(text) && !text.includes('inOurWords');
  });
  // It looks at the code of an issue only.
  expect(showing).toEqual(['mock-server/bank/answers.ts']);
});
