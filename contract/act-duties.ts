import type { Act } from './driver.js';

/** What each act of a bank is for (docs/acts.md is made from this and from the schemas of `driver.ts`). */
export interface ActDuty {
  /** What the bank does. */
  readonly duty: string;
  /** The request to DCM by which the act is judged; empty when the act has none. */
  readonly sees: string;
  /** What is read from the response; empty for nothing. */
  readonly tells: string;
  /** Steps of the plan that need the act. */
  readonly steps: readonly number[];
  /** What happens when the bank does not support the act. */
  readonly without: string;
  /** The only plan option or scheme under which the act is sent. */
  readonly only?: string;
}

const notVerified = 'whatever needs it is not verified, and the run ends with exit code 4';

export const actDuties: Readonly<Record<Act, ActDuty>> = {
  ping: {
    duty: 'Calls DCM once, to show that the bank can reach DCM. A response without a request to DCM is not enough.',
    sees: 'GET {base_url}/api/v1/.well-known/jwks.json',
    tells: '',
    steps: [5],
    without: 'no harm: other requests of the bank show that it can reach DCM',
  },
  configure: {
    duty: 'Adopts the block `dcm` (base URL, guid, asset) and the two key keepers, as a person would who configures the bank by hand. Does not call DCM.',
    sees: '',
    tells: '',
    steps: [1, 2, 6, 7, 10, 11, 12, 13, 14, 15, 16],
    without: 'no harm if the bank is configured by hand as `dcm onboarding` describes',
  },
  'create-secrets': {
    duty: 'The bank officer creates a secret for each user. From then on, without delay, /user_auth, /key and /external_id know these users.',
    sees: '',
    tells: '`users`: the external ids, if the bank chooses its own instead of the suggested ones',
    steps: [1, 2, 6, 7, 10, 12, 13, 14, 15, 16],
    without: notVerified,
  },
  login: {
    duty: 'The client logs in as `dcm.employee` and then makes any one request with the session. With a wrong password it stops at the refusal and reports it (`ok: false`).',
    sees: 'the login flow and its form, then any request with Authorization: bearer {session_token}',
    tells: '',
    steps: [11, 16],
    without: notVerified,
  },
  'issue-identifiers': {
    duty: 'Asks DCM once to create identifiers, with the amount and the reserve of the act.',
    sees: 'POST /api/v1/counterparty/{guid}/emission/issue',
    tells: '',
    steps: [12, 13, 14, 15, 16],
    without: notVerified,
  },
  'delete-identifiers': {
    duty: 'Asks DCM once to delete identifiers, with the amount and the reserve of the act.',
    sees: 'POST /api/v1/counterparty/{guid}/emission/burn',
    tells: '',
    steps: [12, 16],
    without: notVerified,
  },
  'create-customers': {
    duty: 'Creates each customer at DCM with the given members. Their secrets were created earlier (`create-secrets`), unless the scenario expects a refusal.',
    sees: 'POST /api/v1/counterparty/{guid}/customers, once for each customer',
    tells:
      '`customers`: the guids that DCM returned. They are not judged: what counts is what DCM received and stored',
    steps: [12, 14, 15, 16],
    without: notVerified,
  },
  transfer: {
    duty: 'Makes a complete transfer: the draft and then its confirmation, each once. `bank_guid` is sent with the confirmation; with `branch_guid` both are operations of the branch.',
    sees: 'createPayment, and then confirmPayment with the guid of the draft',
    tells: '`payment_guid`. It is not judged: what counts is what DCM received and stored',
    steps: [16],
    without: notVerified,
  },
  'create-payment': {
    duty: 'Creates the draft of a transfer and does not confirm it.',
    sees: 'createPayment, and no confirmPayment',
    tells: '`payment_guid`. It is not judged: what counts is what DCM received and stored',
    steps: [16],
    without: notVerified,
  },
  'confirm-payment': {
    duty: 'Confirms a draft once. Under JWT by Bank the token is about the sender, whom `sender_external_id` names.',
    sees: 'confirmPayment with that guid, and with `bank_guid` if the act has one',
    tells: '',
    steps: [16],
    without: notVerified,
  },
  'read-payment': {
    duty: "Reads a transfer and takes its data from DCM's response.",
    sees: 'getPayment with that guid',
    tells: 'the transfer that was read; without it only the request is judged',
    steps: [16],
    without: notVerified,
  },
  'confirm-recon': {
    duty: 'Finds the reconciliation in the list and sends the status of the act.',
    sees: 'a request for the list of reconciliations, and then updateRecon with that guid and status',
    tells: '',
    steps: [16],
    without: notVerified,
    only: '`plan.reconciliation`',
  },
  'set-limit': {
    duty: 'Sends the body unchanged to the named operation.',
    sees: 'the operation named in `operation`, once',
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
    without: 'no harm: whatever needs it does not apply',
  },
  'mint-token': {
    duty: 'Makes a token of the bank with these claims, signed with its registered key. iat is the current time, and exp is iat plus `ttl_s`, which may be negative. Does not call DCM.',
    sees: '',
    tells: '`token`',
    steps: [12, 13, 15, 16],
    without: notVerified,
    only: 'the scheme `bank`',
  },
  reset: {
    duty: 'Sent once, before the first act of a run, because DCM is a new installation. The bank forgets sessions, guids and tokens of earlier runs; it may keep secrets.',
    sees: '',
    tells: '',
    steps: [],
    without: 'no harm if the bank keeps nothing from an earlier DCM',
  },
};
