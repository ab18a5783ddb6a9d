import { hasOpenTotal } from '../../../contract/open-answers.js';
import { paymentStatuses, unlistedStatus } from '../../../contract/operations/transfers.js';
import { beyond, type Observer, type Sight, sight } from '../observer.js';
import { isObject, isServed, member, requestOf, responseOf, type Seen, served } from '../seen.js';

/** Observers of what responses contain: the form of lists, when a transfer is posted. */

/** U-26. */
export const accountsList: Observer = {
  weight: 'breaks',
  observe: (all) =>
    served(all, 'listAccounts').flatMap((seen) => {
      const body = responseOf(seen);
      if (isObject(body))
        return 'accounts' in body ? [sight(seen, { accounts_list: 'object' })] : [otherList(seen)];
      if (!Array.isArray(body)) return [otherList(seen)];
      // An empty array has no form: it may be the entities of somebody who has none.
      if (body.length === 0) return [sight(seen, { accounts_list: 'renamed' })];
      if (body.every((item) => isObject(item) && 'wallet_account_guid' in item))
        return [sight(seen, { accounts_list: 'renamed' })];
      const isPage = body.length === 1 && 'accounts' in (isObject(body[0]) ? body[0] : {});
      return [isPage ? sight(seen, { accounts_list: 'array' }) : otherList(seen)];
    }),
};

const otherList = (seen: Seen): Sight => beyond(seen, 'a list of another form', 'перелік іншої форми');

/** Milliseconds after a confirmation within which a transfer that is CONFIRMED was posted before the response. */
const soonMs = 1000;

/** Transfers that a response shows, by guid, with their statuses. */
function statusesIn(seen: Seen): readonly (readonly [string, string])[] {
  const body = responseOf(seen);
  const list = member(body, 'payments');
  const payments = seen.operation?.id === 'getPayment' ? [body] : Array.isArray(list) ? list : [];
  return payments.flatMap((payment) => {
    const [guid, status] = [member(payment, 'guid'), member(payment, 'status')];
    return typeof guid === 'string' && typeof status === 'string' ? [[guid, status] as const] : [];
  });
}

/** The first sight of each transfer after the response to its confirmation (U-45). */
export const posting: Observer = {
  weight: 'behaves',
  observe: (all) => {
    const confirmed = new Map<string, Seen>();
    const sights: Sight[] = [];
    for (const seen of all) {
      if (!isServed(seen)) continue;
      if (seen.operation?.id === 'confirmPayment') {
        const guid = member(requestOf(seen), 'guid');
        if (typeof guid === 'string') confirmed.set(guid.toLowerCase(), seen);
        continue;
      }
      if (seen.operation?.id !== 'getPayment' && seen.operation?.id !== 'listPayments') continue;
      for (const [guid, status] of statusesIn(seen)) {
        const order = confirmed.get(guid.toLowerCase());
        if (order === undefined || seen.exchange.seq < order.exchange.seq || seen.began < order.ended)
          continue;
        confirmed.delete(guid.toLowerCase());
        sights.push(...postedAs(seen, status, seen.began - order.ended));
      }
    }
    return sights;
  },
};

function postedAs(seen: Seen, status: string, afterMs: number): readonly Sight[] {
  if (status === 'CONFIRMED') return afterMs <= soonMs ? [sight(seen, { posting: 'sync' })] : [];
  if (status === 'CREATED') return [sight(seen, { posting: 'async', intermediate_status: 'none' })];
  if (status === unlistedStatus)
    return [sight(seen, { posting: 'async', intermediate_status: unlistedStatus })];
  const listed = paymentStatuses.join(', ');
  return [
    beyond(
      seen,
      `the status ${status}, which is neither of ${listed}`,
      `статус ${status}, якого немає серед ${listed}`,
    ),
  ];
}

const rowsOf = (body: unknown): readonly unknown[] | undefined =>
  isObject(body) ? Object.values(body).find((value) => Array.isArray(value)) : undefined;

const queryOf = ({ exchange: { url } }: Seen): URLSearchParams =>
  new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?') + 1) : '');

/** Fewer rows than were asked for, although there are more: so many are the most. */
function shortage(seen: Seen): readonly Sight[] {
  const [body, query] = [responseOf(seen), queryOf(seen)];
  const rows = rowsOf(Array.isArray(body) ? body[0] : body);
  const total = Number(member(Array.isArray(body) ? body[0] : body, 'total') ?? Number.NaN);
  const [limit, offset] = [Number(query.get('limit') ?? 20), Number(query.get('offset') ?? 0)];
  if (rows === undefined || rows.length === 0 || seen.exchange.response.shortened) return [];
  const isShort = rows.length < limit && offset + rows.length < total;
  return isShort ? [sight(seen, { list_limit: rows.length })] : [];
}

/** U-61. */
export const lists: Observer = {
  weight: 'behaves',
  observe: (all) =>
    all.filter(isServed).flatMap((seen) => {
      const { operation } = seen;
      if (operation === undefined || operation.method !== 'GET') return [];
      const short = shortage(seen);
      const body = responseOf(seen);
      if (!hasOpenTotal(operation) || !listsTotal(operation) || !isObject(body)) return short;
      const { total } = body;
      if (typeof total === 'number') return [...short, sight(seen, { total: 'number' })];
      if (typeof total === 'string' && /^\d+$/.test(total)) return [...short, sight(seen, { total: 'text' })];
      if (total === undefined) return [...short, sight(seen, { total: 'missing' })];
      return [
        ...short,
        beyond(seen, `a total that is ${JSON.stringify(total)}`, `total дорівнює ${JSON.stringify(total)}`),
      ];
    }),
};

const listsTotal = ({ answer }: { readonly answer: unknown }): boolean =>
  isObject(answer) && 'shape' in answer && isObject(answer.shape) && 'total' in answer.shape;
