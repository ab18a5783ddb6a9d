import { createHash } from 'node:crypto';
import type { Claims } from '../contract/bank-service.js';
import { defaultProfile } from '../contract/profile/index.js';
import { payloadOf, tokenHeaderOf } from '../contract/token-content.js';
import { rs256, type SigningKey } from '../contract/token-forge/forgery.js';
import type { Stage } from './stage.js';

/** A token without a defect, in the form that DCM's own have now: the same content gives the same token. */
export function soundToken(
  { dcm, bank }: Pick<Stage, 'dcm' | 'bank'>,
  signing: SigningKey,
  claims: Claims,
  url: string,
): string {
  const { token_claims, token_typ } = dcm.profile?.() ?? defaultProfile;
  const content = () => createHash('sha256').update(JSON.stringify([url, claims]));
  const payload = payloadOf(claims, token_claims, {
    id: () => content().digest('base64url'),
    audience: () => [bank.alias, new URL(url).origin],
  });
  return rs256(signing, payload, { typ: undefined, ...tokenHeaderOf(signing.kid, token_typ) });
}
