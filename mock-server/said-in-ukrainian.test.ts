import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type ErrorCode, errorCatalogue, errorMessage } from '../contract/errors.js';
import { inUkrainian } from '../contract/texts/said-by-dcm/index.js';
import { messages } from './api/kratos-messages.js';

/** What the mock says in an error is explained in the Ukrainian console; its wire stays as it is documented. */

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['mock-server', 'contract/control', 'contract/operations'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !/\.(?:test|testing|cases)\.ts$/.test(name))
    .map((name) => join(root, folder, name)),
);
const sources = Promise.all(files.map((file) => readFile(file, 'utf8')));

/** Texts that stand at a place of the sources; what a template fills in is a number. */
async function textsAt(place: RegExp): Promise<string[]> {
  const texts = (await sources).flatMap((source) =>
    [...source.matchAll(place)].map(([, , text = '']) => text),
  );
  return [...new Set(texts)]
    .filter((text) => text !== '')
    .map((text) => text.replaceAll(/\$\{[^}]*\}/g, '7'));
}

/** English words that are left; names of members, options and schemes may be. */
const left = (text: string): string[] =>
  (text.match(/[A-Za-z][a-z]+(?: [a-z]+)+/g) ?? []).filter((words) => !/^API /.test(words));

const reading = (text: string) => {
  const uk = inUkrainian(text);
  return { text, cyrillic: /[а-яіїєґ]/i.test(uk ?? ''), left: left(uk ?? '') };
};
const good = (text: string) => ({ text, cyrillic: true, left: [] });

describe('an error of the mock, in Ukrainian', () => {
  const sample = {
    ...{
      cause: 'no URL for /key is registered',
      path: '/a',
      nearest: 'GET /b',
      method: 'GET',
      allowed: 'PUT',
    },
    ...{ limit: 7, given: 'text/plain', expected: 'application/json', problem: 'required', status: 'paid' },
    ...{
      position: 'unexpected end',
      member: 'max',
      length: 3,
      thing: 'customer',
      name: 'n',
      kind: 'processing',
    },
    ...{
      purpose: 'identification',
      from: 'x',
      to: 'y',
      kid: '1',
      guid: '2',
      rule: 'REQUEST-01',
      text: 'required',
    },
    what: 'maximum of the month of the customer, below 5, would be 6',
  };

  it.each(Object.keys(errorCatalogue) as ErrorCode[])('explains %s', (code) => {
    const text = errorMessage(code, sample);
    expect(reading(text)).toEqual(good(text));
  });

  it.each<[string, RegExp, number, (text: string) => string]>([
    ['what is not found', /\bthing: (['`])(.+?)\1/g, 20, (text) => `${text} not found`],
    ['problems of requests', /\bproblem: (['`])([^'`]* [^'`]*)\1 ?[,}\n]/g, 4, (text) => text],
    ['problems of limits', /\binvalid\('\w+', (['`])(.+?)\1\)/g, 3, (text) => `max: ${text}`],
    [
      'why a signature stopped',
      /\bstop\('[\w-]+', (['`])([^'`]+)\1\)/g,
      5,
      (text) => `multisignature stopped: ${text}`,
    ],
    ['what the guard says', /(['`])(control API: .+?)\1/g, 5, (text) => text],
    ['what to do about a state file', /\bconst advice =\s+(['`])([A-Z].+?)\1/g, 6, (text) => text],
    [
      'what is wrong with a state file',
      /\b(?:StateFileError\(\s*'[\w-]+',\s*\w+,|corrupt\([\w.]+,)\s*(['`])(.+?)\1/g,
      10,
      (text) => text,
    ],
    [
      'other errors, and what schemas say',
      /(?:\berror: |\bregex\(\/.*\/[a-z]*, )(['`])([^'`\n]* [^'`\n]*)\1/g,
      3,
      (text) => `x: ${text}`,
    ],
  ])('explains %s', async (_, place, least, sentence) => {
    const texts = await textsAt(place);
    expect(texts.length).toBeGreaterThanOrEqual(least);
    // Those that are made of others are told with them.
    const all = texts.filter((text) => !/: 7/.test(text)).map(sentence);
    expect(all.map(reading)).toEqual(all.map(good));
  });

  it('explains what the login says', () => {
    for (const { type, text } of Object.values(messages))
      if (type === 'error') expect(reading(text)).toEqual(good(text));
  });

  it('keeps what people have written, and knows where it knows nothing', () => {
    expect(inUkrainian('role customer not found')).toBe('не знайдено: роль customer');
    expect(inUkrainian('name: counterparty day already exists')).toBe('name: контрагент day уже існує');
    expect(inUkrainian('something else')).toBeUndefined();
    expect(inUkrainian('')).toBeUndefined();
    expect(inUkrainian('{problem}')).toBeUndefined();
  });

  it('reads a long text in no time', () => {
    const begun = process.hrtime.bigint();
    for (const part of ['invalid JWK: ', 'x: , ', 'a, '])
      for (const times of [80, 20_000]) inUkrainian(part.repeat(times));
    expect(Number(process.hrtime.bigint() - begun) / 1e6).toBeLessThan(1000);
  });
});
