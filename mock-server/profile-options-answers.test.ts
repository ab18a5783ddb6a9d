import { expect, test } from 'vitest';
import { answerOptions } from '../contract/profile/answers.js';
import { listedValues, type Profile } from '../contract/profile/index.js';
import { answeringWorld, ask, below } from './answered.testing.js';
import { answers } from './fake-bank.testing.js';
import { confirm, customer, draft, of, type World } from './world.testing.js';

/** What every value of every option of the answers changes on the wire. */

interface Effect {
  /** Other options that it needs. */
  readonly under?: Partial<Profile>;
  readonly seen: (world: World) => Promise<unknown>;
  /** By value, as text. */
  readonly expected: Readonly<Record<string, unknown>>;
}

const grant = (world: World, amount: number) =>
  world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount } });

/** A transfer of 25.5 whose confirmation is not yet sent. */
async function drafted(world: World): Promise<string> {
  await grant(world, 50);
  return (await draft(world, world.emission, world.processing, 25.5)).guid;
}

const unknownCustomer = '00000000-0000-4000-8000-000000000000';

const memberOf = (name: string, text: string): string | undefined =>
  new RegExp(`"${name}":("[^"]*"|[^,}]*)`).exec(text)?.[1];

const effects: Readonly<Record<string, Effect>> = {
  refusal_status: {
    seen: async (world) =>
      (await ask(world, 'getCustomer', below(world, `/customers/${unknownCustomer}`))).status,
    expected: { 400: 400, 403: 403, 404: 404, 409: 409, 422: 422 },
  },
  error_body: {
    seen: async (world) => {
      const { headers, text } = await ask(
        world,
        'getCustomer',
        below(world, `/customers/${unknownCustomer}`),
      );
      return [headers['content-type'], text];
    },
    expected: {
      error: ['application/json; charset=utf-8', '{"error":"customer not found"}'],
      message: ['application/json; charset=utf-8', '{"message":"customer not found"}'],
      empty: [undefined, ''],
      text: ['text/plain; charset=utf-8', 'customer not found'],
    },
  },
  declined_status: {
    seen: async (world) => {
      world.bank.answers.user_auth = answers(401);
      const order = { login: 'one', asset_code: 'UAH', asset_issuer: world.issuer };
      const { status, text } = await ask(world, 'createCustomer', below(world, '/customers'), order);
      return [status, memberOf('(?:error|message)', text)];
    },
    expected: {
      401: [401, '{"code":401'],
      400: [400, '"bank declined the operation"'],
      403: [403, '{"code":403'],
    },
  },
  act_status: {
    seen: async (world) => {
      const guid = await drafted(world);
      const made = await customer(world, 'one');
      const path = below(world, `/customers/${made.customer_guid}/accounts`);
      const asset = { asset_code: 'UAH', asset_issuer: world.issuer };
      const confirmed = await ask(world, 'confirmPayment', below(world, '/payments/confirm'), { guid });
      const further = await ask(world, 'createCustomerAccount', path, asset);
      return [confirmed.status, confirmed.text, further.status, further.text.length > 0];
    },
    expected: { 200: [200, '{}', 200, true], 201: [201, '{}', 201, true], 204: [204, '', 200, true] },
  },
  amounts: {
    seen: async (world) => {
      const { text } = await ask(world, 'getPayment', below(world, `/payments/${await drafted(world)}`));
      const account = await ask(world, 'getAccount', below(world, `/accounts/${world.emission}`));
      return ['amount', 'fee', 'target_balance']
        .map((name) => memberOf(name, text))
        .concat(memberOf('balance', account.text), memberOf('minor_unit', account.text));
    },
    expected: {
      number: ['25.5', '0', '24.5', '50', '2'],
      'two-places': ['25.50', '0.00', '24.50', '50.00', '2'],
    },
  },
  dates: {
    seen: async (world) => {
      world.time.pass(123);
      const { text } = await ask(world, 'getPayment', below(world, `/payments/${await drafted(world)}`));
      return ['created_at', 'updated_at', 'deleted_at'].map((name) => memberOf(name, text));
    },
    expected: {
      milliseconds: ['"2026-01-05T12:00:00.123Z"', '"2026-01-05T12:00:00.123Z"', '""'],
      seconds: ['"2026-01-05T12:00:00Z"', '"2026-01-05T12:00:00Z"', '""'],
      offset: ['"2026-01-05T14:00:00.123+02:00"', '"2026-01-05T14:00:00.123+02:00"', '""'],
    },
  },
  total: {
    seen: async (world) => {
      await customer(world, 'one');
      const lists = [
        await ask(world, 'listCustomers', below(world, '/customers')),
        await ask(world, 'listEmissionHistory', below(world, '/emission/history')),
      ];
      return lists.map(({ text }) => memberOf('total', text));
    },
    // The history of requests is published with a number.
    expected: { number: ['1', '0'], text: ['"1"', '0'], missing: [undefined, '0'] },
  },
  list_limit: {
    seen: async (world) => {
      for (const login of ['one', 'two', 'three']) await customer(world, login);
      const { customers, total } = await world.api.listCustomers({ params: of(world), query: { limit: 50 } });
      return [customers.length, total];
    },
    expected: { 1000: [3, 3], 2: [2, 3], 1: [1, 3] },
  },
  accounts_list: {
    seen: async (world) => {
      const { text } = await ask(world, 'listAccounts', below(world, '/accounts'));
      const [page] = [await world.api.listAccounts({ params: of(world) })].flat();
      return [text.slice(0, 15), page?.accounts.length];
    },
    expected: {
      array: ['[{"accounts":[{', 2],
      object: ['{"accounts":[{"', 2],
      renamed: ['[{"account_kind', 2],
    },
  },
  intermediate_status: {
    under: { posting: 'async' },
    seen: async (world) => {
      const guid = await drafted(world);
      const status = async () =>
        (await world.api.getPayment({ params: { ...of(world), payment_guid: guid } })).status;
      const before = await status();
      await confirm(world, guid);
      const at = await status();
      const query = { statuses: at };
      const { payments } = await world.api.listPayments({ params: of(world), query });
      await world.control.moveClock({ body: { forward_s: 2 } });
      for (let turn = 0; turn < 20 && (await status()) !== 'CONFIRMED'; turn += 1);
      return [before, at, payments.map((row) => row.status), await status()];
    },
    expected: {
      none: ['CREATED', 'CREATED', ['CREATED'], 'CONFIRMED'],
      PROCESSING: ['CREATED', 'PROCESSING', ['PROCESSING'], 'CONFIRMED'],
    },
  },
};

const cases = Object.entries(effects).flatMap(([name, { expected }]) =>
  Object.keys(expected).map((value) => [name, value] as const),
);

test.each(cases)('%s: %s', async (name, text) => {
  const { under, seen, expected } = effects[name] as Effect;
  const value = /^\d+$/.test(text) ? Number(text) : text;
  expect(await seen(await answeringWorld({ ...under, [name]: value }))).toEqual(expected[text]);
});

test('every listed value of every option of the answers is shown', () => {
  const shown = Object.keys(effects);
  expect(shown).toEqual(
    expect.arrayContaining(Object.keys(answerOptions).filter((name) => name !== 'tolerances')),
  );
  for (const [name, { expected }] of Object.entries(effects)) {
    const values = listedValues(name as keyof Profile) ?? [];
    expect(Object.keys(expected)).toEqual(expect.arrayContaining(values.map(String)));
  }
});
