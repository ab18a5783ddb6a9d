import type { BankEntities } from './bank-entities.js';
import type { Call } from './call.js';
import type { Center } from './center.js';
import type { Counterparties } from './counterparties.js';
import type { Counterparty } from './counterparties-collection.js';
import type { Customers } from './customers.js';
import { simulatedScheme } from './delivery-attempt.js';
import type { Entities } from './entities.js';
import type { DigitalEntity } from './entities-collection.js';
import type { IdentifierRequests } from './identifier-requests.js';
import { amountOf, toHryvnias } from './money.js';
import { Refusal } from './refusal.js';
import type { Transfers } from './transfers.js';
import type { Transfer } from './transfers-collection.js';

/** Simulated banks of the network, so that external transfers have another side. */
export function createSimulatedBanks(
  center: Center,
  parts: {
    counterparties: Counterparties;
    entities: Entities;
    bankEntities: BankEntities;
    customers: Customers;
    identifierRequests: IdentifierRequests;
    transfers: Transfers;
  },
) {
  const {
    counterparties: banks,
    entities,
    bankEntities,
    customers,
    identifierRequests: emissions,
    transfers: payments,
  } = parts;

  async function move(
    call: Call,
    bank: Counterparty,
    order: { sender_id: string; receiver_id: string; amount: number; purpose?: string },
    receiverBank?: string,
  ): Promise<Transfer> {
    const draft = await payments.create(call, bank, order);
    await payments.confirm(call, bank, { guid: draft.guid, bank_guid: receiverBank });
    return payments.get(call, bank, draft.guid);
  }

  return {
    /** A counterparty with both entities and some customers, each with `amount` hryvnias. */
    async add(
      call: Call,
      wanted: { alias: string; customers: number; amount: number },
    ): Promise<{ counterparty: Counterparty; entities: readonly DigitalEntity[] }> {
      const each = amountOf(wanted.amount);
      const total = toHryvnias(each * BigInt(wanted.customers + 1));
      amountOf(total);
      const base = `${simulatedScheme}//${wanted.alias}`;
      const { guid } = await banks.register({
        name: `Simulated bank ${wanted.alias}`,
        alias: wanted.alias,
        simulated: true,
        user_auth_url: `${base}/user_auth`,
        user_key_url: `${base}/key`,
        user_id_url: `${base}/external_id`,
        callback_url: base,
        key_keepers: [
          { login: 'keeper-identification', external_id: 'sim-keeper-identification', for: 'identification' },
          { login: 'keeper-processing', external_id: 'sim-keeper-processing', for: 'processing' },
        ],
      });
      const both = await bankEntities.createBoth(call, guid);
      const bank = await banks.get(guid);
      const asset_issuer = (await center.keys.issuer()).address;
      await emissions.grant(call, guid, total);
      await move(call, bank, {
        sender_id: both.emission.guid,
        receiver_id: both.processing.guid,
        amount: total,
      });
      for (let number = 1; number <= wanted.customers; number++) {
        const { account } = await customers.create(call, bank, {
          login: `customer-${number}@${wanted.alias}.example`,
          name: `Customer ${number}`,
          asset_code: bank.asset_code,
          asset_issuer,
        });
        await move(call, bank, {
          sender_id: both.processing.guid,
          receiver_id: account.guid,
          amount: wanted.amount,
        });
      }
      return { counterparty: bank, entities: await entities.list(guid) };
    },

    /** Lets a simulated bank send money, e.g. to the bank under test. */
    async send(
      call: Call,
      guid: string,
      order: { sender_id: string; receiver_id: string; amount: number; purpose: string },
    ): Promise<Transfer> {
      const bank = await banks.get(guid);
      if (!bank.simulated) {
        throw new Refusal('control-conflict', {
          problem: 'guid: not a simulated bank; the bank itself must make the transfer',
        });
      }
      const receiver = await center.store.read((tx) => entities.find(tx, order.receiver_id));
      const abroad = receiver.counterparty_guid === guid ? undefined : receiver.counterparty_guid;
      return move(call, bank, order, abroad);
    },
  };
}
