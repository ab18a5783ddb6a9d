import type { Client } from '../contract/client.js';
import type { ControlOperations } from '../contract/control/index.js';
import type { Operations } from '../contract/operations/index.js';
import { createBankMoney } from './bank-money.js';
import { type Names, requireNames, requireNumber } from './options.js';
import { type BankOptions, registered, usualAmount } from './registered.js';

export interface CustomerOptions {
  /** Has to be known to the bank, if it has a service of its own. */
  readonly login?: string;
  /** Hryvnias on its entity; none by default. */
  readonly amount?: number;
  /** Further members of `createCustomer`. */
  readonly attributes?: Partial<Parameters<Client<Operations>['createCustomer']>[0]['body']>;
}

export interface TestCustomer {
  readonly guid: string;
  readonly login: string;
  /** Guid of its digital entity. */
  readonly entity: string;
}

/** A bank that a mock has registered: steps 3 to 11 of the plan are done. */
export interface TestBank {
  readonly guid: string;
  readonly alias: string;
  readonly assetCode: string;
  readonly assetIssuer: string;
  /** Guid of its identification entity. */
  readonly identification: string;
  /** Guid of its processing entity. */
  readonly processing: string;
  readonly employee: { readonly email: string; readonly password: string };
  /** Session token of the employee. */
  readonly session: string;
  /** DCM's API with that session. */
  readonly api: Client<Operations>;
  /** Creates a customer with a digital entity, with money if wanted. */
  newCustomer(options?: CustomerOptions): Promise<TestCustomer>;
  /** Moves hryvnias to an entity of this bank, which are created if the processing entity has too few. */
  fund(entity: string, amount: number): Promise<void>;
  /** Hryvnias on an entity of this bank. */
  balance(entity: string): Promise<number>;
}

const usualPassword = 'Aa1!test-password-of-an-officer';

export interface RegistrationParts {
  /** Clients whose requests the journal knows as those of a helper. */
  readonly clients: (headers?: Readonly<Record<string, string>>) => {
    readonly api: Client<Operations>;
    readonly control: Client<ControlOperations>;
  };
  /** DCM's API with a session. */
  readonly as: (token: string) => Client<Operations>;
}

const bankOptions: Names<BankOptions> = {
  alias: true,
  url: true,
  attributes: true,
  employee: true,
  amount: true,
};
const customerOptions: Names<CustomerOptions> = { login: true, amount: true, attributes: true };

/** A bank as `startMock().registerBank()` returns it. */
export async function registerBank(
  { clients, as }: RegistrationParts,
  options: BankOptions = {},
): Promise<TestBank> {
  requireNames('registerBank', options, bankOptions);
  requireNumber('registerBank: amount', options.amount);
  const { api: anybody, control } = clients();
  const counterparty = await registered(control, options);
  const { guid, alias, asset_code, asset_issuer } = counterparty;
  const employee = options.employee ?? { email: `officer@${alias}.example`, password: usualPassword };
  const { createEmployees } = await import('../steps/walk/employees.js');
  const employees = createEmployees({ dcm: { api: anybody, control } });
  await control.inviteEmployee({ params: { guid }, body: { email: employee.email } });
  await employees.setPassword(employee.email, employee.password);
  const { authorization = '' } = await employees.session(employee.email, employee.password);
  const { api: own } = clients({ authorization });
  const params = { counterparty_guid: guid };
  const identification = counterparty.emission_account_guid;
  const processing = counterparty.processing_account_guid;

  const { balance, create, fund } = createBankMoney({ own, control, guid, identification, processing });
  let customers = 0;
  const amount = options.amount ?? usualAmount;
  if (options.url !== undefined && amount > 0) await create(amount);
  const token = authorization.replace(/^bearer /, '');
  return {
    guid,
    alias,
    assetCode: asset_code,
    assetIssuer: asset_issuer,
    identification,
    processing,
    employee,
    session: token,
    api: as(token),
    balance,
    fund,
    async newCustomer(options = {}) {
      requireNames('newCustomer', options, customerOptions);
      const { login, amount: wanted = 0, attributes = {} } = options;
      requireNumber('newCustomer: amount', wanted);
      customers += 1;
      const name = login ?? `customer-${customers}@${alias}.example`;
      const created = await own.createCustomer({
        params,
        body: { login: name, asset_code, asset_issuer, ...attributes },
      });
      if (wanted > 0) await fund(created.guid, wanted);
      return { guid: created.customer_guid, login: name, entity: created.guid };
    },
  };
}
