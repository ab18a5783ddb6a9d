import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeOf, createTestDomain } from './domain.testing.js';
import { beginOfKyivDay, kyivDay } from './kyiv.js';
import { reconOf } from './pair-days.js';

/** Reconciliation: what two counterparties owe each other for a day in Kyiv. */

const stroops = fc.bigInt({ min: 0n, max: 10n ** 18n });

test('the net sender is the debtor, whoever is named first', () => {
  const property = fc.property(stroops, stroops, fc.boolean(), (sent, received, turned) => {
    const [one, other] = turned ? ['b', 'a'] : ['a', 'b'];
    const pair = { id: '', one, other, day: 20_000, sent, received, one_before: 1n, other_before: 2n };
    const recon = reconOf(pair, 'guid', '');
    expect(recon.sent - recon.received).toBe(sent > received ? sent - received : received - sent);
    expect(recon.sent + recon.received).toBe(sent + received);
    expect([recon.debtor, recon.creditor].toSorted()).toEqual(['a', 'b']);
    if (sent !== received) expect(recon.debtor).toBe(sent > received ? one : other);
    expect(recon.debtor_before).toBe(recon.debtor === one ? 1n : 2n);
    expect(recon.creditor_before).toBe(recon.creditor === one ? 1n : 2n);
  });
  fc.assert(property);
});

describe('a day in Kyiv', () => {
  const years = { min: new Date('2015-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z') };

  test('holds every moment between its begin and the next one', () => {
    const moments = fc.date({ ...years, noInvalidDate: true }).map((date) => date.getTime());
    const property = fc.property(moments, (ms) => {
      const day = kyivDay(ms);
      expect(beginOfKyivDay(day)).toBeLessThanOrEqual(ms);
      expect(beginOfKyivDay(day + 1)).toBeGreaterThan(ms);
    });
    fc.assert(property, { numRuns: 300 });
  });

  test.each([
    ['2026-03-29', 23],
    ['2026-07-01', 24],
    ['2026-10-25', 25],
  ])('%s has %d hours', (date, hours) => {
    const day = Date.parse(date) / 86_400_000;
    expect((beginOfKyivDay(day + 1) - beginOfKyivDay(day)) / 3_600_000).toBe(hours);
  });
});

async function afterTransfers() {
  const x = createTestDomain();
  const [one, other] = [await x.bank('one'), await x.bank('other')];
  await x.domain.identifierRequests.grant(x.call, one.guid, 1000);
  const [here, there] = [one.emission_account_guid, other.processing_account_guid];
  await x.transfer(one, here, there, 70, other.guid);
  await x.transfer(other, there, here, 20, one.guid);
  await x.transfer(one, here, one.processing_account_guid, 5);
  const [recon] = await x.domain.recons.makeNow();
  if (!recon) throw new Error('no recon was made');
  return { x, one, other, recon };
}

test('transfers within a counterparty count for nothing', async () => {
  const { one, other, recon } = await afterTransfers();
  expect(recon).toMatchObject({ debtor: one.guid, creditor: other.guid, sent: 700_000_000n });
  expect(recon).toMatchObject({
    received: 200_000_000n,
    debtor_before: 10_000_000_000n,
    creditor_before: 0n,
  });
});

test('both sides confirm, then the payment is awaited and seen', async () => {
  const { x, one, other, recon } = await afterTransfers();
  const { recons } = x.domain;
  const confirm = (bank: typeof one) => codeOf(() => recons.update(bank, recon.guid, 'confirmed'));
  expect(await codeOf(() => recons.pay(recon.guid))).toBe('recon-status');
  expect(await codeOf(() => recons.update(one, recon.guid, 'paid'))).toBe('recon-order');
  expect([await confirm(one), await confirm(one), await confirm(other)]).toEqual(['', 'recon-status', '']);
  expect(await codeOf(() => recons.pay(recon.guid))).toBe('recon-status');
  x.center.ledgerClock.forward(1000);
  expect(await recons.pay(recon.guid)).toMatchObject({ status: 'paid' });
  const third = await x.bank('third');
  expect(await confirm(third)).toBe('not-found');
});
