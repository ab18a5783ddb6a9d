import type { z } from 'zod';
import type {
  accountRecord,
  ledgerRecord,
  operationRecord,
  paymentRecord,
  transactionRecord,
} from '../../contract/horizon/records.js';
import type { PublicAccount } from '../domain/explorer.js';
import { type LedgerTransaction, orderOf } from '../domain/ledger-collection.js';
import type { EnvelopeContent, Stellar } from '../domain/stellar.js';

/** Rows of the ledger as Horizon writes them; `base` is its URL, without a trailing slash. */

export type TransactionRecord = z.infer<typeof transactionRecord>;
export type OperationRecord = z.infer<typeof operationRecord>;
export type PaymentRecord = z.infer<typeof paymentRecord>;

/** A transaction with the content of its envelope, nothing that is not signed. */
export interface Opened {
  readonly row: LedgerTransaction;
  readonly content: EnvelopeContent;
  readonly result_xdr: string;
}

export async function openTransaction(stellar: Stellar, row: LedgerTransaction): Promise<Opened> {
  const [content, result_xdr] = await Promise.all([
    stellar.read(row.envelope_xdr),
    stellar.result(row.envelope_xdr),
  ]);
  return { row, content, result_xdr };
}

/** An empty list of changes: no fee is taken. */
const noChanges = 'AAAAAA==';

/** RFC 3339 to the second, as in Horizon. */
const toSecond = (timestamp: string) => timestamp.replace(/\.\d+/, '');

const places = 7;

