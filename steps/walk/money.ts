import type { z } from 'zod';
import type { entity } from '../../contract/control/onboarding.js';
import { wholeList } from '../../contract/control/portions.js';
import type { payment } from '../../contract/operations/transfers.js';
import { Blocked } from '../blocked.js';
import type { Stage } from '../stage.js';

export type Entity = z.infer<typeof entity>;
export type Payment = z.infer<typeof payment>;

type EntityGuids = Pick<Entity, 'counterparty_guid' | 'guid'>;

/** Digital entities and balances as the officers of DCM see them. */
export function createMoney({ dcm }: Stage) {
  const entities = async (counterpartyGuid: string): Promise<readonly Entity[]> =>
    wholeList(
      (query) => dcm.control.listEntities({ params: { guid: counterpartyGuid }, query }),
      (answer) => answer.entities,
    );

  /** Balances in the order of the entities; each counterparty is asked about once. */
  async function balances<Guids extends readonly EntityGuids[]>(
    ...wanted: Guids
  ): Promise<{ [Place in keyof Guids]: number }> {
    const counterparties = [...new Set(wanted.map(({ counterparty_guid }) => counterparty_guid))];
    const listed = (await Promise.all(counterparties.map(entities))).flat();
    return wanted.map(({ guid }) => {
      const found = listed.find((entity) => entity.guid === guid);
      if (!found) throw new Blocked(`entity ${guid} is no longer listed`);
      return found.balance;
    }) as { [Place in keyof Guids]: number };
  }

  return {
    entities,
    balances,
    balance: async (entity: EntityGuids): Promise<number> => (await balances(entity))[0],
  };
}
