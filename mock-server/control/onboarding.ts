import type { ControlOperations } from '../../contract/control/index.js';
import type { Handlers } from '../api/handler.js';
import { counterparties } from '../domain/counterparties-collection.js';
import { accounts } from '../domain/entities-collection.js';
import type { Domain } from '../domain/index.js';
import { actAsOfficer } from './officer.js';
import { portionOf } from './portion.js';
import { controlViews } from './views.js';

type Onboarding = Pick<
  ControlOperations,
  | 'registerCounterparty'
  | 'listRegistered'
  | 'updateRegistered'
  | 'requestInfrastructure'
  | 'deployInfrastructure'
  | 'inviteEmployee'
  | 'addJwk'
  | 'createEntities'
  | 'listEntities'
>;

/** The officers' desk before and beside the bank: plan steps 3, 4, 5, 9 and 10. */
export function onboardingHandlers(domain: Domain): Handlers<Onboarding> {
  const { banks, center } = domain;
  const views = controlViews(domain);

  /** The first counterparty gets the guid that was printed with the keys, unless it asks for another one. */
  async function freeGuid(): Promise<string | undefined> {
    const taken = (await banks.list()).some((one) => one.guid === center.keys.counterpartyGuid);
    return taken ? undefined : center.keys.counterpartyGuid;
  }

  return {
    registerCounterparty: async ({ body }) => {
      const guid = body.guid ?? (await freeGuid());
      return views.counterparty(await banks.register({ ...body, guid }));
    },
    listRegistered: async ({ query }) => {
      const { rows, next } = await center.store.read((tx) => portionOf(tx, counterparties, query));
      return { counterparties: await Promise.all(rows.map(views.counterparty)), next };
    },
    updateRegistered: async ({ params, body }) => views.counterparty(await banks.update(params.guid, body)),
    requestInfrastructure: ({ params }) => banks.requestInfrastructure(params.guid),
    deployInfrastructure: ({ params }) => banks.deployInfrastructure(params.guid),

    inviteEmployee: async ({ params, body }) => {
      const { guid } = await domain.employees.invite(params.guid, body);
      return { employee_guid: guid };
    },

    addJwk: async ({ params, body }) => {
      await banks.get(params.guid);
      const { guid } = await domain.jwks.register(params.guid, body.data, { form: body.form });
      return { guid };
    },

    createEntities: async ({ params }, { call }) => {
      await actAsOfficer(domain, call, params.guid);
      const { emission, processing } = await domain.bankEntities.createBoth(call, params.guid);
      return { emission_account_guid: emission.guid, processing_account_guid: processing.guid };
    },

    listEntities: async ({ params, query }) => {
      await banks.get(params.guid);
      const { rows, next } = await center.store.read((tx) =>
        portionOf(tx, accounts, query, { index: 'counterparty', key: params.guid }),
      );
      return { entities: await views.entities(rows), next };
    },
  };
}
