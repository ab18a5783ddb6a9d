import type { z } from 'zod';
import type { entity } from '../../contract/control/onboarding.js';
import { wholeList } from '../../contract/control/portions.js';
import type { payment } from '../../contract/operations/transfers.js';
import { Blocked } from '../blocked.js';
import type { Stage } from '../stage.js';

export type Entity = z.infer<typeof entity>;
export type Payment = z.infer<typeof payment>;

/** Digital entities and balances as the officers of DCM see them. */
export function createMoney({ dcm }: Stage) {
  const entities = async (counterpartyGuid: string): Promise<readonly Entity[]> =>
    wholeList(
      (query) => dcm.control.listEntities({ params: { guid: counterpartyGuid }, query }),
      (answer) => answer.entities,
    );

  return {
    entities,

    async balance({ counterparty_guid, guid }: Pick<Entity, 'counterparty_guid' | 'guid'>): Promise<number> {
      const found = (await entities(counterparty_guid)).find((one) => one.guid === guid);
      if (!found) throw new Blocked(`entity ${guid} is no longer listed`);
      return found.balance;
    },
  };
}
