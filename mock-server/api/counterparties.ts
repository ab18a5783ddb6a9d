import type { counterpartyOperations } from '../../contract/operations/counterparties.js';
import { refuseOtherAsset } from '../domain/assets.js';
import { exists } from '../domain/counterparties.js';
import { type Counterparty, counterpartyRows } from '../domain/counterparties-collection.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import type { Handlers } from './handler.js';
import { among, listQuery } from './page.js';

const zero = /^0{8}-(?:0{4}-){3}0{12}$/;

/** Counterparties, for officers of DCM (OLD-CP, U-74). */
export function counterpartyHandlers({
  counterparties: banks,
  center,
  bankEntities,
}: Domain): Handlers<typeof counterpartyOperations> {
  const view = async (row: Counterparty) => ({
    guid: row.guid,
    name: row.name,
    asset_code: row.asset_code,
    asset_issuer: (await center.keys.issuer()).address,
    description: row.description,
    holding_name: row.holding_name,
    user_auth_url: row.user_auth_url,
    user_id_url: row.user_id_url,
    user_key_url: row.user_key_url,
    auto_issue: row.auto_issue,
    auto_burn: row.auto_burn,
    emission_account_guid: row.emission_account_guid,
    processing_account_guid: row.processing_account_guid,
    created_at: row.created_at,
    updated_at: row.updated_at,
  });

  return {
    /** Both entities need the key keepers that an officer has registered under the same name at onboarding (U-20). */
    createCounterparty: async ({ body }, { call }) => {
      await refuseOtherAsset(center, body);
      const { asset_code: _code, asset_issuer: _issuer, guid, name = '', ...attributes } = body;
      const wanted = guid && !zero.test(guid) ? guid.toLowerCase() : undefined;
      if (wanted && (await center.store.read((tx) => tx.get(counterpartyRows, wanted)))) {
        throw new Refusal('guid-taken', { guid: wanted });
      }
      const known = await center.store.read((tx) => tx.first(counterpartyRows, 'name', name));
      if (!known || known.simulated) throw new Refusal('no-key-keeper', { purpose: 'identification' });
      if (known.emission_account_guid || wanted) throw exists('name', name);
      const { emission, processing } = await bankEntities
        .createBoth(call, known.guid, attributes)
        .catch((error: unknown) => {
          // Another request has made them meanwhile.
          throw error instanceof Refusal && error.code === 'entity-exists' ? exists('name', name) : error;
        });
      return {
        emission_account_guid: emission.guid,
        guid: known.guid,
        processing_account_guid: processing.guid,
      };
    },

    listCounterparties: async ({ query }) => {
      const page = await center.store.read((tx) =>
        tx.page(
          counterpartyRows,
          listQuery<Counterparty>(query, undefined, [
            among(query.guids, (row) => row.guid),
            among(query.names, (row) => row.name),
            among(query.holding_names, (row) => row.holding_name),
          ]),
        ),
      );
      return { counterparties: await Promise.all(page.rows.map(view)), total: page.total };
    },

    updateCounterparty: async ({ params, body }) => {
      await banks.update(params.counterparty_guid, body);
      return {};
    },

    getCounterparty: async ({ params }) => view(await banks.get(params.counterparty_guid)),
  };
}
