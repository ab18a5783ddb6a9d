import { generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { CompactSign } from 'jose';
import type { Client } from '../contract/client.js';
import { type Operations, operations } from '../contract/operations/index.js';
import { testClient } from './client.testing.js';
import { keepers, type World } from './world.testing.js';

/** JWT by Bank from the bank's side: a key registered at onboarding, and tokens signed by it. */

export type Algorithm = 'RS256' | 'PS256' | 'ES256' | 'EdDSA';

interface Pair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export const rsaPair = (modulusLength = 2048): Pair => generateKeyPairSync('rsa', { modulusLength });
let sharedRsa: Pair | undefined;

/** A key pair for the algorithm; RSA pairs are shared by the tests of a file, since they take a while. */
export function pairFor(alg: Algorithm): Pair {
  if (alg === 'ES256') return generateKeyPairSync('ec', { namedCurve: 'P-256' });
  if (alg === 'EdDSA') return generateKeyPairSync('ed25519');
  sharedRsa ??= rsaPair();
  return sharedRsa;
}

export const jwkOf = ({ publicKey }: Pair, more: object): JsonWebKey & Record<string, unknown> => ({
  ...publicKey.export({ format: 'jwk' }),
  use: 'sig',
  ...more,
});

/** A compact JWS over any claims; members that are undefined are left out. */
export const signed = (claims: object, header: { alg: string; kid?: string }, key: KeyObject) =>
  new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ typ: 'JWT', ...header })
    .sign(key);

export const employee = 'employee@bank1.test';

/** What a token says unless told otherwise: a sign-in about the identification key keeper, good for a minute. */
export function claimsNow({ time }: Pick<World, 'time'>) {
  const iat = Math.floor(time.clock.now() / 1000);
  return { flow: 'sign-in', obj: keepers[0].external_id as string, sub: employee, iat, exp: iat + 60 };
}

type AnyClaims = { readonly [Name in keyof ReturnType<typeof claimsNow>]?: unknown };

export interface BankSigner {
  readonly kid: string;
  readonly pair: Pair;
  readonly data: Record<string, unknown>;
  /** A token of now, with other claims where given. */
  token(claims?: AnyClaims): Promise<string>;
  /** The operations with a token as the only credential. */
  api(token: string): Client<Operations>;
  /** The same with a new token. */
  as(claims?: AnyClaims): Promise<Client<Operations>>;
}

/** Switches JWT by Bank on and registers a key. */
export async function bankSigner(
  world: World,
  alg: Algorithm = 'RS256',
  kid = `bank-${alg}`,
): Promise<BankSigner> {
  const params = { guid: world.guid };
  const pair = pairFor(alg);
  const data = jwkOf(pair, { kid, alg });
  await world.control.updateRegistered({ params, body: { schemes: ['dcm', 'bank'] } });
  await world.control.addJwk({ params, body: { data } });
  const signer: BankSigner = {
    kid,
    pair,
    data,
    token: (claims = {}) => signed({ ...claimsNow(world), ...claims }, { alg, kid }, pair.privateKey),
    api: (token) => testClient(world.app, operations, () => ({ 'cx-authorization': token })),
    as: async (claims) => signer.api(await signer.token(claims)),
  };
  return signer;
}
