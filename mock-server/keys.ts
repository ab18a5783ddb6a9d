import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type JsonWebKey,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { LedgerKeys } from './domain/center.js';
import { weaknessOf } from './domain/jwk-strength.js';
import type { KeyPair } from './domain/stellar.js';

/**
 * DCM's keys: created once and kept, because banks are configured with their public parts (plan step 2) and the
 * asset's issuer must be the same in every run (U-21).
 */
export interface DcmKeys extends LedgerKeys {
  /** Token signing key, RS256: the one in use. */
  readonly signing: SigningKey;
  /** Public keys that the JWKS shows: the one in use first, then former ones. */
  readonly published: readonly PublicJwk[];
  /** Identifies keys that are kept in a file; a state stores it, and is useless without these keys. */
  readonly fingerprint?: string;
  /**
   * Signs with another key from now on; the former one stays published.
   *
   * @param key a private JWK; a new key is made without one
   * @param kid its name; its thumbprint without one
   * @throws {BadKeyError}
   */
  rotate(key?: JsonWebKey, kid?: string): Promise<void>;
  /** Publishes only the key in use. */
  dropFormer(): void;
  /** Signs with the first key again, and publishes no other: the one that a keys file has. */
  reset(): void;
  /** The signing keys after a rotation, for a state; undefined before the first rotation. */
  rotated(): RotatedKeys | undefined;
  /** Continues with the result of `rotated`. */
  restore(rotated: RotatedKeys): void;
}

export interface RotatedKeys {
  /** Private JWK of the key in use, with its kid. */
  readonly current: JsonWebKey;
  /** Public keys that are shown beside it. */
  readonly former: readonly PublicJwk[];
}

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicJwk: PublicJwk;
}

/** The signing keys of a run: one in use, former ones still published. */
function signingKeys(
  first: SigningKey,
  next: () => Promise<KeyObject>,
): Pick<DcmKeys, 'signing' | 'published' | 'rotate' | 'dropFormer' | 'reset' | 'rotated' | 'restore'> {
  let current = first;
  let former: readonly PublicJwk[] = [];
  return {
    get signing() {
      return current;
    },
    get published() {
      return [current.publicJwk, ...former];
    },
    async rotate(key, kid) {
      const given = key === undefined ? await next() : signingKeyOf(key);
      if (
        given?.asymmetricKeyType !== 'rsa' ||
        (given.asymmetricKeyDetails?.modulusLength ?? 0) < modulusLength
      )
        throw new BadKeyError(`expected an RSA private JWK of ${modulusLength} bits or more`);
      const weakness = weaknessOf(given.export({ format: 'jwk' }), given);
      if (weakness !== '') throw new BadKeyError(weakness);
      former = [current.publicJwk, ...former];
      current = signing(given, kid);
    },
    dropFormer() {
      former = [];
    },
    reset() {
      current = first;
      former = [];
    },
    rotated: () =>
      current === first && former.length === 0
        ? undefined
        : { current: { ...current.privateKey.export({ format: 'jwk' }), kid: current.kid }, former },
    restore(rotated) {
      const key = signingKeyOf(rotated.current);
      if (!key) throw new BadKeyError('the signing key in the state is damaged');
      // States of earlier versions do not have it.
      const { kid } = rotated.current;
      const back = signing(key, typeof kid === 'string' ? kid : undefined);
      current = back.kid === first.kid ? first : back;
      former = rotated.former;
    },
  };
}

/** Adds the other keys of a run to the signing keys; getters stay getters. */
export function withSigning(
  first: SigningKey,
  rest: Omit<DcmKeys, keyof ReturnType<typeof signingKeys>>,
  next = generateSigningKey,
): DcmKeys {
  return Object.assign(signingKeys(first, next), rest) as DcmKeys;
}

export interface PublicJwk {
  readonly alg: 'RS256';
  readonly use: 'sig';
  readonly kid: string;
  readonly kty: string;
  readonly n: string;
  readonly e: string;
}

/** A key that DCM cannot sign with. */
export class BadKeyError extends Error {
  override name = 'BadKeyError';
}

export type MakePair = (entropy: Uint8Array) => Promise<KeyPair>;
export type Random = (length: number) => Uint8Array;

const modulusLength = 2048;
const generate = promisify(generateKeyPair);

/** Starts to create the signing key on another thread: it takes a while, and modules can be loaded meanwhile. */
export const generateSigningKey = async (): Promise<KeyObject> =>
  (await generate('rsa', { modulusLength })).privateKey;

/** Signing keys, one after the other: while one is in use, the next is made on another thread. */
export function signingKeysAhead(make = generateSigningKey): () => Promise<KeyObject> {
  let next: Promise<KeyObject> | undefined;
  return () => {
    const key = next ?? make();
    next = make();
    // A failure is told to whoever asks for that key.
    next.catch(() => {});
    return key;
  };
}

/**
 * Keys for one run, kept nowhere. Pairs of the ledger are made when they are first needed.
 *
 * @param nextSigningKey where a rotation takes its key from
 */
export async function ephemeralKeys(
  random: Random,
  makePair: MakePair,
  signingKey: Promise<KeyObject> = generateSigningKey(),
  nextSigningKey = signingKeysAhead(),
): Promise<DcmKeys> {
  const lazily = (): (() => Promise<KeyPair>) => {
    let made: Promise<KeyPair> | undefined;
    return () => {
      made ??= makePair(random(32));
      return made;
    };
  };
  const rest = {
    counterpartyGuid: uuid(random(16)),
    issuer: lazily(),
    root: lazily(),
    signer: lazily(),
    secret: Buffer.from(random(32)).toString('base64url'),
  };
  return withSigning(signing(await signingKey), rest, nextSigningKey);
}

/** The key of a JWK; undefined if it is invalid, or does not match its own public part. */
export function signingKeyOf(jwk: JsonWebKey): KeyObject | undefined {
  try {
    const key = createPrivateKey({ key: jwk, format: 'jwk' });
    const text = Buffer.from('probe');
    const probe = sign('RSA-SHA256', text, key);
    return verify('RSA-SHA256', text, createPublicKey(key), probe) ? key : undefined;
  } catch {
    return undefined;
  }
}

export function signing(privateKey: KeyObject, kid?: string): SigningKey {
  const { kty = '', n = '', e = '' } = privateKey.export({ format: 'jwk' });
  const id = kid ?? thumbprint({ e, kty, n });
  return { kid: id, privateKey, publicJwk: { alg: 'RS256', use: 'sig', kid: id, kty, n, e } };
}

/** RFC 7638: SHA-256 over the required members in lexical order. */
const thumbprint = (members: { e: string; kty: string; n: string }): string =>
  createHash('sha256').update(JSON.stringify(members)).digest('base64url');

export function uuid(raw: Uint8Array): string {
  const hex = Buffer.from(raw).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
