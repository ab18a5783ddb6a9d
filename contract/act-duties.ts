import type { Act } from './driver.js';

/** What each act of a bank is for (docs/acts.md is generated from this and from the schemas of `driver.ts`). */
export interface ActDuty {
  /** What the bank does. */
  readonly duty: string;
  /** The request that DCM must see, by which the act is judged; empty if it has none. */
  readonly sees: string;
  /** What the response contains; empty if nothing is read. */
  readonly tells: string;
  /** Steps of the plan that need it. */
  readonly steps: readonly number[];
  /** What happens if the bank does not support it. */
  readonly without: string;
  /** The plan or scheme that it is limited to. */
  readonly only?: string;
}

const notVerified = 'whatever needs it is not verified, and the exit code is 4';

export const actDuties: Readonly<Record<Act, ActDuty>> = {
  ping: {
    duty: 'Calls DCM once, to show that the bank reaches DCM. A response without this request is not enough.',
    sees: 'GET {base_url}/api/v1/.well-known/jwks.json',
    tells: '',
    steps: [5],
    without: 'no harm, because other requests of the bank show that it reaches DCM',
  },
  configure: {
    duty: 'Stores the block `dcm` (base URL, guid, asset) and the two key keepers, as if someone configured the bank by hand. Does not call DCM.',
    sees: '',
    tells: '',
    steps: [1, 2, 6, 7, 10, 11, 12, 13, 14, 15, 16],
    without: 'no harm if the bank is configured by hand as `dcm onboarding` says',
  },
  'create-secrets': {
    duty: 'An officer of the bank creates a secret for each user. From then on, /user_auth, /key and /external_id know these users, without a delay.',
    sees: '',
    tells: '`users`: the external ids, if the bank chooses its own instead of the suggested ones',
    steps: [1, 2, 6, 7, 10, 12, 13, 14, 15, 16],
    without: notVerified,
  },
  login: {
    duty: 'The client logs in as `dcm.employee` and then sends any one request under the session. If the password is wrong, it stops at the refusal and says so (`ok: false`).',
    sees: 'the login flow and its form, then any request with `Authorization: bearer {session_token}`',
    tells: '',
    steps: [11, 16],
    without: notVerified,
  },
  'issue-identifiers': {
    duty: 'Requests the creation of identifiers from DCM once, with the given amount and reserve.',
    sees: 'POST /api/v1/counterparty/{guid}/emission/issue',
    tells: '',
    steps: [12, 13, 14, 15, 16],
    without: notVerified,
  },
  'delete-identifiers': {
    duty: 'Requests the deletion of identifiers from DCM once, with the given amount and reserve.',
    sees: 'POST /api/v1/counterparty/{guid}/emission/burn',
    tells: '',
    steps: [12, 16],
    without: notVerified,
  },
  'create-customers': {
    duty: 'Creates each customer at DCM with the given members. Their secrets were created before (`create-secrets`), unless the scenario expects a refusal.',
    sees: 'POST /api/v1/counterparty/{guid}/customers, once for each',
    tells:
      '`customers`: the guids that DCM returned; if they are left out, only what DCM has seen and stored counts',
    steps: [12, 14, 15, 16],
    without: notVerified,
  },
  transfer: {
    duty: 'Makes a whole transfer: the draft, then its confirmation, each once. `bank_guid` belongs in the confirmation; with `branch_guid` both are operations of the branch.',
    sees: 'createPayment, then confirmPayment with the guid of the draft',
    tells: '`payment_guid` that DCM returned; if it is left out, only what DCM has seen and stored counts',
    steps: [16],
    without: notVerified,
  },
  'create-payment': {
    duty: 'Creates the draft of a transfer and does not confirm it.',
    sees: 'createPayment, and no confirmPayment',
    tells: '`payment_guid` that DCM returned; if it is left out, only what DCM has seen and stored counts',
    steps: [16],
    without: notVerified,
  },
  'confirm-payment': {
    duty: 'Confirms a draft once. Under JWT by Bank the token is about the sender, whom `sender_external_id` names.',
    sees: 'confirmPayment with that guid, and with `bank_guid` if it is given',
    tells: '',
    steps: [16],
    without: notVerified,
  },
  'read-payment': {
    duty: "Reads a transfer and returns what DCM's response says.",
    sees: 'getPayment with that guid',
    tells: 'what was read; without it only the request is judged',
    steps: [16],
    without: notVerified,
  },
  'confirm-recon': {
    duty: 'Finds the reconciliation in the list and sends its new status.',
    sees: 'the list of reconciliations, then updateRecon with that guid and status',
    tells: '',
    steps: [16],
    without: notVerified,
    only: '`plan.reconciliation`',
  },
  'set-limit': {
    duty: 'Sends the body unchanged to the operation named in `operation`.',
    sees: 'that operation, once',
    tells: '',
    steps: [16],
    without: notVerified,
    only: '`plan.limits`',
  },
  'register-jwk': {
    duty: 'Registers another public key of the bank: sends the body unchanged.',
    sees: 'POST /api/v1/counterparty/{guid}/jwk',
    tells: '',
    steps: [16],
    without: 'no harm, because whatever needs it does not apply',
  },
  'mint-token': {
    duty: 'Creates a token of the bank with these claims, signed with its registered key; `iat` is now, `exp` is `iat` plus `ttl_s`, which may be negative. Does not call DCM.',
    sees: '',
    tells: '`token`',
    steps: [12, 13, 15, 16],
    without: notVerified,
    only: 'the scheme `bank`',
  },
  restart: {
    duty: 'The bank (at least its authorization service and its client) stops and starts again, and responds when it serves requests as before. Sessions and cached keys are gone; secrets, external ids and orders are not.',
    sees: '',
    tells: '',
    steps: [6, 16],
    without: 'no harm, because whatever needs it does not apply',
  },
  reset: {
    duty: 'Comes once, before the first act of a run: DCM is new. The bank forgets sessions, guids and tokens of an earlier run; secrets may stay.',
    sees: '',
    tells: '',
    steps: [],
    without: 'no harm if the bank keeps nothing from an earlier run',
  },
};
