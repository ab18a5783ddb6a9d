import { carries, servedOnce } from '../checks/requests.js';
import { sentByBank } from '../walk/journal-watch.js';
import type { DcmWorld } from '../world.js';
import { order } from './transfer.js';

/** What a transfer ends with says something only about a draft that is as ordered, made once. */
export async function checkDrafts(world: DcmWorld): Promise<void> {
  const branch = world.maybe('branchGuid') !== undefined;
  const operation = branch ? 'createBranchPayment' : 'createPayment';
  const found = await world.journal.search({ direction: 'in', operation });
  const read = sentByBank(world.stage, found).filter(({ status }) => status === 200 || status === 400);
  const entries = read.filter(({ status }) => status === 200);
  const { sender_id, receiver_id, amount } = order(world, world.recall('amount'));
  const asOrdered = carries('TRANSFER-02', { sender_id, receiver_id, amount });
  const wrong = read.find((entry) => !asOrdered.look(entry).ok);
  if (wrong !== undefined) world.check(asOrdered, wrong);
  if (entries.length > 1)
    world.check(servedOnce('TRANSFER-01'), { wanted: `${operation} of ${amount}`, entries });
}
