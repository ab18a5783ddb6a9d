import type { Stellar } from '../domain/stellar.js';
import { describe } from './describe.js';
import { encode, parse, write } from './envelope.js';
import { keyPair } from './keys.js';
import { library } from './library.js';
import { successOf } from './outcome.js';
import { open, seal } from './seal.js';
import { findSigners, signatureOf, withSignature } from './signatures.js';
import { buildTransfer, readTransfer } from './transfer.js';

export interface StellarOptions {
  /** Names the network; called for every hash if it is a function. */
  readonly networkPassphrase: string | (() => string);
}

/**
 * Stellar by `@stellar/stellar-base` (XDR, addresses) and `node:crypto` (signatures, seals). Keeps nothing between
 * calls.
 *
 * @example
 * const stellar = createStellar({ networkPassphrase: 'Test SDF Network ; September 2015' });
 * const { xdr } = await stellar.build(order);
 * const { hash } = await stellar.sign(xdr, seed);
 */
export function createStellar({ networkPassphrase }: StellarOptions): Stellar {
  const passphrase = typeof networkPassphrase === 'function' ? networkPassphrase : () => networkPassphrase;
  return {
    seal,
    open,
    keyPair: async (entropy) => keyPair(await library(), entropy),
    async build(order) {
      const base = await library();
      return write(encode(buildTransfer(base, order), passphrase()), []);
    },
    async buildSigned(order, seed) {
      const base = await library();
      const encoded = encode(buildTransfer(base, order), passphrase());
      return write(encoded, [signatureOf(base, encoded, seed)]);
    },
    async sign(xdr, seed) {
      const base = await library();
      const envelope = parse(base, xdr);
      const encoded = encode(envelope.tx(), passphrase());
      const more = signatureOf(base, encoded, seed);
      return write(encoded, withSignature(envelope.signatures(), more));
    },
    async isAddress(text) {
      return (await library()).StrKey.isValidEd25519PublicKey(text);
    },
    async result(xdr) {
      const base = await library();
      return successOf(base, parse(base, xdr));
    },
    async read(xdr) {
      const base = await library();
      return readTransfer(base, parse(base, xdr), passphrase());
    },
    async describe(xdr, addresses) {
      const base = await library();
      return describe(base, parse(base, xdr), addresses, passphrase());
    },
    async signers(xdr, addresses) {
      const base = await library();
      return findSigners(base, parse(base, xdr), addresses, passphrase());
    },
  };
}
