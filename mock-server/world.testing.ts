import type { Client } from '../contract/client.js';
import type { Operations } from '../contract/operations/index.js';
import type { Counterparty } from './domain/counterparties-collection.js';
import { createTestMock, type TestMock, type TestOptions } from './mock.testing.js';

/** A bank after plan step 10: registered, with both entities and a logged-in employee. */
export interface World extends TestMock {
  readonly guid: string;
  readonly emission: string;
  readonly processing: string;
  readonly issuer: string;
  /** The operations with the session of the first employee. */
  readonly api: Client<Operations>;
  readonly session: string;
}

export const keepers = [
  { login: 'keeper-1', external_id: 'keeper-ext-1', for: 'identification' },
  { login: 'keeper-2', external_id: 'keeper-ext-2', for: 'processing' },
] as const;

export const employeeEmail = 'first@bank1.test';

/** Registers a counterparty whose URLs lead to the fake bank. */
export const register = (
  mock: TestMock,
  alias = 'bank1',
  more: Partial<Omit<Counterparty, 'schemes' | 'signers'>> = {},
) =>
  mock.control.registerCounterparty({
    body: {
      name: `Bank ${alias}`,
      alias,
      user_auth_url: `http://${alias}.test/user_auth`,
      user_key_url: `http://${alias}.test/key`,
      user_id_url: `http://${alias}.test/external_id`,
      callback_url: `http://${alias}.test`,
      ...more,
      key_keepers: [...(more.key_keepers ?? keepers)],
    },
  });

/** Invites an employee and begins a session, without the mails in between. */
export async function sessionOf(mock: TestMock, guid: string, email = employeeEmail, roles?: string[]) {
  const employee = await mock.domain.employees.invite(guid, { email, roles });
  return (await mock.domain.employees.beginSession(employee)).token;
}

/** The session of an officer of DCM, without the mails in between. */
export async function officerSession(mock: TestMock, email = 'officer@dcm.test') {
  const officer = await mock.domain.employees.inviteOfficer(email);
  return (await mock.domain.employees.beginSession(officer)).token;
}

export async function createWorld(options: TestOptions & { readonly bank?: Partial<Counterparty> } = {}) {
  const mock = await createTestMock(options);
  return { ...mock, ...(await addBank(mock, 'bank1', options.bank)) } satisfies World;
}

/** A further bank of the same mock, with entities and a session of its own. */
export async function addBank(mock: TestMock, alias: string, more: Partial<Counterparty> = {}) {
  const { guid, asset_issuer } = await register(mock, alias, more);
  const both = await mock.control.createEntities({ params: { guid }, body: {} });
  const session = await sessionOf(mock, guid, `first@${alias}.test`);
  mock.bank.asked.length = 0;
  return {
    guid,
    emission: both.emission_account_guid,
    processing: both.processing_account_guid,
    issuer: asset_issuer,
    session,
    api: mock.as(session),
  };
}

type Side = Pick<World, 'guid' | 'emission' | 'processing' | 'issuer' | 'api'>;

export const of = ({ guid }: Pick<Side, 'guid'>) => ({ counterparty_guid: guid });

/** A customer without money. */
export async function customer(side: Side, login: string, more: Record<string, unknown> = {}) {
  const { guid, customer_guid } = await side.api.createCustomer({
    params: of(side),
    body: { login, asset_code: 'UAH', asset_issuer: side.issuer, ...more },
  });
  return { guid, customer_guid };
}

/** A transfer, made and confirmed. */
export async function transfer(
  side: Side,
  sender_id: string,
  receiver_id: string,
  amount: number,
  bank_guid?: string,
) {
  const { guid } = await draft(side, sender_id, receiver_id, amount);
  await confirm(side, guid, bank_guid);
  return guid;
}

export const draft = (
  side: Side,
  sender_id: string,
  receiver_id: string,
  amount: number,
  more: object = {},
) => side.api.createPayment({ params: of(side), body: { sender_id, receiver_id, amount, ...more } });

export const confirm = (side: Side, guid: string, bank_guid?: string) =>
  side.api.confirmPayment({ params: of(side), body: { guid, ...(bank_guid ? { bank_guid } : {}) } });

/** Money on the processing entity. */
export async function fund(mock: TestMock, side: Side, amount: number) {
  await mock.control.grantIdentifiers({ params: { guid: side.guid }, body: { amount } });
  await transfer(side, side.emission, side.processing, amount);
  mock.bank.asked.length = 0;
}

export async function fundedCustomer(mock: TestMock, side: Side, login: string, amount: number) {
  const created = await customer(side, login);
  await fund(mock, side, amount);
  await transfer(side, side.processing, created.guid, amount);
  mock.bank.asked.length = 0;
  return created;
}

export async function balanceOf(side: Side, account_guid: string): Promise<number> {
  const { assets } = await side.api.getAccount({ params: { ...of(side), account_guid } });
  return assets[0]?.balance ?? Number.NaN;
}

/** Lets work that was begun go on, without moving time. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
