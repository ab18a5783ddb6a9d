import type { ControlOperations } from '../../contract/control/index.js';
import { wholeList } from '../../contract/control/portions.js';
import type { Answer } from '../../contract/operation.js';
import type { Stage } from '../stage.js';

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
export function deliveryText({ kind, url, status, attempts, next_due }: Delivery): string {
  const next = {
    pending: `next attempt ${next_due}`,
    delivered: 'delivered',
    'given-up': 'given up, no further attempts',
  }[status];
  return [`${kind} to ${url}`, ...attempts.map(tried), attempts.length === 0 ? 'not attempted yet' : '', next]
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

/** DCM's ledger of the callbacks about a transfer, in words; says so when none was due. */
export async function deliveryLedger(stage: Stage, transactionId: string): Promise<string> {
  const deliveries = await deliveriesOf(stage, transactionId);
  return deliveries.map(deliveryText).join(' | ') || callbacksDue(stage, transactionId);
}
