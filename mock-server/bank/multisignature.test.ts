import { Keypair, Transaction } from '@stellar/stellar-base';
import { beforeEach, describe, expect, test } from 'vitest';
import { raw, refusalOf } from '../client.testing.js';
import { transferRows } from '../domain/transfers-collection.js';
import { answers, hangs, unreachable } from '../fake-bank.testing.js';
import { addresses, bankKeys, bodyOf, cosign, multisigned, signing } from '../multisignature.testing.js';
import {
  addBank,
  balanceOf,
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
} from '../world.testing.js';

/** Signatures from two sides (MS): what the bank is asked, what is posted, and what stops a transfer. */

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const asked = () => world.bank.of('sign').map(bodyOf);
const passphrase = () => world.profile().network_passphrase;

async function envelopeOf(guid: string): Promise<Transaction> {
  const hash = (await world.domain.center.store.read((tx) => tx.get(transferRows, guid)))?.hash ?? '';
  const { envelope_xdr } = await world.control.getTransaction({ params: { hash } });
  return new Transaction(envelope_xdr, passphrase());
}

/** The posted envelope carries the signatures of exactly these addresses, in this order. */
async function expectSigners(guid: string, expected: readonly string[]): Promise<void> {
  const envelope = await envelopeOf(guid);
  const valid = expected.map((address, index) => {
    const signature = envelope.signatures[index]?.signature();
    return signature !== undefined && Keypair.fromPublicKey(address).verify(envelope.hash(), signature);
  });
  expect([envelope.signatures.length, valid]).toEqual([expected.length, expected.map(() => true)]);
}

async function entity(guid: string) {
  const { entities } = await world.control.listEntities({ params: { guid: world.guid } });
  const found = entities.find((entity) => entity.guid === guid);
  if (!found) throw new Error(`no entity ${guid}`);
  return found;
}

describe.each([
  ['customer', 0],
  ['own', 1],
] as const)('a transfer of kind %s', (kind, key) => {
  test('is signed by the bank, by DCM and by the entity, in this order', async () => {
    const { guid, sender } = await multisigned(world, kind);
    await confirm(world, guid);
    const { stellar_address, signers } = await entity(sender);
    const dcm = (await world.keys.signer()).address;
    expect(signers).toEqual([addresses[key], dcm, stellar_address]);
    await expectSigners(guid, signers);
    const [request, ...more] = asked();
    expect(more).toEqual([]);
    expect(request?.address).toEqual([addresses[key]]);
    const sent = new Transaction(request?.transaction_xdr ?? '', passphrase());
    expect(sent.signatures).toEqual([]);
    expect(sent.hash()).toEqual((await envelopeOf(guid)).hash());
  });

  test('is signed by both keys of the bank under multisig_keys: both', async () => {
    await world.control.updateProfile({ body: { multisig_keys: 'both' } });
    const { guid, sender } = await multisigned(world, kind);
    await confirm(world, guid);
    const { stellar_address, signers } = await entity(sender);
    expect(signers).toEqual([...addresses, (await world.keys.signer()).address, stellar_address]);
    expect(asked().map(({ address }) => address)).toEqual([addresses]);
    await expectSigners(guid, signers);
  });
});

test('the bank is called without credentials, after the other reverse calls, and may read the draft', async () => {
  const { guid } = await multisigned(world);
  const sign = world.bank.answers.sign;
  let read = '';
  world.bank.answers.sign = async (asked) => {
    read = (await world.api.getPayment({ params: { ...of(world), payment_guid: guid } })).status;
    return sign?.(asked) ?? {};
  };
  await confirm(world, guid);
  expect(read).toBe('CREATED');
  expect(world.bank.asked.slice(0, 3).map(({ url }) => url)).toEqual([
    'http://bank1.test/external_id',
    'http://bank1.test/key',
    'http://bank1.test/sign',
  ]);
  const [one] = world.bank.of('sign');
  expect([one?.method, Object.keys(one?.headers ?? {}).sort()]).toEqual(['POST', ['accept', 'content-type']]);
});

