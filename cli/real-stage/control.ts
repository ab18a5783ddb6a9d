import type { Client } from '../../contract/client.js';
import type { Counterparty } from '../../contract/control/counterparties.js';
import type { ControlOperations } from '../../contract/control/index.js';
import { journalOperations } from '../../contract/control/journal-operations.js';
import { defaultProfile, type Profile } from '../../contract/profile/index.js';
import { entryAround } from '../../mock-server/control/journal.js';
import type { Journal } from '../../mock-server/journal/journal.js';
import { Blocked } from '../../steps/blocked.js';
import type { BankUnderTest } from '../../steps/stage.js';
import type { ByApi } from './by-api.js';
import { counterpartyOf, type StageFacts, taskOf } from './facts.js';
import type { Officers } from './officers.js';
import { createSettle } from './settle.js';

export interface StageControlOptions {
  readonly facts: StageFacts;
  /** URL at which the bank reaches the stage. */
  readonly url: string;
  readonly bank: BankUnderTest;
  /** What passes between the bank and the stage. */
  readonly journal: Journal;
  /** Whether DCM's requests to the bank pass, too. */
  readonly bothWays: boolean;
  readonly byApi: ByApi;
  readonly officers: Officers;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

const oneWay =
  "DCM's requests to the bank do not pass through the run: set stage.reverse_port, and give DCM that address";

/** Seconds for which a walk waits in real time, where the clock of a mock would be moved. */
const longestWaitS = 10;

/** Why a scenario cannot be walked on a stage, by the operation of the control API that it needs. */
const reasons: Readonly<Record<string, string>> = {
  addFault: 'DCM cannot be made to fail on a stage',
  endSessions: 'sessions cannot be ended on a stage',
  dropFormerKeys: 'no key is withdrawn on a stage',
  rotateKey: 'no key is rotated on a stage',
  updateProfile: 'a stage has no options',
  addSimulatedBank: 'there is no bank on a stage that the harness could play',
  sendFromSimulatedBank: 'there is no bank on a stage that the harness could play',
  listMail: 'the harness does not read mail of a stage',
  getTransaction: 'the harness does not read the ledger of a stage',
  getInvariant: 'only DCM sees all money of a stage',
  makeRecons: 'reconciliations of a stage are made by DCM, in its own time',
  payRecon: 'reconciliations of a stage are paid outside it',
};

/**
 * The control API as far as a stage has one: what passes is in the journal, what officers of DCM do is told to a person, and
 * what they would see is read through DCM's API. Anything else blocks the scenario that needs it.
 */
export function stageControl(options: StageControlOptions): Client<ControlOperations> {
  const { facts, url, bank, journal, bothWays, byApi, officers, now, wait } = options;
  const profile: Profile = { ...defaultProfile, ...facts.profile };
  const stamp = new Date(now()).toISOString();
  let entities = { emission_account_guid: '', processing_account_guid: '' };

  const counterparty = (): Counterparty => ({ ...counterpartyOf(facts, bank, stamp), ...entities });
  const task = (status: 'open' | 'done') => taskOf(facts, bank, stamp, status);
  const settle = createSettle(options);

  const able: Partial<Client<ControlOperations>> = {
    async searchJournal({ body }) {
      const { match, limit } = journalOperations.searchJournal.body.parse(body);
      return { ...journal.portion(match, limit), last: journal.last };
    },
    async awaitJournal({ body }) {
      const { match, timeout_ms } = journalOperations.awaitJournal.body.parse(body);
      if (!bothWays && match.direction === 'out') throw new Blocked(oneWay);
      return journal.await(match, timeout_ms);
    },
    getEntry: async ({ params }) => entryAround(journal, Number(params.seq), url),
    listFindings: async ({ query }) => ({ findings: journal.findings(query?.without_agent) }),

    getProfile: async () => ({ profile, options: [] }),
    listFaults: async () => ({ faults: [], ended: [], held: 0 }),
    clearFaults: async () => ({}),
    releaseHeld: async () => ({ released: 0 }),
    listDeliveries: async () => ({ deliveries: [], next: '' }),
    async moveClock({ body }) {
      const { forward_s } = body;
      if (forward_s > longestWaitS) throw new Blocked('the time of a stage cannot be moved');
      await wait(forward_s * 1000);
      const at = new Date(now()).toISOString();
      return { wall: at, ledger: at, offset_s: 0 };
    },

    // Steps 3 to 5, 9 and 10 are DCM's own: it has done them before the run, or does them while the run waits.
    async registerCounterparty() {
      await officers.onboard(counterparty());
      return counterparty();
    },
    requestInfrastructure: async () => task('open'),
    deployInfrastructure: async () => task('done'),
    updateRegistered: async () => counterparty(),
    // DCM has the bank's key from the onboarding, and does not say under which guid.
    addJwk: async () => ({ guid: '' }),
    async inviteEmployee({ body }) {
      if (body.email !== bank.firstEmployee.email)
        throw new Blocked('no further employees are made on a stage');
      return { employee_guid: '' };
    },
    listRegistered: async () => ({ counterparties: [counterparty()], next: '' }),
    async createEntities() {
      const own = await officers.until('create-entities', {}, async () => {
        const all = await byApi.entities();
        const [emission, processing] = ['emission', 'processing'].map((kind) =>
          all.find(({ account_kind }) => account_kind === kind),
        );
        return emission && processing ? { emission, processing } : undefined;
      });
      entities = {
        emission_account_guid: own.emission.guid,
        processing_account_guid: own.processing.guid,
      };
      return entities;
    },

    async listEntities() {
      await settle();
      return { entities: await byApi.entities(), next: '' };
    },
    async getEntity({ params }) {
      await settle();
      return byApi.entity(params.guid);
    },
    getTransfer: ({ params }) => byApi.transfer(params.guid),
    async listTransfers({ query }) {
      const all = await byApi.transfers();
      const wanted = all.filter(({ status }) => query?.status === undefined || status === query.status);
      return { transfers: wanted, next: '' };
    },
    async transferByOfficer({ body }) {
      const { sender_id, receiver_id, amount } = body;
      return byApi.sendMoney(sender_id, receiver_id, amount);
    },

    listRequests: async () => ({ history: await byApi.requests(), next: '' }),
    confirmRequest: ({ params }) => settled(params.guid, 'confirm-request', 'confirmed'),
    cancelRequest: ({ params }) => settled(params.guid, 'cancel-request', 'cancelled'),
    async grantIdentifiers({ body }) {
      await byApi.requestIdentifiers(body.amount);
      const [request] = (await byApi.requests()).filter(({ status }) => status === 'created');
      if (request === undefined) throw new Blocked('the request for identifiers is not listed');
      return settled(request.guid, 'confirm-request', 'confirmed');
    },
  };

  /** An officer of DCM decides about a request: seen in the list of requests. */
  function settled(guid: string, act: 'confirm-request' | 'cancel-request', status: string) {
    return officers.until(act, { request: guid }, async () =>
      (await byApi.requests()).find((one) => one.guid === guid && one.status === status),
    );
  }

  return new Proxy(able as Client<ControlOperations>, {
    get(target, name) {
      const known: unknown = Reflect.get(target, name);
      if (known !== undefined || typeof name !== 'string') return known;
      return async () => {
        throw new Blocked(reasons[name] ?? `a stage does not offer what ${name} does on the mock`);
      };
    },
  });
}
