import { createCall } from '../../mock-server/domain/call.js';
import { type Customer, customerRows } from '../../mock-server/domain/customers-collection.js';
import { type DigitalEntity, entityRows } from '../../mock-server/domain/entities-collection.js';
import {
  type IdentifierRequest,
  identifierRequestRows,
} from '../../mock-server/domain/identifier-requests-collection.js';
import type { Collection } from '../../mock-server/domain/store.js';
import { type Transfer, transferRows } from '../../mock-server/domain/transfers-collection.js';
import { startMock } from '../../mock-server/start.js';
import { answer, tell } from './talk.js';

/** The mock with a session and many rows, written into the store as transfers and customers would have left them. */
const [transferCount, customerCount] = process.argv.slice(2).map(Number) as [number, number];
const { mock, url } = await startMock({ port: 0, seed: 'bench' });
const { store, chance } = mock.domain.center;
const call = createCall(0, false);
const own = await mock.domain.simulatedBanks.add(call, { alias: 'own', customers: 1, amount: 1000 });
const other = await mock.domain.simulatedBanks.add(call, { alias: 'other', customers: 1, amount: 1000 });
const employee = await mock.domain.employees.invite(own.counterparty.guid, {
  email: 'officer@bench.example',
});
const { token } = await mock.domain.employees.beginSession(employee);

const day = 86_400_000;
const from = Date.parse('2026-01-01T00:00:00.000Z');
/** Dates are spread evenly over a year, whatever the number of rows. */
const dateOf = (index: number, count: number) =>
  new Date(from + Math.floor((index / count) * 365 * day)).toISOString();
const uuid = () => chance.uuid('bench', 'v4');
const pick = <Item>(from: readonly Item[], index: number): Item => {
  const item = from[index % from.length];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
};
const rows = <Row>(count: number, make: (index: number) => Row): Row[] =>
  Array.from({ length: count }, (_none, index) => make(index));

async function keep<Row extends object>(collection: Collection<Row>, all: readonly Row[]): Promise<void> {
  await store.write(async (tx) => {
    for (const row of all) await tx.put(collection, row);
  });
}

async function one<Row extends object>(
  collection: Collection<Row>,
  holds: (row: Row) => boolean,
): Promise<Row> {
  const { rows: found } = await store.read((tx) => tx.page(collection, { where: holds, limit: 1 }));
  return pick(found, 0);
}

const bank = own.counterparty.guid;
const isOwn = (row: { counterparty_guid: string }) => row.counterparty_guid === bank;
const customer = await one<Customer>(customerRows, isOwn);
const account = await one<DigitalEntity>(entityRows, (row) => isOwn(row) && row.account_kind === 'customer');
const payment = await one<Transfer>(transferRows, (row) => row.sender_counterparty === bank);
const emission = await one<IdentifierRequest>(identifierRequestRows, isOwn);

const people = rows(
  customerCount,
  (index): Customer => ({
    ...customer,
    guid: uuid(),
    login: `person-${index}@own.example`,
    external_id: `person-${index}`,
    iban: `UA${String(index).padStart(27, '0')}`,
    is_disabled: index % 10 === 9,
    kyc_level: index % 4,
    balance_allowed: index % 1000,
    created_at: dateOf(index, customerCount),
    updated_at: dateOf(index, customerCount),
  }),
);
const entities = people.map(
  (person): DigitalEntity => ({
    ...account,
    guid: uuid(),
    customer_guid: person.guid,
    owner_external_id: person.external_id,
    iban: person.iban,
    stellar_address: `bench ${person.guid}`,
    created_at: person.created_at,
    updated_at: person.updated_at,
  }),
);
const abroad = pick(other.entities, 0).guid;
const transfers = rows(transferCount, (index): Transfer => {
  const leaves = index % 2 === 0;
  const here = pick(entities, Math.floor(index / 2)).guid;
  return {
    ...payment,
    guid: uuid(),
    amount: BigInt(index % 5000) * 10_000_000n,
    category_guid: index % 3 === 0 ? payment.category_guid : '',
    sender_id: leaves ? here : abroad,
    sender_counterparty: leaves ? bank : other.counterparty.guid,
    receiver_id: leaves ? abroad : here,
    receiver_counterparty: leaves ? other.counterparty.guid : bank,
    status: index % 2 === 0 ? 'CONFIRMED' : 'CREATED',
    created_at: dateOf(index, transferCount),
    updated_at: dateOf(index, transferCount),
  };
});
const requests = rows(
  customerCount,
  (index): IdentifierRequest => ({
    ...emission,
    guid: uuid(),
    direction: index % 2 === 0 ? 'issue' : 'burn',
    status: index % 3 === 0 ? 'cancelled' : 'confirmed',
    amount: BigInt(index % 5000) * 10_000_000n,
    issuer_payment_guid: uuid(),
    emission_payment_guid: uuid(),
    issuer_payment_hash: `hash ${index}`,
    emission_payment_hash: `hash ${index}`,
    created_at: dateOf(index, customerCount),
    updated_at: dateOf(index, customerCount),
  }),
);
await keep(customerRows, people);
await keep(entityRows, entities);
await keep(transferRows, transfers);
await keep(identifierRequestRows, requests);

