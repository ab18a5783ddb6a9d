import { z } from 'zod';
import { empty, guid, timestamp } from '../schemas.js';
import { controlTable } from './operation.js';
import { listQuery, portionOf } from './portions.js';

/** Acts of DCM's officers in the plan, before and beside the bank (steps 3, 4, 5 and 9). */

export const keyKeeper = z.object({
  login: z.string().min(1).max(500),
  external_id: z.string().min(1).max(500),
  for: z.enum(['identification', 'processing']),
});

/** Becomes part of host names. */
export const alias = z
  .string()
  .max(63)
  .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, 'must be a host name label: a-z, 0-9, -');

const text = z.string().max(500);

/** An empty string removes what is stored. */
const noUrl = 'expected an http or https URL, or an empty string for none';
const urlOrNone = z.union([z.literal(''), z.url({ protocol: /^https?$/, error: noUrl }).max(2000)], {
  error: noUrl,
});

const urls = {
  user_auth_url: urlOrNone.optional(),
  user_key_url: urlOrNone.optional(),
  user_id_url: urlOrNone.optional(),
  callback_url: urlOrNone.optional(),
};

/** Public parts of the bank's two signing keys (MS): for customers' entities, for its own. */
const signers = z
  .array(z.string().regex(/^G[A-Z2-7]{55}$/, 'must be a Stellar public key (G...)'))
  .refine(({ length }) => length === 0 || length === 2, { error: 'expected two keys, or none' });

const schemes = z.array(z.enum(['dcm', 'bank']));

const attributes = {
  description: z.string().max(2000).optional(),
  holding_name: text.optional(),
  ...urls,
  key_keepers: z.array(keyKeeper).max(20).optional(),
  /** Empty: the default. */
  admin_subject: text.optional(),
  auto_issue: z.boolean().optional(),
  auto_burn: z.boolean().optional(),
  schemes: schemes.min(1).optional(),
  /** The URL of /sign, or its base. */
  sign_url: urlOrNone.optional(),
  signers: signers.optional(),
};

export const counterparty = z.object({
  guid,
  name: z.string(),
  alias: z.string(),
  asset_code: z.string(),
  asset_issuer: z.string(),
  description: z.string(),
  holding_name: z.string(),
  user_auth_url: z.string(),
  user_key_url: z.string(),
  user_id_url: z.string(),
  callback_url: z.string(),
  key_keepers: z.array(keyKeeper),
  /** `sub` of tokens for acts that an officer of DCM starts (U-04). */
  admin_subject: z.string(),
  auto_issue: z.boolean(),
  auto_burn: z.boolean(),
  /** Authorization schemes that the counterparty may use; none for DCM itself. */
  schemes,
  sign_url: z.string(),
  /** Empty without multisignature. */
  signers: z.array(z.string()),
  simulated: z.boolean(),
  emission_account_guid: z.string(),
  processing_account_guid: z.string(),
  created_at: timestamp,
  updated_at: timestamp,
});
export type Counterparty = z.infer<typeof counterparty>;

const infrastructure = z.object({
  guid,
  counterparty_guid: guid,
  title: z.string(),
  status: z.enum(['open', 'done']),
  api_host: z.string(),
  backoffice_host: z.string(),
  created_at: timestamp,
  updated_at: timestamp,
});

const params = z.object({ guid });

export const counterpartyOperations = controlTable('Counterparties', {
  listRegistered: {
    method: 'GET',
    path: '/control/v1/counterparties',
    summary: 'All counterparties, oldest first',
    source: 'D PLAN',
    query: listQuery({}),
    answer: portionOf({ counterparties: z.array(counterparty) }),
  },
  getRegistered: {
    method: 'GET',
    path: '/control/v1/counterparties/{guid}',
    summary: 'One counterparty',
    source: 'D PLAN',
    params,
    answer: counterparty,
  },
  registerCounterparty: {
    method: 'POST',
    path: '/control/v1/counterparties',
    names: ['alias', 'guid'],
    summary: 'Plan step 3: registers a counterparty; `guid` keeps its identity the same across runs',
    source: 'D PLAN',
    body: z.object({
      name: text.min(1),
      alias,
      asset_code: z.string().optional(),
      guid: guid.optional(),
      ...attributes,
    }),
    answer: counterparty,
  },
  updateRegistered: {
    method: 'PUT',
    path: '/control/v1/counterparties/{guid}',
    summary: "Plan step 9: stores the bank's URLs and other attributes",
    source: 'D PLAN',
    params,
    body: z.object(attributes),
    answer: counterparty,
  },
  requestInfrastructure: {
    method: 'POST',
    path: '/control/v1/counterparties/{guid}/infrastructure',
    summary: 'Plan step 4: opens the task to deploy hosts for the counterparty',
    source: 'D PLAN',
    params,
    body: empty,
    answer: infrastructure,
  },
  deployInfrastructure: {
    method: 'PUT',
    path: '/control/v1/counterparties/{guid}/infrastructure',
    summary: 'Plan step 5: marks the task as done and the hosts as deployed',
    source: 'D PLAN',
    params,
    body: empty,
    answer: infrastructure,
  },
  addJwk: {
    method: 'POST',
    path: '/control/v1/counterparties/{guid}/jwks',
    names: ['guid'],
    summary:
      'Registers a public key of the bank at onboarding, before the bank can authenticate in any other way',
    source: 'O AID-AUTH',
    params,
    body: z.object({
      data: z.looseObject({}),
      /** `as-is` accepts a readable key that breaks the letter of RFC 7517 and 7518, such as plain base64. */
      form: z.enum(['checked', 'as-is']).default('checked'),
    }),
    answer: z.object({ guid }),
  },
});
