import { Horizon, Keypair, NotFoundError, Transaction, TransactionBuilder, xdr } from '@stellar/stellar-sdk';
import { beforeEach, describe, expect, test } from 'vitest';
import { listening } from '../listening.testing.js';
import { addresses, multisigned } from '../multisignature.testing.js';
import {
  balanceOf,
  confirm,
  createWorld,
  fundedCustomer,
  of,
  transfer,
  type World,
} from '../world.testing.js';

/** Control reconciliation by Stellar's own SDK: what DCM says of transfers is found again on the ledger. */

let world: World;
let horizon: Horizon.Server;
let one: { guid: string };
let two: { guid: string };
beforeEach(async () => {
  world = await createWorld();
  horizon = new Horizon.Server(`${await listening(world.app)}/horizon`, { allowHttp: true });
  one = await fundedCustomer(world, world, 'one@bank1.test', 100);
  two = await fundedCustomer(world, world, 'two@bank1.test', 50);
});

async function addressOf(guid: string): Promise<string> {
  const { entities } = await world.control.listEntities({ params: { guid: world.guid } });
  return entities.find((row) => row.guid === guid)?.stellar_address ?? '';
}

async function hashOf(payment_guid: string): Promise<string> {
  const query = { with_stellar_info: 'true' } as const;
  const { stellar_info } = await world.api.getPayment({ params: { ...of(world), payment_guid }, query });
  return stellar_info?.hash ?? '';
}

/** The balance of a line of this asset, and all that its payments add up to, page by page. */
async function figures(address: string) {
  const { balances } = await horizon.loadAccount(address);
  const line = balances.find((balance) => 'asset_code' in balance && balance.asset_code === 'UAH');
  let sum = 0n;
  let count = 0;
  let page = await horizon.payments().forAccount(address).limit(2).call();
  while (page.records.length > 0) {
    for (const record of page.records) {
      if (record.type !== 'payment') throw new Error(record.type);
      const stroops = BigInt(record.amount.replace('.', ''));
      sum += record.to === address ? stroops : -stroops;
      count += 1;
    }
    page = await page.next();
  }
  return { balance: BigInt(line?.balance.replace('.', '') ?? '-1'), sum, count };
}

describe('a transfer', () => {
  test('is found by the hash that DCM returns, signed by the account that it debits', async () => {
    const guid = await transfer(world, one.guid, two.guid, 12.34);
    const [from, to] = [await addressOf(one.guid), await addressOf(two.guid)];
    const hash = await hashOf(guid);
    const { network_passphrase } = await horizon.root();
    const found = await horizon.transactions().transaction(hash).call();
    const envelope = TransactionBuilder.fromXDR(found.envelope_xdr, network_passphrase) as Transaction;
    expect(envelope.hash().toString('hex')).toBe(hash);
    expect(found).toMatchObject({
      hash,
      source_account: from,
      source_account_sequence: envelope.sequence,
      max_fee: envelope.fee,
      operation_count: 2,
      memo_type: 'none',
      created_at: '2026-01-05T12:00:00Z',
      ledger_attr: Math.floor(Date.UTC(2026, 0, 5, 12) / 5000),
      signatures: envelope.signatures.map((each) => each.signature().toString('base64')),
    });
    const { signers } = await horizon.loadAccount(from);
    expect(signers).toEqual([{ key: from, weight: 1, type: 'ed25519_public_key' }]);
    const [signature] = envelope.signatures;
    const valid = (key: string) =>
      Keypair.fromPublicKey(key).verify(envelope.hash(), signature?.signature() ?? Buffer.alloc(0));
    expect([valid(from), valid(to)]).toEqual([true, false]);
    const result = xdr.TransactionResult.fromXDR(found.result_xdr, 'base64');
    expect([result.feeCharged().toString(), result.result().switch().name]).toEqual(['0', 'txSuccess']);
    expect(
      result
        .result()
        .results()
        .map((each) => each.tr().switch().name),
    ).toEqual(['payment', 'manageData']);

    const { records } = await found.operations();
    expect(records).toMatchObject([
      { type: 'payment', asset_code: 'UAH', asset_issuer: world.issuer, from, to, amount: '12.3400000' },
      { type: 'manage_data', name: 'payment_guid', value: Buffer.from(guid).toString('base64') },
    ]);
    const [payment] = (await horizon.payments().forTransaction(hash).join('transactions').call()).records;
    expect(payment?.id).toBe(String(BigInt(found.paging_token) + 1n));
    expect(payment).toMatchObject({ transaction_attr: { hash } });
    expect((await payment?.transaction())?.hash).toBe(hash);
    expect(
      (
        await horizon
          .operations()
          .operation(payment?.id ?? '')
          .call()
      ).id,
    ).toBe(payment?.id);
    expect((await (await found.ledger()).transactions()).records.map((each) => each.hash)).toContain(hash);
  });

  test('carries the signatures of all signers of an account with several', async () => {
    const { guid, sender } = await multisigned(world, 'customer');
    await confirm(world, guid);
    const found = await horizon
      .transactions()
      .transaction(await hashOf(guid))
      .call();
    const account = await horizon.loadAccount(await addressOf(sender));
    expect(account.thresholds).toEqual({ low_threshold: 3, med_threshold: 3, high_threshold: 3 });
    expect(account.signers.map(({ key }) => key)).toContain(addresses[0]);
    const envelope = new Transaction(found.envelope_xdr, world.profile().network_passphrase);
    const signed = account.signers.filter(({ key }) =>
      envelope.signatures.some((each) =>
        Keypair.fromPublicKey(key).verify(envelope.hash(), each.signature()),
      ),
    );
    expect(signed).toHaveLength(3);
  });
});

