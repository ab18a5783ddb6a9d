import type { entityOperations } from '../../contract/control/entities.js';
import type { Handlers } from '../api/handler.js';
import { entityRows } from '../domain/entities-collection.js';
import type { Domain } from '../domain/index.js';
import { actAsOfficer } from './officer.js';
import { portionOf } from './portion.js';
import { controlViews, found } from './views.js';

/** Digital entities as officers see them; plan step 10. */
export function entityHandlers(domain: Domain): Handlers<typeof entityOperations> {
  const { counterparties: banks, center } = domain;
  const view = controlViews(domain).entity;

  return {
    listEntities: async ({ params, query }) => {
      await banks.get(params.guid);
      const { rows, next } = await center.store.read((tx) =>
        portionOf(tx, entityRows, query, { index: 'counterparty', key: params.guid }),
      );
      return { entities: await Promise.all(rows.map(view)), next };
    },
    getEntity: async ({ params }) => view(await found(center.store, entityRows, params.guid, 'account')),
    createEntities: async ({ params }, { call }) => {
      await actAsOfficer(domain, call, params.guid);
      const { emission, processing } = await domain.bankEntities.createBoth(call, params.guid);
      return { emission_account_guid: emission.guid, processing_account_guid: processing.guid };
    },
  };
}
