import { SignJWT } from 'jose';
import type { Claims } from '../../contract/bank-service.js';
import type { DcmKeys } from '../keys.js';

/** Signs a token as DCM sends it to banks in `X-Session-ID` (JWTF): RS256, key by `kid`. */
export function signToken(signing: DcmKeys['signing'], claims: Claims): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: signing.kid, typ: 'JWT' })
    .sign(signing.privateKey);
}
