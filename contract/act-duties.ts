import type { Act } from './driver.js';

/** What each act of a bank is for (docs/acts.md is made from this and from the schemas of `driver.ts`). */
export interface ActDuty {
  /** What the bank does. */
  readonly duty: string;
  /** The request that DCM has to see, by which the act is judged; empty when none belongs to it. */
  readonly sees: string;
  /** What the answer tells; empty when nothing is read. */
  readonly tells: string;
  /** Steps of the plan that need it. */
  readonly steps: readonly number[];
  /** What happens when the bank does not offer it. */
  readonly without: string;
  /** Under which plan or scheme it is ordered only. */
  readonly only?: string;
}

const notVerified = 'what needs it is not verified, and the run ends with 4';

export const actDuties: Readonly<Record<Act, ActDuty>> = {
  ping: {
    duty: 'Calls DCM once, so that the way from the bank to DCM is seen. An answer without a request is not enough.',
    sees: 'GET {base_url}/api/v1/.well-known/jwks.json',
    tells: '',
    steps: [5],
    without: 'no harm: other requests of the bank show the way',
  },
  configure: {
    duty: 'Takes over the block `dcm` (base URL, guid, asset) and the two key keepers, as somebody would who configures the bank by hand. Asks DCM nothing.',
    sees: '',
    tells: '',
    steps: [1, 2, 6, 7, 10, 11, 12, 13, 14, 15, 16],
    without: 'no harm, when the bank is configured by hand as `dcm onboarding` says',
  },
  'create-secrets': {
    duty: 'An officer of the bank creates a secret for each user. From then on /user_auth, /key and /external_id answer for them, at once.',
    sees: '',
    tells: '`users`: the external ids, when the bank chooses its own instead of those suggested',
    steps: [1, 2, 6, 7, 10, 12, 13, 14, 15, 16],
    without: notVerified,
  },
  login: {
    duty: 'The client logs in as `dcm.employee` and then makes one request under the session, whichever. With a wrong password it stops at the refusal and says so (`ok: false`).',
    sees: 'the login flow and its form, then any request with Authorization: bearer {session_token}',
    tells: '',
    steps: [11, 16],
    without: notVerified,
  },
  'issue-identifiers': {
    duty: 'Asks DCM to create identifiers: the amount and the reserve as ordered, once.',
    sees: 'POST /api/v1/counterparty/{guid}/emission/issue',
    tells: '',
    steps: [12, 13, 14, 15, 16],
    without: notVerified,
  },
  'delete-identifiers': {
    duty: 'Asks DCM to delete identifiers: the amount and the reserve as ordered, once.',
    sees: 'POST /api/v1/counterparty/{guid}/emission/burn',
    tells: '',
    steps: [12, 16],
    without: notVerified,
  },
  'create-customers': {
    duty: 'Creates each customer at DCM, with the members given. Their secrets were ordered before (`create-secrets`), unless the scenario wants the refusal.',
    sees: 'POST /api/v1/counterparty/{guid}/customers, once for each',
    tells: '`customers`: the guids that DCM answered. Nothing is judged by them: what DCM saw and has counts',
    steps: [12, 14, 15, 16],
    without: notVerified,
  },
  transfer: {
    duty: 'Makes a whole transfer: the draft, then its confirmation, each once. `bank_guid` goes with the confirmation; with `branch_guid` both are operations of the branch.',
    sees: 'createPayment, then confirmPayment with the guid of the draft',
    tells: '`payment_guid`. Nothing is judged by it: what DCM saw and has counts',
    steps: [16],
    without: notVerified,
  },
  'create-payment': {
    duty: 'Makes the draft of a transfer and does not confirm it.',
    sees: 'createPayment, and no confirmPayment',
    tells: '`payment_guid`. Nothing is judged by it: what DCM saw and has counts',
    steps: [16],
    without: notVerified,
  },
  'confirm-payment': {
    duty: 'Confirms a draft, once. Under JWT by Bank the token is about the sender: `sender_external_id` names it.',
    sees: 'confirmPayment with that guid, and `bank_guid` when one is given',
    tells: '',
    steps: [16],
    without: notVerified,
  },
  'read-payment': {
    duty: 'Reads a transfer and takes what it says from the answer.',
    sees: 'getPayment with that guid',
    tells: 'what was read, as the output lists it; without it only the request is judged',
    steps: [16],
    without: notVerified,
  },
  'confirm-recon': {
    duty: 'Finds the reconciliation in the list and sends the status.',
    sees: 'the list of reconciliations, then updateRecon with that guid and status',
    tells: '',
    steps: [16],
    without: notVerified,
    only: '`plan.reconciliation`',
  },
  'set-limit': {
    duty: 'Sends the body as it is to the operation named.',
    sees: 'the operation named in `operation`, once',
    tells: '',
    steps: [16],
    without: notVerified,
    only: '`plan.limits`',
  },
  'register-jwk': {
    duty: 'Registers one more public key of the bank: sends the body as it is.',
    sees: 'POST /api/v1/counterparty/{guid}/jwk',
    tells: '',
    steps: [16],
    without: 'no harm: what needs it does not apply',
  },
  'mint-token': {
    duty: 'Makes a token of the bank with these claims, signed by its registered key; iat is now, exp is iat plus `ttl_s`, which may be below zero. Asks DCM nothing.',
    sees: '',
    tells: '`token`',
    steps: [12, 13, 15, 16],
    without: notVerified,
    only: 'the scheme `bank`',
  },
  reset: {
    duty: 'Comes before the first act of a run, once: DCM is a new one. Sessions, guids and tokens of an earlier run are forgotten; secrets may stay.',
    sees: '',
    tells: '',
    steps: [],
    without: 'no harm, when the bank keeps nothing of an earlier DCM',
  },
};