test('hide-payment hides a draft only from what is read once /sign was called', async () => {
  const { guid } = await multisigned(world);
  await world.control.addFault({ body: { kind: 'hide-payment' } });
  const read = () => world.api.getPayment({ params: { ...of(world), payment_guid: guid } });
  expect((await read()).status).toBe('CREATED');
  const sign = world.bank.answers.sign;
  let found: unknown;
  world.bank.answers.sign = async (asked) => {
    found = await refusalOf(read());
    return sign?.(asked) ?? {};
  };
  await confirm(world, guid);
  expect(found).toEqual([400, 'state', 'payment not found']);
  expect((await world.control.listFaults({})).faults).toEqual([]);
});

describe('stopped', () => {
  type Sign = (xdr: string) => string;
  const own = bankKeys[1] as Keypair;
  const stranger = Keypair.fromRawEd25519Seed(Buffer.alloc(32, 9));
  const add =
    (...keys: Keypair[]): Sign =>
    (xdr) =>
      cosign(xdr, keys, passphrase());
  const altered: Sign = (xdr) => {
    const bytes = Buffer.from(xdr, 'base64');
    const at = bytes.length - 8 - 36 - 4 - 4 - 12 - 4 - 4 - 4 - 8;
    bytes.writeBigInt64BE(bytes.readBigInt64BE(at) + 1n, at);
    return add(own)(bytes.toString('base64'));
  };
  const returning = (sign: Sign) => (asked: Parameters<typeof bodyOf>[0]) => {
    const { address, transaction_xdr } = bodyOf(asked);
    return { body: { address, transaction_xdr: sign(transaction_xdr) } };
  };
  const missing = `no valid signature of ${addresses[1]}`;
  const unusable = 'the bank answered 200 without address and transaction_xdr';

  /** The transfer is stopped, nothing has moved, and it can be confirmed once the bank signs. */
  async function stopped(guid: string, outcome: ReturnType<typeof refusalOf>): Promise<string> {
    const balance = await balanceOf(world, world.processing);
    const before = world.rows();
    const [status, reason, text] = await outcome;
    expect([status, reason]).toEqual([400, 'declined']);
    expect(world.rows()).toEqual(before);
    await signing(world);
    await confirm(world, guid);
    expect(await balanceOf(world, world.processing)).toBe(balance - 40);
    expect(text).toMatch(/^multisignature stopped: /);
    return text.slice('multisignature stopped: '.length);
  }

  test.each([
    ['400', answers(400), 'the bank answered HTTP 400'],
    ['401', answers(401), 'the bank answered HTTP 401'],
    ['500', answers(500), 'the bank answered HTTP 500'],
    ['503', answers(503), 'the bank answered HTTP 503'],
    ['202', answers(202), 'the bank answered HTTP 202'],
    ['no network', unreachable, 'connection refused by bank1.test'],
    ['no body', answers(200, ''), unusable],
    ['text', answers(200, 'signed'), unusable],
    ['another shape', answers(200, { transaction_xdr: 1 }), unusable],
    ['no address', answers(200, { transaction_xdr: 'AAAA' }), unusable],
    ['no signature', returning((xdr) => xdr), missing],
    ['the other key of the bank', returning(add(bankKeys[0] as Keypair)), missing],
    ['a stranger', returning(add(stranger)), missing],
    ['a surplus signature', returning(add(own, stranger)), '1 surplus signature'],
    ['the same signature twice', returning(add(own, own)), '1 surplus signature'],
    ['a signature for another network', returning((xdr) => cosign(xdr, [own], 'another network')), missing],
    ['an altered envelope', returning(altered), 'the bank returned another transaction'],
    ['garbage', returning(() => 'garbage'), 'the bank returned no envelope: '],
    ['half an envelope', returning((xdr) => xdr.slice(0, 40)), 'the bank returned no envelope: '],
  ] as const)('by %s', async (_name, answer, text) => {
    const { guid } = await multisigned(world);
    world.bank.answers.sign = answer;
    expect(await stopped(guid, refusalOf(confirm(world, guid)))).toContain(text);
    expect(world.bank.of('sign')).toHaveLength(2);
  });

  test.each([
    ['an altered envelope', returning(altered), 'the bank returned another transaction', 'sign-envelope'],
    ['a surplus signature', returning(add(own, stranger)), '1 surplus signature', 'sign-signatures'],
  ] as const)('%s is a finding of the confirmation', async (_name, answer, text, id) => {
    const { guid } = await multisigned(world);
    world.bank.answers.sign = answer;
    await refusalOf(confirm(world, guid));
    expect(world.findings()).toEqual([`SIGN-01 multisignature stopped: ${text}`]);
    const [asked] = world.journal.search({ direction: 'out', operation: 'sign' }, 10);
    const [entry] = world.journal.search({ reason: 'declined' }, 10);
    expect(entry?.why).toMatchObject({ id, rule: 'SIGN-01', decided_by: asked?.seq });
  });

  test.each([
    ['500', answers(500), 'the bank answered HTTP 500'],
    ['an unusable body', answers(200, {}), unusable],
  ] as const)('%s is a finding', async (_name, answer, text) => {
    const { guid } = await multisigned(world);
    world.bank.answers.sign = answer;
    await refusalOf(confirm(world, guid));
    const [entry] = world.journal.search({ direction: 'out', operation: 'sign' }, 10);
    expect(entry?.findings).toEqual([{ rule: 'SIGN-01', level: 'must', text }]);
  });

  test('when sign_timeout_ms have passed', async () => {
    const { guid } = await multisigned(world);
    world.bank.answers.sign = hangs;
    const outcome = refusalOf(confirm(world, guid));
    while (world.bank.of('sign').length === 0) await settled();
    world.time.pass(5000);
    expect(await stopped(guid, outcome)).toBe('no answer within 5000 ms');
  });

  test('without a registered URL, rather than posted with one signature', async () => {
    const { guid } = await multisigned(world);
    const params = { guid: world.guid };
    const row = await world.domain.counterparties.update(params.guid, { sign_url: '' });
    expect(row.signers).toEqual(addresses);
    expect(await stopped(guid, refusalOf(confirm(world, guid)))).toBe('no URL for /sign is registered');
  });
});

