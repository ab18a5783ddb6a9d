import type { Transfer } from '../../contract/control/transfers.js';
import { preparing } from '../blocked.js';
import { moneyMoved, transferIs } from '../checks/outcomes.js';
import { successReported } from '../checks/requests.js';
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

/** Seconds of the ledger clock after which DCM posts what it confirms before posting it (U-45), at the latest. */
const postedAfterS = 2;
/** How often the transfer is looked at meanwhile, and milliseconds between two looks. */
const looks = { most: 20, everyMs: 100 };

/** The transfer once DCM has posted it: where it responds before that, its clock is moved on. */
async function posted(world: DcmWorld): Promise<Transfer | undefined> {
  const { control } = world.stage.dcm;
  const isPosted = (transfer: Transfer | undefined) =>
    transfer === undefined || transfer.status === 'CONFIRMED';
  let found = await payment(world);
  if (isPosted(found)) return found;
  const { profile } = await control.getProfile({});
  if (profile.posting === 'sync') return found;
  await preparing('move the clock', () => control.moveClock({ body: { forward_s: postedAfterS } }));
  for (let count = 0; count < looks.most && !isPosted(found); count += 1) {
    await world.journal.pause(looks.everyMs);
    found = await payment(world);
  }
  return found;
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
