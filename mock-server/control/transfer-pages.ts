import type { z } from 'zod';
import type { decodeTransfer, signatureOwners } from '../../contract/control/desk.js';
import type { ControlOperations } from '../../contract/control/index.js';
import type { Handlers } from '../api/handler.js';
import { counterparties } from '../domain/counterparties-collection.js';
import { accounts } from '../domain/entities-collection.js';
import type { Domain } from '../domain/index.js';
import { ledgerTransactions } from '../domain/ledger-collection.js';
import { toHryvnias } from '../domain/money.js';
import { type Payment, payments } from '../domain/payments-collection.js';
import { Refusal } from '../domain/refusal.js';
import type { ReadTransaction } from '../domain/store.js';
import { cut, nextOf } from './paging.js';

type TransferPages = Pick<ControlOperations, 'listTransfers' | 'decodeTransfer'>;

/** What officers see of transfers. Pages are cut by indexes: none looks at all rows. */
export function transferPageHandlers({ center }: Domain): Handlers<TransferPages> {
  const { store, keys, stellar } = center;

  async function transferView(tx: ReadTransaction, row: Payment) {
    const side = async (guid: string, kind: Payment['sender_kind'], counterparty: string) => ({
      guid,
      kind,
      counterparty_guid: counterparty,
      counterparty_name: (await tx.get(counterparties, counterparty))?.name ?? '',
    });
    return {
      guid: row.guid,
      created_at: row.created_at,
      updated_at: row.updated_at,
      status: row.status,
      amount: toHryvnias(row.amount),
      asset_code: row.asset_code,
      purpose: row.purpose,
      sender: await side(row.sender_id, row.sender_kind, row.sender_counterparty),
      receiver: await side(row.receiver_id, row.receiver_kind, row.receiver_counterparty),
      hash: row.hash,
    };
  }

  /** A transfer by its own guid or its hash. */
  async function exactly(tx: ReadTransaction, text: string): Promise<Payment | undefined> {
    const posted = await tx.get(ledgerTransactions, text);
    return tx.get(payments, posted?.payment_guid ?? text);
  }

  /** Whose key an address is. */
  async function ownersOf(row: Payment) {
    const { entity, bank } = await store.read(async (tx) => ({
      entity: await tx.get(accounts, row.sender_id),
      bank: await tx.get(counterparties, row.sender_counterparty),
    }));
    const [customers = '', own = ''] = bank?.signers ?? [];
    const known: readonly (readonly [string, (typeof signatureOwners)[number]])[] = [
      [entity?.stellar_address ?? '', entity?.account_kind === 'root' ? 'root' : 'entity'],
      [customers, 'bank-customers'],
      [own, 'bank-own'],
      [(await keys.signer()).address, 'dcm'],
      [(await keys.issuer()).address, 'issuer'],
      [(await keys.root()).address, 'root'],
    ];
    return known.filter(([address]) => address !== '');
  }

  async function decoded(guid: string): Promise<z.infer<(typeof decodeTransfer)['answer']>> {
    const found = await store.read(async (tx) => ({
      row: await tx.get(payments, guid),
      posted: await tx.first(ledgerTransactions, 'payment', guid),
    }));
    const { row, posted } = found;
    if (!posted || !row) throw new Refusal('not-found', { thing: 'envelope of this transfer' });
    const owners = await ownersOf(row);
    const { operations, signatures, ...envelope } = await stellar.describe(
      posted.envelope_xdr,
      owners.map(([address]) => address),
    );
    return {
      ...envelope,
      ledger: posted.ledger,
      operations: [...operations],
      signatures: signatures.map((one) => ({
        ...one,
        whose: owners.find(([address]) => address === one.signer)?.[1] ?? 'unknown',
      })),
      envelope_xdr: posted.envelope_xdr,
    };
  }

  return {
    listTransfers: ({ body }) =>
      store.read(async (tx) => {
        const search = body.search?.trim().toLowerCase() ?? '';
        const one = search === '' ? undefined : await exactly(tx, search);
        if (one) return { transfers: [await transferView(tx, one)], total: 1, next: '' };
        if (search !== '' && !isGuid(search)) {
          const found = await scanned(tx, body, search);
          const transfers = await Promise.all(found.rows.map((row) => transferView(tx, row)));
          return { transfers, total: transfers.length, next: found.next };
        }
        const page = await tx.page(payments, { ...placeOf(body, search), ...cut(body) });
        const transfers = await Promise.all(page.rows.map((row) => transferView(tx, row)));
        return { transfers, total: page.total, next: nextOf(payments.sort, page) };
      }),

    decodeTransfer: ({ params }) => decoded(params.guid),
  };
}

const isGuid = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

/** Rows that one page looks at, at the most; a client that finds too little asks again. */
const mostLooked = 5000;
const atOnce = 500;

interface Cut {
  readonly before?: string | undefined;
  readonly limit: number;
}

/** The next transfers, from here into the past, in which the text is found. */
async function scanned(
  tx: ReadTransaction,
  { before, limit, ...wanted }: Wanted & Cut,
  search: string,
): Promise<{ readonly rows: Payment[]; readonly next: string }> {
  const names = new Map((await tx.page(counterparties, {})).rows.map(({ guid, name }) => [guid, name]));
  const fits = conditionOf(search, (guid) => names.get(guid) ?? '');
  const rows: Payment[] = [];
  let next = before ?? '';
  for (let looked = 0; looked < mostLooked; looked += atOnce) {
    const page = await tx.page(payments, { ...placeOf(wanted, ''), ...cut({ before: next, limit: atOnce }) });
    for (const row of page.rows) {
      if (fits(row)) rows.push(row);
      if (rows.length === limit) return { rows, next: payments.sort(row) };
    }
    next = nextOf(payments.sort, page);
    if (next === '') break;
  }
  return { rows, next };
}

/** An amount as people write it: `1 234,50`. */
const amountIn = (text: string): number => Number(text.replaceAll(/[\s\u00a0_]/g, '').replace(',', '.'));

function conditionOf(search: string, nameOf: (counterparty: string) => string): (row: Payment) => boolean {
  const amount = amountIn(search);
  return (row) =>
    toHryvnias(row.amount) === amount ||
    [
      row.guid,
      row.hash,
      row.purpose,
      row.sender_id,
      row.receiver_id,
      nameOf(row.sender_counterparty),
      nameOf(row.receiver_counterparty),
    ].some((text) => text.toLowerCase().includes(search));
}

interface Wanted {
  readonly counterparty_guid?: string | undefined;
  readonly status?: string | undefined;
}

/** Where the transfers are that are asked for. */
function placeOf({ counterparty_guid, status }: Wanted, search: string) {
  if (search !== '') return { index: 'sender', key: search };
  if (status !== undefined) {
    return { index: 'status', key: counterparty_guid ? `${counterparty_guid} ${status}` : status };
  }
  return counterparty_guid === undefined ? {} : { index: 'counterparty', key: counterparty_guid };
}
