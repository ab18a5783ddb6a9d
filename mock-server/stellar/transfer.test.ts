import * as base from '@stellar/stellar-base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EnvelopeError, type TransferOrder } from '../domain/stellar.js';
import { HASHES, ORDER, PUBLIC_NETWORK, TEST_NETWORK, XDR } from './documented-example.testing.js';
import { createStellar } from './index.js';

const stellar = createStellar({ networkPassphrase: TEST_NETWORK });

describe('the documented example', () => {
  it('says what the documentation says it does', async () => {
    expect(await stellar.read(XDR)).toEqual({
      source: ORDER.source,
      fee: 200n,
      sequence: 5376096463749122n,
      hash: HASHES[TEST_NETWORK],
      payment: {
        destination: ORDER.destination,
        assetCode: 'eUAH',
        assetIssuer: ORDER.assetIssuer,
        amount: 100_000n,
      },
      paymentGuid: 'db78c75c-1a50-11ee-bd5f-3a6aa4436fee',
      operations: 2,
      signatures: [],
    });
  });

  it.each([TEST_NETWORK, PUBLIC_NETWORK] as const)(
    'has the known hash on "%s"',
    async (networkPassphrase) => {
      const { hash } = await createStellar({ networkPassphrase }).read(XDR);
      expect(hash).toBe(HASHES[networkPassphrase]);
    },
  );

  it('has the same bytes when it is built and signed in one go', async () => {
    const { seed } = await stellar.keyPair(new Uint8Array(32).fill(7));
    const { xdr } = await stellar.build(ORDER);
    const signed = await stellar.sign(xdr, seed);
    expect(await stellar.buildSigned(ORDER, seed)).toEqual(signed);
    expect(base.TransactionBuilder.fromXDR(signed.xdr, TEST_NETWORK).toXDR()).toBe(signed.xdr);
  });

  it.each([TEST_NETWORK, PUBLIC_NETWORK] as const)(
    'is built byte for byte on "%s"',
    async (networkPassphrase) => {
      const built = await createStellar({ networkPassphrase }).build(ORDER);
      expect(built).toEqual({ xdr: XDR, hash: HASHES[networkPassphrase] });
    },
  );

  it('has the bytes of the offset table where no field of `read` shows them', () => {
    const bytes = Buffer.from(XDR, 'base64');
    expect(bytes).toHaveLength(252);
    expect(bytes.readUInt32BE(0)).toBe(2);
    expect(bytes.readUInt32BE(52)).toBe(1);
    expect([bytes.readBigUInt64BE(56), bytes.readBigUInt64BE(64)]).toEqual([0n, 0n]);
    expect(bytes.readUInt32BE(72)).toBe(0);
    expect([bytes.readUInt32BE(80), bytes.readUInt32BE(84)]).toEqual([0, 1]);
    expect([bytes.readUInt32BE(176), bytes.readUInt32BE(180)]).toEqual([0, 10]);
    expect(bytes.subarray(188, 200).toString('ascii')).toBe('payment_guid');
    expect(bytes.readUInt32BE(204)).toBe(36);
    expect([bytes.readUInt32BE(244), bytes.readUInt32BE(248)]).toEqual([0, 0]);
  });
});

describe('a passphrase that changes', () => {
  it('is read again for every hash', async () => {
    let passphrase: keyof typeof HASHES = TEST_NETWORK;
    const changing = createStellar({ networkPassphrase: () => passphrase });
    expect((await changing.read(XDR)).hash).toBe(HASHES[TEST_NETWORK]);
    passphrase = PUBLIC_NETWORK;
    expect((await changing.read(XDR)).hash).toBe(HASHES[PUBLIC_NETWORK]);
  });
});

describe('build', () => {
  const amounts = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n });
  const sequences = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n });
  const codes = fc.stringMatching(/^[a-zA-Z0-9]{1,12}$/);

  it('survives being read, whatever the amount, the guid, the sequence and the asset', async () => {
    const order = fc.record({
      amount: amounts,
      paymentGuid: fc.uuid(),
      sequence: sequences,
      assetCode: codes,
    });
    await fc.assert(
      fc.asyncProperty(order, async ({ amount, paymentGuid, sequence, assetCode }) => {
        const built = await stellar.build({ ...ORDER, amount, paymentGuid, sequence, assetCode });
        const read = await stellar.read(built.xdr);
        expect(read).toMatchObject({ paymentGuid, sequence, payment: { amount, assetCode } });
        expect(read.hash).toBe(built.hash);
      }),
      {
        examples: [1n, 2n ** 53n + 1n, 2n ** 63n - 1n].map((amount): [TransferOrder] => [
          { ...ORDER, amount },
        ]),
      },
    );
  });

  it('agrees with the TransactionBuilder of stellar-base', async () => {
    await fc.assert(
      fc.asyncProperty(amounts, sequences, async (amount, sequence) => {
        const built = await stellar.build({ ...ORDER, amount, sequence });
        expect(built).toEqual(builtByLibrary(amount, sequence));
      }),
      { numRuns: 30 },
    );
  });

  it.each([0n, -1n, 2n ** 63n])('refuses %s stroops', async (amount) => {
    await expect(stellar.build({ ...ORDER, amount })).rejects.toThrow(RangeError);
  });

  it.each(['', ORDER.paymentGuid.slice(1), `${ORDER.paymentGuid}0`, ORDER.paymentGuid.replace('d', 'є')])(
    'refuses the guid "%s"',
    async (paymentGuid) => {
      await expect(stellar.build({ ...ORDER, paymentGuid })).rejects.toThrow(RangeError);
    },
  );

  it.each(['source', 'destination', 'assetIssuer'] as const)(
    'refuses a %s that is no address',
    async (field) => {
      const mistyped = `${ORDER.source.slice(0, -1)}A`;
      await expect(stellar.build({ ...ORDER, [field]: mistyped })).rejects.toThrow();
    },
  );
});

