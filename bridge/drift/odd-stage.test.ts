import { expect, test } from 'vitest';
import { learnedProfile } from '../../contract/captured.js';
import { driftOf } from './drift.js';
import { learnFrom } from './learn.js';
import { startOddStage } from './odd-stage.testing.js';
import { type Given, written } from './recording.testing.js';

const base = '/api/v1/counterparty/bank';
const transfer = 'b0000000-0000-7000-8000-000000000002';

const asked: readonly (readonly [operation: string, method: string, path: string, body?: object])[] = [
  ['listAccounts', 'GET', '/accounts'],
  ['createCustomer', 'POST', '/customers', { login: 'one' }],
  ['createPayment', 'POST', '/payments', { amount: 10.5, sender_id: transfer, receiver_id: transfer }],
  ['confirmPayment', 'POST', '/payments/confirm', { guid: transfer }],
  ['getPayment', 'GET', `/payments/${transfer}`],
  ['getPayment', 'GET', '/payments/none'],
  ['getSegments', 'GET', '/segments'],
  ['', 'GET', '/teapots'],
];

async function recorded() {
  const { url, close } = await startOddStage();
  const exchanges: Given[] = [];
  for (const [operation, method, path, body] of asked) {
    const sent = body ? { body: JSON.stringify(body) } : {};
    const response = await fetch(url + base + path, { method, ...sent });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    exchanges.push({
      ...{ operation, method, url: base + path, status: response.status, asked: body ?? null },
      answered: isJson ? JSON.parse(text) : text,
      headers: Object.fromEntries(response.headers),
    });
  }
  await close();
  return written(...exchanges);
}

test('a stage with nothing of ours is understood as far as that goes', async () => {
  const { differences, questions, unknown_exchanges, exit_code } = driftOf([await recorded()]);
  const found = differences.map(({ kind, operation, what, came }) =>
    [kind, operation, what, came].join(' ').trim(),
  );
  expect(found).toEqual(
    expect.arrayContaining([
      'other-status getSegments 503',
      'other-status createCustomer 202',
      'other-member getPayment amount "10.50"',
      'other-member getPayment status "HELD"',
      'missing-member getPayment sender_id',
      'undocumented-member listAccounts items [{"id":1}]',
      'unknown-text getPayment no teapot',
      'other-member confirmPayment body "accepted"',
    ]),
  );
  const shown = (unknown: string) =>
    questions.filter((one) => one.unknown === unknown).flatMap((one) => one.shown.map(({ says }) => says.en));
  expect(shown('U-26')).toEqual(['none of the readings: a list of another form']);
  expect(shown('U-45')).toEqual([
    'none of the readings: the status HELD, which is neither of CREATED, CONFIRMED',
  ]);
  expect(shown('U-53')).toEqual(['none of the readings: version 7']);
  expect(shown('U-62')).toEqual(['none of the readings: a date such as 2026-01-05 14:00:00']);
  expect(shown('U-09')).toEqual(['none of the readings: the status 418']);
  expect({ unknown_exchanges, exit_code }).toEqual({ unknown_exchanges: 1, exit_code: 1 });
});

test('what can be learned of it is, and the rest is named', async () => {
  const { profile } = learnFrom([await recorded()], 'odd.json');
  const { captured = [], learned } = learnedProfile.parse(profile);
  const problem = { title: 'no teapot', status: 418 };
  expect(captured).toEqual(
    expect.arrayContaining([
      { operation: '*', when: 'any', headers: { 'x-odd': 'yes' } },
      expect.objectContaining({ operation: 'createCustomer', when: 'served', status: 202 }),
      { operation: 'getPayment', when: 'refused', reason: 'state', status: 418, body: problem },
    ]),
  );
  expect(learned?.beyond.join('\n')).toContain('getSegments: 503');
  expect(learned?.beyond.join('\n')).toContain('the status HELD');
});
