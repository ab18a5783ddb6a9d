import { z } from 'zod';
import { operation } from '../operation.js';
import { accountKinds } from '../operations/entities.js';
import { emissionDirections } from '../operations/identifiers.js';
import { paymentStatuses } from '../operations/transfers.js';
import { empty, guid, hryvnias, timestamp } from '../schemas.js';
import { delivery, mail } from './journal.js';

/** What the officers' desk shows of transfers, callbacks, mails and the reserve. */

const ofGuid = z.object({ guid });

/** `before` is the `next` of the page before; pages go from new to old. */
const paged = { before: z.string().optional(), limit: z.int().min(1).max(200).default(50) };

const side = z.object({
  guid,
  kind: z.enum(accountKinds),
  counterparty_guid: guid,
  counterparty_name: z.string(),
});

export const listTransfers = operation({
  id: 'listTransfers',
  method: 'POST',
  path: '/control/v1/transfers/page',
  summary:
    'Transfers of all counterparties, newest first; `total` counts those found when something is searched',
  caller: 'control',
  source: 'A',
  body: z.object({
    counterparty_guid: guid.optional(),
    status: z.enum(paymentStatuses).optional(),
    /**
     * Part of a transfer's guid or hash, of an entity's guid, of a counterparty's name or of the purpose, or an amount; a
     * rare one may need several pages to find something.
     */
    search: z.string().max(100).optional(),
    ...paged,
  }),
  answer: z.object({
    transfers: z.array(
      z.object({
        guid,
        created_at: timestamp,
        updated_at: timestamp,
        status: z.enum(paymentStatuses),
        amount: hryvnias,
        asset_code: z.string(),
        purpose: z.string(),
        sender: side,
        receiver: side,
        /** Empty until it is posted. */
        hash: z.string(),
      }),
    ),
    total: z.int(),
    next: z.string(),
  }),
});

/** Whose signature it is: the sender's entity, DCM, or one of the bank's two signing keys. */
export const signatureOwners = [
  'entity',
  'dcm',
  'bank-customers',
  'bank-own',
  'issuer',
  'root',
  'unknown',
] as const;

export const decodeTransfer = operation({
  id: 'decodeTransfer',
  method: 'GET',
  path: '/control/v1/transfers/{guid}/envelope',
  summary: 'The signed envelope of a posted transfer, decoded',
  caller: 'control',
  source: 'A',
  params: ofGuid,
  answer: z.object({
    hash: z.string(),
    ledger: z.int(),
    source: z.string(),
    sequence: z.string(),
    /** Stroops. */
    fee: z.int(),
    /** `none`, or its kind and text. */
    memo: z.string(),
    operations: z.array(
      z.object({
        type: z.string(),
        source: z.string(),
        destination: z.string(),
        asset: z.string(),
        issuer: z.string(),
        /** Decimal text; empty where an operation has none. */
        amount: z.string(),
        /** Of manageData. */
        name: z.string(),
        value: z.string(),
      }),
    ),
    signatures: z.array(
      z.object({
        /** Last four bytes of the public key, hex. */
        hint: z.string(),
        signer: z.string(),
        whose: z.enum(signatureOwners),
        valid: z.boolean(),
        signature: z.string(),
      }),
    ),
    envelope_xdr: z.string(),
  }),
});

export const listDeliveriesPage = operation({
  id: 'listDeliveriesPage',
  method: 'POST',
  path: '/control/v1/deliveries/page',
  summary: 'Callbacks with their attempts and the next one due, newest first',
  caller: 'control',
  source: 'A',
  body: z.object({
    counterparty_guid: guid.optional(),
    status: z.enum(['pending', 'delivered', 'given-up']).optional(),
    ...paged,
  }),
  answer: z.object({
    deliveries: z.array(delivery.extend({ created_at: timestamp })),
    total: z.int(),
    next: z.string(),
  }),
});

export const listMailHeads = operation({
  id: 'listMailHeads',
  method: 'GET',
  path: '/control/v1/mailbox/heads',
  summary: 'The newest mails without their text and codes',
  caller: 'control',
  source: 'A',
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(100) }),
  answer: z.object({
    mails: z.array(mail.omit({ text: true, code: true }).extend({ has_code: z.boolean() })),
    total: z.int(),
  }),
});

export const revealMail = operation({
  id: 'revealMail',
  method: 'POST',
  path: '/control/v1/mailbox/{guid}/reveal',
  summary: 'A mail with its text and code; that it was shown is in the journal',
  caller: 'control',
  source: 'A',
  params: ofGuid,
  body: empty,
  answer: mail,
});

export const getReserve = operation({
  id: 'getReserve',
  method: 'GET',
  path: '/control/v1/counterparties/{guid}/reserve',
  summary:
    'The reserve condition with its figures: reserve at least created minus deleted, plus what is requested',
  caller: 'control',
  source: 'D UG-ID',
  params: ofGuid,
  answer: z.object({
    /** Without a declared reserve the condition is skipped under the option `reserve: lenient`. */
    declared: z.boolean(),
    rule: z.enum(['lenient', 'strict']),
    reserve: hryvnias,
    created: hryvnias,
    deleted: hryvnias,
    /** Created minus deleted. */
    circulation: hryvnias,
    open: z
      .object({ guid, direction: z.enum(emissionDirections), amount: hryvnias, created_at: timestamp })
      .optional(),
    /** In circulation once the open request is confirmed. */
    after: hryvnias,
    /** Reserve minus that. */
    remains: hryvnias,
    holds: z.boolean(),
  }),
});
