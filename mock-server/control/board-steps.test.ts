import { describe, expect, test } from 'vitest';
import type { MissingKey } from '../../contract/control/board.js';
import { stepsOf } from './board.js';
import type { Facts } from './board-facts.js';
import { conditions } from './board-steps.js';

/** When each step of the plan counts as done, and when it does not. */

const sighted = new Map([
  ['user_auth', 11],
  ['user_auth sign-up', 12],
  ['key', 13],
  ['key sign-up-emission', 14],
  ['key sign-up-processing', 15],
  ['issueIdentifiers', 16],
  ['confirmPayment', 17],
]);

const seenBut =
  (...names: readonly string[]): Facts['seen'] =>
  (name) => {
    const seq = names.includes(name) ? undefined : sighted.get(name);
    return seq === undefined ? undefined : { count: 1, seq };
  };
const unseen: Facts['seen'] = () => undefined;

const whole = {
  bank: {
    guid: 'bank',
    asset_code: 'UAH',
    user_auth_url: 'http://a',
    user_key_url: 'http://k',
    user_id_url: 'http://i',
    callback_url: 'http://c',
    key_keepers: [{ for: 'identification' }, { for: 'processing' }],
    emission_account_guid: 'emission',
    processing_account_guid: 'processing',
  },
  assetCode: 'UAH',
  infrastructure: { status: 'done' },
  employees: [{ guid: 'employee', email: 'a@b.test', password: 'hash' }],
  requests: [
    {
      guid: 'request',
      status: 'confirmed',
      amount: 25_000_000n,
      emission_payment_hash: 'h',
      emission_payment_guid: 'p',
    },
  ],
  created: 1n,
  customer: { guid: 'customer', entity: 'entity' },
  transfer: 'transfer',
  delivered: { guid: 'delivery' },
  seen: seenBut(),
  keysFetched: { count: 1, seq: 10 },
  loggedIn: () => ({ count: 1, seq: 18 }),
} as unknown as Facts;

const { bank } = whole;
const noEntities = { ...bank, emission_account_guid: '', processing_account_guid: '' };
const [employee] = whole.employees;
const [request] = whole.requests;
if (!employee || !request) throw new Error('the facts are not whole');

/** Step, what is changed about the whole, and what is then missing; nothing when the step is still done. */
const cases: readonly (readonly [number, string, Partial<Facts>, MissingKey | undefined])[] = [
  [1, 'nothing asked yet', { seen: unseen, bank: noEntities }, 'authorization-unseen'],
  [
    1,
    'only /external_id answered',
    { seen: (name) => (name === 'external_id' ? { count: 1, seq: 1 } : undefined), bank: noEntities },
    undefined,
  ],
  [1, 'a restart, entities are there', { seen: unseen }, undefined],
  [
    2,
    'keys neither fetched nor a token taken',
    { keysFetched: undefined, seen: seenBut('key'), bank: noEntities },
    'key-not-fetched',
  ],
  [2, 'keys fetched', { seen: unseen, bank: noEntities }, undefined],
  [2, 'a token taken', { keysFetched: undefined, bank: noEntities }, undefined],
  [3, 'another asset', { assetCode: 'eUAH' }, 'asset-code'],
  [4, 'no task', { infrastructure: undefined }, 'infrastructure-not-requested'],
  [4, 'a task that is open', { infrastructure: { status: 'open' } as Facts['infrastructure'] }, undefined],
  [
    5,
    'a task that is open',
    { infrastructure: { status: 'open' } as Facts['infrastructure'] },
    'infrastructure-not-deployed',
  ],
  [5, 'no task', { infrastructure: undefined }, 'infrastructure-not-deployed'],
  [6, 'a URL is missing', { bank: { ...bank, user_key_url: '' } }, 'urls-missing'],
  [6, 'no secret served', { seen: seenBut('key'), bank: noEntities }, 'key-unanswered'],
  [6, 'a secret served', { bank: noEntities }, undefined],
  [7, 'one key keeper', { bank: { ...bank, key_keepers: bank.key_keepers.slice(1) } }, 'keepers-missing'],
  [7, 'one secret', { seen: seenBut('key sign-up-processing'), bank: noEntities }, 'keeper-secrets-unseen'],
  [7, 'both secrets', { bank: noEntities }, undefined],
  [8, 'no e-mail', { employees: [] }, 'onboarding-data'],
  [8, 'no URL', { bank: { ...bank, user_auth_url: '' } }, 'onboarding-data'],
  [8, 'no key keepers', { bank: { ...bank, key_keepers: [] } }, 'onboarding-data'],
  [9, 'no URL', { bank: { ...bank, user_id_url: '' } }, 'urls-missing'],
  [9, 'no employee', { employees: [] }, 'employee-missing'],
  [10, 'no entities', { bank: noEntities }, 'entities-missing'],
  [10, 'one entity', { bank: { ...bank, processing_account_guid: '' } }, 'entities-missing'],
  [11, 'no employee', { employees: [] }, 'employee-missing'],
  [11, 'no password', { employees: [{ ...employee, password: '' }] }, 'password-missing'],
  [11, 'no login', { loggedIn: () => undefined }, 'login-unseen'],
  [
    11,
    'another employee is inside',
    {
      employees: [
        { ...employee, password: '' },
        { ...employee, guid: 'second' },
      ],
    },
    undefined,
  ],
  [12, 'no request', { requests: [], seen: seenBut('issueIdentifiers') }, 'request-missing'],
  [12, 'a request that is gone', { requests: [] }, undefined],
  [13, 'no request, but identifiers that an officer granted', { requests: [] }, 'request-missing'],
  [13, 'a request that is open', { requests: [{ ...request, status: 'created' }] }, 'request-unconfirmed'],
  [
    13,
    'confirmed without a payment',
    { requests: [{ ...request, emission_payment_hash: '' }] },
    'request-unconfirmed',
  ],
  [13, 'nothing created', { created: 0n }, 'request-unconfirmed'],
  [14, 'no secret', { seen: seenBut('user_auth sign-up'), customer: undefined }, 'customer-secrets-unseen'],
  [14, 'a secret, no customer yet', { customer: undefined }, undefined],
  [15, 'no customer', { customer: undefined }, 'customers-missing'],
  [
    15,
    'a customer without an entity',
    { customer: { guid: 'customer', entity: undefined } },
    'customers-missing',
  ],
  [16, 'no transfer', { transfer: undefined }, 'transfer-missing'],
  [16, 'a transfer that an officer made', { seen: seenBut('confirmPayment') }, 'transfer-missing'],
  [16, 'no callback has arrived', { delivered: undefined }, 'callback-undelivered'],
  [16, 'no callbacks are wanted', { delivered: undefined, bank: { ...bank, callback_url: '' } }, undefined],
];

