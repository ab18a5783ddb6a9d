import { beforeEach, describe, expect, test } from 'vitest';
import type { ReverseCall } from '../../contract/operation.js';
import { newEntityCalls } from '../../contract/operations/entities.js';
import { operations } from '../../contract/operations/index.js';
import { refusalOf } from '../client.testing.js';
import { answers, hangs, unreachable } from '../fake-bank.testing.js';
import {
  confirm,
  createWorld,
  customer,
  draft,
  employeeEmail,
  fund,
  fundedCustomer,
  keepers,
  of,
  register,
  settled,
  type World,
} from '../world.testing.js';

/** What DCM asks the bank, and what becomes of an operation when the bank does not say yes. */

const reverseCalls = {
  createBothEntities: [newEntityCalls.emission, newEntityCalls.processing],
  createProcessingEntity: [newEntityCalls.processing],
  createCustomer: operations.createCustomer.reverseCalls,
  issueIdentifiers: operations.issueIdentifiers.reverseCalls,
  burnIdentifiers: operations.burnIdentifiers.reverseCalls,
  confirmPayment: operations.confirmPayment.reverseCalls,
} as const satisfies Record<string, readonly ReverseCall[]>;

type ReverseCallCause = keyof typeof reverseCalls;

const admin = 'dcm-admin@dcm.example';
const officers: readonly string[] = ['createBothEntities'];

let world: World;
let sender: { guid: string };
let receiver: { guid: string };
let payment: string;
let fresh: string;
beforeEach(async () => {
  world = await createWorld();
  sender = await fundedCustomer(world, world, 'one@bank1.test', 100);
  receiver = await customer(world, 'two@bank1.test');
  payment = (await draft(world, sender.guid, receiver.guid, 40)).guid;
  fresh = (await register(world, 'bank9')).guid;
  world.bank.asked.length = 0;
});

interface Case {
  readonly cause: ReverseCallCause;
  readonly obj: readonly string[];
  readonly run: () => Promise<unknown>;
}

const amount = { amount: 10, reserve_balance: 1000 };
const cases: readonly Case[] = [
  {
    cause: 'createBothEntities',
    obj: [keepers[0].external_id, keepers[1].external_id],
    run: () => world.control.createEntities({ params: { guid: fresh }, body: {} }),
  },
  {
    cause: 'createProcessingEntity',
    obj: [keepers[1].external_id],
    run: () => world.api.createAccount({ params: of(world), body: { account_kind: 'processing' } }),
  },
  { cause: 'createCustomer', obj: ['three@bank1.test'], run: () => customer(world, 'three@bank1.test') },
  {
    cause: 'issueIdentifiers',
    obj: [keepers[0].external_id],
    run: () => world.api.issueIdentifiers({ params: of(world), body: { ...amount, amount: 10 } }),
  },
  {
    cause: 'burnIdentifiers',
    obj: [keepers[0].external_id, keepers[0].external_id],
    run: async () => world.api.burnIdentifiers({ params: of(world), body: amount }),
  },
  {
    cause: 'confirmPayment',
    obj: ['ext-one@bank1.test', 'ext-one@bank1.test'],
    run: () => confirm(world, payment),
  },
];

/** A deletion needs identifiers on the identification entity. */
async function prepare(cause: ReverseCallCause): Promise<void> {
  if (cause === 'burnIdentifiers')
    await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 10 } });
}

const questionsOf = (cause: ReverseCallCause): readonly ReverseCall[] => reverseCalls[cause];

const state = (status: number) => [status, 'declined'] as const;

