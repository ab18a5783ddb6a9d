import type { simulatedBankOperations } from '../../contract/control/simulated-banks.js';
import type { Handlers } from '../api/handler.js';
import { paymentView } from '../api/views.js';
import { networkAsset } from '../domain/assets.js';
import type { Domain } from '../domain/index.js';
import { controlViews } from './views.js';

/** Simulated banks. */
export function simulatedBankHandlers(domain: Domain): Handlers<typeof simulatedBankOperations> {
  const { simulatedBanks, center } = domain;
  const views = controlViews(domain);

  return {
    addSimulatedBank: async ({ body }, { call }) => {
      const added = await simulatedBanks.add(call, body);
      return {
        counterparty: await views.counterparty(added.counterparty),
        entities: await Promise.all(added.entities.map(views.entity)),
      };
    },
    sendFromSimulatedBank: async ({ params, body }, { call }) => {
      const transfer = await simulatedBanks.send(call, params.guid, body);
      return paymentView(transfer, transfer.status, await networkAsset(center), true);
    },
  };
}
