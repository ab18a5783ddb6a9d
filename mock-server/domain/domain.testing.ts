import type { Profile } from '../../contract/profile/index.js';
import { createChance } from '../chance.js';
import { createProfileHolder } from '../profile-holder.js';
import { createStellar } from '../stellar/index.js';
import { createManualTime } from '../store/manual-time.testing.js';
import { createMemoryStore } from '../store/memory.js';
import { type Call, createCall } from './call.js';
import type { Bank, Center } from './center.js';
import { createLedgerClock } from './clock.js';
import { allCollections } from './collections.js';
import type { Counterparty } from './counterparties-collection.js';
import type { DigitalEntity } from './entities-collection.js';
import { createEras } from './eras.js';
import { createFaults } from './faults.js';
import { createDomain } from './index.js';
import { Refusal } from './refusal.js';

/** The rules of the processing center without HTTP: in memory, on time that stands still, with banks that always answer. */

const beginning = Date.UTC(2026, 0, 5, 12);

/** Answers every question; the external id of a login is the login. */
const answers: Bank = {
  ask: async (_call, _counterparty, { method, obj }) => {
    const key = `key of ${obj}`;
    return { user_auth: { external_id: obj, key }, key: { key }, external_id: { external_id: obj } }[
      method
    ] as never;
  },
  sign: async () => ({ status: 0, problem: 'no bank signs here' }),
  notify: async () => ({ at: '', status: 200, error: '', ms: 1 }),
};

export function createTestDomain(options: Partial<Profile> = {}) {
  const time = createManualTime();
  time.pass(beginning);
  const { clock: wallClock, timers } = time;
  const chance = createChance('domain');
  const profile = createProfileHolder(options);
  const stellar = createStellar({ networkPassphrase: 'test' });
  const pair = (name: string) => {
    const made = stellar.keyPair(chance.bytes(name, 32));
    return () => made;
  };
  const store = createMemoryStore(allCollections);
  const center: Center = {
    ...{ store, eras: createEras(), wallClock, timers, chance, stellar, bank: answers, profile: profile.now },
    ledgerClock: createLedgerClock(wallClock, timers),
    keys: {
      counterpartyGuid: '00000000-0000-4000-8000-000000000001',
      issuer: pair('issuer'),
      root: pair('root'),
      signer: pair('signer'),
      secret: Buffer.from(chance.bytes('secret', 32)).toString('base64url'),
    },
    faults: createFaults(chance, timers),
  };
  const domain = createDomain(center);
  /** An officer of DCM, or whoever asks for nothing in particular. */
  const call: Call = createCall(1, false);
  call.actor = { kind: 'officer', subject: 'officer@dcm.example' };

  return {
    ...{ domain, center, call, time },
    rows: store.rows,

    /** A counterparty with both entities. */
    async bank(alias: string): Promise<Counterparty> {
      const { guid } = await domain.counterparties.register({
        name: alias,
        alias,
        key_keepers: [
          { login: `${alias}-1`, external_id: `${alias}-kk-1`, for: 'identification' },
          { login: `${alias}-2`, external_id: `${alias}-kk-2`, for: 'processing' },
        ],
      });
      await domain.bankEntities.createBoth(call, guid);
      return domain.counterparties.get(guid);
    },

    /** The entity of a new customer. */
    async customer(bank: Counterparty, login: string): Promise<DigitalEntity> {
      const { issuer } = center.keys;
      const asset = { asset_code: 'UAH', asset_issuer: (await issuer()).address };
      return (await domain.customers.create(call, bank, { login, ...asset })).account;
    },

    /** Drafts and confirms; answers the code of the refusal, or an empty text. */
    transfer: (bank: Counterparty, sender_id: string, receiver_id: string, amount: number, to?: string) =>
      codeOf(async () => {
        const { guid } = await domain.transfers.create(call, bank, { sender_id, receiver_id, amount });
        await domain.transfers.confirm(call, bank, { guid, ...(to && { bank_guid: to }) });
      }),

    balance: (guid: string): Promise<bigint> =>
      store.read(async (tx) => (await domain.entities.find(tx, guid)).balance),
  };
}

/** The code by which something is refused; empty when it is not. */
export async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return '';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
