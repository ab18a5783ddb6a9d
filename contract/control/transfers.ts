import { z } from 'zod';
import { accountKinds } from '../operations/entities.js';
import { payment, paymentStatuses } from '../operations/transfers.js';
import { guid, hryvnias, timestamp } from '../schemas.js';
import { controlTable } from './operation.js';
import { listQuery, portionOf } from './portions.js';

/** Transfers of all counterparties as officers see them. */

const params = z.object({ guid });

const side = z.object({
  guid,
  kind: z.enum(accountKinds),
  counterparty_guid: guid,
  counterparty_name: z.string(),
});

const transfer = z.object({
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
});
export type Transfer = z.infer<typeof transfer>;

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

const envelope = z.object({
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
      /** A decimal string; empty if the operation has no amount. */
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
});
export type Envelope = z.infer<typeof envelope>;

export const transferOperations = controlTable('Transfers', {
  listTransfers: {
    method: 'GET',
    path: '/control/v1/transfers',
    summary:
      'Transfers of all counterparties, newest first; a search with few matches may need several portions to find one',
    source: 'A',
    query: listQuery({
      counterparty_guid: guid.optional(),
      status: z.enum(paymentStatuses).optional(),
      /** Part of a transfer's guid or hash, of an entity's guid, of a counterparty's name or of the purpose, or an amount. */
      search: z.string().max(100).optional(),
    }),
    answer: portionOf({ transfers: z.array(transfer) }),
  },
  getTransfer: {
    method: 'GET',
    path: '/control/v1/transfers/{guid}',
    summary: 'One transfer',
    source: 'A',
    params,
    answer: transfer,
  },
  decodeTransfer: {
    method: 'GET',
    path: '/control/v1/transfers/{guid}/envelope',
    summary: 'The signed envelope of a posted transfer, decoded',
    source: 'A',
    params,
    answer: envelope,
  },
  transferByOfficer: {
    method: 'POST',
    path: '/control/v1/counterparties/{guid}/transfers',
    names: ['guid'],
    summary:
      'Makes and confirms a transfer on behalf of the DCM Admin, to prepare a test; the usual reverse calls are made',
    source: 'A',
    params,
    body: z.object({ sender_id: guid, receiver_id: guid, amount: z.number() }),
    answer: payment,
  },
});
