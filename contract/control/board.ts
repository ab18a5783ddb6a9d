import { z } from 'zod';
import { flows } from '../bank-service.js';
import { guid } from '../schemas.js';
import { controlTable } from './operation.js';

/** The plan as a board: how far each counterparty is, and what is missing. */

/**
 * What a step still lacks; the page has a text for each. `names`, `email`, `expected`, `actual`, `amount` come beside
 * it.
 */
export const missingKeys = [
  'authorization-unseen',
  'key-not-fetched',
  'asset-code',
  'infrastructure-not-requested',
  'infrastructure-not-deployed',
  'urls-missing',
  'key-unanswered',
  'keepers-missing',
  'keeper-secrets-unseen',
  'onboarding-data',
  'employee-missing',
  'entities-missing',
  'password-missing',
  'login-unseen',
  'request-missing',
  'request-unconfirmed',
  'customer-secrets-unseen',
  'customers-missing',
  'transfer-missing',
  'callback-undelivered',
] as const;
export type MissingKey = (typeof missingKeys)[number];

/** Where to see the evidence: `seq` of the journal, or the guid of what is named. */
export const evidence = z.object({
  kind: z.enum([
    'journal',
    'counterparty',
    'employee',
    'entity',
    'identifier',
    'customer',
    'transfer',
    'delivery',
  ]),
  id: z.string(),
});
export type Evidence = z.infer<typeof evidence>;

/** A reverse call by which the bank can show that a step is done: the body of `askBank` without the counterparty. */
const ask = z.object({
  method: z.enum(['user_auth', 'key', 'external_id']),
  flow: z.enum(flows),
  /** Login for `user_auth`, external id otherwise; empty if a person has to name a user of the bank. */
  obj: z.string(),
});
export type Ask = z.infer<typeof ask>;

const boardStep = z.object({
  step: z.int(),
  who: z.string(),
  side: z.enum(['bank', 'dcm']),
  title: z.string(),
  outcome: z.string(),
  /** `waiting`: an earlier step is not done yet. */
  state: z.enum(['done', 'missing', 'waiting']),
  missing: z
    .object({
      key: z.enum(missingKeys),
      values: z.record(z.string(), z.string()),
      /** Empty if no reverse call shows it, or if the bank's URL for it is not known yet. */
      asks: z.array(ask),
    })
    .optional(),
  evidence: z.array(evidence),
});
export type BoardStep = z.infer<typeof boardStep>;

const bankBoard = z.object({
  counterparty_guid: guid,
  name: z.string(),
  alias: z.string(),
  /** Steps that are done. */
  done: z.int(),
  of: z.int(),
  steps: z.array(boardStep),
});
export type BankBoard = z.infer<typeof bankBoard>;

export const boardOperations = controlTable('Board', {
  getBoard: {
    method: 'GET',
    path: '/control/v1/board',
    summary:
      'The 16 steps of the plan for each counterparty: done, or what is missing, judged by what DCM has seen',
    source: 'D PLAN',
    answer: z.object({
      boards: z.array(bankBoard),
    }),
  },
});
