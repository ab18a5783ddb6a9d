import { rules } from './rule.js';

/** Answers of the authorization service. */
export const authRules = rules({
  'AUTH-01': {
    level: 'must',
    says: 'GET /user_auth with a valid token of a known login answers 200 with external_id and key',
    fix: 'Look the user up by the login in the claim obj and answer 200 with JSON members external_id and key.',
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-02': {
    level: 'must',
    says: 'GET /key with a valid token of a known external id answers 200 with key',
    fix: 'Look the user up by the external id in the claim obj and answer 200 with JSON member key.',
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-03': {
    level: 'must',
    says: 'GET /external_id with a valid token of a known external id answers 200 with that external_id',
    fix: 'Look the user up by the external id in the claim obj and answer 200 with JSON member external_id.',
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-04': {
    level: 'must',
    says: 'each method answers within 1 second',
    fix: 'Answer from memory or a local store: cache the JWKS, do not fetch keys or secrets from afar per request.',
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-05': {
    level: 'must',
    says: 'a token about an object that the bank does not know, or does not permit, is answered with 401',
    fix: 'Answer 401 when no user has the login (/user_auth) or the external id (/key, /external_id) of the claim obj.',
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-06': {
    level: 'must',
    says: 'a subject that may not act on the object is answered with 401',
    fix: 'Check the claim sub against the employees and technical users that may act, and answer 401 for others.',
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-07': {
    level: 'must',
    says: 'external_id is a text of 1 to 500 symbols',
    fix: 'Keep external ids as texts of at most 500 symbols.',
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-08': {
    level: 'must',
    says: 'a refusal carries no secret: only whom the bank permits gets one',
    fix: 'Leave every secret out of the bodies and headers of refusals, and out of their error texts.',
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-09': {
    level: 'must',
    says: 'first_name, last_name, email and phone, where /user_auth answers them, are texts',
    fix: 'Answer optional members as JSON texts, or leave them out.',
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-10': {
    level: 'must',
    says: 'an answer is about the user whom the token names, also when several are asked about at the same time',
    fix: 'Keep nothing of a request in variables that requests share; look the user up by the claim obj of the own token.',
    source: 'D BAUTH',
    step: 14,
  },
  'AUTH-11': {
    level: 'should',
    says: 'answers of the authorization service are declared as JSON',
    fix: 'Answer with Content-Type: application/json.',
    source: 'A',
    step: 6,
  },
  'AUTH-12': {
    level: 'should',
    says: 'a refusal has no member key',
    fix: 'Keep the member key for secrets, and give codes of errors another name.',
    source: 'A',
    step: 1,
  },
});
