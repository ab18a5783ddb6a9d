import { Keypair, StrKey } from '@stellar/stellar-base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStellar } from './index.js';

const stellar = createStellar({ networkPassphrase: 'any' });

describe('keyPair', () => {
  it('is the pair of the first test vector of RFC 8032', async () => {
    const entropy = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
    const { address } = await stellar.keyPair(entropy);
    const publicKey = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
    expect(StrKey.decodeEd25519PublicKey(address).toString('hex')).toBe(publicKey);
  });

  it('gives valid keys, the same ones for the same entropy, equal to those of stellar-base', async () => {
    const entropies = fc.uint8Array({ minLength: 32, maxLength: 32 });
    await fc.assert(
      fc.asyncProperty(entropies, async (entropy) => {
        const { address, seed } = await stellar.keyPair(entropy);
        expect(await stellar.keyPair(entropy)).toEqual({ address, seed });
        expect(StrKey.isValidEd25519PublicKey(address)).toBe(true);
        expect(StrKey.isValidEd25519SecretSeed(seed)).toBe(true);
        expect(Keypair.fromSecret(seed).publicKey()).toBe(address);
        expect(Keypair.fromRawEd25519Seed(Buffer.from(entropy)).secret()).toBe(seed);
      }),
      { numRuns: 30 },
    );
  });

  it.each([0, 31, 33])('refuses %d bytes', async (length) => {
    await expect(stellar.keyPair(new Uint8Array(length))).rejects.toThrow(RangeError);
  });
});
