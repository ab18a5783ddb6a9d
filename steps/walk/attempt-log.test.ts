import { describe, expect, it } from 'vitest';
import { deliveryText } from './attempt-log.js';

const guid = '5f2c8a52-7a0f-4d2b-9a59-8a3f4f6d4a11';
const at = '2026-11-23T10:00:00.000Z';
const delivery = (
  attempts: readonly { status: number; error: string }[],
  status: 'pending' | 'given-up',
  under_way_since = '',
) =>
  deliveryText({
    guid,
    kind: 'pay-in',
    counterparty_guid: guid,
    transaction_id: guid,
    url: 'http://bank/api/dcm/notify/pay-in',
    status,
    attempts: attempts.map((attempt) => ({ at, ms: 3.4, seq: 0, ...attempt })),
    under_way_since,
    next_due: '2026-11-23T10:00:01.000Z',
    created_at: at,
    body: { transaction_id: guid },
    cause: 0,
  });

describe('the delivery ledger', () => {
  it('says when it was tried, with what outcome, and what comes next', () => {
    expect(delivery([{ status: 201, error: '' }], 'pending')).toBe(
      `pay-in to http://bank/api/dcm/notify/pay-in; 1. ${at} returned 201 (3 ms); next attempt 2026-11-23T10:00:01.000Z`,
    );
    expect(delivery([], 'pending')).toContain('not attempted yet; next attempt');
    expect(delivery([], 'pending', at)).toMatch(/notify\/pay-in; attempt 1 under way since 2026-11-23T/);
    expect(delivery([{ status: 500, error: '' }], 'given-up')).toMatch(/given up, no further attempts$/);
  });

  it.each([
    ['host bank is not known', 'DNS'],
    ['connection refused by bank:1', 'refused'],
    ['self-signed certificate', 'TLS'],
    ['no answer within 5000 ms', 'time-out'],
    ['connection closed by bank:1', 'closed'],
    ['lost on the way, as ordered through the control API', 'no answer'],
  ])('names what kept the answer away: %s', (error, kind) => {
    expect(delivery([{ status: 0, error }], 'pending')).toContain(`1. ${at} ${kind}: ${error} (3 ms)`);
  });
});
