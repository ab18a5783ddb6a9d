import { expect, test } from 'vitest';
import type { Drift } from '../../contract/drift.js';
import type { Profile } from '../../contract/profile/index.js';
import { driftOf } from './drift.js';
import { visited } from './visit.testing.js';

/** Questions by their verdict. */
const questions = ({ questions: all }: Drift, verdict: string) =>
  all
    .filter((one) => one.verdict === verdict)
    .map(({ unknown, asks }) => (unknown === '-' ? asks.en : unknown));

test('nothing about the mock with the usual readings is contradicted', async () => {
  const drift = driftOf([await visited()]);
  expect(drift.differences).toEqual([]);
  expect(questions(drift, 'contradicted')).toEqual([]);
  expect(questions(drift, 'not-seen')).toEqual([]);
  expect(drift.exit_code).toBe(0);
});

/** Other readings than the usual ones, in as many points as one stage can have. */
const otherReadings = {
  accounts_list: 'renamed',
  refusal_status: 422,
  error_body: 'message',
  act_status: 201,
  dates: 'offset',
  amounts: 'two-places',
  total: 'text',
  list_limit: 2,
  posting: 'async',
  intermediate_status: 'PROCESSING',
  declined_status: 403,
  dcm_token_ttl_s: 1200,
  token_claims: 'extra',
  token_typ: 'absent',
  jwks: 'further',
  reverse_order: 'key-first',
  reverse_repeat: 2,
  callbacks: 'twice',
  header_names: 'title',
  connections: 'kept',
  payment_guid: 'v1',
  fee: 1.5,
  reserve: 'strict',
  transfer_rules: 'enforce',
  multisig_keys: 'both',
  callback_token: 'bank',
  limit_paths: 'heading',
} as const satisfies Partial<Profile>;

test('a stage with other readings is seen to have them', async () => {
  const drift = driftOf([await visited({ profile: otherReadings })]);
  expect(drift.differences).toEqual([]);
  expect(questions(drift, 'not-seen')).toEqual([]);
  expect(questions(drift, 'confirmed')).toEqual(['What else may a response contain?']);
});
