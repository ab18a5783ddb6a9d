import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { jwkProblem } from '../../contract/jose/jwk.js';
import type { Center } from './center.js';
import { findCounterparty } from './infrastructures.js';
import { misuseOf, weaknessOf } from './jwk-strength.js';
import { type Jwk, jwkRows } from './jwks-collection.js';
import { Refusal } from './refusal.js';

/** What a key of each algorithm looks like (RFC 7518, RFC 8037). */
const shapes: Readonly<Record<string, { readonly kty: string; readonly crv?: string }>> = {
  RS256: { kty: 'RSA' },
  PS256: { kty: 'RSA' },
  ES256: { kty: 'EC', crv: 'P-256' },
  EdDSA: { kty: 'OKP', crv: 'Ed25519' },
};

/** The only algorithm that a key may sign with: the registered one, or the default of its kind. */
export function algorithmOf(data: Jwk['data']): string {
  if (typeof data.alg === 'string' && data.alg !== '') return data.alg;
  if (data.kty === 'RSA') return 'RS256';
  return data.kty === 'EC' ? 'ES256' : 'EdDSA';
}

/** What happens to a readable key that breaks the letter of RFC 7517 and 7518. */
export interface Acceptance {
  /** `checked`: it is refused; `as-is`: it is accepted. */
  readonly form?: 'checked' | 'as-is';
  /** Called with the problem before it is refused. */
  readonly tell?: (problem: string) => void;
}

/** Public keys with which banks sign their own tokens (JWTA); a `kid` is unique across all counterparties (U-07). */
export function createJwks({ store, chance, ledgerClock, profile }: Center) {
  /** Rows are immutable, so a key is imported once for each. */
  const imported = new WeakMap<Jwk, KeyObject>();

  function problemOf(data: Jwk['data']): string {
    if (typeof data.kid !== 'string' || data.kid === '') return 'kid: required';
    if (data.kty === 'oct')
      return 'kty: a secret shared with DCM (HMAC) is not accepted; expected RSA, EC or OKP';
    const misuse = misuseOf(data);
    if (misuse !== '') return misuse;
    const algorithms: readonly string[] = profile().bank_jwt_algs;
    const algorithm = algorithmOf(data);
    if (!algorithms.includes(algorithm)) return `alg: expected one of ${algorithms.join(', ')}`;
    for (const [name, value] of Object.entries(shapes[algorithm] ?? {})) {
      if (data[name] !== value) return `${name}: expected ${value} for ${algorithm}`;
    }
    try {
      return weaknessOf(data, createPublicKey({ key: data as JsonWebKey, format: 'jwk' }));
    } catch {
      return data.kty === 'EC' ? `x, y: not a point on ${data.crv}` : 'not a public key';
    }
  }

  /** The kid. */
  function accept(data: Jwk['data'], { form = 'checked', tell = () => {} }: Acceptance): string {
    const ill = jwkProblem(data);
    const problem = problemOf(data) || (form === 'as-is' ? '' : ill);
    if (!problem) return String(data.kid);
    if (ill) tell(ill);
    throw new Refusal('jwk-invalid', { problem });
  }

  return {
    /** @throws {Refusal} `jwk-invalid`, `jwk-exists`, `not-found` */
    async register(counterpartyGuid: string, data: Jwk['data'], how: Acceptance = {}): Promise<Jwk> {
      const kid = accept(data, how);
      const now = ledgerClock.timestamp();
      const guid = chance.uuid('jwk', 'v4');
      const row: Jwk = {
        guid,
        counterparty_guid: counterpartyGuid,
        kid,
        data,
        created_at: now,
        updated_at: now,
      };
      return store.write(async (tx) => {
        await findCounterparty(tx, counterpartyGuid);
        if (await tx.first(jwkRows, 'kid', kid)) throw new Refusal('jwk-exists', { kid });
        await tx.put(jwkRows, row);
        return row;
      });
    },

    /** Replaces a key at once; the former one is no longer accepted. @throws {Refusal} `not-found`, `jwk-exists` */
    async update(
      counterpartyGuid: string,
      guid: string,
      data: Jwk['data'],
      how: Acceptance = {},
    ): Promise<void> {
      const kid = accept(data, how);
      await store.write(async (tx) => {
        const row = await tx.get(jwkRows, guid);
        if (row?.counterparty_guid !== counterpartyGuid) throw new Refusal('jwk-unknown', { thing: 'JWK' });
        const same = await tx.first(jwkRows, 'kid', kid);
        if (same && same.guid !== guid) throw new Refusal('jwk-exists', { kid });
        await tx.put(jwkRows, { ...row, kid, data, updated_at: ledgerClock.timestamp() });
      });
    },

    list: (counterpartyGuid: string) =>
      store.read(
        async (tx) => (await tx.page(jwkRows, { index: 'counterparty', key: counterpartyGuid })).rows,
      ),

    /** The registered key with this `kid`. */
    async byKid(kid: string): Promise<{ jwk: Jwk; key: KeyObject } | undefined> {
      const jwk = await store.read((tx) => tx.first(jwkRows, 'kid', kid));
      if (!jwk) return undefined;
      const key = imported.get(jwk) ?? createPublicKey({ key: jwk.data as JsonWebKey, format: 'jwk' });
      imported.set(jwk, key);
      return { jwk, key };
    },
  };
}
