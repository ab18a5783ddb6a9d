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
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { LedgerKeys } from './domain/center.js';
import type { KeyPair } from './domain/stellar.js';

/**
 * DCM's keys: made once and kept, because banks are configured with their public parts (plan step 2) and the
 * asset's issuer must be the same in every run (U-21).
 */
export interface DcmKeys extends LedgerKeys {
  /** Token signing key, RS256: the one in use. */
  readonly signing: SigningKey;
  /** Public keys that the JWKS shows: the one in use first, then former ones. */
  readonly published: readonly PublicJwk[];
  /**
   * Signs with another key from now on, for this run; the former one stays published.
   *
   * @param key a private JWK; a new key is made without one
   * @throws {BadKeyError}
   */
  rotate(key?: JsonWebKey): Promise<void>;
  /** Publishes the key in use only. */
  dropFormer(): void;
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
): Pick<DcmKeys, 'signing' | 'published' | 'rotate' | 'dropFormer'> {
  let keys: readonly [SigningKey, ...SigningKey[]] = [first];
  return {
    get signing() {
      return keys[0];
    },
    get published() {
      return keys.map((key) => key.publicJwk);
    },
    async rotate(key) {
      const given = key === undefined ? await next() : signingKeyOf(key);
      if (
        given?.asymmetricKeyType !== 'rsa' ||
        (given.asymmetricKeyDetails?.modulusLength ?? 0) < modulusLength
      )
        throw new BadKeyError(`expected an RSA private JWK of ${modulusLength} bits or more`);
      keys = [signing(given), ...keys];
    },
    dropFormer() {
      keys = [keys[0]];
    },
  };
}

/** Adds what a run knows of its keys to the keys in use; getters stay getters. */
function withSigning(
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

const ledgerKey = z.object({
  address: z.string().regex(/^G[A-Z2-7]{55}$/),
  seed: z.string().regex(/^S[A-Z2-7]{55}$/),
});

const keysFile = z.object({
  format: z.literal('dcm-keys'),
  version: z.literal(1),
  counterparty_guid: z.guid(),
  signing: z.looseObject({
    kid: z.string(),
    kty: z.literal('RSA'),
    n: z.string(),
    e: z.string(),
    d: z.string(),
  }),
  issuer: ledgerKey,
  root: ledgerKey,
  signer: ledgerKey,
});
export type KeysFile = z.infer<typeof keysFile>;

/** A key that DCM cannot sign with. */
export class BadKeyError extends Error {
  override name = 'BadKeyError';
}

/** The keys file is missing, not readable, or not a keys file. */
export class KeysFileError extends Error {
  override name = 'KeysFileError';
}

type MakePair = (entropy: Uint8Array) => Promise<KeyPair>;
type Random = (length: number) => Uint8Array;

const modulusLength = 2048;
const generate = promisify(generateKeyPair);

/** Begins making the signing key on another thread: it takes a while, and modules can be loaded meanwhile. */
export const generateSigningKey = async (): Promise<KeyObject> =>
  (await generate('rsa', { modulusLength })).privateKey;

/**
 * Keys for one run, kept nowhere. Pairs of the ledger are made when they are first needed.
 *
 * @param nextSigningKey where a rotation takes its key from
 */
export async function ephemeralKeys(
  random: Random,
  makePair: MakePair,
  signingKey: Promise<KeyObject> = generateSigningKey(),
  nextSigningKey = generateSigningKey,
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

/** Content of a new keys file. */
export async function newKeysFile(
  random: Random,
  makePair: MakePair,
  signingKey: Promise<KeyObject> = generateSigningKey(),
): Promise<KeysFile> {
  const key = await signingKey;
  const { kid } = signing(key);
  return keysFile.parse({
    format: 'dcm-keys',
    version: 1,
    counterparty_guid: uuid(random(16)),
    signing: { ...key.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' },
    issuer: await makePair(random(32)),
    root: await makePair(random(32)),
    signer: await makePair(random(32)),
  });
}

/** Writes a new keys file, readable by its owner only. @throws {KeysFileError} when there is a file already */
export async function writeKeysFile(path: string, content: KeysFile): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new KeysFileError(
      exists
        ? `${path} exists already; keys are made once. Take another name, or delete it if no bank uses it any more.`
        : `${path} cannot be written: ${(error as Error).message}`,
    );
  }
}

/** @throws {KeysFileError} */
export async function readKeysFile(path: string): Promise<DcmKeys> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new KeysFileError(
      `${path} cannot be read: ${(error as Error).message}. Make it with: dcm keys ${path}`,
    );
  }
  const parsed = keysFile.safeParse(readJson(text));
  if (!parsed.success) {
    const problem = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`,
    )[0];
    throw new KeysFileError(`${path} is not a keys file (${problem}). Make one with: dcm keys FILE`);
  }
  const { counterparty_guid, issuer, root, signer } = parsed.data;
  const key = signingKeyOf(parsed.data.signing as JsonWebKey);
  if (!key) throw new KeysFileError(`${path}: the signing key is damaged. Make a file with: dcm keys FILE`);
  return withSigning(signing(key, parsed.data.signing.kid), {
    counterpartyGuid: counterparty_guid,
    issuer: async () => issuer,
    root: async () => root,
    signer: async () => signer,
    secret: signer.seed,
  });
}

/** The key behind a JWK; undefined when it is none, or does not fit its own public part. */
function signingKeyOf(jwk: JsonWebKey): KeyObject | undefined {
  try {
    const key = createPrivateKey({ key: jwk, format: 'jwk' });
    const text = Buffer.from('probe');
    const probe = sign('RSA-SHA256', text, key);
    return verify('RSA-SHA256', text, createPublicKey(key), probe) ? key : undefined;
  } catch {
    return undefined;
  }
}

function signing(privateKey: KeyObject, kid?: string): SigningKey {
  const { kty = '', n = '', e = '' } = privateKey.export({ format: 'jwk' });
  const id = kid ?? thumbprint({ e, kty, n });
  return { kid: id, privateKey, publicJwk: { alg: 'RS256', use: 'sig', kid: id, kty, n, e } };
}

/** RFC 7638: SHA-256 over the required members in lexical order. */
const thumbprint = (members: { e: string; kty: string; n: string }): string =>
  createHash('sha256').update(JSON.stringify(members)).digest('base64url');

function uuid(raw: Uint8Array): string {
  const hex = Buffer.from(raw).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
