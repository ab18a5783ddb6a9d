import { errors, jwtVerify } from 'jose';
import { claims as claimsSchema } from '../../contract/bank-service.js';
import { compactProblem } from '../../contract/jose/compact.js';
import type { RuleId } from '../../contract/rules/index.js';
import type { Call } from '../domain/call.js';
import type { Domain } from '../domain/index.js';
import { algorithmOf } from '../domain/jwks.js';
import { Refusal } from '../domain/refusal.js';

/** Seconds that a token should live at most (OV). */
const longestLifetime = 1200;

/**
 * The bank behind its own token in `CX-Authorization` (JWTA): signed by a registered key, found by `kid`.
 * @throws {Refusal} `credential`, with what is wrong as a finding
 */
export async function actByBankToken(
  { jwks, counterparties: banks, center }: Domain,
  token: string,
  call: Call,
): Promise<void> {
  const refuse = (rule: RuleId, text: string): never => {
    call.explain(rule, text);
    throw new Refusal('credential');
  };
  const { leeway_s, bank_jwt_algs } = center.profile();
  const known = await jwks.byKid(
    kidOf(token) ?? refuse('BANKJWT-01', 'CX-Authorization is not a JWT with a kid'),
  );
  if (!known) return refuse('BANKJWT-01', 'no JWK with the kid of the token is registered');
  // A missing signature is recognized by the algorithm and the signature.
  const ill = /^[^.]+(\.[^.]+){2,}$/.test(token) ? compactProblem(token) : '';
  if (ill) return refuse('BANKJWT-07', ill);
  const payload = await verify();
  const parsed = claimsSchema.safeParse(payload);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse('BANKJWT-02', `claim ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const claims = parsed.data;
  const now = center.wallClock.now() / 1000;
  if (claims.iat > now + leeway_s) refuse('BANKJWT-02', 'claim iat is in the future');
  const counterparty = await banks.get(known.jwk.counterparty_guid);
  if (!counterparty.schemes.includes('bank')) {
    refuse('REQUEST-03', 'the scheme JWT by Bank is not enabled for this counterparty');
  }
  call.actor = { kind: 'bank', subject: claims.sub, claims, token, counterparty };
  if (claims.exp - claims.iat > longestLifetime) {
    call.note('JWT-06', `the token lives ${claims.exp - claims.iat} seconds`);
  }

  async function verify(): Promise<unknown> {
    if (!known) return undefined;
    const algorithm = algorithmOf(known.jwk.data);
    const accepted: readonly string[] = bank_jwt_algs;
    if (!accepted.includes(algorithm)) return refuse('BANKJWT-01', `alg: ${algorithm} is not accepted`);
    try {
      const verified = await jwtVerify(token, known.key, {
        algorithms: algorithm === 'EdDSA' ? ['EdDSA', 'Ed25519'] : [algorithm],
        clockTolerance: leeway_s,
        currentDate: new Date(center.wallClock.now()),
      });
      return verified.payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) return refuse('BANKJWT-02', 'claim exp has passed');
      if (error instanceof errors.JWTClaimValidationFailed) return refuse('BANKJWT-02', error.message);
      return refuse('BANKJWT-01', error instanceof Error ? error.message : 'the token cannot be verified');
    }
  }
}

/** Read leniently, so that errors in the rest of the token can be reported. */
function kidOf(token: string): string | undefined {
  const [header = ''] = token.split('.');
  try {
    const kid: unknown = Object(JSON.parse(Buffer.from(header, 'base64url').toString())).kid;
    return typeof kid === 'string' && kid !== '' ? kid : undefined;
  } catch {
    return undefined;
  }
}
