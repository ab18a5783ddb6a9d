import { expect, test } from 'vitest';
import { createClient } from './client.js';
import { operations } from './operations/index.js';

/** The typed client reads every form of a response that the documentation allows. */

const guid = '11111111-1111-4111-8111-111111111111';

const account = {
  account_kind: 'processing',
  counterparty_guid: guid,
  created_at: '2026-01-05T12:00:00.123Z',
  iban: '',
  stellar_address: 'G',
  updated_at: '2026-01-05T12:00:00.123Z',
  wallet_account_guid: guid,
  wallet_user_external_id: 'kk-2',
  wallet_user_guid: '',
};

const clientOf = (body: unknown) =>
  createClient(operations, {
    baseUrl: 'http://dcm.test',
    fetch: async () => new Response(JSON.stringify(body)),
  });

const params = { counterparty_guid: guid };
const usual = [{ accounts: [account], total: 1 }];
const local = { ...account, created_at: '2026-01-05T14:00:00.123+02:00' };

test.each([
  ['as published', usual],
  ['a bare array', [account]],
  ['total as text', [{ accounts: [account], total: '1' }]],
  ['total missing', [{ accounts: [account] }]],
  ['dates with an offset', [{ accounts: [local], total: 1 }]],
  ['all of it', [{ ...local, unknown: true }]],
])('%s', async (_form, body) => {
  expect(await clientOf(body).listAccounts({ params })).toEqual(usual);
});

test('an empty bare array', async () => {
  expect(await clientOf([]).listAccounts({ params })).toEqual([{ accounts: [], total: 0 }]);
});

test('a page without rows of a list', async () => {
  const page = { customers: [], total: '7' };
  expect(await clientOf(page).listCustomers({ params })).toEqual({ customers: [], total: 7 });
});

test.each([[[{ accounts: [{ ...account, iban: 1 }], total: 1 }]], [{ accounts: 'none' }], ['text']])(
  'what no form allows is refused: %j',
  async (body) => {
    await expect(clientOf(body).listAccounts({ params })).rejects.toThrow('unexpected answer');
  },
);
