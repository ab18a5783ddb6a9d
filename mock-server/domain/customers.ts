import { createCustomer, createCustomerAccount } from '../../contract/operations/customers.js';
import { assetOf } from './assets.js';
import { type Branches, inReach } from './branches.js';
import type { Call } from './call.js';
import type { Center } from './center.js';
import type { Counterparty } from './counterparties-collection.js';
import { type Customer, customers } from './customers-collection.js';
import type { Entities } from './entities.js';
import { type Account, accounts } from './entities-collection.js';
import { given } from './given.js';
import { validIban } from './iban.js';
import { askOwner } from './owner.js';
import { Refusal } from './refusal.js';
import type { Segments } from './segments.js';
import type { ReadTransaction } from './store.js';

export interface NewCustomer {
  readonly asset_code?: string | undefined;
  readonly asset_issuer?: string | undefined;
  readonly login?: string | undefined;
  readonly name?: string | undefined;
  readonly paternal_name?: string | undefined;
  readonly surname?: string | undefined;
  readonly phone_number?: string | undefined;
  readonly iban?: string | undefined;
  readonly is_disabled?: boolean | undefined;
  readonly kyc_level?: number | undefined;
  readonly segment?: string | undefined;
  readonly status?: string | undefined;
  readonly balance_allowed?: number | undefined;
  readonly balance_asset_code?: string | undefined;
  readonly balance_asset_issuer?: string | undefined;
  readonly branch_guid?: string | undefined;
}

/** What may be changed of a customer. */
export type CustomerChange = Omit<NewCustomer, 'login' | 'asset_code' | 'asset_issuer'>;

const [question] = createCustomer.reverseCalls;

