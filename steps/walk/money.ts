import type { z } from 'zod';
import { ifFound } from '../../contract/client.js';
import type { entity } from '../../contract/control/entities.js';
import { wholeList } from '../../contract/control/portions.js';
import { Blocked } from '../blocked.js';
import type { Stage } from '../stage.js';

export type Entity = z.infer<typeof entity>;

/** Digital entities and balances as the officers of DCM see them. */
export function createMoney({ dcm }: Stage) {
  const entities = async (counterpartyGuid: string): Promise<readonly Entity[]> =>
    wholeList(
      (query) => dcm.control.listEntities({ params: { guid: counterpartyGuid }, query }),
      (answer) => answer.entities,
    );

  return {
    entities,

    async balance({ guid }: Pick<Entity, 'guid'>): Promise<number> {
      const found = await ifFound(dcm.control.getEntity({ params: { guid } }));
      if (!found) throw new Blocked(`entity ${guid} no longer exists`);
      return found.balance;
    },
  };
}
