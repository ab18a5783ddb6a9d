import type { JournalEntry } from '../../contract/control/journal.js';
import { wholeList } from '../../contract/control/portions.js';
import type { Account, Moved } from '../checks/orders.js';
import { newestEntry, wholeJournal } from '../journal.js';
import { sentByBank } from '../walk/journal-watch.js';
import type { Walk } from '../walk/walk.js';
import type { DcmWorld } from '../world.js';

/** What the bank has sent to DCM in the run, and the money that it has moved. */

/** All that came to DCM and was not the harness's; read again only when more has come since. */
const read = new WeakMap<Walk, { readonly last: number; readonly sent: readonly JournalEntry[] }>();

export async function sentToDcm({ walk, stage }: DcmWorld): Promise<readonly JournalEntry[]> {
  const last = await newestEntry(stage.dcm);
  const known = read.get(walk);
  if (known?.last === last) return known.sent;
  const entries = await wholeJournal(stage.dcm, { direction: 'in', after: known?.last ?? 0 });
  const sent = [...(known?.sent ?? []), ...sentByBank(stage, entries).filter(({ seq }) => seq <= last)];
  read.set(walk, { last, sent });
  return sent;
}

const guidIn = (body: unknown): string => {
  const guid = Reflect.get(Object(body), 'guid');
  return typeof guid === 'string' ? guid.toLowerCase() : '';
};

/** Transfers that the bank has confirmed and DCM has posted; those of officers and of the harness are not the bank's. */
async function movedBy(world: DcmWorld, sent: readonly JournalEntry[]): Promise<Moved[]> {
  const { control } = world.stage.dcm;
  const transfers = await wholeList(
    (query) =>
      control.listTransfers({ query: { ...query, counterparty_guid: world.walk.guid, status: 'CONFIRMED' } }),
    (answer) => answer.transfers,
  );
  return transfers.flatMap(({ guid, amount, sender, receiver }): Moved[] => {
    const confirmation = sent.find(
      ({ operation, request }) => /^confirm\w*Payment$/.test(operation) && guidIn(request.body) === guid,
    );
    if (confirmation === undefined) return [];
    const draft = sent.find(
      ({ operation, response }) => /^create\w*Payment$/.test(operation) && guidIn(response.body) === guid,
    );
    return [{ guid, amount, sender: sender.guid, receiver: receiver.guid, draft, confirmation }];
  });
}

/** What the bank was told to do with money in the run, and what has moved. */
export async function accountOf(world: DcmWorld): Promise<Account> {
  const sent = await sentToDcm(world);
  const { ordered } = world.walk;
  return { orders: ordered.all(), unknown: ordered.unknown(), moved: await movedBy(world, sent), sent };
}
