import type { JournalEntry, JournalMatch } from '../../contract/control/journal.js';
import type { Act, ActAnswer, ActInput, DcmBlock } from '../../contract/driver.js';
import { isDone } from '../journal.js';

/** What DCM sees of an act: how it is known that it is over, and what came of it, without asking the bank. */

/** Who waits for it; both reject when it does not come. */
export interface Watching {
  /** The first request of this kind after that entry of the journal. */
  seen(match: JournalMatch, after: number): Promise<JournalEntry>;
  /** The bank serves the secrets of all these logins. */
  served(logins: readonly string[]): Promise<void>;
}

type LastRequests = {
  readonly [Name in Act]?: (input: ActInput<Name>) => JournalMatch;
};

const inward = (operation: string, body?: Readonly<Record<string, unknown>>): JournalMatch => ({
  direction: 'in',
  operation,
  ...(body ? { body: { ...body } } : {}),
});

/** The last request of an act that is one request after all. */
const lastRequests: LastRequests = {
  ping: () => inward('getDcmJwks'),
  'issue-identifiers': ({ amount }) => inward('issueIdentifiers', { amount }),
  'delete-identifiers': ({ amount }) => inward('burnIdentifiers', { amount }),
  'create-customers': ({ customers }) => inward('createCustomer', { login: customers.at(-1)?.login }),
  'create-payment': ({ amount, branch_guid }) =>
    inward(branch_guid ? 'createBranchPayment' : 'createPayment', { amount }),
  'confirm-payment': ({ payment_guid, branch_guid }) =>
    inward(branch_guid ? 'confirmBranchPayment' : 'confirmPayment', { guid: payment_guid }),
  'set-limit': ({ operation }) => inward(operation),
  'confirm-recon': () => inward('updateRecon'),
  'register-jwk': () => inward('registerJwk'),
  'read-payment': () => inward('getPayment'),
};

const answerOf = (entry: JournalEntry): ActAnswer =>
  isDone(entry) ? { ok: true } : { ok: false, error: entry.error || JSON.stringify(entry.response.body) };

/** A draft and its confirmation: one act, seen as two requests. */
async function transfer(
  input: ActInput<'transfer'>,
  after: number,
  watching: Pick<Watching, 'seen'>,
): Promise<ActAnswer> {
  const [create, confirm] = input.branch_guid
    ? ['createBranchPayment', 'confirmBranchPayment']
    : ['createPayment', 'confirmPayment'];
  const draft = await watching.seen(inward(String(create), { amount: input.amount }), after);
  if (draft.status !== 200) return answerOf(draft);
  // The bank was not told the guid: what it makes of that is its own affair.
  if (draft.error !== '') return { ok: false, error: draft.error };
  const { guid } = draft.response.body as { guid: string };
  const confirmed = await watching.seen(inward(String(confirm), { guid }), after);
  return { ...answerOf(confirmed), output: { payment_guid: guid } };
}

/** Seen as a login, and as the read that proves it. */
async function login(
  { counterparty_guid }: DcmBlock,
  after: number,
  { seen }: Pick<Watching, 'seen'>,
): Promise<ActAnswer> {
  const submitted = await seen(inward('submitLogin'), after);
  if (submitted.status !== 200) return answerOf(submitted);
  return answerOf(await seen({ direction: 'in', counterparty_guid }, submitted.seq));
}

/**
 * Follows an act to its end. What leaves no trace at DCM is over at once.
 * @param after `seq` of the newest entry from before the act
 */
export async function follow<Name extends Act>(
  act: Name,
  dcm: DcmBlock,
  input: ActInput<Name>,
  after: number,
  watching: Watching,
): Promise<ActAnswer> {
  if (act === 'login') return login(dcm, after, watching);
  if (act === 'transfer') return transfer(input as ActInput<'transfer'>, after, watching);
  if (act === 'create-secrets') {
    await watching.served((input as ActInput<'create-secrets'>).users.map((user) => user.login));
    return { ok: true };
  }
  const last = (lastRequests[act] as ((input: ActInput<Name>) => JournalMatch) | undefined)?.(input);
  return last ? answerOf(await watching.seen(last, after)) : { ok: true };
}
