import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCall } from './call.js';
import { dayMs } from './dated.js';
import { createTestDomain } from './domain.testing.js';
import { boundsOf, type LimitOrder } from './limit-order.js';

/** Limits of outgoing transfers: what an order means, and what it stops. */

describe('the bounds of an order', () => {
  test.each<[LimitOrder, 'operation' | 'period', string]>([
    [{}, 'operation', 'max: required, or min'],
    [{ min: 5, max: 5 }, 'operation', 'max: expected more than min'],
    [{ max: 5 }, 'period', 'period: required'],
    [{ period: 'day' }, 'period', 'max: required'],
    [{ period: 'custom', max: 5, period_key: 1 }, 'period', 'period_key: expected days'],
    [{ period: 'custom', max: 5, period_key: 3661 }, 'period', 'period_key: expected days'],
    [{ max: -5 }, 'operation', 'invalid amount'],
  ])('%j of the kind %s: %s', (order, kind, text) => expect(() => boundsOf(kind, order)).toThrow(text));

  test('0 is no bound', () => {
    expect(boundsOf('operation', { min: 0, max: 5 })).toMatchObject({ min: -1n, max: 50_000_000n });
  });

  test('a surplus member is noted', async () => {
    const { domain, customer, bank } = createTestDomain();
    const one = await bank('one');
    const { customer_guid } = await customer(one, 'olha');
    const call = createCall(2, false);
    await domain.limits.set(call, one, 'customer', 'period', {
      customer_guid,
      period: 'day',
      max: 5,
      min: 1,
    });
    expect(call.findings.map(({ rule }) => rule)).toEqual(['LIMIT-02']);
  });
});

async function fundedCustomer() {
  const x = createTestDomain();
  const one = await x.bank('one');
  const sender = await x.customer(one, 'olha');
  await x.domain.identifierRequests.grant(x.call, one.guid, 100_000);
  await x.transfer(one, one.emission_account_guid, sender.guid, 100_000);
  const send = (amount: number) => x.transfer(one, sender.guid, one.processing_account_guid, amount);
  const set = (kind: 'operation' | 'period', order: LimitOrder, scope: 'customer' | 'segment' = 'customer') =>
    x.domain.limits.set(x.call, one, scope, kind, {
      ...(scope === 'customer' ? { customer_guid: sender.customer_guid } : { segment_name: 'PL' }),
      ...order,
    });
  return { x, send, set };
}

test('both bounds of one transfer are exclusive', async () => {
  const { send, set } = await fundedCustomer();
  await set('operation', { min: 10, max: 20 });
  const codes = [];
  for (const amount of [9.99, 10, 10.01, 19.99, 20]) codes.push(await send(amount));
  expect(codes).toEqual(['limit-exceeded', 'limit-exceeded', '', '', 'limit-exceeded']);
});

test('what is sent within a window stays below its maximum', async () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 });
  const property = fc.asyncProperty(amounts, async (ordered) => {
    const { send, set, x } = await fundedCustomer();
    await set('period', { period: 'day', max: 100 });
    let sent = 0;
    for (const amount of ordered) {
      const code = await send(amount);
      expect(code).toBe(sent + amount < 100 ? '' : 'limit-exceeded');
      if (code === '') sent += amount;
    }
    x.center.ledgerClock.forward(dayMs + 1);
    expect(await send(99)).toBe('');
  });
  await fc.assert(property, { numRuns: 8 });
});

test('a limit of the customer goes before that of the segment, period by period', async () => {
  const { send, set } = await fundedCustomer();
  await set('operation', { max: 10 }, 'segment');
  await set('period', { period: 'week', max: 50 }, 'segment');
  expect(await send(10)).toBe('limit-exceeded');
  await set('operation', { max: 40 });
  expect([await send(39), await send(11), await send(10)]).toEqual(['', 'limit-exceeded', '']);
});
