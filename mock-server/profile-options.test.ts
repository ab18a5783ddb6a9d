import { expect, test } from 'vitest';
import type { answerOptions } from '../contract/profile/answers.js';
import type { callOptions } from '../contract/profile/calls.js';
import type { Profile } from '../contract/profile/index.js';
import { defaultProfile } from '../contract/profile/index.js';
import type { tokenOptions } from '../contract/profile/tokens.js';
import { refusalOf } from './client.testing.js';
import { answers, hangs } from './fake-bank.testing.js';
import { bodyOf, multisigned } from './multisignature.testing.js';
import { bankSigner } from './own-token.testing.js';
import { createStellar } from './stellar/index.js';
import {
  confirm,
  createWorld,
  customer,
  draft,
  fund,
  fundedCustomer,
  of,
  settled,
  transfer,
  type World,
} from './world.testing.js';

/** One effect of every option: under its default, and under another value. */

interface Effect<Name extends keyof Profile> {
  readonly other: Profile[Name];
  /** Something that can be seen from outside, once per value. */
  readonly seen: (world: World) => Promise<unknown>;
  readonly expected: readonly [underDefault: unknown, underOther: unknown];
}

const outcome = (call: Promise<unknown>) =>
  call.then(
    () => 'served',
    () => refusalOf(call).then(([status, , text]) => `${status} ${text}`),
  );

/** Those of answers and of what DCM sends to the bank have files of their own. */
type Elsewhere = keyof typeof answerOptions | keyof typeof callOptions | keyof typeof tokenOptions;

