import type { ControlOperations } from '../../contract/control/index.js';
import { profileOptions, profile as profileSchema } from '../../contract/profile.js';
import type { Handlers } from '../api/handler.js';
import { emissionView, paymentView } from '../api/views.js';
import { allowedAsset } from '../domain/assets.js';
import type { Call } from '../domain/call.js';
import { type Account, type Counterparty, type Emission, emissions } from '../domain/collections.js';
import type { Domain } from '../domain/index.js';
import { toHryvnias } from '../domain/money.js';
import type { Journal } from '../journal/journal.js';
import type { Steering } from './steering.js';

/** Officers' acts and test controls, `/control/v1`. */
export function controlHandlers(
  domain: Domain,
  journal: Journal,
  steering: Steering,
): Handlers<ControlOperations> {
  const { banks, center } = domain;

  /** Makes the call an officer's, in the name that the counterparty knows its DCM admin by (U-04). */
  async function officer(call: Call, guid: string): Promise<Counterparty> {
    const counterparty = await banks.get(guid);
    call.actor = { kind: 'officer', subject: counterparty.admin_subject };
    return counterparty;
  }

  /** The first counterparty gets the guid that was printed with the keys, unless it asks for another one. */
  async function freeGuid(): Promise<string | undefined> {
    const taken = (await banks.list()).some((one) => one.guid === center.keys.counterpartyGuid);
    return taken ? undefined : center.keys.counterpartyGuid;
  }

  const withIssuer = async (row: Counterparty) => ({
    ...row,
    key_keepers: [...row.key_keepers],
    asset_issuer: (await allowedAsset(center, {})).issuer,
  });

  const emissionsView = (rows: readonly Emission[], guid: string) =>
    center.store.read(async (tx) => {
      const { emission_account_guid, asset_code } = await banks.find(tx, guid);
      const balance = await domain.balances.of(tx, guid);
      return rows.map((row) => emissionView(row, balance, emission_account_guid, asset_code));
    });

  async function oneEmission(row: Emission) {
    const [view] = await emissionsView([row], row.counterparty_guid);
    if (!view) throw new Error('an emission has no view');
    return view;
  }

  /** The counterparty of a request makes the officer act in the right name. */
  async function officerOf(call: Call, emissionGuid: string): Promise<void> {
    const row = await center.store.read((tx) => tx.get(emissions, emissionGuid));
    if (row) await officer(call, row.counterparty_guid);
  }

  return {
    registerCounterparty: async ({ body }) => {
      const guid = body.guid ?? (await freeGuid());
      return withIssuer(await banks.register({ ...body, guid }));
    },
    listRegistered: async () => ({
      counterparties: await Promise.all((await banks.list()).map(withIssuer)),
    }),
    updateRegistered: async ({ params, body }) => withIssuer(await banks.update(params.guid, body)),
    requestInfrastructure: ({ params }) => banks.requestInfrastructure(params.guid),
    deployInfrastructure: ({ params }) => banks.deployInfrastructure(params.guid),

    inviteEmployee: async ({ params, body }) => {
      const { guid } = await domain.employees.invite(params.guid, body);
      return { employee_guid: guid };
    },

    createEntities: async ({ params }, { call }) => {
      await officer(call, params.guid);
      const { emission, processing } = await domain.entities.createBoth(call, params.guid);
      return { emission_account_guid: emission.guid, processing_account_guid: processing.guid };
    },

    listEntities: async ({ params }) => {
      await banks.get(params.guid);
      return { entities: (await domain.entities.list(params.guid)).map(entityView) };
    },

    confirmRequest: async ({ params }, { call }) => {
      await officerOf(call, params.guid);
      return oneEmission(await domain.emissions.confirm(call, params.guid));
    },
    cancelRequest: async ({ params }, { call }) => {
      await officerOf(call, params.guid);
      return oneEmission(await domain.emissions.cancel(call, params.guid));
    },
    grantIdentifiers: async ({ params, body }, { call }) => {
      await officer(call, params.guid);
      return oneEmission(await domain.emissions.grant(call, params.guid, body.amount));
    },
    listRequests: async ({ params }) => {
      await banks.get(params.guid);
      const { rows } = await center.store.read((tx) =>
        tx.page(emissions, { index: 'counterparty', key: params.guid, order: 'desc' }),
      );
      return { history: await emissionsView(rows, params.guid) };
    },

    addSimulatedBank: async ({ body }, { call }) => {
      const added = await domain.simulatedBanks.add(call, body);
      return {
        counterparty: await withIssuer(added.counterparty),
        entities: added.entities.map(entityView),
      };
    },
    sendFromSimulatedBank: async ({ params, body }, { call }) =>
      paymentView(
        await domain.simulatedBanks.send(call, params.guid, body),
        await allowedAsset(center, {}),
        true,
      ),

    getTransaction: async ({ params }) => {
      const { destination: _destination, sequence, ...row } = await domain.ledger.transaction(params.hash);
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

    listJournal: async ({ body }) => ({
      entries: journal.search(body.match, body.limit),
      last: journal.last,
    }),
    awaitJournal: ({ body }) => journal.await(body.match, body.timeout_ms),
    listFindings: async () => ({ findings: journal.findings() }),
    listMail: async ({ query }) => ({ mails: [...(await domain.mailbox.list(query.to))] }),
    listDeliveries: async ({ query }) => ({
      deliveries: (await domain.deliveries.list(query.transaction_id)).map((row) => ({
        guid: row.guid,
        kind: row.kind,
        counterparty_guid: row.counterparty_guid,
        transaction_id: row.transaction_id,
        url: row.url,
        status: row.status,
        attempts: [...row.attempts],
        next_due: row.status === 'pending' ? new Date(row.next_due_ms).toISOString() : '',
      })),
    }),

    getClock: async () => steering.clock(),
    moveClock: ({ body }) => steering.moveClock(body.forward_s),
    getProfile: async () => ({
      profile: center.profile(),
      options: Object.entries(profileOptions).map(([name, { unknown, says }]) => ({
        name,
        default: profileSchema.parse({})[name as keyof typeof profileOptions],
        unknown,
        says,
      })),
    }),
    updateProfile: ({ body }) => steering.updateProfile(body),
    reset: async () => {
      await steering.reset();
      return {};
    },
  };
}

const entityView = (row: Account) => ({
  guid: row.guid,
  account_kind: row.account_kind,
  counterparty_guid: row.counterparty_guid,
  customer_guid: row.customer_guid,
  owner_external_id: row.owner_external_id,
  stellar_address: row.stellar_address,
  balance: toHryvnias(row.balance),
  created_at: row.created_at,
});
