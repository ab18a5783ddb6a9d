import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../program.testing.js';
import { seenIn } from './index.js';

const sourceOf = (folder: string): string =>
  readdirSync(join(root, folder))
    .filter((name) => /(?<!\.test|\.testing)\.ts$/.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .join('\n');

/** Parts of sentences, and what has no word of ours. */
const fragments: ReadonlySet<string> = new Set([
  ...[
    '7, each a non-empty string',
    '7${seen.again ? ',
    '${payment ? ',
    '7 found${entry ? ',
    '${before ? ',
    ' with key',
    ' without key',
  ],
  ...[
    'a failure',
    '7 times',
    '7 times, first',
    '1 time',
    'no money',
    'no reason',
    '(none before)',
    'the same',
  ],
  ...['a different', 'not ', ' && seen.status >= 200 && seen.status < 500, ', 'first 7, then again 77'],
  ...['createPayment at 7, journal 7; ', 'DCM responded with 7', 'Content-Type: application/json'],
  ...['7 and 7', 'flow 7, obj 7', 'payment_guid 7', 'ok: true 7'],
]);

/** Texts at a place of the sources; what a template fills in is a number. */
const textsAt = (source: string, place: RegExp): string[] =>
  [...source.matchAll(place)]
    .map(([, , text = '']) => text.replaceAll(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, '7'))
    .filter((text) => /[a-z]{3}/.test(text));

/** Sentences of the checks. */
const sentences = textsAt(
  sourceOf('steps/checks'),
  /(?:expect\([^;]*?|broken\(|\(\) =>\s*|[?:] )(['`])([^'`\n]* [^'`\n]*)\1/g,
);
/** What the steps of the plan expect and see beside them. */
const outcomes = textsAt(
  sourceOf('steps/definitions'),
  /\b(?:expected|actual):[^\n]*?(['`])([^'`\n]* [^'`\n]*)\1/g,
);

it('whatever checks expect is there in Ukrainian', () => {
  expect(sentences.length).toBeGreaterThan(60);
  expect(outcomes.length).toBeGreaterThan(12);
  const untold = [...new Set([...sentences, ...outcomes])]
    .filter((text) => !fragments.has(text))
    .filter((text) => !/[а-яіїєґ]/i.test(seenIn('uk', text)));
  expect(untold).toEqual([]);
});

it.each([
  ['declined because the bank returned 401', 'відхилено, бо банк відповів 401'],
  ['the bank returned 200; it succeeded', 'банк відповів 200; операцію виконано'],
  ['200 with key and external_id', '200 із key і external_id'],
  ['member key: missing', 'поле key: немає'],
  ['401 from http://127.0.0.1:80/key', '401 від http://127.0.0.1:80/key'],
  ['no answer: no answer within 1000 ms', 'відповіді немає: немає відповіді за 1000 мс'],
  ['a secret and 401 without key', 'секрет і 401 без key'],
])('%s', (en, uk) => {
  expect(seenIn('uk', en)).toBe(uk);
  expect(seenIn('en', en)).toBe(en);
});

it.each([
  '401 {"error":"a secret and salt"}',
  'Bank of Ukraine',
  'salt and pepper',
  '401 {"error":"the bank returned nothing"}',
  '{"a":"none"}',
  'id-customer-1',
  'missing',
  'a, empty, b',
])('what came over the wire stays as it is: %s', (text) => expect(seenIn('uk', text)).toBe(text));
