import type { ControlOperations } from '../../contract/control/index.js';
import { wholeList } from '../../contract/control/portions.js';
import type { Answer } from '../../contract/operation.js';
import type { Stage } from '../stage.js';
import type { JournalWatch } from './journal-watch.js';

type Delivery = Answer<ControlOperations['listDeliveries']>['deliveries'][number];
type Attempt = Delivery['attempts'][number];

/** What kept an answer away, by the words of the network. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/is not known|ENOTFOUND|EAI_AGAIN/i, 'DNS'],
  [/refused/i, 'refused'],
  [/certificate|\b(?:TLS|SSL)\b|EPROTO/i, 'TLS'],
  [/no answer within|timed? ?out/i, 'time-out'],
  [/closed|reset|hang up/i, 'closed'],
];

const kindOf = (error: string): string => kinds.find(([words]) => words.test(error))?.[1] ?? 'no answer';

function tried({ at, status, error, ms }: Attempt, index: number): string {
  const outcome = error === '' ? `returned ${status}` : `${kindOf(error)}: ${error}`;
  return `${index + 1}. ${at} ${outcome} (${Math.round(ms)} ms)`;
}

/** One delivery in words: where to, when it was tried with what outcome, and what comes next. */
export function deliveryText({ kind, url, status, attempts, under_way_since, next_due }: Delivery): string {
  const next = {
    pending:
      under_way_since === ''
        ? `next attempt ${next_due}`
        : `attempt ${attempts.length + 1} under way since ${under_way_since}`,
    delivered: 'delivered',
    'given-up': 'given up, no further attempts',
  }[status];
  return [
    `${kind} to ${url}`,
    ...attempts.map(tried),
    attempts.length === 0 && under_way_since === '' ? 'not attempted yet' : '',
    next,
  ]
    .filter(Boolean)
    .join('; ');
}

/** Callbacks about a transfer to the bank under test, oldest first. */
async function deliveriesOf({ dcm }: Stage, transactionId: string): Promise<readonly Delivery[]> {
  // Without a transfer there is nothing to announce.
  if (transactionId === '') return [];
  const { counterparty_guid } = dcm.block;
  const deliveries = await wholeList(
    (query) =>
      dcm.control.listDeliveries({ query: { transaction_id: transactionId, counterparty_guid, ...query } }),
    (answer) => answer.deliveries,
  );
  return deliveries.toReversed();
}

/** Why no callback was due; empty when one was. */
export async function callbacksDue(stage: Stage, transactionId: string): Promise<string> {
  if (transactionId === '') return 'no callback was due: no transfer was made';
  if ((await deliveriesOf(stage, transactionId)).length > 0) return '';
  return stage.bank.callback_url === ''
    ? 'no callback was due: no callback_url is registered'
    : 'no callback was due: the transfer is not confirmed';
}

/** Milliseconds for callbacks that DCM has sent before and that the bank has not answered yet. */
const turnMs = 30_000;
/** Milliseconds after which DCM is asked again. */
const againMs = 250;

const isQueued = ({ status, attempts, under_way_since }: Delivery): boolean =>
  status === 'pending' && attempts.length === 0 && under_way_since === '';

/**
 * Waits until DCM has sent the callbacks about a transfer: it sends a few at a time, and each of them may take the bank
 * as long as DCM waits for it. Returns false when they were not sent.
 */
export async function sentInTurn(
  stage: Stage,
  transactionId: string,
  journal: JournalWatch,
): Promise<boolean> {
  const { patience, now } = stage;
  const cause = 'the turn of a callback';
  const begun = now();
  while ((await deliveriesOf(stage, transactionId)).some(isQueued)) {
    if (now() - begun >= patience.allow(cause, turnMs).ms) {
      patience.inVain(cause, now() - begun, 'earlier callbacks are not answered yet');
      return false;
    }
    await journal.pause(againMs);
  }
  patience.came(cause, now() - begun);
  return true;
}

/** DCM's ledger of the callbacks about a transfer, in words; says so when none was due. */
export async function deliveryLedger(stage: Stage, transactionId: string): Promise<string> {
  const deliveries = await deliveriesOf(stage, transactionId);
  return deliveries.map(deliveryText).join(' | ') || callbacksDue(stage, transactionId);
}
