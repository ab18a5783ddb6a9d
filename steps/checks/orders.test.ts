import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../contract/control/journal.js';
import type { MoneyOrder } from '../walk/order-book.js';
import {
  type Account,
  type Moved,
  movedAsOrdered,
  movedOnce,
  noFalseFailure,
  noFalseSuccess,
  requestedOnce,
} from './orders.js';

/** Money that has moved, compared with what was ordered. */

const order = (after: number, more: Partial<MoneyOrder> = {}): MoneyOrder => ({
  ...{ act: 'transfer', amount: 10, sender: 'one', receiver: 'two', paymentGuid: '' },
  after,
  ...more,
});

const entry = (seq: number, more: Partial<JournalEntry> = {}): JournalEntry =>
  ({
    ...{ seq, at: `at ${seq}`, operation: 'confirmPayment', status: 200, error: '', reason: '' },
    ...{ url: '/payments/confirm', request: { headers: {}, body: {} }, response: { headers: {}, body: {} } },
    ...more,
  }) as JournalEntry;

const moved = (guid: string, seq: number, more: Partial<Moved> = {}): Moved => ({
  ...{ guid, sender: 'one', receiver: 'two', amount: 10 },
  draft: entry(seq, { operation: 'createPayment', url: '/payments' }),
  confirmation: entry(seq + 1),
  ...more,
});

const account = (more: Partial<Account>): Account => ({
  ...{ orders: [], unknown: [], moved: [], sent: [] },
  ...more,
});

/** What both checks say. */
const said = (seen: Account) =>
  [movedOnce, movedAsOrdered].map(({ look }) => {
    const outcome = look(seen);
    return outcome.ok ? '' : outcome.actual;
  });

describe('money that moved', () => {
  it('is in order when each transfer has its order', () => {
    const orders = [order(1), order(5, { amount: 20 })];
    expect(said(account({ orders, moved: [moved('a', 2), moved('b', 6, { amount: 20 })] }))).toEqual([
      '',
      '',
    ]);
    expect(said(account({ orders }))).toEqual(['', '']);
  });

  it('twice for one order names both requests, and what had gone wrong', () => {
    const sent = [entry(3, { error: 'the response was lost' })];
    const [twice, alien] = said(account({ orders: [order(1)], moved: [moved('a', 2), moved('b', 6)], sent }));
    expect(twice).toBe(
      '1 ordered once and transferred again: first 10 by transfer a (createPayment at at 2, journal 2; confirmPayment at at 3, journal 3), then again 10 by transfer b (createPayment at at 6, journal 6; confirmPayment at at 7, journal 7); before it, confirmPayment (journal 3): the response was lost',
    );
    expect(alien).toBe('');
  });

  it('twice without a reason says so, however late it was', () => {
    const orders = [order(1), order(10, { amount: 20 })];
    const [twice] = said(account({ orders, moved: [moved('a', 2), moved('b', 99)] }));
    expect(twice).toMatch(/journal 99.*nothing had gone wrong between the two requests$/);
  });

  it('is in order twice when it was ordered twice', () => {
    const orders = [order(1), order(5)];
    expect(said(account({ orders, moved: [moved('a', 2), moved('b', 6)] }))).toEqual(['', '']);
  });

  it('without any order is named', () => {
    const fee = moved('fee', 4, { amount: 0.5 });
    const [twice, alien] = said(account({ orders: [order(1)], moved: [moved('a', 2), fee] }));
    expect(twice).toBe('');
    expect(alien).toMatch(/^1 without an order: 0\.5 by transfer fee/);
  });

  it('of another content within its act is judged where the act is', () => {
    expect(said(account({ orders: [order(1)], moved: [moved('a', 2, { amount: 1000 })] }))).toEqual(['', '']);
    const later = [order(1), order(5, { act: 'delete-identifiers', sender: '', receiver: '' })];
    const [, alien] = said(account({ orders: later, moved: [moved('a', 8, { amount: 1000 })] }));
    expect(alien).toMatch(/^1 without an order/);
  });

  it('by a confirmation that was ordered is in order', () => {
    const orders = [
      order(3, { act: 'confirm-payment', paymentGuid: 'a', amount: 0, sender: '', receiver: '' }),
    ];
    expect(said(account({ orders, moved: [moved('a', 1)] }))).toEqual(['', '']);
    expect(said(account({ orders, moved: [moved('b', 1)] }))[1]).toMatch(/^1 without/);
  });

  it('where the orders are not known is not judged', () => {
    const unknown = [{ after: 1, last: 5 }];
    expect(said(account({ moved: [moved('a', 2)], unknown }))).toEqual(['', '']);
    expect(said(account({ moved: [moved('a', 5)], unknown }))[1]).toMatch(/^1 without/);
  });
});

describe('requests for identifiers', () => {
  const sent = (seq: number, status = 200, error = '') =>
    entry(seq, {
      operation: 'issueIdentifiers',
      status,
      error,
      request: { headers: {}, body: { amount: 10 } },
    } as never);
  const orders = [order(1, { act: 'issue-identifiers', sender: '', receiver: '' })];

  it.each([
    ['once', [sent(2)], [10], true],
    ['again after 503, when nothing was done', [sent(2, 503), sent(3)], [10], true],
    ['again, and both were taken', [sent(2), sent(3)], [10, 10], false],
    ['again, and the second was refused', [sent(2), sent(3, 400)], [10], false],
    ['again after 502, when it was done', [sent(2, 502, 'done'), sent(3, 400)], [10], false],
    ['once, and DCM knows two', [sent(2)], [10, 10], false],
  ])('%s', (_how, requests, known, holds) => {
    expect(requestedOnce.look({ orders, unknown: [], sent: requests, known }).ok).toBe(holds);
  });
});

it('requests for identifiers where the orders are not known are not judged', () => {
  const sent = [2, 3].map((seq) =>
    entry(seq, { operation: 'issueIdentifiers', request: { headers: {}, body: { amount: 10 } } } as never),
  );
  const orders = [order(1, { act: 'issue-identifiers', sender: '', receiver: '' })];
  const judged = (last: number) =>
    requestedOnce.look({ orders, unknown: [{ after: 2, last }], sent, known: [10] }).ok;
  expect([judged(3), judged(2)]).toEqual([true, false]);
});

describe('what the bank reports', () => {
  it.each([
    [{ ok: true, moved: 1 }, true, true],
    [{ ok: true, moved: 0 }, false, true],
    [{ ok: false, moved: 0 }, true, true],
    [{ ok: false, moved: 1 }, true, false],
  ])('%j', (report, noFalse, informed) => {
    expect(noFalseSuccess('ORDER-04').look(report).ok).toBe(noFalse);
    expect(noFalseFailure.look(report).ok).toBe(informed);
  });
});
