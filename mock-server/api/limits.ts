import type { limitOperations } from '../../contract/operations/limits.js';
import { type Asset, networkAsset } from '../domain/assets.js';
import type { Call } from '../domain/call.js';
import type { Domain } from '../domain/index.js';
import type { Limit } from '../domain/limits-collection.js';
import { toHryvnias } from '../domain/money.js';
import { uuidOf } from '../domain/uuid.js';
import { callerOf, type Handlers } from './handler.js';

/** Limits (LIM). Which path has which kind is an open question (U-33): option `limit_paths`. */
export function limitHandlers({ limits, center }: Domain): Handlers<typeof limitOperations> {
  const kindOf = (path: 'amount' | 'payment') =>
    (path === 'payment') === (center.profile().limit_paths === 'schema') ? 'operation' : 'period';

  async function columns(call: Call, scope: Limit['scope'], path: 'amount' | 'payment', subject?: string) {
    const kind = kindOf(path);
    const asset = await networkAsset(center);
    const rows = await limits.list(call, callerOf(call).guid, scope, kind, subject);
    return { columns: kind === 'operation' ? rows.map((row) => bounds(row, asset)) : periods(rows, asset) };
  }

  const ofCustomer = (guid: string | undefined) =>
    guid === undefined ? undefined : uuidOf(guid, 'customer_guid');

  // The declared answers allow both kinds, which the compiler cannot follow through `kindOf`.
  return {
    getCustomerAmountLimit: async ({ query }, { call }) =>
      (await columns(call, 'customer', 'amount', ofCustomer(query.customer_guid))) as never,

    setCustomerAmountLimit: async ({ body }, { call }) => {
      await limits.set(call, callerOf(call), 'customer', kindOf('amount'), body);
      return {};
    },

    getCustomerPaymentLimit: async ({ query }, { call }) =>
      (await columns(call, 'customer', 'payment', ofCustomer(query.customer_guid))) as never,

    setCustomerPaymentLimit: async ({ body }, { call }) => {
      await limits.set(call, callerOf(call), 'customer', kindOf('payment'), body);
      return {};
    },

    getSegmentPaymentLimits: async (_input, { call }) => (await columns(call, 'segment', 'payment')) as never,

    setSegmentPaymentLimit: async ({ body }, { call }) => {
      await limits.set(call, callerOf(call), 'segment', kindOf('payment'), body);
      return {};
    },

    getSegmentAmountLimits: async (_input, { call }) => (await columns(call, 'segment', 'amount')) as never,

    setSegmentAmountLimit: async ({ body }, { call }) => {
      await limits.set(call, callerOf(call), 'segment', kindOf('amount'), body);
      return {};
    },
  };
}

const head = ({ account_type_guid, scope, subject }: Limit, asset: Asset) => ({
  account_type_guid,
  asset_code: asset.code,
  asset_issuer: asset.issuer,
  [scope === 'customer' ? 'customer_guid' : 'segment_name']: subject,
});

/** A bound that is not set is 0. */
const bound = (stroops: bigint) => (stroops < 0n ? 0 : toHryvnias(stroops));

const bounds = (row: Limit, asset: Asset) => ({
  ...head(row, asset),
  max: bound(row.max),
  min: bound(row.min),
});

/** One column for each subject and account type, with its periods. */
function periods(rows: readonly Limit[], asset: Asset) {
  const found = new Map<string, Limit[]>();
  for (const row of rows) {
    const key = `${row.subject} ${row.account_type_guid}`;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return [...found.values()].map((of) => ({
    ...head(of[0] as Limit, asset),
    period: Object.fromEntries(
      of.map((row) => [row.period, { max: bound(row.max), period_key: row.period_key }]),
    ),
  }));
}
