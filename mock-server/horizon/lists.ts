import type { Explorer, Slice } from '../domain/explorer.js';
import { ledgerSort, orderOf } from '../domain/ledger-collection.js';
import type { Stellar } from '../domain/stellar.js';
import {
  dataPlace,
  type Opened,
  openTransaction,
  operationViews,
  paymentPlace,
  paymentView,
  transactionView,
} from './views.js';

/** Where a list is: of one account, one ledger, or all. */
export type Scope = Pick<Slice, 'index' | 'key'>;

export interface ListQuery {
  readonly cursor?: bigint | undefined;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  readonly join?: string | undefined;
}

/** Where a list was requested: the base of all links, and its own path and query. */
export interface Place {
  readonly base: string;
  readonly path: string;
  readonly search: string;
}

export interface Kind<Record> {
  /** Places of the records of one transaction, from its own number. */
  readonly first: bigint;
  readonly last: bigint;
  readonly perTransaction: number;
  view(base: string, opened: Opened, joined: boolean): Record[];
}

export const kinds = {
  transactions: {
    first: 0n,
    last: 0n,
    perTransaction: 1,
    view: (base: string, opened: Opened) => [transactionView(base, opened)],
  },
  operations: { first: paymentPlace, last: dataPlace, perTransaction: 2, view: operationViews },
  payments: {
    first: paymentPlace,
    last: paymentPlace,
    perTransaction: 1,
    view: (base: string, opened: Opened, joined: boolean) => [paymentView(base, opened, joined)],
  },
} satisfies { readonly [name: string]: Kind<object> };

export interface Token {
  readonly paging_token: string;
}

/** Pages of the ledger by cursor: each costs what it holds, however long the ledger is. */
export function createLists(explorer: Explorer, stellar: Stellar) {
  /** Transactions that may hold records beyond the cursor. */
  function beyond<Record>({ first, last }: Kind<Record>, { cursor, order }: ListQuery): Pick<Slice, 'after'> {
    if (cursor === undefined) return {};
    const bound = cursor - (order === 'asc' ? last : first);
    if (bound >= 0n) return { after: ledgerSort(bound) };
    // Before everything: nothing is below it, everything is above.
    return order === 'asc' ? {} : { after: '' };
  }

  return {
    open: (row: Opened['row']) => openTransaction(stellar, row),

    async page<Record extends Token>(kind: Kind<Record>, scope: Scope, query: ListQuery, place: Place) {
      const { cursor, order, limit, join } = query;
      // One more, because the cursor may be inside a transaction.
      const wanted = Math.ceil(limit / kind.perTransaction) + 1;
      const { rows } = await explorer.list({ ...scope, ...beyond(kind, query), order, limit: wanted });
      const opened = await Promise.all(rows.map((row) => openTransaction(stellar, row)));
      const records = opened
        .flatMap((opened) => {
          const views = kind.view(place.base, opened, join === 'transactions');
          return order === 'asc' ? views : views.reverse();
        })
        .filter(({ paging_token }) => cursor === undefined || isBeyond(BigInt(paging_token), cursor, order))
        .slice(0, limit);
      return { _links: linksOf(records, query, place), _embedded: { records } };
    },

    /** The transaction whose operation this is. */
    async byOperation(id: bigint) {
      const { rows } = await explorer.list({ after: ledgerSort(id), order: 'desc', limit: 1 });
      const row = rows[0];
      if (row === undefined) return undefined;
      const place = id - orderOf(row);
      return place === paymentPlace || place === dataPlace
        ? { opened: await openTransaction(stellar, row), index: Number(place - paymentPlace) }
        : undefined;
    },
  };
}

const isBeyond = (token: bigint, cursor: bigint, order: 'asc' | 'desc') =>
  order === 'asc' ? token > cursor : token < cursor;

function linksOf(records: readonly Token[], { cursor, order, limit, join }: ListQuery, place: Place) {
  const here = `${place.base}${place.path}`;
  const to = (token: string, direction: string) => {
    const query = new URLSearchParams({ cursor: token, limit: String(limit), order: direction });
    if (join) query.set('join', join);
    return { href: `${here}?${query}` };
  };
  const given = cursor === undefined ? '' : String(cursor);
  return {
    self: { href: `${here}${place.search === '' ? '' : `?${place.search}`}` },
    next: to(records.at(-1)?.paging_token ?? given, order),
    prev: to(records[0]?.paging_token ?? given, order === 'asc' ? 'desc' : 'asc'),
  };
}