describe('an account', () => {
  test('has what its payments add up to, and what DCM says', async () => {
    await transfer(world, one.guid, two.guid, 0.01);
    await transfer(world, two.guid, one.guid, 7);
    await world.control.updateRegistered({ params: { guid: world.guid }, body: { auto_burn: true } });
    await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 30 } });
    await world.api.burnIdentifiers({ params: of(world), body: { amount: 11, reserve_balance: 1000 } });
    const seen = [];
    for (const guid of [one.guid, two.guid, world.emission, world.processing]) {
      const { balance, sum, count } = await figures(await addressOf(guid));
      expect([guid, balance, sum]).toEqual([
        guid,
        BigInt(Math.round((await balanceOf(world, guid)) * 1e7)),
        balance,
      ]);
      seen.push(count);
    }
    expect(seen).toEqual([3, 3, 6, 4]);
    const issuer = await horizon.loadAccount(world.issuer);
    expect(issuer.balances.map(({ asset_type }) => asset_type)).toEqual(['native']);
  });

  test('counts its transactions, remembers the last one, and lists both ends', async () => {
    const guid = await transfer(world, one.guid, two.guid, 1);
    const address = await addressOf(one.guid);
    const account = await horizon.loadAccount(address);
    const newest = await horizon.transactions().forAccount(address).order('desc').limit(1).call();
    expect(newest.records[0]).toMatchObject({
      source_account_sequence: account.sequence,
      hash: await hashOf(guid),
    });
    // The SDK's type calls the parameter `value`; the link calls it `key`.
    const entry = { key: 'payment_guid' } as unknown as { value: string };
    expect(await account.data(entry)).toEqual({
      value: Buffer.from(guid).toString('base64'),
    });
    expect((await account.transactions()).records).toHaveLength(2);
  });
});

test('pages go forward and back over everything, at any length', async () => {
  const all = (await horizon.operations().limit(200).call()).records.map(({ id }) => id);
  expect(all).toHaveLength(2 * (world.rows().ledger_transactions?.length ?? 0));
  for (const order of ['asc', 'desc'] as const) {
    for (const limit of [1, 3]) {
      const seen: string[] = [];
      let page = await horizon.operations().order(order).limit(limit).call();
      const first = page.records.map(({ id }) => id);
      while (page.records.length > 0) {
        seen.push(...page.records.map(({ id }) => id));
        const next = await page.next();
        if (seen.length === 2 * limit)
          expect((await page.prev()).records.map(({ id }) => id).reverse()).toEqual(first);
        page = next;
      }
      expect(seen).toEqual(order === 'asc' ? all : all.toReversed());
    }
  }
  expect((await horizon.payments().cursor('now').call()).records).toEqual([]);
  expect((await horizon.payments().cursor('0').order('desc').call()).records).toEqual([]);
});

test('what is not there is NotFoundError of the SDK', async () => {
  await expect(horizon.transactions().transaction('0'.repeat(64)).call()).rejects.toBeInstanceOf(
    NotFoundError,
  );
  await expect(horizon.loadAccount(Keypair.random().publicKey())).rejects.toBeInstanceOf(NotFoundError);
});
