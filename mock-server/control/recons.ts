import type { reconOperations } from '../../contract/control/recons.js';
import type { Handlers } from '../api/handler.js';
import { reconView } from '../api/recons.js';
import type { Domain } from '../domain/index.js';
import { reconRows as collection, type Recon } from '../domain/recons-collection.js';
import { portionOf } from './portion.js';
import { found } from './views.js';

/** Officers' acts on reconciliations. */
export function reconHandlers(domain: Domain): Handlers<typeof reconOperations> {
  const { recons, center } = domain;
  const { store } = center;
  const viewsOf = (rows: readonly Recon[]) =>
    store.read((tx) => Promise.all(rows.map((row) => reconView(domain, tx, row))));
  const viewOf = (row: Recon) => store.read((tx) => reconView(domain, tx, row));

  return {
    listAllRecons: async ({ query }) => {
      await recons.settle();
      const { counterparty_guid: key } = query;
      const list = key === undefined ? {} : { index: 'counterparty', key };
      const { rows, next } = await store.read((tx) =>
        portionOf(tx, collection, query, { order: 'desc', ...list }),
      );
      return { recons: await viewsOf(rows), next };
    },
    getRecon: async ({ params }) => {
      await recons.settle();
      return viewOf(await found(store, collection, params.guid, 'recon'));
    },
    makeRecons: async () => {
      await recons.settle();
      return { recons: await viewsOf(await recons.makeNow()) };
    },
    payRecon: async ({ params }) => viewOf(await recons.pay(params.guid)),
  };
}