/** Stroops as a decimal string with 7 places. */
export function decimal(stroops: bigint): string {
  const digits = String(stroops).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const assetTypeOf = (code: string) => (code.length <= 4 ? 'credit_alphanum4' : 'credit_alphanum12');

export const page = '{?cursor,limit,order}';

export function transactionView(base: string, { row, content, result_xdr }: Opened): TransactionRecord {
  const token = String(orderOf(row));
  const self = { href: `${base}/transactions/${row.hash}` };
  return {
    _links: {
      self,
      account: { href: `${base}/accounts/${content.source}` },
      ledger: { href: `${base}/ledgers/${row.ledger}` },
      operations: { href: `${self.href}/operations${page}`, templated: true },
      precedes: { href: `${base}/transactions?order=asc&cursor=${token}` },
      succeeds: { href: `${base}/transactions?order=desc&cursor=${token}` },
      transaction: self,
    },
    id: row.hash,
    paging_token: token,
    successful: true,
    hash: row.hash,
    ledger: row.ledger,
    created_at: toSecond(row.created_at),
    source_account: content.source,
    source_account_sequence: String(content.sequence),
    fee_account: content.source,
    fee_charged: '0',
    max_fee: String(content.fee),
    operation_count: content.operations,
    envelope_xdr: row.envelope_xdr,
    result_xdr,
    fee_meta_xdr: noChanges,
    memo_type: 'none',
    signatures: [...content.signatures],
    preconditions: { timebounds: { min_time: '0' } },
  };
}

/** Operation ids follow the number of their transaction, from 1. */
export const paymentPlace = 1n;
export const dataPlace = 2n;

function shared(base: string, opened: Opened, place: bigint, joined: boolean) {
  const { row, content } = opened;
  const id = String(orderOf(row) + place);
  return {
    _links: {
      self: { href: `${base}/operations/${id}` },
      transaction: { href: `${base}/transactions/${row.hash}` },
    },
    id,
    paging_token: id,
    transaction_successful: true,
    source_account: content.source,
    created_at: toSecond(row.created_at),
    transaction_hash: row.hash,
    ...(joined ? { transaction: transactionView(base, opened) } : {}),
  } as const;
}

export function paymentView(base: string, opened: Opened, joined: boolean): PaymentRecord {
  const { row, content } = opened;
  if (!content.payment) throw new Error(`the envelope of ${row.hash} has no payment`);
  const { destination, assetCode, assetIssuer, amount } = content.payment;
  return {
    ...shared(base, opened, paymentPlace, joined),
    type: 'payment',
    type_i: 1,
    asset_type: assetTypeOf(assetCode),
    asset_code: assetCode,
    asset_issuer: assetIssuer,
    from: content.source,
    to: destination,
    amount: decimal(amount),
  };
}

/** The operations of a transfer in their order: the payment, then the data entry that names it. */
export const operationViews = (base: string, opened: Opened, joined: boolean): OperationRecord[] => [
  paymentView(base, opened, joined),
  {
    ...shared(base, opened, dataPlace, joined),
    type: 'manage_data',
    type_i: 10,
    name: 'payment_guid',
    value: base64(opened.content.paymentGuid ?? ''),
  },
];

const base64 = (text: string) => Buffer.from(text).toString('base64');

const none = decimal(0n);
const liabilities = { buying_liabilities: none, selling_liabilities: none };

export function accountView(
  base: string,
  account: PublicAccount,
  issuer: string,
): z.infer<typeof accountRecord> {
  const { address, sequence, entity, asset_code, signers, sent, touched } = account;
  const href = `${base}/accounts/${address}`;
  // An account begins at the number of its ledger in the upper half.
  const modified = touched?.ledger ?? Number(sequence >> 32n);
  const trustLines = entity
    ? [
        {
          balance: decimal(entity.balance),
          limit: decimal(2n ** 63n - 1n),
          ...liabilities,
          last_modified_ledger: modified,
          is_authorized: true,
          is_authorized_to_maintain_liabilities: true,
          asset_type: assetTypeOf(asset_code),
          asset_code,
          asset_issuer: issuer,
        } as const,
      ]
    : [];
  const data = dataOf(account);
  // How Stellar's keys are weighed is not published; if there are several signers, all must sign.
  const threshold = signers.length > 1 ? signers.length : 0;
  return {
    _links: {
      self: { href },
      transactions: { href: `${href}/transactions${page}`, templated: true },
      operations: { href: `${href}/operations${page}`, templated: true },
      payments: { href: `${href}/payments${page}`, templated: true },
      data: { href: `${href}/data/{key}`, templated: true },
    },
    id: address,
    account_id: address,
    paging_token: '',
    sequence: String(sequence),
    ...(sent ? { sequence_ledger: sent.ledger } : {}),
    subentry_count: trustLines.length + signers.length - 1 + Object.keys(data).length,
    last_modified_ledger: modified,
    ...(touched ? { last_modified_time: toSecond(touched.created_at) } : {}),
    thresholds: { low_threshold: threshold, med_threshold: threshold, high_threshold: threshold },
    flags: {
      auth_required: false,
      auth_revocable: false,
      auth_immutable: false,
      auth_clawback_enabled: false,
    },
    balances: [...trustLines, { balance: none, ...liabilities, asset_type: 'native' }],
    signers: [...signers].reverse().map((key) => ({ weight: 1, key, type: 'ed25519_public_key' })),
    data,
    num_sponsoring: 0,
    num_sponsored: 0,
  };
}

/** The data entry that the account's own last transfer left. */
export const dataOf = ({ sent }: PublicAccount): Record<string, string> =>
  sent ? { payment_guid: base64(sent.payment_guid) } : {};

export function ledgerView(
  base: string,
  newest: LedgerTransaction,
  transactions: number,
): z.infer<typeof ledgerRecord> {
  const href = `${base}/ledgers/${newest.ledger}`;
  return {
    _links: {
      self: { href },
      transactions: { href: `${href}/transactions${page}`, templated: true },
      operations: { href: `${href}/operations${page}`, templated: true },
      payments: { href: `${href}/payments${page}`, templated: true },
    },
    paging_token: String(BigInt(newest.ledger) << 32n),
    sequence: newest.ledger,
    successful_transaction_count: transactions,
    failed_transaction_count: 0,
    operation_count: 2 * transactions,
    closed_at: toSecond(newest.created_at),
  };
}