describe('404', () => {
  /** Moves the ledger clock and lets what was waiting go on. */
  async function forward(seconds: number): Promise<void> {
    await world.control.moveClock({ body: { forward_s: seconds } });
    for (let turn = 0; turn < 30; turn++) await settled();
  }
  async function begun(guid: string): Promise<{ readonly outcome: Promise<unknown> }> {
    const outcome = confirm(world, guid);
    outcome.catch(() => {});
    while (world.bank.of('sign').length === 0) await settled();
    for (let turn = 0; turn < 30; turn++) await settled();
    return { outcome };
  }

  test('is asked again after 1, 2, 4, 8 and 16 seconds of the ledger clock, then stopped', async () => {
    const { guid } = await multisigned(world);
    world.bank.answers.sign = answers(404);
    const before = world.rows();
    const { outcome } = await begun(guid);
    for (const [index, wait] of [1, 2, 4, 8, 16].entries()) {
      await forward(wait - 0.001);
      expect(asked()).toHaveLength(index + 1);
      await forward(0.001);
      expect(asked()).toHaveLength(index + 2);
    }
    expect(await refusalOf(outcome)).toEqual([
      400,
      'declined',
      'multisignature stopped: the bank answered 404 6 times',
    ]);
    expect(new Set(asked().map(({ transaction_xdr }) => transaction_xdr)).size).toBe(1);
    expect({ ...world.rows(), settings: [] }).toEqual({ ...before, settings: [] });
  });

  test('the wall clock counts too', async () => {
    const { guid } = await multisigned(world);
    world.bank.answers.sign = answers(404);
    const { outcome } = await begun(guid);
    world.time.pass(999);
    for (let turn = 0; turn < 30; turn++) await settled();
    expect(asked()).toHaveLength(1);
    await signing(world);
    world.time.pass(1);
    await outcome;
    expect(asked()).toHaveLength(2);
  });

  test('then 200 continues where it stopped; meanwhile the transfer is being confirmed', async () => {
    const { guid } = await multisigned(world);
    world.bank.answers.sign = answers(404);
    const { outcome } = await begun(guid);
    expect((await refusalOf(confirm(world, guid)))[2]).toBe('payment is being confirmed');
    await signing(world);
    await forward(1);
    await outcome;
    expect((await entity(world.processing)).balance).toBe(60);
    expect(asked()).toHaveLength(2);
  });

  test('if another transfer of the same sender overtakes it, it is signed again', async () => {
    const { guid, receiver } = await multisigned(world);
    world.bank.answers.sign = answers(404);
    const { outcome } = await begun(guid);
    await signing(world);
    const second = await transfer(world, world.processing, receiver, 1);
    await forward(1);
    await outcome;
    const sequences = [await envelopeOf(second), await envelopeOf(guid)].map(({ sequence }) =>
      BigInt(sequence),
    );
    expect((sequences[1] ?? 0n) - (sequences[0] ?? 0n)).toBe(1n);
    const { signers } = await entity(world.processing);
    await expectSigners(guid, signers);
  });

  test.each([
    ['the mock is closed', () => world.close()],
    ['the ledger clock is stopped', async () => world.domain.center.ledgerClock.stop()],
    ['the mock is reset', () => world.control.reset({ body: {} })],
  ] as const)('waiting ends when %s', async (_name, end) => {
    const { guid } = await multisigned(world);
    world.bank.answers.sign = answers(404);
    const { outcome } = await begun(guid);
    await end();
    expect((await refusalOf(outcome))[2]).toBe(
      'multisignature stopped: the mock was stopped or reset while it waited',
    );
    expect(asked()).toHaveLength(1);
    expect(world.time.next()).toBeUndefined();
  });

  test('no wait begins once the mock is being stopped', async () => {
    const { guid } = await multisigned(world);
    world.bank.answers.sign = answers(404);
    world.domain.center.ledgerClock.stop();
    expect((await refusalOf(confirm(world, guid)))[2]).toContain('the mock was stopped');
  });
});

