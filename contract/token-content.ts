import type { Claims } from './bank-service.js';
import type { Profile } from './profile/index.js';

/** Header and claims of DCM's tokens, as the options have them. */

export type TokenForm = Pick<Profile, 'token_claims' | 'token_typ'>;

/** What only some forms of a token need. */
export interface TokenAbout {
  /** The identifier of this token. */
  readonly id: () => string;
  /** Names of the bank that the token is sent to. */
  readonly audience: () => readonly string[];
}

/** Claims that no page has; whoever does not know them has to ignore them (RFC 7519, section 4). */
const further = ({ iat }: Claims, { id }: TokenAbout) => ({
  iss: 'dcm',
  nbf: iat,
  jti: id(),
  context: { channel: 'api', tags: ['first', 'second'], trace: null },
});

/** The claims that are signed, in their order. */
export function payloadOf(claims: Claims, form: TokenForm['token_claims'], about: TokenAbout): object {
  if (form === 'audience') return { ...claims, aud: about.audience() };
  if (form === 'extra') return { ...further(claims, about), ...claims };
  if (form === 'reordered') return Object.fromEntries(Object.entries(claims).reverse());
  return { ...claims };
}

export const tokenHeaderOf = (kid: string, typ: TokenForm['token_typ']) => ({
  alg: 'RS256',
  kid,
  ...(typ === 'jwt' ? { typ: 'JWT' } : {}),
});
