import type { ControlOperations } from '../../contract/control/index.js';
import type { Handlers } from '../api/handler.js';
import { reconView } from '../api/recons.js';
import type { Domain } from '../domain/index.js';
import { recons as collection, type Recon } from '../domain/recons-collection.js';

type OfficerOperations = Pick<
  ControlOperations,
  'inviteOfficer' | 'makeRecons' | 'listAllRecons' | 'payRecon'
>;

/** DCM's officers: who they are, and what they do about reconciliation. */
export function officerHandlers(domain: Domain): Handlers<OfficerOperations> {
  const { employees, recons, center } = domain;
  const views = (rows: readonly Recon[]) =>
    center.store.read((tx) => Promise.all(rows.map((row) => reconView(domain, tx, row))));

  return {
    inviteOfficer: async ({ body }) => ({ guid: (await employees.inviteOfficer(body.email)).guid }),

    makeRecons: async () => {
      await recons.settle();
      return { recons: await views(await recons.makeNow()) };
    },

    listAllRecons: async () => {
      await recons.settle();
      const { rows } = await center.store.read((tx) => tx.page(collection, { order: 'desc', limit: 1000 }));
      return { recons: await views(rows) };
    },

    payRecon: async ({ params }) => {
      const paid = await recons.pay(params.guid);
      return center.store.read((tx) => reconView(domain, tx, paid));
    },
  };
}
