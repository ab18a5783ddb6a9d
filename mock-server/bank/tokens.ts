import { SignJWT } from 'jose';
import type { Claims } from '../../contract/bank-service.js';
import { payloadOf, type TokenAbout, type TokenForm, tokenHeaderOf } from '../../contract/token-content.js';
import type { Variation } from '../domain/tolerances.js';
import type { DcmKeys } from '../keys.js';
import { variedMembers } from './vary.js';

/** Signs a token as DCM sends it to banks in `X-Session-ID` (JWTF): RS256, key by `kid`. */
export function signToken(
  signing: DcmKeys['signing'],
  claims: Claims,
  { token_claims, token_typ }: TokenForm,
  about: TokenAbout & { readonly variation?: Variation | undefined },
): Promise<string> {
  return new SignJWT({ ...variedMembers(payloadOf(claims, token_claims, about), about.variation) })
    .setProtectedHeader(tokenHeaderOf(signing.kid, token_typ))
    .sign(signing.privateKey);
}