test('with everything there, all 16 steps are done', () => {
  expect(stepsOf(whole).map(({ step, state }) => [step, state])).toEqual(
    Array.from({ length: 16 }, (_, index) => [index + 1, 'done']),
  );
  for (const { step, evidence } of stepsOf(whole)) expect([step, evidence.length > 0]).toEqual([step, true]);
});

describe.each(cases)('step %i, %s', (step, _name, change, key) => {
  test(key ?? 'done', () => {
    const outcome = conditions[step - 1]?.({ ...whole, ...change });
    expect(outcome).toMatchObject(key === undefined ? { done: true } : { done: false, key });
  });
});

test('every step is tried both ways', () => {
  const tried = (want: boolean) =>
    new Set(cases.filter(([, , , key]) => (key === undefined) === want).map(([step]) => step));
  expect(tried(false).size).toBe(16);
});

test('a step waits for those before it, and says what is missing in both cases', () => {
  const steps = stepsOf({ ...whole, bank: noEntities, employees: [], requests: [], seen: unseen });
  const of = (step: number) => steps[step - 1];
  expect(of(9)).toMatchObject({ state: 'missing', missing: { key: 'employee-missing' } });
  expect(of(11)).toMatchObject({ state: 'waiting', missing: { key: 'employee-missing' } });
  expect(of(13)).toMatchObject({ state: 'waiting', missing: { key: 'request-missing' } });
});

test('amounts and names are told as values', () => {
  const open = stepsOf({ ...whole, requests: [{ ...request, status: 'created' }] })[12];
  expect(open?.missing?.values).toEqual({ amount: '2.5' });
  const urls = stepsOf({ ...whole, bank: { ...bank, user_auth_url: '', user_id_url: '' } })[8];
  expect(urls?.missing?.values).toEqual({ names: 'user_auth_url, user_id_url' });
});

test('a sighting of an earlier life is evidence without an entry', () => {
  const [first] = stepsOf({ ...whole, seen: () => ({ count: 3, seq: 0 }) });
  expect(first).toMatchObject({ state: 'done', evidence: [] });
});

describe('the bank can be asked', () => {
  const keepers = [
    { login: 'l1', external_id: 'k1', for: 'identification' },
    { login: 'l2', external_id: 'k2', for: 'processing' },
  ];
  const before = {
    ...whole,
    bank: { ...noEntities, key_keepers: keepers },
    keysFetched: undefined,
    customer: undefined,
    seen: unseen,
  } as unknown as Facts;
  const ask = (method: string, flow: string, obj: string) => ({ method, flow, obj });
  const asked = (change: Partial<Facts>) =>
    new Map(stepsOf({ ...before, ...change }).map(({ step, missing }) => [step, missing?.asks]));
  const emission = ask('key', 'sign-up-emission', 'k1');
  const processing = ask('key', 'sign-up-processing', 'k2');

  test('for what its responses show', () => {
    expect([...asked({})].filter(([, asks]) => asks?.length)).toEqual([
      [1, [ask('user_auth', 'sign-in', 'l1')]],
      [2, [ask('key', 'sign-in', 'k1')]],
      [6, [ask('key', 'sign-in', 'k1')]],
      [7, [emission, processing]],
      // Whose login it is, only the bank knows.
      [14, [ask('user_auth', 'sign-up', '')]],
    ]);
  });

  test('for the secret that it has not returned yet', () => {
    const seen: Facts['seen'] = (name) =>
      name === 'key sign-up-emission' ? { count: 1, seq: 1 } : undefined;
    expect(asked({ seen }).get(7)).toEqual([processing]);
  });

  test('only where DCM knows its URL', () => {
    const none = { user_auth_url: '', user_key_url: '', user_id_url: '' };
    const without = (urls: object) => asked({ bank: { ...before.bank, ...urls } });
    expect([...without(none).values()].flatMap((asks) => asks ?? [])).toEqual([]);
    expect(without({ user_auth_url: '' }).get(1)).toEqual([ask('key', 'sign-in', 'k1')]);
    expect(without({ user_key_url: '' }).get(7)).toEqual([]);
  });
});
