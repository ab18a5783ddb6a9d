import { createCustomer } from '../../contract/operations/customers.js';
import { requireAsset } from './assets.js';
import type { Branches } from './branches.js';
import type { Call } from './call.js';
import type { Center } from './center.js';
import type { Counterparty } from './counterparties-collection.js';
import { createCustomerEntities, createTypeOf, findCustomer } from './customer-entities.js';
import { type Customer, customerRows } from './customers-collection.js';
import type { Entities } from './entities.js';
import { type DigitalEntity, entityRows } from './entities-collection.js';
import { given } from './given.js';
import {
  type CustomerChange,
  type NewCustomer,
  newCustomer,
  noteForm,
  noteSegment,
  noteSharedIban,
} from './new-customer.js';
import { Refusal } from './refusal.js';
import type { Segments } from './segments.js';
import type { ReadTransaction } from './store.js';

const [question] = createCustomer.reverseCalls;

/** Refuses a login that the counterparty already has. */
async function refuseDuplicate(tx: ReadTransaction, counterparty: Counterparty, login: string) {
  if (await tx.first(customerRows, 'login', `${counterparty.guid} ${login}`)) {
    throw new Refusal('customer-exists');
  }
}

/** Customers of banks; each begins with one digital entity (CUS). */
export function createCustomers(center: Center, entities: Entities, segments: Segments, branches: Branches) {
  const { store, chance, ledgerClock, bank, eras } = center;
  const typeOf = createTypeOf(center, segments);

  return {
    /**
     * Asks the bank about the login, then creates customer and entity together.
     * @throws {Refusal} `customer-exists`, `asset-not-found`, `invalid-member`, or the bank's refusal
     */
    async create(
      call: Call,
      counterparty: Counterparty,
      wanted: NewCustomer,
    ): Promise<{ customer: Customer; account: DigitalEntity }> {
      await requireAsset(center, wanted);
      const branch = await branches.forMember(call, counterparty.guid, wanted.branch_guid);
      noteForm(call, wanted);
      const segment = wanted.segment ?? 'PL';
      const type = await typeOf(call, counterparty.guid, segment);
      const guid = chance.uuid('customer', 'v4');
      const login = wanted.login || guid;
      await store.read((tx) => refuseDuplicate(tx, counterparty, login));
      const user = await bank.ask(call, counterparty, { ...question, obj: login });
      const entity = await entities.make(
        {
          counterparty_guid: counterparty.guid,
          account_kind: 'customer',
          customer_guid: guid,
          owner_external_id: user.external_id,
          iban: wanted.iban,
          branch_guid: branch,
          account_type_guid: type,
        },
        user.key,
      );
      const who = { guid, counterparty_guid: counterparty.guid, login, segment, branch_guid: branch };
      const customer = newCustomer(who, wanted, user, ledgerClock.timestamp());
      await store.write(async (tx) => {
        eras.require(call);
        await refuseDuplicate(tx, counterparty, login);
        if (await tx.first(customerRows, 'external_id', `${counterparty.guid} ${user.external_id}`)) {
          call.note('REQUEST-04', `external id ${user.external_id} already belongs to another login`);
        }
        await noteSharedIban(tx, call, customer);
        await tx.put(customerRows, customer);
        await entities.keep(tx, entity);
      });
      return { customer, account: entity };
    },

    get: (call: Call, counterparty: Counterparty, guid: string): Promise<Customer> =>
      store.read((tx) => findCustomer(tx, call, counterparty, guid)),

    /**
     * The login cannot change (U-28); the customer's entities move to another branch with the customer. @throws
     * {Refusal} `not-found`
     */
    async update(
      call: Call,
      counterparty: Counterparty,
      guid: string,
      change: CustomerChange,
    ): Promise<void> {
      noteForm(call, { login: 'kept', ...change });
      const branch =
        change.branch_guid && (await branches.forMember(call, counterparty.guid, change.branch_guid));
      await store.write(async (tx) => {
        const found = await findCustomer(tx, call, counterparty, guid);
        const now = ledgerClock.timestamp();
        const row: Customer = { ...found, ...given(change), updated_at: now };
        if (change.iban) await noteSharedIban(tx, call, row);
        await tx.put(customerRows, row);
        const type = change.segment && (await segments.typeOf(tx, counterparty.guid, change.segment))?.guid;
        if (change.segment && !type) noteSegment(call, change.segment);
        if (branch === undefined && !type) return;
        for (const row of (await tx.page(entityRows, { index: 'customer', key: guid })).rows) {
          const moved = {
            branch_guid: branch ?? row.branch_guid,
            account_type_guid: type || row.account_type_guid,
          };
          await tx.put(entityRows, { ...row, ...moved, updated_at: now });
        }
      });
    },

    ...createCustomerEntities(center, entities, segments),
  };
}

export type Customers = ReturnType<typeof createCustomers>;