/** Customers of banks; each begins with one digital entity (CUS). */
export function createCustomers(center: Center, entities: Entities, segments: Segments, branches: Branches) {
  const { store, chance, ledger, bank, eras } = center;

  async function refuseDuplicate(tx: ReadTransaction, counterparty: Counterparty, login: string) {
    if (await tx.first(customers, 'login', `${counterparty.guid} ${login}`)) {
      throw new Refusal('customer-exists');
    }
  }

  function noteForm(call: Call, wanted: NewCustomer): void {
    if (!wanted.login) call.note('CUSTOMER-04', 'no login: the guid serves as one');
    if (wanted.iban && !validIban(wanted.iban)) call.note('CUSTOMER-04', 'the IBAN has wrong check digits');
    if (wanted.phone_number && !/^\+[1-9]\d{7,14}$/.test(wanted.phone_number)) {
      call.note('CUSTOMER-04', 'phone_number is not + and 8 to 15 digits');
    }
  }

  /** A customer of this counterparty whom the caller sees. @throws {Refusal} `not-found` */
  async function find(
    tx: ReadTransaction,
    call: Call,
    counterparty: Counterparty,
    guid: string,
  ): Promise<Customer> {
    const found = await tx.get(customers, guid);
    if (found?.counterparty_guid !== counterparty.guid || !inReach(call, found.branch_guid)) {
      throw new Refusal('not-found', { thing: 'customer' });
    }
    return found;
  }

  const noteSegment = (call: Call, segment: string) =>
    call.note('CUSTOMER-04', `segment ${segment} has no account type: no standard limit applies`);

  /** The account type of a segment's customers; empty where it has none. */
  async function typeOf(call: Call, counterparty: string, segment: string): Promise<string> {
    const type = await store.write(async (tx) => {
      eras.require(call);
      return segments.typeOf(tx, counterparty, segment);
    });
    if (!type) noteSegment(call, segment);
    return type?.guid ?? '';
  }

  return {
    /**
     * Asks the bank about the login, then creates customer and entity together.
     * @throws {Refusal} `customer-exists`, `asset-not-found`, `invalid-member`, or the bank's refusal
     */
    async create(
      call: Call,
      counterparty: Counterparty,
      wanted: NewCustomer,
    ): Promise<{ customer: Customer; account: Account }> {
      await assetOf(center, wanted);
      const branch = await branches.forMember(call, counterparty.guid, wanted.branch_guid);
      noteForm(call, wanted);
      const segment = wanted.segment ?? 'PL';
      const type = await typeOf(call, counterparty.guid, segment);
      const guid = chance.uuid('customer', 'v4');
      const login = wanted.login || guid;
      await store.read((tx) => refuseDuplicate(tx, counterparty, login));
      const user = await bank.ask(call, counterparty, { ...question, obj: login });
      const account = await entities.make(
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
      const now = ledger.timestamp();
      const customer: Customer = {
        guid,
        counterparty_guid: counterparty.guid,
        login,
        external_id: user.external_id,
        name: wanted.name ?? user.first_name ?? '',
        paternal_name: wanted.paternal_name ?? '',
        surname: wanted.surname ?? user.last_name ?? '',
        phone_number: wanted.phone_number ?? user.phone ?? '',
        iban: wanted.iban ?? '',
        is_disabled: wanted.is_disabled ?? false,
        kyc_level: wanted.kyc_level ?? 0,
        segment,
        status: wanted.status ?? '',
        balance_allowed: wanted.balance_allowed ?? 0,
        balance_asset_code: wanted.balance_asset_code ?? '',
        balance_asset_issuer: wanted.balance_asset_issuer ?? '',
        branch_guid: branch,
        created_at: now,
        updated_at: now,
      };
      await store.write(async (tx) => {
        eras.require(call);
        await refuseDuplicate(tx, counterparty, login);
        if (await tx.first(customers, 'external_id', `${counterparty.guid} ${user.external_id}`)) {
          call.note('REQUEST-04', `external id ${user.external_id} belongs to another login already`);
        }
        await tx.put(customers, customer);
        await entities.keep(tx, account);
      });
      return { customer, account };
    },

    get: (call: Call, counterparty: Counterparty, guid: string): Promise<Customer> =>
      store.read((tx) => find(tx, call, counterparty, guid)),

    /** The login stays (U-28); the customer's entities go along to another branch. @throws {Refusal} `not-found` */
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
        const found = await find(tx, call, counterparty, guid);
        const now = ledger.timestamp();
        const row: Customer = { ...found, ...given(change), updated_at: now };
        await tx.put(customers, row);
        const type = change.segment && (await segments.typeOf(tx, counterparty.guid, change.segment))?.guid;
        if (change.segment && !type) noteSegment(call, change.segment);
        if (branch === undefined && !type) return;
        for (const one of (await tx.page(accounts, { index: 'customer', key: guid })).rows) {
          const moved = {
            branch_guid: branch ?? one.branch_guid,
            account_type_guid: type || one.account_type_guid,
          };
          await tx.put(accounts, { ...one, ...moved, updated_at: now });
        }
      });
    },

    /** A further entity, protected by the same secret (U-29). @throws {Refusal} the bank's, `asset-not-found` */
    async addAccount(
      call: Call,
      counterparty: Counterparty,
      guid: string,
      wanted: Pick<NewCustomer, 'asset_code' | 'asset_issuer' | 'iban'>,
    ): Promise<{ customer: Customer; account: Account }> {
      await assetOf(center, wanted);
      noteForm(call, { login: 'kept', iban: wanted.iban });
      const customer = await store.read((tx) => find(tx, call, counterparty, guid));
      const questions = createCustomerAccount.reverseCalls;
      const secret = await askOwner(bank, call, counterparty, customer.external_id, questions);
      const account = await entities.make(
        {
          counterparty_guid: counterparty.guid,
          account_kind: 'customer',
          customer_guid: guid,
          owner_external_id: customer.external_id,
          iban: wanted.iban,
          branch_guid: customer.branch_guid,
          account_type_guid: await typeOf(call, counterparty.guid, customer.segment),
        },
        secret ?? '',
      );
      await store.write(async (tx) => {
        eras.require(call);
        await find(tx, call, counterparty, guid);
        await entities.keep(tx, account);
      });
      return { customer, account };
    },

    accountsOf: (customerGuid: string) =>
      store.read(async (tx) => (await tx.page(accounts, { index: 'customer', key: customerGuid })).rows),
  };
}

export type Customers = ReturnType<typeof createCustomers>;
