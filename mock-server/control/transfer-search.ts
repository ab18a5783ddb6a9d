import type { transferOperations } from '../../contract/control/transfers.js';
import type { Input } from '../../contract/operation.js';
import { counterpartyRows } from '../domain/counterparties-collection.js';
import { ledgerTransactionRows } from '../domain/ledger-collection.js';
import { toHryvnias } from '../domain/money.js';
import type { Query, ReadTransaction } from '../domain/store.js';
import { type Transfer, transferRows } from '../domain/transfers-collection.js';
import { fitting, nextOf, type Portion, portionOf } from './portion.js';

type Asked = Input<typeof transferOperations.listTransfers>['query'];

/** Maximum rows that one portion searches; a client that finds too little requests the next portion. */
const mostLooked = 5000;
const atOnce = 500;

/** The requested transfers, newest first. An index answers everything except a search for a part. */
export async function transfersFound(tx: ReadTransaction, asked: Asked): Promise<Portion<Transfer>> {
  const search = asked.search?.trim().toLowerCase() ?? '';
  if (search === '') return portionOf(tx, transferRows, asked, { ...placeOf(asked), order: 'desc' });
  const passes = filterOf(asked);
  const exact = await exactly(tx, search);
  if (exact) return { rows: [exact].filter(passes), next: '' };
  if (isGuid(search)) {
    const place = { index: 'entity', key: search };
    const filtered = (asked.status ?? asked.counterparty_guid) !== undefined;
    if (filtered) return scanned(tx, asked, place, passes);
    return portionOf(tx, transferRows, asked, { ...place, order: 'desc' });
  }
  const contains = await conditionOf(tx, search);
  return scanned(tx, asked, placeOf(asked), (row) => passes(row) && contains(row));
}

/** Whether a transfer passes the filters beside the search. */
const filterOf =
  ({ status, counterparty_guid }: Asked) =>
  (row: Transfer): boolean =>
    (status === undefined || row.status === status) &&
    (counterparty_guid === undefined ||
      row.sender_counterparty === counterparty_guid ||
      row.receiver_counterparty === counterparty_guid);

const isGuid = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

/** A transfer by its own guid or its hash. */
async function exactly(tx: ReadTransaction, text: string): Promise<Transfer | undefined> {
  const posted = await tx.get(ledgerTransactionRows, text);
  return tx.get(transferRows, posted?.payment_guid ?? text);
}

type Place = Pick<Query<Transfer>, 'index' | 'key'>;

/** Where to find the transfers of a counterparty or a status. */
function placeOf({ counterparty_guid, status }: Asked): Place {
  if (status !== undefined) {
    return { index: 'status', key: counterparty_guid ? `${counterparty_guid} ${status}` : status };
  }
  return counterparty_guid === undefined ? {} : { index: 'counterparty', key: counterparty_guid };
}

/** The next transfers at a place, from here into the past, that meet the condition. */
async function scanned(
  tx: ReadTransaction,
  asked: Asked,
  place: Place,
  fits: (row: Transfer) => boolean,
): Promise<Portion<Transfer>> {
  const list = { ...place, order: 'desc', limit: atOnce } as const;
  const rows: Transfer[] = [];
  let next = asked.after ?? '';
  for (let looked = 0; looked < mostLooked && rows.length < asked.limit; looked += atOnce) {
    const page = await tx.page(transferRows, { ...list, ...(next ? { after: next } : {}) });
    rows.push(...page.rows.filter(fits));
    next = nextOf(transferRows, page.rows, page.total);
    if (next === '') break;
  }
  const shown = fitting(rows.slice(0, asked.limit));
  const last = shown.at(-1);
  return { rows: shown, next: last && shown.length < rows.length ? transferRows.sort(last) : next };
}

/** An amount as people write it: `1 234,50`. */
const amountIn = (text: string): number => Number(text.replaceAll(/[\s\u00a0_]/g, '').replace(',', '.'));

/** Whether a transfer contains the text, or has this amount. */
async function conditionOf(tx: ReadTransaction, search: string): Promise<(row: Transfer) => boolean> {
  const names = new Map((await tx.page(counterpartyRows, {})).rows.map(({ guid, name }) => [guid, name]));
  const nameOf = (counterparty: string) => names.get(counterparty) ?? '';
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
