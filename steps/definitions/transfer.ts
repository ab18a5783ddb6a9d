import type { JournalEntry } from '../../contract/control/journal.js';
import type { Transfer } from '../../contract/control/transfers.js';
import { withPlainGuids } from '../../contract/same.js';
import { needed } from '../blocked.js';
import { isServed } from '../journal.js';
import { smallestAmountOf } from '../stage.js';
import type { Entity } from '../walk/money.js';
import type { DcmWorld } from '../world.js';

/** What the steps about transfers share: the parties, the order given to the bank, and what became of it. */

export type Kind = Entity['account_kind'];

/** Hryvnias on a sender before its transfer: several of the smallest orders. */
const enough = ({ stage }: DcmWorld): number => 10 * smallestAmountOf(stage);

export async function senderOf(world: DcmWorld, kind: Kind): Promise<Entity> {
  if (kind === 'root') throw new Error('the distributor entity is not the bank’s');
  return world.walk.funded(kind, enough(world));
}

/** A customer whom nobody shares: what is ordered about it would be in the way of others. */
export const newSender = (world: DcmWorld): Promise<Entity> => world.walk.newCustomerWith(enough(world));

export const receiverOf = (world: DcmWorld, kind: Kind): Promise<Entity> =>
  kind === 'customer' ? world.walk.receivingCustomer() : world.walk.entityOf(kind);

/** Sets the scene: balances as they are now, and nothing seen yet. */
export async function begin(world: DcmWorld, parties: { sender?: Entity; receiver: Entity }): Promise<void> {
  const { sender, receiver } = parties;
  world.remember({
    receiver,
    receiverBefore: await world.walk.money.balance(receiver),
    ...(sender ? { sender, senderBefore: await world.walk.money.balance(sender) } : {}),
  });
  await world.journal.begin();
}

/** Purposes as they are in use, each with its amount; which one depends on the amount. */
const purposes = [
  (amount: number) => `Оплата за договором № 12/3 від 05.01.2026, сума ${amount} грн, без ПДВ`,
  (amount: number) => `Повернення позики за п'ятий місяць, М’якота І. Є.: ${amount}`,
  (amount: number) => `За «їжу & ґаву» + доставку, рахунок "${amount}"`,
  (amount: number) => `Invoice #${amount}; 100% передоплата <до 31.12>`,
] as const;

const purposeOf = (amount: number): string => {
  const purpose = purposes[Math.round(amount * 100) % purposes.length] ?? purposes[0];
  return purpose(amount);
};

export const order = (world: DcmWorld, amount: number) => {
  const sender = world.recall('sender');
  const receiver = world.recall('receiver');
  return {
    sender_id: sender.guid,
    sender_external_id: sender.owner_external_id,
    receiver_id: receiver.guid,
    amount,
    bank_guid: receiver.counterparty_guid === world.walk.guid ? null : receiver.counterparty_guid,
    purpose: purposeOf(amount),
    category_guid: null,
  };
};

/** The transfer as DCM has it. */
export async function payment(world: DcmWorld): Promise<Transfer | undefined> {
  const guid = world.recall('paymentGuid');
  return guid === '' ? undefined : world.stage.dcm.control.getTransfer({ params: { guid } });
}

/** The transfer that the bank has drafted over this amount since the scene was set, as DCM has it. */
export async function transferOf(world: DcmWorld, amount: number): Promise<Transfer | undefined> {
  const seen = await world.seen(`createPayment of ${amount}`, {
    direction: 'in',
    operation: 'createPayment',
    counterparty_guid: world.walk.guid,
    body: { amount },
  });
  const guid: unknown = Reflect.get(Object(seen.entries[0]?.response.body), 'guid');
  return typeof guid === 'string' ? world.stage.dcm.control.getTransfer({ params: { guid } }) : undefined;
}

/** What was refused and then confirmed again is no refusal any more; that is looked at over the whole run. */
export function neededOnce(sent: readonly JournalEntry[]): void {
  const guidOf = ({ request }: JournalEntry) =>
    withPlainGuids(String(Reflect.get(Object(request.body), 'guid')));
  const confirms = sent.filter(({ operation }) => /^confirm\w*Payment$/.test(operation));
  const refused = new Set(confirms.filter(({ status }) => status >= 400).map(guidOf));
  const again = confirms.find((confirm) => isServed(confirm) && refused.has(guidOf(confirm)));
  needed(again === undefined, 'the draft was confirmed again after a refusal, and served');
}

/** Balances before the scene and now. */
export async function balances(world: DcmWorld) {
  const sender = world.maybe('sender');
  const receiver = world.recall('receiver');
  const after = await world.walk.money.balance(receiver);
  return {
    ...(sender
      ? { sender: { before: world.recall('senderBefore'), after: await world.walk.money.balance(sender) } }
      : {}),
    receiver: { before: world.recall('receiverBefore'), after },
  };
}

export const movement = async (world: DcmWorld) => ({
  amount: world.recall('amount'),
  ...(await balances(world)),
});

/** Takes the guid of the draft from DCM's own answer; a bank that says it has begun is waited for. */
export async function rememberPayment(world: DcmWorld, operation = 'createPayment'): Promise<void> {
  const amount = world.recall('amount');
  const served = { direction: 'in', operation, status: 200, counterparty_guid: world.walk.guid } as const;
  const ordered = { ...served, body: { amount } };
  const entries = world.recall('acted').ok
    ? (await world.seen(`${operation} of ${amount}`, ordered)).entries
    : await world.journal.search(ordered);
  // A draft over another amount than ordered is a draft still.
  const made = entries[0] ?? (await world.journal.search(served)).at(-1);
  const body = made?.response.body;
  const guid = typeof body === 'object' && body !== null ? Reflect.get(body, 'guid') : undefined;
  world.remember({ paymentGuid: typeof guid === 'string' ? guid : '' });
}
