import { createCustomerAccount } from '../../contract/operations/customers.js';
import { requireAsset } from './assets.js';
import { inReach } from './branches.js';
import type { Call } from './call.js';
import type { Center } from './center.js';
import type { Counterparty } from './counterparties-collection.js';
import { type Customer, customerRows } from './customers-collection.js';
import type { Entities } from './entities.js';
import { type DigitalEntity, entityRows } from './entities-collection.js';
import { type NewCustomer, noteForm, noteSegment } from './new-customer.js';
import { askOwner } from './owner.js';
import { Refusal } from './refusal.js';
import type { Segments } from './segments.js';
import type { ReadTransaction } from './store.js';

/** A customer of this counterparty whom the caller sees. @throws {Refusal} `not-found` */
export async function findCustomer(
  tx: ReadTransaction,
  call: Call,
  counterparty: Counterparty,
  guid: string,
): Promise<Customer> {
  const found = await tx.get(customerRows, guid);
  if (!found) throw new Refusal('customer-unknown', { thing: 'customer' });
  if (found.counterparty_guid !== counterparty.guid || !inReach(call, found.branch_guid)) {
    throw new Refusal('customer-elsewhere', { thing: 'customer' });
  }
  return found;
}

/** Finds the account type of a segment's customers; empty if it has none. */
export function createTypeOf({ store, eras }: Center, segments: Segments) {
  return async (call: Call, counterparty: string, segment: string): Promise<string> => {
    const type = await store.write(async (tx) => {
      eras.require(call);
      return segments.typeOf(tx, counterparty, segment);
    });
    if (!type) noteSegment(call, segment);
    return type?.guid ?? '';
  };
}

/** Further entities of customers. */
export function createCustomerEntities(center: Center, entities: Entities, segments: Segments) {
  const { store, eras } = center;
  return {
    /** Another entity, protected by the same secret (U-29). @throws {Refusal} the bank's, `asset-not-found` */
    async addAccount(
      call: Call,
      counterparty: Counterparty,
      guid: string,
      wanted: Pick<NewCustomer, 'asset_code' | 'asset_issuer' | 'iban'>,
    ): Promise<{ customer: Customer; account: DigitalEntity }> {
      await requireAsset(center, wanted);
      noteForm(call, { login: 'kept', iban: wanted.iban });
      const { external_id } = await store.read((tx) => findCustomer(tx, call, counterparty, guid));
      const questions = createCustomerAccount.reverseCalls;
      const secret = await askOwner(center, call, counterparty, external_id, questions);
      const entity = await entities.make(
        {
          counterparty_guid: counterparty.guid,
          account_kind: 'customer',
          customer_guid: guid,
          owner_external_id: external_id,
          iban: wanted.iban,
        },
        secret ?? '',
      );
      return store.write(async (tx) => {
        eras.require(call);
        // It may have moved to another branch or segment while the bank was asked.
        const customer = await findCustomer(tx, call, counterparty, guid);
        const type = await segments.typeOf(tx, counterparty.guid, customer.segment);
        if (!type) noteSegment(call, customer.segment);
        const account: DigitalEntity = {
          ...entity,
          branch_guid: customer.branch_guid,
          account_type_guid: type?.guid ?? '',
        };
        await entities.keep(tx, account);
        return { customer, account };
      });
    },

    accountsOf: (customerGuid: string) =>
      store.read(async (tx) => (await tx.page(entityRows, { index: 'customer', key: customerGuid })).rows),
  };
}
