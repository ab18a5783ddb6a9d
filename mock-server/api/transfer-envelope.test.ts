import { beforeEach, describe, expect, test } from 'vitest';
import { secretOf } from '../fake-bank.testing.js';
import { createStellar } from '../stellar/index.js';
import { createWorld, customer, fundedCustomer, of, transfer, type World } from '../world.testing.js';

let world: World;
let one: { guid: string };
let two: { guid: string };
beforeEach(async () => {
  world = await createWorld();
  one = await fundedCustomer(world, world, 'one@bank1.test', 100);
  two = await customer(world, 'two@bank1.test');
});

const get = (payment_guid: string, query: object = {}) =>
  world.api.getPayment({ params: { ...of(world), payment_guid }, query });
const testNetwork = 'Test SDF Network ; September 2015';

describe('the envelope', () => {
  async function posted(passphrase: string) {
    await world.control.updateProfile({ body: { network_passphrase: passphrase } });
    const guid = await transfer(world, one.guid, two.guid, 12.34);
    const { stellar_info } = await get(guid, { with_stellar_info: true });
    const hash = stellar_info?.hash ?? '';
    const transaction = await world.control.getTransaction({ params: { hash } });
    const stellar = createStellar({ networkPassphrase: passphrase });
    return { guid, hash, transaction, stellar, content: await stellar.read(transaction.envelope_xdr) };
  }

  test.each([testNetwork, 'Public Global Stellar Network ; September 2015'])('on %s', async (passphrase) => {
    const { guid, hash, transaction, stellar, content } = await posted(passphrase);
    const { entities } = await world.control.listEntities({ params: { guid: world.guid } });
    const addressOf = (account: string) =>
      entities.find((row) => row.guid === account)?.stellar_address ?? '';
    expect(content).toEqual({
      source: addressOf(one.guid),
      fee: 200n,
      sequence: BigInt(transaction.sequence),
      hash,
      payment: {
        destination: addressOf(two.guid),
        assetCode: 'UAH',
        assetIssuer: world.issuer,
        amount: 123_400_000n,
      },
      paymentGuid: guid,
      operations: 2,
      signatures: [expect.stringMatching(/^[\w+/]{86}==$/)],
    });
    expect(transaction).toMatchObject({ hash, payment_guid: guid, source: addressOf(one.guid) });
    const signers = await stellar.signers(transaction.envelope_xdr, [
      addressOf(one.guid),
      addressOf(two.guid),
    ]);
    expect(signers).toEqual({ signed: [addressOf(one.guid)], surplus: 0 });
  });

  test('has another hash and no valid signature on another network', async () => {
    const { hash, transaction } = await posted(testNetwork);
    const elsewhere = createStellar({ networkPassphrase: 'elsewhere' });
    const content = await elsewhere.read(transaction.envelope_xdr);
    expect(content.hash).not.toBe(hash);
    expect(await elsewhere.signers(transaction.envelope_xdr, [content.source])).toEqual({
      signed: [],
      surplus: 1,
    });
  });

  test('is shown when it is asked for', async () => {
    const guid = await transfer(world, one.guid, two.guid, 1);
    expect(await get(guid)).not.toHaveProperty('stellar_info');
    expect(await get(guid, { with_stellar_info: 'false' })).not.toHaveProperty('stellar_info');
    expect((await get(guid, { with_stellar_info: 'true' })).stellar_info?.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

test('the seed at rest opens with the secret of the owner only', async () => {
  const rows = world.rows().accounts as { guid: string; sealed_seed: string }[];
  const sealed = rows.find(({ guid }) => guid === one.guid)?.sealed_seed ?? '';
  const stellar = createStellar({ networkPassphrase: testNetwork });
  expect(stellar.open(sealed, secretOf('ext-one@bank1.test'))).toMatch(/^S[A-Z2-7]{55}$/);
  expect(() => stellar.open(sealed, secretOf('ext-two@bank1.test'))).toThrow();
});
