import type { ControlOperations } from '../../contract/control/index.js';
import type { Handlers } from '../api/handler.js';
import { paymentView } from '../api/views.js';
import { allowedAsset } from '../domain/assets.js';
import type { Domain } from '../domain/index.js';
import { toHryvnias } from '../domain/money.js';
import { actAsOfficer } from './officer.js';
import { controlViews } from './views.js';

type Transfers = Pick<
  ControlOperations,
  | 'addSimulatedBank'
  | 'sendFromSimulatedBank'
  | 'transferByOfficer'
  | 'readTransfer'
  | 'getTransaction'
  | 'getInvariant'
>;

/** The second counterparty, officers' transfers, the ledger and the money invariant. */
export function transferDeskHandlers(domain: Domain): Handlers<Transfers> {
  const { banks, center } = domain;
  const views = controlViews(domain);

  return {
    addSimulatedBank: async ({ body }, { call }) => {
      const added = await domain.simulatedBanks.add(call, body);
      return {
        counterparty: await views.counterparty(added.counterparty),
        entities: await views.entities(added.entities),
      };
    },
    sendFromSimulatedBank: async ({ params, body }, { call }) =>
      paymentView(
        await domain.simulatedBanks.send(call, params.guid, body),
        await allowedAsset(center, {}),
        true,
      ),

    transferByOfficer: async ({ params, body }, { call }) => {
      const counterparty = await actAsOfficer(domain, call, params.guid);
      const draft = await domain.payments.create(call, counterparty, body);
      const receiver = draft.receiver_counterparty;
      await domain.payments.confirm(call, counterparty, {
        guid: draft.guid,
        bank_guid: receiver === counterparty.guid ? undefined : receiver,
      });
      return paymentView(
        await domain.payments.get(call, counterparty, draft.guid),
        await allowedAsset(center, {}),
        true,
      );
    },
    readTransfer: async ({ params }, { call }) => {
      const found = await domain.payments.get(call, await banks.get(params.guid), params.payment_guid);
      return paymentView(found, await allowedAsset(center, {}), true);
    },

    getTransaction: async ({ params }) => {
      const {
        destination: _,
        position: _position,
        sequence,
        ...row
      } = await domain.ledger.transaction(params.hash);
      return { ...row, sequence: String(sequence) };
    },

    getInvariant: async () => {
      const found = await domain.invariant();
      return {
        holds: found.holds,
        created: toHryvnias(found.created),
        deleted: toHryvnias(found.deleted),
        balances: toHryvnias(found.balances),
        below_zero: [...found.below_zero],
      };
    },
  };
}
