import { generateKeyPair, type JsonWebKey } from 'node:crypto';
import { promisify } from 'node:util';
import type { PublicJwk } from './keys.js';

/**
 * Option `jwks: further`: public keys beside DCM's own, of which a bank may use none. Nobody can sign with them: their
 * private parts are not kept.
 */

const generate = promisify(generateKeyPair);

const rsa = async (): Promise<JsonWebKey> =>
  (await generate('rsa', { modulusLength: 2048 })).publicKey.export({ format: 'jwk' });

const curve = async (): Promise<JsonWebKey> =>
  (await generate('ec', { namedCurve: 'P-256' })).publicKey.export({ format: 'jwk' });

async function make() {
  const [ec, encryption, nameless] = await Promise.all([curve(), rsa(), rsa()]);
  return {
    before: [
      { alg: 'ES256', use: 'sig', kid: 'further-ec', ...ec },
      { alg: 'RSA-OAEP-256', use: 'enc', kid: 'further-enc', ...encryption },
    ],
    after: [
      { alg: 'RS256', use: 'sig', ...nameless },
      { alg: 'XS256', use: 'sig', kid: 'further-unknown', kty: 'XYZ', q: 'AQAB' },
    ],
  };
}

let made: ReturnType<typeof make> | undefined;

/** Made once, on other threads. */
export function furtherKeys(): ReturnType<typeof make> {
  made ??= make();
  return made;
}

/** The JWKS with them, typed as if it had DCM's own keys only; those are not the first. */
export async function amongFurther(own: readonly PublicJwk[]): Promise<PublicJwk[]> {
  const { before, after } = await furtherKeys();
  return [...before, ...own, ...after] as PublicJwk[];
}
