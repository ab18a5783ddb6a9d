import type { JournalEntry } from '../../contract/control/journal.js';
import { jwkProblem } from '../../contract/jose/jwk.js';
import type { RuleId } from '../../contract/rules/index.js';
import { type Check, check, expect } from './check.js';

/** The bank's own tokens, in CX-Authorization. */

export const onlyOwnToken: Check<JournalEntry> = check(
  'BANKJWT-04',
  'only the own token',
  ({ request: { headers } }) => {
    const filled = ['authorization', 'cx-authorization'].filter((name) => (headers[name] ?? '') !== '');
    return expect(
      filled.length === 1 && filled[0] === 'cx-authorization',
      'CX-Authorization set, Authorization empty or absent',
      () => `set: ${filled.join(', ') || 'neither'}`,
    );
  },
);

/** DCM accepted the token and has no finding under this rule. */
export const ownTokenValid = (rule: RuleId): Check<JournalEntry> =>
  check(rule, 'DCM takes the token', ({ status, claims, findings }) => {
    const against = findings.find((finding) => finding.rule === rule);
    // A token that DCM refuses under another rule is reported under that rule.
    const elsewhere = findings.some(
      (finding) => finding.rule !== rule && finding.rule.startsWith('BANKJWT-'),
    );
    return expect(
      against === undefined && (claims !== undefined || elsewhere),
      'a token that DCM accepts',
      () => against?.text ?? `${status}, without a valid token`,
    );
  });

/** The token that the operations of the act need is known here; for other operations, e.g. reads in between, DCM's findings count. */
export const ownTokenFits = (
  ordered: readonly string[],
  wanted: { readonly flow: string; readonly obj: string },
): Check<JournalEntry> =>
  check('BANKJWT-03', 'the token fits the operation', ({ operation, claims, findings }) => {
    const against = findings.find(({ rule }) => rule === 'BANKJWT-03');
    if (!ordered.includes(operation))
      return expect(
        against === undefined,
        'a token that matches the operation',
        () => `${operation}: ${against?.text}`,
      );
    return expect(
      claims?.flow === wanted.flow && claims.obj === wanted.obj,
      `flow ${wanted.flow}, obj ${wanted.obj}`,
      () => `flow ${claims?.flow ?? 'none'}, obj ${claims?.obj ?? 'none'}`,
    );
  });

export const shortLived: Check<JournalEntry> = check(
  'JWT-06',
  'lives 1200 seconds at most',
  ({ findings }) => {
    const against = findings.find((finding) => finding.rule === 'JWT-06');
    return expect(against === undefined, 'at most 1200 seconds', () => against?.text ?? '');
  },
);

/** The public JWK of the act in the member `data`, and nothing else. */
export const registeredAsOrdered = (jwk: Readonly<Record<string, unknown>>): Check<JournalEntry> =>
  check('BANKJWT-05', 'registers the key as ordered', ({ request: { body }, status }) => {
    const data: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'data') : undefined;
    const sent = typeof data === 'object' && data !== null ? data : {};
    const surplus = Object.keys(sent).filter((name) => !Object.hasOwn(jwk, name));
    const lacking = Object.keys(jwk).filter((name) => Reflect.get(sent, name) !== jwk[name]);
    return expect(
      surplus.length === 0 && lacking.length === 0,
      `{"data": {...}} with ${Object.keys(jwk).join(', ')} as the act specifies, and nothing else`,
      () =>
        data === undefined
          ? 'no member data'
          : `missing or different: ${lacking.join(', ') || 'nothing'}; unexpected: ${surplus.join(', ') || 'nothing'}`,
      // Refused before it was read.
      { dependent: typeof body !== 'object' && status !== 200 },
    );
  });

/** The JWK follows RFC 7517 and RFC 7518. */
export const jwkToTheLetter: Check<Readonly<Record<string, unknown>>> = check(
  'BANKJWT-06',
  'is a JWK to the letter',
  (jwk) => {
    const problem = jwkProblem(jwk);
    return expect(
      problem === '',
      'a public JWK that follows RFC 7517 and 7518 exactly',
      () => `key ${String(jwk.kid)}: ${problem}`,
    );
  },
);