describe('read', () => {
  const destination = ORDER.destination;
  const asset = new base.Asset('eUAH', ORDER.assetIssuer);
  const stranger = base.StrKey.encodeEd25519PublicKey(Buffer.alloc(32, 7));

  it('finds a payment and a guid wherever they stand', async () => {
    const guid = base.Operation.manageData({ name: 'payment_guid', value: ORDER.paymentGuid });
    const other = base.Operation.manageData({ name: 'note', value: 'x' });
    const payment = base.Operation.payment({ destination, asset, amount: '1.5' });
    const read = await stellar.read(envelopeOf([other, guid, payment]));
    expect(read).toMatchObject({
      operations: 3,
      paymentGuid: ORDER.paymentGuid,
      payment: { amount: 15_000_000n },
    });
  });

  it('finds neither where there is none', async () => {
    const read = await stellar.read(
      envelopeOf([base.Operation.manageData({ name: 'payment_guid', value: null })]),
    );
    expect(read).toMatchObject({ payment: undefined, paymentGuid: undefined, operations: 1 });
  });

  it('takes no payment by another payer, nor one of native coins, for the payment', async () => {
    const foreign = base.Operation.payment({ destination, asset, amount: '1', source: stranger });
    const native = base.Operation.payment({ destination, asset: base.Asset.native(), amount: '1' });
    expect((await stellar.read(envelopeOf([foreign, native]))).payment).toBeUndefined();
    const own = base.Operation.payment({ destination, asset, amount: '1', source: ORDER.source });
    expect((await stellar.read(envelopeOf([foreign, own]))).payment?.amount).toBe(10_000_000n);
  });

  it.each([
    ['nothing', ''],
    ['no base64', 'not an envelope!'],
    ['base64url', XDR.replaceAll('+', '-').replaceAll('/', '_')],
    ['line breaks', `${XDR.slice(0, 76)}\n${XDR.slice(76)}`],
    ['half an envelope', XDR.slice(0, 160)],
    ['bytes after the end', Buffer.concat([Buffer.from(XDR, 'base64'), Buffer.alloc(4)]).toString('base64')],
    ['an unknown envelope type', Buffer.from('000000ff00000000', 'hex').toString('base64')],
  ])('refuses %s', async (_, text) => {
    await expect(stellar.read(text)).rejects.toThrow(EnvelopeError);
    await expect(stellar.signers(text, [])).rejects.toThrow(EnvelopeError);
    await expect(stellar.sign(text, base.StrKey.encodeEd25519SecretSeed(Buffer.alloc(32)))).rejects.toThrow(
      EnvelopeError,
    );
  });

  it('refuses an asset code that no asset has', async () => {
    const text = Buffer.from(XDR, 'base64').fill('!', 128, 132).toString('base64');
    await expect(stellar.read(text)).rejects.toThrow(EnvelopeError);
  });

  it('names the type of an envelope that is not v1', async () => {
    const inner = new base.Transaction(XDR, TEST_NETWORK);
    const bump = base.TransactionBuilder.buildFeeBumpTransaction(stranger, '400', inner, TEST_NETWORK);
    await expect(stellar.read(bump.toXDR())).rejects.toThrow(/envelopeTypeTxFeeBump/);
    await expect(stellar.read(bump.toXDR())).rejects.toThrow(EnvelopeError);
  });
});

function builtByLibrary(amount: bigint, sequence: bigint) {
  const decimal = `${amount / 10_000_000n}.${String(amount % 10_000_000n).padStart(7, '0')}`;
  const asset = new base.Asset(ORDER.assetCode, ORDER.assetIssuer);
  const payment = base.Operation.payment({ destination: ORDER.destination, asset, amount: decimal });
  const guid = base.Operation.manageData({ name: 'payment_guid', value: ORDER.paymentGuid });
  const xdr = envelopeOf([payment, guid], sequence);
  return { xdr, hash: new base.Transaction(xdr, TEST_NETWORK).hash().toString('hex') };
}

/** The library takes the sequence of the account before the transaction. */
function envelopeOf(operations: base.xdr.Operation[], sequence = ORDER.sequence): string {
  const account = new base.Account(ORDER.source, String(sequence - 1n));
  const builder = new base.TransactionBuilder(account, {
    fee: '100',
    networkPassphrase: TEST_NETWORK,
    timebounds: { minTime: 0, maxTime: 0 },
  });
  for (const operation of operations) builder.addOperation(operation);
  return builder.build().toXDR();
}
