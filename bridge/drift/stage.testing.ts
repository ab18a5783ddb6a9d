import { amountMembers } from '../../contract/answer-members.js';
import type { Profile } from '../../contract/profile/index.js';
import type { Change } from './recording.testing.js';
import type { StageOptions } from './visit.testing.js';

/** A second mock that plays a stage of DCM which does much otherwise. */

/** Other readings than the usual ones, in as many points as one stage can have. */
export const otherReadings = {
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

type Json = Record<string, unknown>;

/** A transfer without two documented members, and with one that nobody documents. */
function otherPayment({ category: _, target_balance: _balance, ...payment }: Json): Json {
  return { ...payment, channel: 'api' };
}

const otherBodies: Readonly<Record<string, (body: Json) => Json>> = {
  getPayment: otherPayment,
  listPayments: ({ payments, ...page }) => ({
    ...page,
    payments: (payments as Json[]).map(otherPayment),
    cursor: { next: 'none' },
  }),
  createCustomer: (body) => ({ ...body, risk: 'low' }),
};

/** Refusals of transfers have a form of their own. */
function otherRefusal({ status, headers, text }: Parameters<Change>[0]) {
  const { message } = JSON.parse(text);
  const body = { code: 'TR-17', errors: [{ detail: message }] };
  return { status, headers, text: JSON.stringify(body) };
}

/** Amounts keep their two places. */
const written = (body: Json): string =>
  JSON.stringify(body, (name, value) =>
    typeof value === 'number' && amountMembers.has(name) ? `§${value.toFixed(2)}§` : value,
  ).replaceAll(/"§(.*?)§"/g, '$1');

const change: Change = (answered, operation) => {
  const headers = { ...answered.headers, server: 'stage', 'x-request-id': 'c0ffee' };
  if (operation === 'createPayment' && answered.status === 422) return otherRefusal({ ...answered, headers });
  const other = answered.status < 300 ? otherBodies[operation] : undefined;
  if (!other) return { ...answered, headers };
  return { ...answered, headers, text: written(other(JSON.parse(answered.text))) };
};

export const otherStage: StageOptions = { profile: otherReadings, change, ms: 40 };
