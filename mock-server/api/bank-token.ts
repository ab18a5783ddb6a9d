import { errors, jwtVerify } from 'jose';
import { claims as claimsSchema } from '../../contract/bank-service.js';
import { inOurWords } from '../../contract/in-our-words.js';
import { compactProblem } from '../../contract/jose/compact.js';
import type { RuleId } from '../../contract/rules/index.js';
import type { Call } from '../domain/call.js';
import { counterpartyRows } from '../domain/counterparties-collection.js';
import type { Domain } from '../domain/index.js';
import { algorithmOf } from '../domain/jwks.js';
import { Refusal } from '../domain/refusal.js';

/** Seconds that a token should live at most (OV). */
const longestLifetime = 1200;

/**
 * The bank behind its own token in `CX-Authorization` (JWTA): signed by a registered key, found by `kid`.
 * @throws {Refusal} `credential`, with what is wrong as a finding
 */
export async function actByBankToken({ jwks, center }: Domain, token: string, call: Call): Promise<void> {
  const refuse = (rule: RuleId, text: string, refusal: Refusal): never => {
    call.explain(rule, text);
    throw refusal;
  };
  const { leeway_s, bank_jwt_algs } = center.profile();
  const kid = kidOf(token) ?? refuse('BANKJWT-01', 'CX-Authorization is not a JWT with a kid', noJwt(token));
  const unknown = () =>
    refuse(
      'BANKJWT-01',
      'no JWK with the kid of the token is registered',
      new Refusal('bank-token-kid', { kid }),
    );
  const known = await jwks.byKid(kid);
  if (!known) return unknown();
  // A missing signature is recognized by the algorithm and the signature.
  const ill = /^[^.]+(\.[^.]+){2,}$/.test(token) ? compactProblem(token) : '';
  if (ill) return refuse('BANKJWT-07', ill, new Refusal('bank-token-form', { problem: ill }));
  const payload = await verify();
  const parsed = claimsSchema.safeParse(payload, inOurWords);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const [claim = '', problem = ''] = [issue?.path.join('.'), issue?.message];
    return refuse('BANKJWT-02', `claim ${claim}: ${problem}`, wrongClaim(claim, problem));
  }
  const claims = parsed.data;
  const now = center.wallClock.now() / 1000;
  if (claims.iat > now + leeway_s) {
    const times = { iat: timeOf(claims.iat), now: timeOf(now) };
    refuse('BANKJWT-02', 'claim iat is in the future', new Refusal('bank-token-future', times));
  }
  const { counterparty_guid } = known.jwk;
  const counterparty = await center.store.read((tx) => tx.get(counterpartyRows, counterparty_guid));
  // It was there when the key was found: the state has been replaced since.
  if (!counterparty) return unknown();
  if (!counterparty.schemes.includes('bank')) {
    const text = 'the scheme JWT by Bank is not enabled for this counterparty';
    refuse('REQUEST-03', text, new Refusal('bank-token-scheme-off'));
  }
  call.actor = { kind: 'bank', subject: claims.sub, claims, token, counterparty };
  if (claims.exp - claims.iat > longestLifetime) {
    call.note('JWT-06', `the token lives ${claims.exp - claims.iat} seconds`);
  }

  async function verify(): Promise<unknown> {
    if (!known) return undefined;
    const algorithm = algorithmOf(known.jwk.data);
    const accepted: readonly string[] = bank_jwt_algs;
    if (!accepted.includes(algorithm)) {
      const facts = { alg: algorithm, accepted: accepted.join(', ') };
      return refuse('BANKJWT-01', `alg: ${algorithm} is not accepted`, new Refusal('bank-token-alg', facts));
    }
    try {
      const verified = await jwtVerify(token, known.key, {
        algorithms: algorithm === 'EdDSA' ? ['EdDSA', 'Ed25519'] : [algorithm],
        clockTolerance: leeway_s,
        currentDate: new Date(center.wallClock.now()),
      });
      return verified.payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) {
        const times = { exp: timeOf(error.payload.exp), now: timeOf(center.wallClock.now() / 1000) };
        return refuse('BANKJWT-02', 'claim exp has passed', new Refusal('bank-token-expired', times));
      }
      if (error instanceof errors.JWTClaimValidationFailed)
        return refuse('BANKJWT-02', error.message, wrongClaim(error.claim, error.message));
      const problem = error instanceof Error ? error.message : 'the token cannot be verified';
      return refuse('BANKJWT-01', problem, new Refusal('bank-token-signature', { problem }));
    }
  }
}

const wrongClaim = (claim: string, problem: string) => new Refusal('bank-token-claim', { claim, problem });

/** Why a text is no JWT with a kid. */
function noJwt(token: string): Refusal {
  if (/^bearer\b/i.test(token)) return new Refusal('bank-token-with-bearer');
  return new Refusal(token.startsWith('ory_st_') ? 'bank-token-is-session' : 'bank-token-no-jwt');
}

/** Seconds as a timestamp; a claim that is no time is shown as it is. */
function timeOf(seconds: number | undefined): string {
  const at = new Date((seconds ?? Number.NaN) * 1000);
  return Number.isNaN(at.getTime()) ? String(seconds) : at.toISOString();
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
