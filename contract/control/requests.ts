import { z } from 'zod';
import { callbackKinds, flows } from '../bank-service.js';
import { guid } from '../schemas.js';
import { journalEntry } from './journal.js';
import { controlTable, wholeNumber } from './operation.js';
import { listQuery, portionOf } from './portions.js';

/** Requests that a person has the mock send: those of the journal again, and to banks by choice. */

const seq = wholeNumber(1, 999_999_999_999_999);

const headers = z.record(z.string().min(1).max(200), z.string().max(10_000));

/** Who sends it. */
const sender = z.discriminatedUnion('as', [
  /** With the credentials of the original, as they were sent. */
  z.object({ as: z.literal('original') }),
  /** With a session of this employee; the mock begins one and keeps it. */
  z.object({ as: z.literal('employee'), guid }),
  /** With a token that the bank has made (JWT by Bank). */
  z.object({ as: z.literal('bank'), token: z.string().min(1).max(10_000) }),
  z.object({ as: z.literal('nobody') }),
]);
export type Sender = z.infer<typeof sender>;

const gap = z.object({
  /** `body.password`, `body`, `headers.x-note`, `url`. */
  at: z.string(),
  why: z.enum(['redacted', 'cut']),
});

const prepared = z.object({
  seq: z.int(),
  direction: z.enum(['in', 'out']),
  method: z.string(),
  url: z.string(),
  /** Without credentials and without those of the connection. */
  headers: z.record(z.string(), z.string()),
  /** The body as text; empty without one. */
  body: z.string(),
  /** What the journal does not have as it was sent; it has to be given. */
  gaps: z.array(gap),
  /** Which credential the original had. */
  credential: z.enum(['session', 'bank', 'none']),
  /** Whether the mock can send it with that credential. */
  kept: z.boolean(),
  /** Why it cannot be sent again at all; empty if it can. */
  problem: z.string(),
});
export type PreparedRequest = z.infer<typeof prepared>;

const sent = z.object({
  /** The exchange as it is in the journal. */
  entry: journalEntry,
});

export const sentRequestOperations = controlTable('Requests', {
  prepareRequest: {
    method: 'GET',
    path: '/control/v1/journal/entries/{seq}/request',
    summary: 'The request of an entry as it would be sent again, and what is missing for that',
    source: 'A',
    params: z.object({ seq }),
    answer: prepared,
  },
  sendRequest: {
    method: 'POST',
    path: '/control/v1/requests',
    summary:
      'Sends the request of an entry again, as it was or changed; its entry has `repeats`. A request to a bank gets a fresh token and cannot be changed. Without `seq` it is a request of its own: `method` and `url` are required, and the sender is not the original',
    source: 'A',
    body: z.object({
      seq: z.int().min(1).optional(),
      /** What is left out stays as it was. */
      method: z
        .string()
        .regex(/^[A-Za-z]{1,20}$/, 'expected a method such as GET')
        .optional(),
      /** Path and query; not those of the control API. */
      url: z
        .string()
        .max(8000)
        .regex(/^\/[^\s#]*$/, 'expected a path that begins with /')
        .optional(),
      /** All headers but credentials; one of those may be among them and comes before `sender`. */
      headers: headers.optional(),
      body: z.string().max(1_000_000).optional(),
      /** Values for gaps of the body, by their place. */
      fill: z.record(z.string(), z.string()).default({}),
      sender: sender.default({ as: 'original' }),
    }),
    passedOn: ['body'],
    answer: sent,
  },
  listPeople: {
    method: 'GET',
    path: '/control/v1/employees',
    summary: 'Employees of all banks and officers of DCM, newest first: those who can send a request',
    source: 'A',
    query: listQuery({ counterparty_guid: guid.optional() }),
    answer: portionOf({
      employees: z.array(
        z.object({
          guid,
          /** Empty for officers of DCM. */
          counterparty_guid: z.string(),
          email: z.string(),
          is_disabled: z.boolean(),
        }),
      ),
    }),
  },
  askBank: {
    method: 'POST',
    path: '/control/v1/reverse-calls',
    summary: "Calls the bank's authorization service, with a sound token or with one that has a defect",
    source: 'A',
    body: z.object({
      counterparty_guid: guid,
      method: z.enum(['user_auth', 'key', 'external_id']),
      flow: z.enum(flows).default('sign-in'),
      /** Login for `user_auth`, external id otherwise. */
      obj: z.string().min(1).max(500),
      /** If left out, `admin_subject` of the counterparty. */
      sub: z.string().max(500).optional(),
      /** One of listTokenDefects. */
      defect: z.string().optional(),
    }),
    answer: sent,
  },
  listTokenDefects: {
    method: 'GET',
    path: '/control/v1/token-defects',
    summary: 'What can be wrong with a token that DCM sends, as of `dcm token --defect`',
    source: 'A',
    answer: z.object({
      defects: z.array(
        z.object({ defect: z.string(), family: z.string(), says: z.string(), source: z.string() }),
      ),
    }),
  },
  sendCallback: {
    method: 'POST',
    path: '/control/v1/callbacks',
    summary: 'Sends one callback to a bank, once, about a transfer that need not exist',
    source: 'A',
    body: z.object({
      counterparty_guid: guid,
      kind: z.enum(callbackKinds),
      transaction_id: guid,
    }),
    answer: sent,
  },
});
