import type { Transfer } from '../../contract/control/transfers.js';
import { moneyMoved, transferIs } from '../checks/outcomes.js';
import { successReported } from '../checks/requests.js';
import { untilPosted } from '../walk/until-posted.js';
import type { DcmWorld } from '../world.js';
import { checkDrafts } from './drafts.js';
import { movement, order, payment, rememberPayment } from './transfer.js';

/** The bank is asked to transfer money from the sender to the receiver of the scenario. */
export async function transferByBank(world: DcmWorld): Promise<void> {
  const amount = world.walk.nextAmount();
  world.remember({ amount, acted: await world.walk.act('transfer', order(world, amount)) });
  await rememberPayment(world);
}

/** The confirmations of the transfer that DCM saw. */
export const confirmations = (world: DcmWorld) =>
  world.seen(`confirmPayment of ${world.recall('paymentGuid')}`, {
    direction: 'in',
    ...(world.maybe('branchGuid') ? { operation: 'confirmBranchPayment' } : { operation: 'confirmPayment' }),
    body: { guid: world.recall('paymentGuid') },
  });

/** That the transfer is confirmed, its money has moved, and the bank says so. */
export async function checkComeAbout(world: DcmWorld): Promise<void> {
  await checkDrafts(world);
  // A bank may say that it has begun; then its confirmation is still to come.
  if (world.recall('acted').ok) await confirmations(world);
  world.check(transferIs('TRANSFER-04', 'CONFIRMED'), await posted(world));
  world.check(moneyMoved('TRANSFER-04'), await movement(world));
  world.check(successReported('TRANSFER-04'), world.recall('acted'));
}

/** The transfer once DCM has posted it. */
async function posted(world: DcmWorld): Promise<Transfer | undefined> {
  const found = await payment(world);
  if (found === undefined || found.status === 'CONFIRMED') return found;
  return (await untilPosted(world.stage.dcm, found.guid)) ?? found;
}

const between = (world: DcmWorld): string =>
  JSON.stringify([world.recall('sender').guid, world.recall('receiver').guid]);

/** Has the bank transfer money between the two entities, unless it has done so, as it should, in an earlier scenario. */
export async function transferOnce(world: DcmWorld): Promise<void> {
  if (world.walk.controls.transfers.has(between(world))) return;
  const { mark } = world.journal;
  await transferByBank(world);
  await checkComeAbout(world);
  world.walk.controls.transfers.set(between(world), mark);
}

/** After this entry of the journal the bank has transferred money between the two entities. */
export const transferredAfter = (world: DcmWorld): number =>
  world.walk.controls.transfers.get(between(world)) ?? 0;
