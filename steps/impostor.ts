import { generateKeyPair, SignJWT } from 'jose';
import type { Claims } from '../contract/bank-service.js';

/** A published key that somebody without its private part pretends to have. */
export interface Pretended {
  readonly kid: string;
  /** Its algorithm, as JOSE names it. */
  readonly alg: string;
}

const curves: Readonly<Record<string, string>> = { 'P-256': 'ES256', 'P-384': 'ES384', 'P-521': 'ES512' };

/** What a public JWK says about itself, and what follows from its kind; undefined for a key without a kid. */
export function pretendedOf(jwk: Readonly<Record<string, unknown>> | undefined): Pretended | undefined {
  if (typeof jwk?.kid !== 'string') return undefined;
  const { kid, alg, kty, crv } = jwk;
  if (typeof alg === 'string') return { kid, alg };
  if (kty === 'RSA') return { kid, alg: 'RS256' };
  return { kid, alg: kty === 'OKP' ? 'EdDSA' : (curves[String(crv)] ?? 'ES256') };
}

/** A token under somebody's kid, signed by a key made for it. @throws for an algorithm that is none of JOSE's */
export async function impostorToken({ kid, alg }: Pretended, claims: Claims): Promise<string> {
  const { privateKey } = await generateKeyPair(alg);
  return new SignJWT({ ...claims }).setProtectedHeader({ alg, kid, typ: 'JWT' }).sign(privateKey);
}
