import type { JournalEntry } from '../../contract/control/journal.js';
import { needed } from '../blocked.js';
import { servedOnce } from '../checks/requests.js';
import { callbacksDue, deliveryLedger, sentInTurn } from '../walk/attempt-log.js';
import type { DcmWorld } from '../world.js';

/** Milliseconds after which an attempt is in the journal at the latest. */
const recordedMs = 2000;

/** What DCM tells the bank of. */
export type Announced = 'transfer' | 'pay-out' | 'pay-in';

/** The callback that was seen, and the one that DCM sends although it was accepted (option `callbacks`). */
async function withRepetition(
  world: DcmWorld,
  entries: readonly JournalEntry[],
): Promise<readonly JournalEntry[]> {
  const [first] = entries;
  if (first === undefined || entries.length > 1) return entries;
  const { operation, request, seq } = first;
  const body = { transaction_id: Reflect.get(Object(request.body), 'transaction_id') };
  const { entry } = await world.stage.dcm.control.awaitJournal({
    body: { match: { direction: 'out', operation, body, after: seq }, timeout_ms: recordedMs },
  });
  return entry ? [...entries, entry] : entries;
}

/** Waits for a callback about a transfer, and checks that the bank has answered it with 200. */
export async function callBackOf(
  world: DcmWorld,
  operation: Announced,
  transaction_id: string,
): Promise<void> {
  const { profile } = await world.stage.dcm.control.getProfile({});
  const sent = await sentInTurn(world.stage, transaction_id, world.journal);
  needed(
    sent,
    `callback ${operation} of ${transaction_id}: not sent, because earlier ones are not answered yet`,
  );
  const seen = await world.journal.later(
    'a response to a callback',
    `callback ${operation} of ${transaction_id}`,
    // The bank at the other end of the transfer may be called back as well.
    { direction: 'out', operation, counterparty_guid: world.walk.guid, body: { transaction_id } },
    // DCM itself gives up then, and the journal has it a little later.
    profile.callback_timeout_ms + recordedMs,
  );
  if (seen.entries.length === 0) {
    const { callbacks } = profile;
    const sends = callbacks !== 'never' && callbacks !== 'reversed';
    needed(sends, `callback ${operation} of ${transaction_id}: not sent, with callbacks: ${callbacks}`);
    const due = await callbacksDue(world.stage, transaction_id);
    needed(due === '', due);
  }
  const entries = profile.callbacks === 'twice' ? await withRepetition(world, seen.entries) : seen.entries;
  const served = entries.length > 0 && entries.every(({ status }) => status === 200);
  const ledger = served ? '' : await deliveryLedger(world.stage, transaction_id);
  // Whether DCM repeats what was accepted is not the bank's choice (option `callbacks`).
  const judged = served ? entries.slice(0, 1) : entries;
  world.check(servedOnce('CALLBACK-01'), { ...seen, entries: judged, ledger });
  world.remember({ calledBack: entries[0]?.seq ?? 0 });
  if (operation === 'transfer') world.walk.controls.announced.set(transaction_id, true);
}
