import { describe, it } from 'vitest';
import type { Transfer } from '../../contract/control/transfers.js';
import { type Attempt, declinedByBank, equals, moneyMoved, succeeded, transferIs } from './outcomes.js';
import { outcomeIs } from './plan.js';
import { breaks, holds } from './verdict.testing.js';

const attempt = (more: Partial<Attempt> = {}): Attempt => ({
  ok: false,
  status: 401,
  reason: 'declined',
  error: 'Access credentials are invalid',
  ...more,
});

describe('declinedByBank', () => {
  const expected = 'declined because the bank returned 401';

  it('wants a decline, and a 401 of the bank before it', () => {
    holds(declinedByBank, { attempt: attempt(), lastAnswer: 401 });
    holds(declinedByBank, { attempt: attempt({ status: 400 }), lastAnswer: 401 });
  });

  it.each([
    [
      { attempt: attempt({ ok: true, status: 200, reason: '', error: '' }), lastAnswer: 200 },
      'the bank returned 200; it succeeded',
    ],
    [
      { attempt: attempt(), lastAnswer: 0 },
      'the bank returned nothing; 401 (declined): Access credentials are invalid',
    ],
    [
      { attempt: attempt(), lastAnswer: 500 },
      'the bank returned 500; 401 (declined): Access credentials are invalid',
    ],
    [
      { attempt: attempt({ status: 400, reason: 'invalid', error: 'invalid amount' }), lastAnswer: 401 },
      'the bank returned 401; 400 (invalid): invalid amount',
    ],
    [
      { attempt: attempt({ reason: '', error: '' }), lastAnswer: 401 },
      'the bank returned 401; 401 (no reason): ',
    ],
  ])('does not take another outcome for it (%#)', (seen, actual) => {
    breaks(declinedByBank, seen, expected, actual);
  });
});

describe('succeeded and equals', () => {
  it('want what they say', () => {
    holds(succeeded('PLAN-10'), attempt({ ok: true }));
    breaks(succeeded('PLAN-10'), attempt(), 'success', '401 (declined): Access credentials are invalid');
    holds(equals('CUSTOMER-03', 'entities', 1), 1);
    breaks(equals('CUSTOMER-03', 'entities', 1), 2, 'entities: 1', 'entities: 2');
  });

  it('do not take a text for a number, nor nothing for something', () => {
    breaks(equals<unknown>('TRANSFER-09', 'amount', 1), '1', 'amount: 1', 'amount: 1');
    breaks(equals<unknown>('TRANSFER-09', 'guid', 'g'), undefined, 'guid: g', 'guid: undefined');
  });
});

describe('moneyMoved', () => {
  const check = moneyMoved('TRANSFER-04');

  it('compares to the kopiyka, whatever binary fractions do', () => {
    holds(check, {
      amount: 0.3,
      sender: { before: 100.3, after: 100 },
      receiver: { before: 0.1, after: 0.4 },
    });
    holds(check, { amount: 10.01, receiver: { before: 0, after: 10.01 } });
    holds(check, { amount: 0, sender: { before: 5, after: 5 }, receiver: { before: 1, after: 1 } });
  });

  it.each([
    [{ before: 100, after: 100 }, { before: 0, after: 0 }, '0 left the sender, 0 reached the receiver'],
    [{ before: 100, after: 90 }, { before: 0, after: 0 }, '10 left the sender, 0 reached the receiver'],
    [{ before: 100, after: 80 }, { before: 0, after: 20 }, '20 left the sender, 20 reached the receiver'],
    [{ before: 100, after: 90 }, { before: 0, after: 9.99 }, '10 left the sender, 9.99 reached the receiver'],
  ])('wants the amount on both sides, once (%#)', (sender, receiver, actual) => {
    breaks(check, { amount: 10, sender, receiver }, '10 moved', actual);
  });
});

describe('transferIs and outcomeIs', () => {
  it('want the status of a transfer that is there', () => {
    const payment = { status: 'CREATED' } as Transfer;
    holds(transferIs('TRANSFER-01', 'CREATED'), payment);
    breaks(
      transferIs('TRANSFER-04', 'CONFIRMED'),
      payment,
      'a transfer with status CONFIRMED',
      'its status is CREATED',
    );
    breaks(
      transferIs('TRANSFER-04', 'CONFIRMED'),
      undefined,
      'a transfer with status CONFIRMED',
      'no transfer',
    );
  });

  it('pass a fact on in its own words', () => {
    holds(outcomeIs('PLAN-03'), { holds: true, expected: 'a', actual: 'a' });
    breaks(outcomeIs('PLAN-03'), { holds: false, expected: 'a', actual: 'b' }, 'a', 'b');
  });
});
