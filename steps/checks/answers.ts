import {
  type AuthorizationMethod,
  authorizationAnswers,
  authorizationLimitMs,
} from '../../contract/bank-service.js';
import { hasKey, tellsSecret } from '../../contract/leak.js';
import type { RuleId } from '../../contract/rules/index.js';
import { describe, type Exchange, isInTime, member } from '../exchange.js';
import { tokenInWords } from '../token-words.js';
import { broken, type Check, check, expect, held } from './check.js';

/** Responses of the bank's authorization service. */

const acceptedRule = { user_auth: 'AUTH-01', key: 'AUTH-02', external_id: 'AUTH-03' } as const;

/** What a member contains instead of a string; never its value, which may be a secret. */
const inWords = (value: unknown) => {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (value === '') return 'empty';
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
};

/** 200 with the required members; `/external_id` names the requested user. */
export const accepted = (method: AuthorizationMethod): Check<Exchange> =>
  check(acceptedRule[method], 'answers 200 with the obligatory members', (seen) => {
    const wanted = Object.keys(authorizationAnswers[method].shape).filter(
      (name) => name === 'key' || name === 'external_id',
    );
    const expected = `200 with ${wanted.join(' and ')}`;
    if (seen.status !== 200 || typeof seen.body === 'string') return broken(expected, describe(seen));
    for (const name of wanted) {
      const value = member(seen, name);
      if (typeof value !== 'string' || value === '') {
        return broken(`${expected}, each a non-empty string`, `member ${name}: ${inWords(value)}`);
      }
    }
    if (method === 'external_id' && member(seen, 'external_id') !== seen.obj) {
      return broken(`external_id ${seen.obj}, as in the request`, String(member(seen, 'external_id')));
    }
    return held;
  });

/** A request that must be refused was refused: with 401 and nothing else. */
export const refused = (rule: RuleId): Check<Exchange> =>
  check(rule, 'answers 401', (seen) =>
    expect(seen.status === 401, `401 from ${asked(seen)}`, () => describe(seen)),
  );

/** Anything but 200: the bank could not verify the token, and has not let it pass. */
export const notAccepted = (rule: RuleId): Check<Exchange> =>
  check(rule, 'does not let it pass', (seen) =>
    expect(seen.status !== 200, `no 200 from ${seen.url}`, () => describe(seen)),
  );

/** Like `accepted`: 200, under the rule that the case belongs to. */
export const acceptedUnder = (rule: RuleId): Check<Exchange> =>
  check(rule, 'answers 200', (seen) =>
    expect(seen.status === 200, `200 from ${asked(seen)}`, () => describe(seen)),
  );

/** What was asked, with what is unusual about its token. */
function asked({ url, question }: Exchange): string {
  const token = question && tokenInWords(question);
  return token ? `${url} (${token})` : url;
}

/** A late response is requested again; only a second late one breaks the rule, since a single one may be chance. */
export const inTime: Check<Exchange> = check('AUTH-04', 'answers in time', (seen) =>
  expect(
    seen.again === undefined ? isInTime(seen) : isInTime(seen.again),
    `a response within ${authorizationLimitMs} ms`,
    () => `${took(seen)}${seen.again ? `; second try: ${took(seen.again)}` : ''}`,
  ),
);

const took = ({ error, ms }: Exchange) => error || `${Math.round(ms)} ms`;

export const declaredAsJson: Check<Exchange> = check('AUTH-11', 'is declared as JSON', (seen) => {
  const [, type = 'none'] = /^content-type: *(.*)$/im.exec(seen.headers) ?? [];
  return expect(/^application\/([\w.-]+\+)?json\b/i.test(type), 'Content-Type: application/json', () => type);
});

export const externalIdWellFormed: Check<Exchange> = check(
  'AUTH-07',
  'external_id of 1 to 500 characters',
  (seen) => {
    const value = member(seen, 'external_id');
    return expect(
      typeof value === 'string' && value.length >= 1 && value.length <= 500,
      'a string of 1 to 500 characters',
      () => (typeof value === 'string' ? `${value.length} characters` : JSON.stringify(value ?? null)),
    );
  },
);

const optional = ['first_name', 'last_name', 'email', 'phone'] as const;

export const optionalMembersAreTexts: Check<Exchange> = check(
  'AUTH-09',
  'optional members are texts',
  (seen) => {
    const wrong = optional.filter((name) => typeof (member(seen, name) ?? '') !== 'string');
    return expect(wrong.length === 0, 'strings, or omitted', () =>
      wrong.map((name) => `member ${name}: ${inWords(member(seen, name))}`).join(', '),
    );
  },
);

export const noOptionalMemberIsNull: Check<Exchange> = check(
  'AUTH-15',
  'no optional member is null',
  (seen) => {
    const empty = optional.filter((name) => member(seen, name) === null);
    return expect(empty.length === 0, 'strings, or omitted', () =>
      empty.map((name) => `member ${name}: null`).join(', '),
    );
  },
);

/** Refusals contain no secret known so far, in any form; a missing refusal is reported elsewhere. */
export const noSecretInRefusals: Check<{
  readonly refusals: readonly Exchange[];
  readonly secrets: Iterable<string>;
}> = check('AUTH-08', 'no secret in a refusal', ({ refusals, secrets }) => {
  const known = [...secrets];
  const leaking = refusals.find(
    (refusal) =>
      refusal.status !== 200 &&
      tellsSecret(refusal, known, [refusal.obj, refusal.question?.sub ?? '', refusal.question?.obj ?? '']),
  );
  return expect(
    leaking === undefined,
    'no secret in the response',
    () => `a secret in the ${leaking?.status} response from ${leaking?.url}`,
  );
});

/** The member `key` is for those whom the bank permits; in a refusal it may hold something that is not a secret. */
export const noKeyInRefusals: Check<readonly Exchange[]> = check(
  'AUTH-12',
  'no member key in a refusal',
  (refusals) => {
    const having = refusals.find(({ status, body }) => status !== 200 && hasKey(body));
    return expect(
      having === undefined,
      'no member key',
      () => `a member key in the ${having?.status} response from ${having?.url}`,
    );
  },
);

/** A valid token is accepted: the bank found the key by its kid. */
export const tokenAccepted: Check<Exchange> = check('JWT-09', 'accepts a valid token', (seen) =>
  expect(seen.status === 200, "200 for a token signed with DCM's key", () => describe(seen)),
);

/** An endpoint exists: it responds over HTTP, and not with 404. */
export const reachable: Check<Exchange> = check('PLAN-08', 'is there', (seen) =>
  expect(seen.error === '' && seen.status !== 404 && seen.status < 500, `a response from ${seen.url}`, () =>
    describe(seen),
  ),
);
