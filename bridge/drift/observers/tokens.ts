import { claims as documentedClaims } from '../../../contract/bank-service.js';
import type { Profile } from '../../../contract/profile/index.js';
import { beyond, type Observer, type Sight, sight } from '../observer.js';
import { isObject, member, responseOf, type Seen, served } from '../seen.js';
import { madeTokens, type SentToken, tokensIn } from '../tokens.js';

/** Observers of DCM's tokens and of its JWKS. */

/** U-01. */
export const callbackToken: Observer = {
  weight: 'breaks',
  observe: (all) =>
    tokensIn(all).flatMap(({ at, forwarded }) =>
      forwarded === undefined ? [] : [sight(at, { callback_token: forwarded ? 'bank' : 'dcm' })],
    ),
};

/** U-06. */
export const tokenLifetime: Observer = {
  weight: 'behaves',
  observe: (all) =>
    madeTokens(all).flatMap(({ at, token: { claims } }) => {
      const { iat, exp } = claims;
      return typeof iat === 'number' && typeof exp === 'number'
        ? [sight(at, { dcm_token_ttl_s: exp - iat })]
        : [];
    }),
};

const documented = Object.keys(documentedClaims.shape);
const isDocumented = (name: string): boolean => documented.includes(name);

/** Claims that no page has and that each of the tokens has. */
function constantClaims(tokens: readonly SentToken[]): readonly string[] {
  const [first, ...others] = tokens;
  return Object.keys(first?.token.claims ?? {}).filter(
    (name) => !isDocumented(name) && others.every(({ token }) => name in token.claims),
  );
}

function claimsAs({ at, token }: SentToken, constant: readonly string[]): readonly Sight[] {
  const names = Object.keys(token.claims);
  const missing = documented.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const list = missing.join(', ');
    return [beyond(at, `claims are missing: ${list}`, `бракує claim: ${list}`)];
  }
  // What comes now and then is harmless variation, not the form of tokens.
  if (names.some((name) => !isDocumented(name) && !constant.includes(name))) return [];
  if (constant.length === 1 && constant[0] === 'aud') return [sight(at, { token_claims: 'audience' })];
  if (constant.length > 0) return [sight(at, { token_claims: 'extra' })];
  const inOrder = names.join() === documented.join();
  return [sight(at, { token_claims: inOrder ? 'documented' : 'reordered' })];
}

function typAs({ at, token }: SentToken): Sight {
  const { typ } = token.header;
  if (typ === undefined) return sight(at, { token_typ: 'absent' });
  if (typ === 'JWT') return sight(at, { token_typ: 'jwt' });
  return beyond(at, `typ is ${JSON.stringify(typ)}`, `typ дорівнює ${JSON.stringify(typ)}`);
}

/** U-05. */
export const tokenContent: Observer = {
  weight: 'behaves',
  observe: (all) => {
    const tokens = madeTokens(all);
    const constant = constantClaims(tokens);
    return tokens.flatMap((token) => [...claimsAs(token, constant), typAs(token)]);
  },
};

/** Of SHA-256, base64url. */
const thumbprint = /^[\w-]{43}$/;
const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

function kidForm(kid: string): Profile['token_kid'] | undefined {
  if (thumbprint.test(kid)) return 'thumbprint';
  if (uuid.test(kid)) return 'uuid';
  return /^https?:\/\//.test(kid) ? 'url' : undefined;
}

function kidSight(at: Seen, kid: unknown): Sight {
  const form = typeof kid === 'string' ? kidForm(kid) : undefined;
  if (form !== undefined) return sight(at, { token_kid: form });
  return beyond(at, `a kid such as ${JSON.stringify(kid)}`, `kid на зразок ${JSON.stringify(kid)}`);
}

/** Whether a bank can verify a token with a key. */
const isUsable = (key: unknown): boolean =>
  member(key, 'kty') === 'RSA' && member(key, 'use') === 'sig' && typeof member(key, 'kid') === 'string';

function jwksSights(seen: Seen): readonly Sight[] {
  const keys = member(responseOf(seen), 'keys');
  if (!Array.isArray(keys) || !keys.every(isObject)) return [];
  const usable = keys.filter(isUsable);
  const only = usable.length === 1 ? [kidSight(seen, member(usable[0], 'kid'))] : [];
  return [sight(seen, { jwks: usable.length === keys.length ? 'own' : 'further' }), ...only];
}

/** U-72. */
export const keySet: Observer = {
  weight: 'breaks',
  observe: (all) => [
    ...served(all, 'getDcmJwks').flatMap(jwksSights),
    ...madeTokens(all).map(({ at, token }) => kidSight(at, token.header.kid)),
  ],
};
