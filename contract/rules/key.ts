import { rules } from './rule.js';

/** Secrets behind the authorization service. */
export const keyRules = rules({
  'KEY-01': {
    level: 'must',
    says: 'GET /key yields two different, non-empty secrets for the two key keepers',
    fix: 'Register one secret per key keeper (identification, processing) and look it up by the external id.',
    source: 'D PLAN',
    step: 7,
  },
  'KEY-02': {
    level: 'should',
    says: 'the secret of a user is the same at every call',
    fix: 'Store the secret; do not make one per request: DCM decrypts the seed of the entity with it.',
    source: 'A',
    step: 7,
  },
  'KEY-03': {
    level: 'must',
    says: 'a customer has one secret: /user_auth and /key give the same',
    fix: 'Answer the same stored secret in both methods.',
    source: 'D CUS',
    step: 14,
  },
  'KEY-04': {
    level: 'should',
    says: 'secrets of different customers differ',
    fix: 'Make a random secret for each customer.',
    source: 'A',
    step: 14,
  },
  'KEY-05': {
    level: 'must',
    says: 'a secret that the bank officer creates is served at once, and not before',
    fix: 'Give the officer a way to create secrets and let the authorization service read the same store.',
    source: 'D PLAN',
    step: 6,
  },
  'KEY-06': {
    level: 'should',
    says: 'a user keeps the external id over calls',
    fix: 'Store the external id with the user; do not make one per request.',
    source: 'A',
    step: 14,
  },
});