const dates = ['min_created_at', 'min_updated_at'].map((name) => ({ [name]: '2026-07-01T00:00:00Z' }));
const dated = [
  ...dates,
  { max_created_at: '2026-02-01T00:00:00Z' },
  { max_updated_at: '2026-02-01T00:00:00Z' },
];
const middle = <Row>(all: readonly Row[]) => pick(all, Math.floor(all.length / 2));

/**
 * One request for every filter of every list, and some with several filters; each one finds rows, unless its name
 * says otherwise.
 */
const questions: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  payments: [
    {},
    { offset: '80' },
    { sender_counterparty: bank },
    { receiver_counterparty: bank },
    { guids: middle(transfers).guid },
    { sender_ids: pick(transfers, 0).sender_id },
    { receiver_ids: pick(transfers, 1).receiver_id },
    { external_transaction_id: 'none' },
    { min_amount: '20' },
    { max_amount: '30' },
    { min_amount: '4900', max_amount: '5100' },
    { statuses: 'CONFIRMED' },
    { asset_codes: payment.asset_code },
    { category_guid: payment.category_guid },
    ...dated,
    {
      statuses: 'CONFIRMED',
      min_amount: '20',
      min_created_at: '2026-03-01T00:00:00Z',
      sender_counterparty: bank,
    },
    { statuses: 'CREATED', max_updated_at: '2026-11-01T00:00:00Z', order: 'asc' },
  ],
  customers: [
    {},
    { include_disabled: 'true' },
    { guids: middle(people).guid },
    { logins: middle(people).login },
    { kyc_levels: '2' },
    { min_balance_allowed: '50' },
    { ibans: middle(people).iban },
    { balance_asset_code: customer.balance_asset_code },
    ...dated,
  ],
  accounts: [
    {},
    { search_string: middle(people).login },
    { search_string: middle(entities).iban },
    { search_string: middle(people).external_id },
    { wallet_account_guids: middle(entities).guid },
    { wallet_user_guids: middle(people).guid },
    { account_kinds: 'customer' },
    { iban: middle(entities).iban },
  ],
  'emission/history': [
    {},
    { guids: middle(requests).guid },
    { direction: 'issue' },
    { status: 'confirmed' },
    { issuer_payment_guid: middle(requests).issuer_payment_guid },
    { emission_payment_hash: middle(requests).emission_payment_hash },
    { min_requested_amount: '20' },
    { created_by: emission.created_by || 'nobody' },
    ...dated,
  ],
};

const asked = Object.entries(questions).flatMap(([list, all]) =>
  all.map((query) => {
    const names = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    const shown = Object.keys(query).join(', ') || 'no filter';
    return { what: `${list}: ${shown}`, path: `/api/v1/counterparty/${bank}/${list}?${names.join('&')}` };
  }),
);

answer(async () => ({}));
tell({ url, token, asked });