describe.each(cases)('$cause', ({ cause, obj, run }) => {
  beforeEach(() => prepare(cause));

  test('asks in the declared order, each with its flow, obj and sub', async () => {
    await run();
    const questions = questionsOf(cause);
    const alias = officers.includes(cause) ? 'bank9' : 'bank1';
    const sub = officers.includes(cause) ? admin : employeeEmail;
    const iat = world.time.clock.now() / 1000;
    const asked = world.bank.asked.filter(({ method }) => method === 'GET');
    expect(asked.map(({ url, claims }) => ({ url, claims }))).toEqual(
      questions.map(({ method, flow }, index) => ({
        url: `http://${alias}.test/${method}`,
        claims: { flow, obj: obj[index], sub, iat, exp: iat + 60 },
      })),
    );
  });

  const last = questionsOf(cause).at(-1)?.method ?? 'key';

  async function refused(): Promise<readonly [number, string, string]> {
    const before = world.rows();
    const refusal = await refusalOf(run());
    expect(world.rows()).toEqual(before);
    return refusal;
  }

  test.each(questionsOf(cause).map(({ method }) => method))(
    'is declined when the bank says 401 to /%s',
    async (method) => {
      world.bank.answers[method] = answers(401, { error: 'no' });
      expect(await refused()).toEqual([...state(401), 'Access credentials are invalid']);
      await world.control.updateProfile({ body: { declined_status: 400 } });
      const before = world.rows();
      expect(await refusalOf(run())).toEqual([...state(400), 'bank declined the operation']);
      expect(world.rows()).toEqual(before);
    },
  );

  test.each([
    ['5xx', answers(503), `/${last} answered HTTP 503`],
    ['404', answers(404), `/${last} answered HTTP 404`],
    ['201', answers(201, { key: 'x', external_id: 'x' }), `/${last} answered HTTP 201`],
    ['a redirection', answers(302), `/${last} answered HTTP 302`],
    ['no network', unreachable, 'connection refused by bank1.test'],
    ['text', answers(200, 'welcome'), `/${last} answered 200 with an unusable body: body: expected`],
    ['no body', answers(200, ''), `/${last} answered 200 with an unusable body: body: expected`],
    ['another shape', answers(200, { value: 1 }), `/${last} answered 200 with an unusable body: `],
    [
      'an empty secret',
      answers(200, { key: '', external_id: '' }),
      `/${last} answered 200 with an unusable body: `,
    ],
  ] as const)('fails on %s', async (_name, answer, text) => {
    world.bank.answers[last] = answer;
    const [status, reason, error] = await refused();
    expect([status, reason]).toEqual(state(400));
    expect(error).toContain(`bank authorization failed: ${text}`);
  });

  test('waits 1 second and asks once', async () => {
    world.bank.answers[last] = hangs;
    const before = world.rows();
    const outcome = refusalOf(run());
    while (world.bank.of(last).length === 0) await settled();
    const asked = world.bank.asked.length;
    world.time.pass(999);
    await settled();
    let ended = false;
    outcome.finally(() => {
      ended = true;
    });
    for (let turn = 0; turn < 20; turn++) await settled();
    expect(ended).toBe(false);
    world.time.pass(1);
    expect(await outcome).toEqual([...state(400), 'bank authorization failed: no answer within 1000 ms']);
    expect(world.bank.asked).toHaveLength(asked);
    expect(world.rows()).toEqual(before);
    const [entry] = world.journal.search({ direction: 'out', status: 0, operation: last }, 10);
    expect(entry).toMatchObject({ error: 'no answer within 1000 ms', findings: [{ rule: 'AUTH-04' }] });
  });
});

test('nothing else asks the bank', async () => {
  const { api } = world;
  await draft(world, sender.guid, receiver.guid, 1);
  await api.listAccounts({ params: of(world) });
  await api.listPayments({ params: of(world) });
  await api.listCategories({});
  expect(world.bank.asked).toEqual([]);
});

test('reverse_check: all asks /external_id before the other writes', async () => {
  await world.control.updateProfile({ body: { reverse_check: 'all' } });
  await draft(world, sender.guid, receiver.guid, 1);
  await world.api.listPayments({ params: of(world) });
  expect(world.bank.asked.map(({ url, claims }) => [url, claims.flow, claims.obj])).toEqual([
    ['http://bank1.test/external_id', 'sign-in', keepers[0].external_id],
  ]);
  world.bank.answers.external_id = answers(401);
  const before = world.rows();
  expect(await refusalOf(draft(world, sender.guid, receiver.guid, 1))).toEqual([
    ...state(401),
    'Access credentials are invalid',
  ]);
  expect(world.rows()).toEqual(before);
  world.bank.asked.length = 0;
  await refusalOf(confirm(world, payment));
  expect(world.bank.of('external_id')).toHaveLength(1);
});

test('the sender decides whose secret is asked for', async () => {
  await fund(world, world, 50);
  const { guid } = await draft(world, world.processing, sender.guid, 50);
  world.bank.asked.length = 0;
  await confirm(world, guid);
  expect(world.bank.of('key')[0]?.claims.obj).toBe(keepers[1].external_id);
  expect(world.bank.of('external_id')[0]?.claims.obj).toBe(keepers[1].external_id);
});

test('key_keeper_login chooses the key keeper', async () => {
  const body = { account_kind: 'processing', key_keeper_login: keepers[0].login };
  await world.api.createAccount({ params: of(world), body });
  expect(world.bank.asked[0]?.claims).toMatchObject({
    flow: 'sign-up-processing',
    obj: keepers[0].external_id,
  });
  const unknown = { params: of(world), body: { key_keeper_login: 'nobody' } };
  expect(await refusalOf(world.api.createAccount(unknown))).toEqual([
    400,
    'state',
    'key keeper nobody not found',
  ]);
});

test('without a registered URL the bank cannot be asked', async () => {
  const { guid } = await world.control.registerCounterparty({
    body: { name: 'No URLs', alias: 'none', key_keepers: [...keepers] },
  });
  expect(await refusalOf(world.control.createEntities({ params: { guid }, body: {} }))).toEqual([
    ...state(400),
    'bank authorization failed: no URL for /key is registered',
  ]);
});

test('without key keepers there are no entities', async () => {
  const { guid } = await register(world, 'bank6', { key_keepers: [] });
  expect(await refusalOf(world.control.createEntities({ params: { guid }, body: {} }))).toEqual([
    400,
    'state',
    'no key keeper for identification entities; register key_keepers at onboarding',
  ]);
});
