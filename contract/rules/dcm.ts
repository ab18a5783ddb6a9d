import { rules } from './rule.js';

/** Outcomes that DCM owes in the plan; here the mock stands in for DCM. */
export const dcmRules = rules({
  'PLAN-02': {
    side: 'dcm',
    level: 'must',
    says: 'the public key handed over is an entry of the published JWKS',
    fix: 'Fault of the mock: report it.',
    source: 'D PLAN',
    step: 2,
  },
  'PLAN-03': {
    side: 'dcm',
    level: 'must',
    says: 'the counterparty is registered with a guid, the asset and its issuer',
    fix: 'Fault of the mock: report it.',
    source: 'D PLAN',
    step: 3,
  },
  'PLAN-04': {
    side: 'dcm',
    level: 'must',
    says: 'a task to roll out the infrastructure exists',
    fix: 'Fault of the mock: report it.',
    source: 'D PLAN',
    step: 4,
  },
  'PLAN-05': {
    side: 'dcm',
    level: 'must',
    says: 'the API host answers with the JWKS and a login flow',
    fix: 'Fault of the mock: report it.',
    source: 'D PLAN',
    step: 5,
  },
  'PLAN-08': {
    level: 'must',
    says: 'the onboarding data are complete: three URLs that answer, an alias fit for a host name, an e-mail',
    fix: 'Give URLs that are reachable from DCM, an alias of a-z, 0-9 and -, and the e-mail of the first employee.',
    source: 'D PLAN',
    step: 8,
  },
  'PLAN-09': {
    side: 'dcm',
    level: 'must',
    says: "the bank's URLs are stored and the first employee is created and invited",
    fix: 'Fault of the mock: report it.',
    source: 'D PLAN',
    step: 9,
  },
  'PLAN-10': {
    level: 'must',
    says: "both entities are created; the bank answers DCM's question for each key keeper's secret",
    fix: 'Answer /key for the flows sign-up-emission and sign-up-processing with the secret of the key keeper.',
    source: 'D PLAN',
    step: 10,
  },
  'PLAN-13': {
    side: 'dcm',
    level: 'must',
    says: 'the confirmed identifiers arrive on the identification entity',
    fix: 'Fault of the mock: report it.',
    source: 'D PLAN',
    step: 13,
  },
  'DECLINE-01': {
    level: 'must',
    says: "when the bank refuses DCM's question, DCM declines the operation and nothing moves",
    fix: 'Answer 401 for what is not permitted, also while an operation is under way.',
    source: 'D JWTA',
    step: 16,
  },
});
