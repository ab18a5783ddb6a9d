import { z } from 'zod';
import { accountKinds } from '../operations/entities.js';
import { empty, guid, hryvnias, timestamp } from '../schemas.js';
import { controlTable } from './operation.js';
import { listQuery, portionOf } from './portions.js';

/** Digital entities of counterparties and of their customers, with balances (plan step 10). */

export const entity = z.object({
  guid,
  account_kind: z.enum(accountKinds),
  counterparty_guid: guid,
  customer_guid: z.string(),
  owner_external_id: z.string(),
  stellar_address: z.string(),
  /** Addresses whose signatures a transaction of this entity needs. */
  signers: z.array(z.string()),
  balance: hryvnias,
  created_at: timestamp,
});

const params = z.object({ guid });

export const entityOperations = controlTable('Digital entities', {
  listEntities: {
    method: 'GET',
    path: '/control/v1/counterparties/{guid}/entities',
    summary:
      'All digital entities of the counterparty, including those of its customers, with balances, oldest first',
    source: 'A',
    params,
    query: listQuery({}),
    answer: portionOf({ entities: z.array(entity) }),
  },
  getEntity: {
    method: 'GET',
    path: '/control/v1/entities/{guid}',
    summary: 'One digital entity with its balance',
    source: 'A',
    params,
    answer: entity,
  },
  createEntities: {
    method: 'POST',
    path: '/control/v1/counterparties/{guid}/entities',
    summary: "Plan step 10: creates the identification and processing entities; DCM calls the bank's /key",
    source: 'D PLAN',
    params,
    body: empty,
    answer: z.object({ emission_account_guid: guid, processing_account_guid: guid }),
  },
});