const effects: { readonly [Name in Exclude<keyof Profile, Elsewhere>]: Effect<Name> } = {
  fee: {
    other: 1.5,
    seen: async (world) => {
      await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 50 } });
      const payment_guid = await transfer(world, world.emission, world.processing, 5);
      await world.control.updateProfile({ body: { fee: 7 } });
      const { fee, target_balance } = await world.api.getPayment({
        params: { ...of(world), payment_guid },
      });
      return [fee, target_balance];
    },
    expected: [
      [0, 45],
      [1.5, 45],
    ],
  },
  posting: {
    other: 'async',
    seen: async (world) => {
      await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 50 } });
      const { guid } = await draft(world, world.emission, world.processing, 5);
      await confirm(world, guid);
      const status = async () =>
        (await world.api.getPayment({ params: { ...of(world), payment_guid: guid } })).status;
      const at = await status();
      await world.control.moveClock({ body: { forward_s: 2 } });
      for (let turn = 0; turn < 20 && (await status()) !== 'CONFIRMED'; turn += 1);
      return `${at}, ${await status()}`;
    },
    expected: ['CONFIRMED, CONFIRMED', 'CREATED, CONFIRMED'],
  },
  limit_paths: {
    other: 'heading',
    seen: async (world) => {
      const { customer_guid } = await customer(world, 'one');
      const body = { customer_guid, max: 10, min: 1 };
      return outcome(world.api.setCustomerPaymentLimit({ params: of(world), body }));
    },
    expected: ['served', '400 period: required'],
  },
  strict: {
    other: true,
    seen: async (world) => outcome(customer(world, 'one', { phone_number: '050' })),
    expected: ['served', '400 CUSTOMER-04: phone_number is not + and 8 to 15 digits'],
  },
  asset_code: {
    other: 'eUAH',
    seen: async (world) =>
      (
        await world.api.createCustomer({
          params: of(world),
          body: { login: 'one', asset_code: world.profile().asset_code, asset_issuer: world.issuer },
        })
      ).assets[0]?.stellar_code,
    expected: ['UAH', 'eUAH'],
  },
  network_passphrase: {
    other: 'elsewhere',
    seen: async (world) => {
      const { emission_payment_hash: hash } = await world.control.grantIdentifiers({
        params: { guid: world.guid },
        body: { amount: 5 },
      });
      const { envelope_xdr } = await world.control.getTransaction({ params: { hash } });
      const stellar = createStellar({ networkPassphrase: 'Test SDF Network ; September 2015' });
      return (await stellar.read(envelope_xdr)).hash === hash;
    },
    expected: [true, false],
  },
  reverse_check: {
    other: 'all',
    seen: async (world) => {
      await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 5 } });
      await draft(world, world.emission, world.processing, 1);
      return world.bank.of('external_id').length;
    },
    expected: [0, 1],
  },
  declined_status: {
    other: 400,
    seen: async (world) => {
      world.bank.answers.user_auth = answers(401);
      return outcome(customer(world, 'one'));
    },
    expected: ['401 Access credentials are invalid', '400 bank declined the operation'],
  },
  callback_token: {
    other: 'bank',
    seen: async (world) => {
      const signer = await bankSigner(world);
      const token = await signer.token({ flow: 'sign-up', obj: 'one' });
      await customer({ ...world, api: signer.api(token) }, 'one');
      return world.bank.asked.at(-1)?.token === token;
    },
    expected: [false, true],
  },
  bank_jwt_algs: {
    other: ['RS256'],
    seen: async (world) => outcome(bankSigner(world, 'ES256')),
    expected: ['served', '400 invalid JWK: alg: expected one of RS256'],
  },
  leeway_s: {
    other: 0,
    seen: async (world) => {
      const signer = await bankSigner(world);
      const now = world.time.clock.now() / 1000;
      const token = await signer.token({ iat: now + 3 });
      return outcome(signer.api(token).listAccounts({ params: of(world) }));
    },
    expected: ['served', '401 Access credentials are invalid'],
  },
  sign_retry_s: {
    other: [],
    seen: async (world) => {
      const { guid } = await multisigned(world);
      let asked = 0;
      world.bank.answers.sign = () => ({ status: asked++ === 0 ? 404 : 400 });
      const done = outcome(confirm(world, guid));
      while (world.bank.of('sign').length === 0) await settled();
      for (let turn = 0; turn < 20; turn++) await settled();
      world.time.pass(1000);
      return done;
    },
    expected: [
      '400 multisignature stopped: the bank answered HTTP 400',
      '400 multisignature stopped: the bank answered 404 1 times',
    ],
  },
  sign_timeout_ms: {
    other: 20,
    seen: async (world) => {
      const { guid } = await multisigned(world);
      world.bank.answers.sign = hangs;
      const done = outcome(confirm(world, guid));
      while (world.bank.of('sign').length === 0) await settled();
      world.time.pass(5000);
      return done;
    },
    expected: [
      '400 multisignature stopped: no answer within 5000 ms',
      '400 multisignature stopped: no answer within 20 ms',
    ],
  },
  multisig_keys: {
    other: 'both',
    seen: async (world) => {
      const { guid, addresses } = await multisigned(world);
      await confirm(world, guid);
      return world.bank
        .of('sign')
        .map((asked) => bodyOf(asked).address.map((each) => addresses.indexOf(each)));
    },
    expected: [[[1]], [[0, 1]]],
  },
  dcm_token_ttl_s: {
    other: 7,
    seen: async (world) => {
      await customer(world, 'one');
      const { iat = 0, exp = 0 } = world.bank.asked.at(-1)?.claims ?? {};
      return exp - iat;
    },
    expected: [60, 7],
  },
  session_ttl_s: {
    other: 10,
    seen: async (world) => {
      world.time.pass(10_000);
      return outcome(world.api.listAccounts({ params: of(world) }));
    },
    expected: ['served', '401 Access credentials are invalid'],
  },
  accounts_list: {
    other: 'object',
    seen: async (world) => Array.isArray(await world.api.listAccounts({ params: of(world) })),
    expected: [true, false],
  },
  reserve: {
    other: 'strict',
    seen: async (world) => outcome(world.api.issueIdentifiers({ params: of(world), body: { amount: 1 } })),
    expected: ['served', '400 reserve account balance is insufficient'],
  },
  iban_routing: {
    other: 'accept',
    seen: async (world) => {
      const one = await fundedCustomer(world, world, 'one', 5);
      const iban = 'UA213223130000026007233566001';
      await customer(world, 'two', { iban });
      const body = { sender_id: one.guid, receiver_iban: iban, amount: 1 };
      return outcome(world.api.createPayment({ params: of(world), body }));
    },
    expected: ['400 invalid UUID length: 0', 'served'],
  },
  transfer_rules: {
    other: 'enforce',
    seen: async (world) => {
      const one = await customer(world, 'one');
      await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 5 } });
      const result = await outcome(draft(world, world.emission, one.guid, 1));
      return [result, world.findings()];
    },
    expected: [
      ['served', ['TRANSFER-06 a transfer emission -> customer is not among the advised routes']],
      ['400 transfers from emission to customer are not allowed', []],
    ],
  },
  payment_guid: {
    other: 'v1',
    seen: async (world) => {
      await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 5 } });
      return (await draft(world, world.emission, world.processing, 1)).guid[14];
    },
    expected: ['4', '1'],
  },
  callback_retry_s: {
    other: [100],
    seen: async (world) => {
      world.bank.answers.transfer = answers(500);
      await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 5 } });
      const guid = await transfer(world, world.emission, world.processing, 1);
      await world.domain.deliveries.settle();
      const { deliveries } = await world.control.listDeliveries({ query: { transaction_id: guid } });
      return (Date.parse(deliveries[0]?.next_due ?? '') - world.time.clock.now()) / 1000;
    },
    expected: [1, 100],
  },
  callback_timeout_ms: {
    other: 20,
    seen: async (world) => {
      await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 5 } });
      world.bank.answers.transfer = () => new Promise(() => {});
      await transfer(world, world.emission, world.processing, 1);
      while (world.time.next() === undefined) await new Promise((resolve) => setImmediate(resolve));
      const wait = (world.time.next() ?? 0) - world.time.clock.now();
      world.time.pass(5000);
      return wait;
    },
    expected: [5000, 20],
  },
};

test.each(Object.entries(effects))('%s', async (name, { other, seen, expected }) => {
  const key = name as keyof Profile;
  expect(other).not.toEqual(defaultProfile[key]);
  expect(await seen(await createWorld())).toEqual(expected[0]);
  expect(await seen(await createWorld({ profile: { [key]: other } }))).toEqual(expected[1]);
});

test('the routes that are advised, and those that are not', async () => {
  const world = await createWorld();
  const one = await fundedCustomer(world, world, 'one', 50);
  const two = await customer(world, 'two');
  await fund(world, world, 50);
  await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 5 } });
  const other = await world.control.addSimulatedBank({ body: { customers: 1, amount: 1 } });
  const kindOf = (kind: string) => other.entities.find((row) => row.account_kind === kind)?.guid ?? '';
  const routes: readonly [string, string, boolean][] = [
    [world.emission, world.processing, true],
    [world.processing, one.guid, true],
    [one.guid, two.guid, true],
    [world.processing, world.emission, true],
    [one.guid, world.processing, true],
    [world.processing, kindOf('processing'), true],
    [one.guid, kindOf('customer'), true],
    [world.emission, one.guid, false],
    [one.guid, world.emission, false],
    [world.emission, kindOf('emission'), false],
    [one.guid, kindOf('processing'), false],
    [world.processing, kindOf('customer'), false],
  ];
  for (const [from, to, advised] of routes) {
    await draft(world, from, to, 1);
    expect(world.findings().length === 0).toBe(advised);
  }
});
