import { z } from 'zod';

/** Records of Horizon as Stellar's SDKs read them. Amounts are decimal text with 7 places, numbers of 64 bits text. */

const link = z.object({ href: z.string(), templated: z.boolean().optional() });

const links = <Names extends readonly string[]>(...names: Names) =>
  z.object(
    Object.fromEntries(names.map((name) => [name, link])) as Readonly<Record<Names[number], typeof link>>,
  );

/** A page of a list; `next` and `prev` go on from it. */
export const listOfRecords = <Record extends z.ZodType>(record: Record) =>
  z.object({
    _links: links('self', 'next', 'prev'),
    _embedded: z.object({ records: z.array(record) }),
  });

export const rootRecord = z.object({
  _links: links(
    'self',
    'account',
    'account_transactions',
    'ledger',
    'operations',
    'payments',
    'transaction',
    'transactions',
  ),
  horizon_version: z.string(),
  core_version: z.string(),
  history_latest_ledger: z.number(),
  history_elder_ledger: z.number(),
  core_latest_ledger: z.number(),
  network_passphrase: z.string(),
});

export const transactionRecord = z.object({
  _links: links('self', 'account', 'ledger', 'operations', 'precedes', 'succeeds', 'transaction'),
  id: z.string(),
  paging_token: z.string(),
  successful: z.literal(true),
  hash: z.string(),
  ledger: z.number(),
  created_at: z.string(),
  source_account: z.string(),
  source_account_sequence: z.string(),
  fee_account: z.string(),
  fee_charged: z.string(),
  max_fee: z.string(),
  operation_count: z.number(),
  envelope_xdr: z.string(),
  result_xdr: z.string(),
  fee_meta_xdr: z.string(),
  memo_type: z.literal('none'),
  signatures: z.array(z.string()),
  preconditions: z.object({ timebounds: z.object({ min_time: z.string() }) }),
});

const operationBase = {
  _links: links('self', 'transaction'),
  id: z.string(),
  paging_token: z.string(),
  transaction_successful: z.literal(true),
  source_account: z.string(),
  created_at: z.string(),
  transaction_hash: z.string(),
  /** With `join=transactions`. */
  transaction: transactionRecord.optional(),
};

const asset = {
  asset_type: z.enum(['credit_alphanum4', 'credit_alphanum12']),
  asset_code: z.string(),
  asset_issuer: z.string(),
};

export const paymentRecord = z.object({
  ...operationBase,
  type: z.literal('payment'),
  type_i: z.literal(1),
  ...asset,
  from: z.string(),
  to: z.string(),
  amount: z.string(),
});

const manageDataRecord = z.object({
  ...operationBase,
  type: z.literal('manage_data'),
  type_i: z.literal(10),
  name: z.string(),
  value: z.string(),
});

export const operationRecord = z.discriminatedUnion('type', [paymentRecord, manageDataRecord]);

const liabilities = { buying_liabilities: z.string(), selling_liabilities: z.string() };

const trustLine = z.object({
  balance: z.string(),
  limit: z.string(),
  ...liabilities,
  last_modified_ledger: z.number(),
  is_authorized: z.boolean(),
  is_authorized_to_maintain_liabilities: z.boolean(),
  ...asset,
});

const native = z.object({ balance: z.string(), ...liabilities, asset_type: z.literal('native') });

export const accountRecord = z.object({
  _links: links('self', 'transactions', 'operations', 'payments', 'data'),
  id: z.string(),
  account_id: z.string(),
  paging_token: z.string(),
  sequence: z.string(),
  sequence_ledger: z.number().optional(),
  subentry_count: z.number(),
  last_modified_ledger: z.number(),
  last_modified_time: z.string().optional(),
  thresholds: z.object({ low_threshold: z.number(), med_threshold: z.number(), high_threshold: z.number() }),
  flags: z.object({
    auth_required: z.boolean(),
    auth_revocable: z.boolean(),
    auth_immutable: z.boolean(),
    auth_clawback_enabled: z.boolean(),
  }),
  balances: z.array(z.discriminatedUnion('asset_type', [trustLine, native])),
  signers: z.array(z.object({ weight: z.number(), key: z.string(), type: z.literal('ed25519_public_key') })),
  data: z.record(z.string(), z.string()),
  num_sponsoring: z.number(),
  num_sponsored: z.number(),
});

export const dataRecord = z.object({ value: z.string() });

export const ledgerRecord = z.object({
  _links: links('self', 'transactions', 'operations', 'payments'),
  paging_token: z.string(),
  sequence: z.number(),
  successful_transaction_count: z.number(),
  failed_transaction_count: z.number(),
  operation_count: z.number(),
  closed_at: z.string(),
});

/** How Horizon says no (RFC 7807). */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  extras: z.object({ invalid_field: z.string(), reason: z.string() }).optional(),
});
