import { expect, it } from 'vitest';
import { requests } from '../definitions/identifier-requests.js';
import type { Stage } from '../stage.js';
import type { DcmWorld } from '../world.js';
import { deliveryLedger } from './attempt-log.js';
import { createMoney } from './money.js';

/** What DCM lists in portions is read to its end. */

const guid = 'bank';

/** A list of the control API that gives one item at a time; each asks with what the one before has answered. */
const oneByOne =
  (member: string, items: readonly object[]) =>
  async ({ query }: { query: { after?: string } }) => {
    const at = Number(query.after ?? 0);
    return { [member]: items.slice(at, at + 1), next: at + 1 < items.length ? String(at + 1) : '' };
  };

const delivery = (url: string) => ({
  ...{ kind: 'pay-in', url, status: 'delivered', next_due: '', counterparty_guid: guid },
  attempts: [{ at: '2026-01-01T00:00:00Z', status: 200, error: '', ms: 1 }],
});

const stage = {
  dcm: {
    block: { counterparty_guid: guid },
    control: {
      listEntities: oneByOne('entities', [
        { guid: 'first', balance: 1 },
        { guid: 'last', balance: 2 },
      ]),
      listDeliveries: oneByOne('deliveries', [delivery('http://a'), delivery('http://b')]),
      listRequests: oneByOne('history', [{ guid: 'new' }, { guid: 'old' }]),
    },
  },
} as unknown as Stage;

it('entities', async () => {
  const money = createMoney(stage);
  expect((await money.entities(guid)).map(({ balance }) => balance)).toEqual([1, 2]);
});

it('callbacks about a transfer', async () => {
  // DCM lists the newest first; a ledger begins with the oldest.
  expect(await deliveryLedger(stage, 'transfer')).toMatch(/http:\/\/b.*http:\/\/a/);
});

it('requests for identifiers', async () => {
  const world = { stage, walk: { guid } } as unknown as DcmWorld;
  expect(await requests(world)).toEqual([{ guid: 'new' }, { guid: 'old' }]);
});
