import * as base from '@stellar/stellar-base';
import { beforeAll, describe, expect, it } from 'vitest';
import { EnvelopeError, type KeyPair } from '../domain/stellar.js';
import {
  EXPECTED_SIGNER,
  HASHES,
  ORDER,
  PUBLIC_NETWORK,
  TEST_NETWORK,
  XDR,
} from './documented-example.testing.js';
import { createStellar } from './index.js';

const stellar = createStellar({ networkPassphrase: TEST_NETWORK });
let bank: KeyPair;
let dcm: KeyPair;
let stranger: KeyPair;

beforeAll(async () => {
  [bank, dcm, stranger] = await Promise.all([pair(1), pair(2), pair(3)]);
});

describe('sign', () => {
  it('adds exactly the signature that stellar-base makes', async () => {
    const signed = await stellar.sign(XDR, bank.seed);
    const transaction = new base.Transaction(XDR, TEST_NETWORK);
    transaction.sign(base.Keypair.fromSecret(bank.seed));
    expect(signed).toEqual({ xdr: transaction.toXDR(), hash: HASHES[TEST_NETWORK] });
  });

  it('leaves what was signed as it was', async () => {
    const { xdr } = await stellar.sign(XDR, bank.seed);
    expect(await stellar.read(xdr)).toEqual({
      ...(await stellar.read(XDR)),
      signatures: [expect.any(String)],
    });
    expect(xdr.startsWith(XDR.slice(0, 328))).toBe(true);
  });

  it('keeps the signatures that are there', async () => {
    const { xdr } = await signedBy(bank, dcm);
    expect(await stellar.signers(xdr, [dcm.address, bank.address])).toEqual({
      signed: [dcm.address, bank.address],
      surplus: 0,
    });
  });

  it('refuses an invalid seed without repeating it', async () => {
    const mistyped = `${bank.seed.slice(0, -1)}${bank.seed.endsWith('A') ? 'B' : 'A'}`;
    const error: unknown = await stellar.sign(XDR, mistyped).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RangeError);
    expect(String(error)).not.toContain(mistyped);
  });

  it('refuses a twenty-first signature', async () => {
    const { xdr } = await signedBy(...Array.from({ length: 20 }, () => bank));
    expect((await stellar.read(xdr)).signatures).toHaveLength(20);
    await expect(stellar.sign(xdr, dcm.seed)).rejects.toThrow(EnvelopeError);
  });
});

describe('signers', () => {
  it('finds no signer on the documented request', async () => {
    expect(await stellar.signers(XDR, [EXPECTED_SIGNER])).toEqual({ signed: [], surplus: 0 });
  });

  it('finds the expected signer', async () => {
    const { xdr } = await signedBy(bank);
    expect(await stellar.signers(xdr, [bank.address])).toEqual({ signed: [bank.address], surplus: 0 });
  });

  it('finds a signature that stellar-base made', async () => {
    const transaction = new base.Transaction(XDR, TEST_NETWORK);
    transaction.sign(base.Keypair.fromSecret(bank.seed));
    const { signed } = await stellar.signers(transaction.toXDR(), [bank.address]);
    expect(signed).toEqual([bank.address]);
  });

  it('counts a stranger as surplus', async () => {
    const { xdr } = await signedBy(bank, stranger);
    expect(await stellar.signers(xdr, [bank.address, dcm.address])).toEqual({
      signed: [bank.address],
      surplus: 1,
    });
  });

  it('counts a second signature of the same signer as surplus', async () => {
    const { xdr } = await signedBy(bank, bank);
    expect(await stellar.signers(xdr, [bank.address])).toEqual({ signed: [bank.address], surplus: 1 });
  });

  it('names an address that is expected twice once', async () => {
    const { xdr } = await signedBy(bank);
    const found = await stellar.signers(xdr, [bank.address, bank.address]);
    expect(found).toEqual({ signed: [bank.address], surplus: 0 });
  });

  it('finds no signer if the content was changed after signing', async () => {
    const { xdr } = await signedBy(bank);
    const bytes = Buffer.from(xdr, 'base64');
    bytes.writeBigInt64BE(ORDER.amount + 1n, 168);
    const tampered = bytes.toString('base64');
    expect((await stellar.read(tampered)).payment?.amount).toBe(ORDER.amount + 1n);
    expect(await stellar.signers(tampered, [bank.address])).toEqual({ signed: [], surplus: 1 });
  });

  it('finds no signer if the signature is for another network', async () => {
    const elsewhere = createStellar({ networkPassphrase: PUBLIC_NETWORK });
    const { xdr } = await elsewhere.sign(XDR, bank.seed);
    expect(await elsewhere.signers(xdr, [bank.address])).toEqual({ signed: [bank.address], surplus: 0 });
    expect(await stellar.signers(xdr, [bank.address])).toEqual({ signed: [], surplus: 1 });
  });

  it('finds no signer if the hint is wrong, like the network', async () => {
    const { xdr } = await signedBy(bank);
    const bytes = Buffer.from(xdr, 'base64');
    bytes.writeUInt8(bytes.readUInt8(252) ^ 1, 252);
    expect(await stellar.signers(bytes.toString('base64'), [bank.address])).toEqual({
      signed: [],
      surplus: 1,
    });
  });

  it('takes a signature of the wrong length for no signature', async () => {
    const transaction = new base.Transaction(XDR, TEST_NETWORK);
    const hint = base.Keypair.fromPublicKey(bank.address).signatureHint();
    for (const length of [0, 63]) {
      transaction.signatures.push(new base.xdr.DecoratedSignature({ hint, signature: Buffer.alloc(length) }));
    }
    expect(await stellar.signers(transaction.toXDR(), [bank.address])).toEqual({ signed: [], surplus: 2 });
  });

  it('takes what is no address for an address that has not signed', async () => {
    const { xdr } = await signedBy(bank);
    expect(await stellar.signers(xdr, ['', 'GABC', bank.seed])).toEqual({ signed: [], surplus: 1 });
  });
});

const pair = (byte: number) => stellar.keyPair(new Uint8Array(32).fill(byte));

async function signedBy(...pairs: KeyPair[]) {
  let envelope = { xdr: XDR, hash: '' };
  for (const { seed } of pairs) envelope = await stellar.sign(envelope.xdr, seed);
  return envelope;
}
