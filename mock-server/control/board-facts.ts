import type { Counterparty } from '../domain/counterparties-collection.js';
import { customerRows } from '../domain/customers-collection.js';
import { type Delivery, deliveryRows } from '../domain/deliveries-collection.js';
import { type Employee, employeeRows } from '../domain/employees-collection.js';
import { entityRows } from '../domain/entities-collection.js';
import {
  type IdentifierRequest,
  identifierBalanceRows,
  identifierRequestRows,
} from '../domain/identifier-requests-collection.js';
import type { Domain } from '../domain/index.js';
import { type Infrastructure, infrastructureRows } from '../domain/infrastructures-collection.js';
import { transferRows } from '../domain/transfers-collection.js';
import type { BankFacts, Sighting } from '../journal/bank-facts.js';

/** All that the board knows about one counterparty. Every query is bounded, whatever is stored. */
export interface Facts {
  readonly bank: Counterparty;
  /** Code of the network's identifier. */
  readonly assetCode: string;
  readonly infrastructure: Infrastructure | undefined;
  readonly employees: readonly Employee[];
  /** Requests of the bank to create identifiers, newest first; without an officer's grants. */
  readonly requests: readonly IdentifierRequest[];
  /** Stroops that were ever created. */
  readonly created: bigint;
  readonly customer: { readonly guid: string; readonly entity: string | undefined } | undefined;
  /** A confirmed transfer that a customer has sent or received. */
  readonly transfer: string | undefined;
  readonly delivered: Delivery | undefined;
  /** What was seen of this counterparty. */
  seen(name: string): Sighting | undefined;
  /** The keys of DCM were fetched. The caller is anonymous, so this counts only if there is a single bank. */
  readonly keysFetched: Sighting | undefined;
  loggedIn(employee: Employee): Sighting | undefined;
}

/** Rows of one kind that are looked at. */
export const mostRows = 200;

/** @param alone whether anonymous requests can come from no other bank */
export function factsOf(
  { center }: Domain,
  bankFacts: BankFacts,
  bank: Counterparty,
  alone: boolean,
): Promise<Facts> {
  const { guid } = bank;
  const ofBank = { index: 'counterparty', key: guid };
  return center.store.read(async (tx): Promise<Facts> => {
    const customer = await tx.first(customerRows, 'counterparty', guid);
    const entity = customer && (await tx.first(entityRows, 'customer', customer.guid));
    const requested = await tx.page(identifierRequestRows, { ...ofBank, order: 'desc', limit: mostRows });
    return {
      bank,
      assetCode: center.profile().asset_code,
      infrastructure: await tx.get(infrastructureRows, guid),
      employees: (await tx.page(employeeRows, { ...ofBank, limit: mostRows })).rows,
      requests: requested.rows.filter(
        (row) => row.direction === 'issue' && row.created_by !== bank.admin_subject,
      ),
      created: (await tx.get(identifierBalanceRows, guid))?.created ?? 0n,
      customer: customer && { guid: customer.guid, entity: entity?.guid },
      transfer: (await tx.first(transferRows, 'ofCustomers', guid))?.guid,
      delivered: await tx.first(deliveryRows, 'listed', `${guid} delivered`),
      seen: (name) => bankFacts.of(`${guid} ${name}`),
      keysFetched: alone ? bankFacts.of('jwks') : undefined,
      loggedIn: (employee) => bankFacts.of(`login ${employee.guid}`),
    };
  });
}