describe('not asked', () => {
  test('for identifier requests', async () => {
    await signing(world);
    await world.control.updateRegistered({
      params: { guid: world.guid },
      body: { auto_issue: true, auto_burn: true },
    });
    const body = { amount: 10, reserve_balance: 1000 };
    await world.api.issueIdentifiers({ params: of(world), body });
    await world.api.burnIdentifiers({ params: of(world), body });
    expect(asked()).toEqual([]);
    const { history } = await world.api.listEmissionHistory({ params: of(world) });
    expect(history.map(({ status }) => status)).toEqual(['confirmed', 'confirmed']);
  });

  test('of counterparties without signers', async () => {
    await signing(world);
    const other = await addBank(world, 'bank2');
    const one = await fundedCustomer(world, other, 'theirs', 10);
    await transfer(other, one.guid, other.processing, 1);
    const answer = await raw(world.app, 'GET', `/control/v1/counterparties/${other.guid}/entities`);
    for (const { signers, stellar_address } of answer.body.entities)
      expect(signers).toEqual([stellar_address]);
    expect(asked()).toEqual([]);
  });
});

test('transfers of one sender at the same time get one sequence number each', async () => {
  const one = await customer(world, 'one');
  await fund(world, world, 100);
  await signing(world);
  const guids = await Promise.all(
    Array.from({ length: 6 }, async () => (await draft(world, world.processing, one.guid, 10)).guid),
  );
  await Promise.all(guids.map((guid) => confirm(world, guid)));
  const sequences = (await Promise.all(guids.map(envelopeOf))).map(({ sequence }) => BigInt(sequence)).sort();
  expect(sequences).toEqual(sequences.map((_, index) => (sequences[0] ?? 0n) + BigInt(index)));
  const { signers } = await entity(world.processing);
  for (const guid of guids) await expectSigners(guid, signers);
  expect(await balanceOf(world, one.guid)).toBe(60);
});

test.each(['sync', 'async'] as const)(
  'of parallel transfers of one entity each is asked for about once (%s)',
  async (posting) => {
    const count = 12;
    await fund(world, world, 100);
    const one = await customer(world, 'one');
    await signing(world);
    const guids: string[] = [];
    for (let index = 0; index < count; index++)
      guids.push((await draft(world, world.processing, one.guid, 1)).guid);
    await world.control.updateProfile({ body: { posting } });
    world.bank.asked.length = 0;
    await Promise.all(guids.map((guid) => confirm(world, guid)));
    for (let index = 0; index < 20 * count; index++) {
      world.time.pass(1000);
      await settled();
    }
    expect(await balanceOf(world, one.guid)).toBe(count);
    expect(asked().length).toBeLessThanOrEqual(posting === 'sync' ? count : 2 * count);
  },
);
