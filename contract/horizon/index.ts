import { z } from 'zod';
import { operation, table } from '../operation.js';
import {
  accountRecord,
  dataRecord,
  ledgerRecord,
  listOfRecords,
  operationRecord,
  paymentRecord,
  rootRecord,
  transactionRecord,
} from './records.js';

/**
 * The part of Stellar's Horizon API that finds a transfer again. The documentation names the public explorer as
 * another source for control reconciliation (OV); transfers of the mock are on no public network, so it answers itself.
 * None of these are operations of DCM. All are public and read only.
 */

/** The largest position that there is: 63 bits. */
const highest = 2n ** 63n - 1n;

const cursor = z
  .string()
  .transform((text) => (text === 'now' ? String(highest) : text))
  .refine((text) => /^\d{1,19}$/.test(text) && BigInt(text) <= highest, 'expected a paging_token, or now')
  .transform(BigInt);

const paging = z.object({
  cursor: cursor.optional(),
  order: z.enum(['asc', 'desc']).default('asc'),
  limit: z.coerce.number().int().min(1).max(200).default(10),
  /** Every transaction of the simulated ledger succeeded: it changes nothing. */
  include_failed: z.enum(['true', 'false']).optional(),
});

const joined = paging.extend({ join: z.literal('transactions').optional() });

const account = z.object({ account_id: z.string() });
const hash = z.object({
  tx_id: z
    .string()
    .regex(/^[\da-f]{64}$/i, 'a transaction hash is 64 hexadecimal digits')
    .toLowerCase(),
});
const ledger = z.object({
  ledger_id: z.string().regex(/^\d{1,10}$/, 'a ledger is a number of up to 10 digits'),
});

const shared = { method: 'GET', caller: 'public', source: 'X HZN' } as const;

const transactions = { ...shared, query: paging, answer: listOfRecords(transactionRecord) };
const operations = { ...shared, query: joined, answer: listOfRecords(operationRecord) };
const payments = { ...shared, query: joined, answer: listOfRecords(paymentRecord) };

export const horizonOperations = table(
  operation({
    ...shared,
    id: 'horizonRoot',
    path: '/horizon',
    summary: 'The network and its newest ledger',
    answer: rootRecord,
  }),
  operation({
    ...shared,
    id: 'horizonTransaction',
    path: '/horizon/transactions/{tx_id}',
    summary: 'A transaction by its hash, as in stellar_info.hash of a transfer',
    params: hash,
    answer: transactionRecord,
  }),
  operation({
    ...transactions,
    id: 'horizonTransactions',
    path: '/horizon/transactions',
    summary: 'All transactions',
  }),
  operation({
    ...operations,
    id: 'horizonTransactionOperations',
    path: '/horizon/transactions/{tx_id}/operations',
    summary: 'Both operations of a transfer',
    params: hash,
  }),
  operation({
    ...payments,
    id: 'horizonTransactionPayments',
    path: '/horizon/transactions/{tx_id}/payments',
    summary: 'The payment of a transfer',
    params: hash,
  }),
  operation({
    ...shared,
    id: 'horizonAccount',
    path: '/horizon/accounts/{account_id}',
    summary: 'An account by its address: balances, signers, sequence number',
    params: account,
    answer: accountRecord,
  }),
  operation({
    ...shared,
    id: 'horizonAccountData',
    path: '/horizon/accounts/{account_id}/data/{key}',
    summary: 'A data entry of an account',
    params: account.extend({ key: z.string() }),
    answer: dataRecord,
  }),
  operation({
    ...transactions,
    id: 'horizonAccountTransactions',
    path: '/horizon/accounts/{account_id}/transactions',
    summary: 'Transactions of an account',
    params: account,
  }),
  operation({
    ...operations,
    id: 'horizonAccountOperations',
    path: '/horizon/accounts/{account_id}/operations',
    summary: 'Operations from and to an account',
    params: account,
  }),
  operation({
    ...payments,
    id: 'horizonAccountPayments',
    path: '/horizon/accounts/{account_id}/payments',
    summary: 'Payments from and to an account',
    params: account,
  }),
  operation({
    ...operations,
    id: 'horizonOperations',
    path: '/horizon/operations',
    summary: 'All operations',
  }),
  operation({
    ...shared,
    id: 'horizonOperation',
    path: '/horizon/operations/{id}',
    summary: 'An operation by its id',
    params: z.object({ id: cursor }),
    query: z.object({ join: z.literal('transactions').optional() }),
    answer: operationRecord,
  }),
  operation({ ...payments, id: 'horizonPayments', path: '/horizon/payments', summary: 'All payments' }),
  operation({
    ...shared,
    id: 'horizonLedger',
    path: '/horizon/ledgers/{ledger_id}',
    summary: 'A ledger that has postings',
    params: ledger,
    answer: ledgerRecord,
  }),
  operation({
    ...transactions,
    id: 'horizonLedgerTransactions',
    path: '/horizon/ledgers/{ledger_id}/transactions',
    summary: 'Transactions of a ledger',
    params: ledger,
  }),
  operation({
    ...operations,
    id: 'horizonLedgerOperations',
    path: '/horizon/ledgers/{ledger_id}/operations',
    summary: 'Operations of a ledger',
    params: ledger,
  }),
  operation({
    ...payments,
    id: 'horizonLedgerPayments',
    path: '/horizon/ledgers/{ledger_id}/payments',
    summary: 'Payments of a ledger',
    params: ledger,
  }),
);

export type HorizonOperations = typeof horizonOperations;
