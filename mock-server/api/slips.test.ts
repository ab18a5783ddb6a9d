import { beforeEach, describe, expect, test } from 'vitest';
import { raw, refusalOf } from '../client.testing.js';
import { ibanProblem } from '../domain/iban.js';
import { createWorld, customer, fundedCustomer, of, type World } from '../world.testing.js';

/** Slips of clients: what the mock refuses or does not find names what was meant. */

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const get = async (path: string) =>
  raw(world.app, 'GET', `/api/v1/counterparty/${world.guid}${path}`, {
    authorization: `bearer ${world.session}`,
  });

describe('a plus sign in a query that is not percent-encoded', () => {
  test.each([
    ['/customers?logins=+380501234567', 'logins', 200],
    ['/customers?guids=00000000-0000-4000-8000-000000000000&logins=+38 (050) 123-45-67', 'logins', 200],
    ['/customers?logins=one+two@bank1.test', 'logins', 200],
    ['/payments?min_created_at=2026-01-31T09:30:00+02:00', 'min_created_at', 400],
    [
      '/payments?max_created_at=2026-01-31T09:30:00%20&min_created_at=2026-01-31T09:30:00.5+0200',
      'min_created_at',
      400,
    ],
  ])('%s', async (path, member, status) => {
    const answer = await get(path.replaceAll(' ', '%20'));
    expect(answer.status).toBe(status);
    expect(world.findings().join()).toContain(`REQUEST-01 ${member}: + means a space in a query`);
    expect(world.findings().join()).toContain('%2B');
  });

  test.each([
    '/customers?logins=%2B380501234567',
    '/accounts?search_string=one+two',
    '/customers?logins=a%20b',
  ])('not %s', async (path) => {
    expect((await get(path)).status).toBe(200);
    expect(world.findings()).toEqual([]);
  });
});

describe('a member that no alternative of its schema allows says what is expected', () => {
  test.each([
    ['/payments?min_created_at=yesterday', 'min_created_at: expected a day such as 2026-01-31, or a time'],
    ['/customers?max_updated_at=31.01.2026', 'max_updated_at: expected a day such as 2026-01-31, or a time'],
    ['/payments?guids=abc', 'guids: expected a UUID'],
    ['/payments?guids=00000000-0000-4000-8000-000000000000&guids=x', 'guids.1: expected a UUID'],
  ])('%s', async (path, words) => {
    const { status, body } = await get(path);
    expect([status, (body as { error: string }).error]).toEqual([400, expect.stringContaining(words)]);
    expect((body as { error: string }).error).not.toMatch(/not valid$/);
  });
});

describe('an IBAN', () => {
  const right = 'UA213223130000026007233566001';
  test.each([
    [right, undefined],
    [right.toLowerCase().replace(/(.{4})/g, '$1 '), undefined],
    ['DE89370400440532013000', undefined],
    [right.replace('A', 'А'), 'the IBAN contains А (U+0410); only Latin letters and digits are allowed'],
    [`${right.slice(0, 4)}-${right.slice(4)}`, 'the IBAN contains - (U+002D)'],
    [right.slice(0, -2), 'the IBAN has 27 characters; one of Ukraine has 29'],
    ['DE8937040044', 'the IBAN has 12 characters; allowed are 15 to 34'],
    ['322313000002600723356600121', 'the IBAN does not begin with two letters and two digits'],
    [right.replace(/1$/, '2'), 'the IBAN has wrong check digits'],
  ])('%s', (iban, problem) =>
    problem === undefined
      ? expect(ibanProblem(iban)).toBeUndefined()
      : expect(ibanProblem(iban)).toContain(problem),
  );

  test('of more customers than an account has holders is noted', async () => {
    for (const login of ['one', 'two', 'three']) await customer(world, login, { iban: right });
    expect(world.findings()).toEqual([]);
    for (const [login, others] of [
      ['four', 3],
      ['five', 4],
    ] as const) {
      await customer(world, login, { iban: right.toLowerCase() });
      const text = `the IBAN already belongs to ${others} other customers`;
      expect(world.findings()).toEqual([`CUSTOMER-04 ${text}`]);
    }
  });
});

test.each([
  [0.1 + 0.2, /0\.30000000000000004 has more than 7 decimal places or 15 digits; .* rounded to kopiykas/],
  [undefined, /it is missing/],
  [-1, /-1 is not more than 0/],
  [922_337_203_686, /922337203686 is more than an asset of Stellar can have/],
])('an amount of %s is refused in the documented words, and the finding says why', async (amount, why) => {
  const one = await fundedCustomer(world, world, 'one', 100);
  const two = await customer(world, 'two');
  const body = { sender_id: one.guid, receiver_id: two.guid, amount };
  const refused = world.api.createPayment({ params: of(world), body: body as never });
  expect((await refusalOf(refused))[2]).toBe('invalid amount');
  expect(world.findings().at(-1)).toMatch(/^REQUEST-01 invalid amount: /);
  expect(world.findings().at(-1)).toMatch(why);
});
