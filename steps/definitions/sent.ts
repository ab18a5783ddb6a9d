import type { JournalEntry } from '../../contract/control/journal.js';
import { wholeList } from '../../contract/control/portions.js';
import type { Account, Moved } from '../checks/orders.js';
import { newestEntry, wholeJournal } from '../journal.js';
import { sentByBank } from '../walk/journal-watch.js';
import type { Walk } from '../walk/walk.js';
import type { DcmWorld } from '../world.js';

/** What the bank has sent to DCM in the run, and the money that it has moved. */

/** So many entries before the newest may not have been recorded when those after them were read. */
const underWay = 200;

/** What was read before; what is under way gets its number when it begins, and is recorded when it ends. */
const read = new WeakMap<Walk, { readonly upTo: number; readonly sent: readonly JournalEntry[] }>();

/** All that came to DCM and was not the harness's. */
export async function sentToDcm({ walk, stage }: DcmWorld): Promise<readonly JournalEntry[]> {
  const { upTo = 0, sent: known = [] } = read.get(walk) ?? {};
  const entries = await wholeJournal(stage.dcm, { direction: 'in', after: upTo });
  const sent = [...known.filter(({ seq }) => seq <= upTo), ...sentByBank(stage, entries)];
  const last = await newestEntry(stage.dcm);
  read.set(walk, { upTo: Math.max(upTo, last - underWay), sent });
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
  const { orderBook } = world.walk;
  return { orders: orderBook.all(), unknown: orderBook.unknown(), moved: await movedBy(world, sent), sent };
}
