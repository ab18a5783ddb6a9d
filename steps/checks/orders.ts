import type { JournalEntry } from '../../contract/control/journal.js';
import type { RuleId } from '../../contract/rules/index.js';
import { isDone, isWithin, type Stretch } from '../journal.js';
import type { MoneyOrder } from '../walk/order-book.js';
import { type Check, check, expect } from './check.js';

/** Money that has moved, compared with what was ordered. */

/** A transfer that the bank has confirmed and DCM has posted. */
export interface Moved {
  readonly guid: string;
  readonly sender: string;
  readonly receiver: string;
  /** Hryvnias. */
  readonly amount: number;
  /** The bank's request for the draft, and its first confirmation. */
  readonly draft: JournalEntry | undefined;
  readonly confirmation: JournalEntry;
}

export interface Account {
  readonly orders: readonly MoneyOrder[];
  /** Where the orders are not known: what moved there is not judged. */
  readonly unknown: readonly Stretch[];
  readonly moved: readonly Moved[];
  /** All that the bank has sent, oldest first. */
  readonly sent: readonly JournalEntry[];
}

/** A transfer without an order, and the one before it that carried the order out, if there is one. */
interface Surplus {
  readonly moved: Moved;
  readonly before: Moved | undefined;
}

const seqOf = ({ draft, confirmation }: Moved): number => draft?.seq ?? confirmation.seq;
const same = (one: Moved, other: Pick<MoneyOrder, 'sender' | 'receiver' | 'amount'>): boolean =>
  one.sender === other.sender && one.receiver === other.receiver && one.amount === other.amount;

/** Gives each transfer its order, an order with the same content first, and returns those that are left. */
function surplusOf({ orders, unknown, moved }: Account): Surplus[] {
  const open = orders.filter(({ act }) => act === 'transfer' || act === 'confirm-payment');
  const done: Moved[] = [];
  const take = (one: Moved, fits: (order: MoneyOrder) => boolean): boolean => {
    const index = open.findIndex(fits);
    if (index < 0) return false;
    open.splice(index, 1);
    done.push(one);
    return true;
  };
  const inOrder = [...moved].sort((a, b) => seqOf(a) - seqOf(b));
  const others = inOrder.filter(
    (one) =>
      !take(one, ({ act, paymentGuid, ...order }) =>
        act === 'transfer' ? same(one, order) : paymentGuid === one.guid,
      ),
  );
  // What an act did with another content is judged where the act is looked at; a repetition is none.
  const left = others.filter((one) => {
    const latest = open.filter(({ after }) => after < seqOf(one)).at(-1);
    const isItsOwn =
      latest !== undefined &&
      !done.some((earlier) => same(earlier, one)) &&
      !orders.some(({ after }) => after > latest.after && after < seqOf(one));
    return !(isItsOwn && take(one, (order) => order === latest));
  });
  return left
    .filter(({ confirmation }) => !isWithin(unknown, confirmation))
    .map((one) => ({ moved: one, before: done.find((earlier) => same(earlier, one)) }));
}

const named = ({ guid, amount, draft, confirmation }: Moved): string =>
  `${amount} by transfer ${guid} (${draft === undefined ? '' : `createPayment at ${draft.at}, journal ${draft.seq}; `}confirmPayment at ${confirmation.at}, journal ${confirmation.seq})`;

/** What went wrong between two transfers and may have been the reason for the second. */
function trigger({ moved, before }: Surplus, sent: readonly JournalEntry[]): string {
  if (before === undefined) return '';
  const from = seqOf(before);
  const amiss = sent.filter(
    ({ seq, status, error, url }) =>
      seq >= from && seq < seqOf(moved) && (error !== '' || status >= 400) && url.includes('/payments'),
  );
  const last = amiss.at(-1);
  if (last === undefined) return '; nothing had gone wrong between the two requests';
  const what = last.error === '' ? `DCM responded with ${last.status}` : last.error;
  return `; before it, ${last.operation} (journal ${last.seq}): ${what}`;
}

const listed = (all: readonly Surplus[], sent: readonly JournalEntry[]): string =>
  all
    .slice(0, 3)
    .map((one) =>
      one.before === undefined
        ? named(one.moved)
        : `first ${named(one.before)}, then again ${named(one.moved)}${trigger(one, sent)}`,
    )
    .join('; ');

/** No order was carried out twice. */
export const movedOnce: Check<Account> = check('ORDER-01', 'each order moved its money once', (account) => {
  const twice = surplusOf(account).filter(({ before }) => before !== undefined);
  return expect(
    twice.length === 0,
    'one transfer for each order',
    () => `${twice.length} ordered once and transferred again: ${listed(twice, account.sent)}`,
  );
});

/** Nothing moved without an order. */
export const movedAsOrdered: Check<Account> = check('ORDER-03', 'only what was ordered moved', (account) => {
  const alien = surplusOf(account).filter(({ before }) => before === undefined);
  return expect(
    alien.length === 0,
    'an order for each transfer of the bank',
    () => `${alien.length} without an order: ${listed(alien, account.sent)}`,
  );
});

/** What the bank has sent about identifiers, and the requests that DCM knows. */
export interface Requested {
  readonly orders: readonly MoneyOrder[];
  /** Where the orders are not known: what was sent there is not judged. */
  readonly unknown: readonly Stretch[];
  readonly sent: readonly JournalEntry[];
  /** Amounts of all requests at DCM. */
  readonly known: readonly number[];
}

const operationOf = {
  'issue-identifiers': 'issueIdentifiers',
  'delete-identifiers': 'burnIdentifiers',
} as const;

/** Each order became one request; a request that DCM refused because the first is open counts as well. */
export const requestedOnce: Check<Requested> = check(
  'ORDER-02',
  'each order is one request',
  ({ orders, unknown, sent, known }) => {
    const repeated = orders.flatMap(({ act, amount }) => {
      if (act !== 'issue-identifiers' && act !== 'delete-identifiers') return [];
      const ordered = orders.filter((order) => order.act === act && order.amount === amount).length;
      const requests = sent.filter(
        (entry) =>
          entry.operation === operationOf[act] &&
          !isWithin(unknown, entry) &&
          (isDone(entry) || entry.status === 400) &&
          Reflect.get(Object(entry.request.body), 'amount') === amount,
      );
      const made = known.filter((one) => one === amount).length;
      if (requests.length <= ordered && made <= ordered) return [];
      const when = requests.map(({ at, seq, status }) => `${at} (journal ${seq}, ${status})`).join(', ');
      return [`${operationOf[act]} of ${amount} at ${when}; ${made} at DCM`];
    });
    return expect(
      repeated.length === 0,
      'one request for each order',
      () => `${repeated.length} sent again: ${repeated.slice(0, 3).join('; ')}`,
    );
  },
);

/** What the bank says of an order, and what has become of it. */
export interface Report {
  readonly ok: boolean;
  /** How often its money moved. */
  readonly moved: number;
}

const inWords = ({ ok, moved }: Report): string =>
  `the bank reported ${ok ? 'success' : 'a failure'}, and the money moved ${moved === 1 ? 'once' : `${moved} times`}`;

export const noFalseSuccess = (rule: RuleId): Check<Report> =>
  check(rule, 'reports no success without it', (report) =>
    expect(!report.ok || report.moved > 0, 'no success reported for money that has not moved', () =>
      inWords(report),
    ),
  );

export const noFalseFailure: Check<Report> = check(
  'ORDER-05',
  'reports no failure of what was done',
  (report) =>
    expect(report.ok || report.moved === 0, 'no failure reported for money that has moved', () =>
      inWords(report),
    ),
);
