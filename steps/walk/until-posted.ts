import type { Transfer } from '../../contract/control/transfers.js';
import { preparing } from '../blocked.js';
import type { Stage } from '../stage.js';

/** Seconds of the ledger clock after which DCM posts what it confirms before posting it (U-45), at the latest. */
const postedAfterS = 2;
/** How often the transfer is looked at meanwhile, and milliseconds between two looks. */
const looks = { most: 20, everyMs: 100 };

/**
 * Where DCM responds before it posts a transfer, moves its clock on and waits for the posting.
 * @returns the transfer; undefined where DCM posts before it responds
 */
export async function untilPosted({ control }: Stage['dcm'], guid: string): Promise<Transfer | undefined> {
  const { profile } = await control.getProfile({});
  if (profile.posting === 'sync') return undefined;
  await preparing('move the clock', () => control.moveClock({ body: { forward_s: postedAfterS } }));
  let found = await control.getTransfer({ params: { guid } });
  for (let count = 0; count < looks.most && found.status !== 'CONFIRMED'; count += 1) {
    await control.awaitJournal({ body: { match: { operation: 'nothing' }, timeout_ms: looks.everyMs } });
    found = await control.getTransfer({ params: { guid } });
  }
  return found;
}
