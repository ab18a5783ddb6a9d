import type { Counterparty } from '../domain/counterparties-collection.js';
import { customers } from '../domain/customers-collection.js';
import { type Delivery, deliveries } from '../domain/deliveries-collection.js';
import { type Emission, emissionBalances, emissions } from '../domain/emissions-collection.js';
import { type Employee, employees } from '../domain/employees-collection.js';
import { accounts } from '../domain/entities-collection.js';
import type { Domain } from '../domain/index.js';
import { type Infrastructure, infrastructures } from '../domain/infrastructures-collection.js';
import { payments } from '../domain/payments-collection.js';
import type { Sighting, Sightings } from '../journal/sightings.js';

/** All that the board knows about one counterparty. Every query is bounded, whatever is stored. */
export interface Facts {
  readonly bank: Counterparty;
  /** Code of the network's identifier. */
  readonly assetCode: string;
  readonly infrastructure: Infrastructure | undefined;
  readonly employees: readonly Employee[];
  /** Requests of the bank to create identifiers, newest first; without an officer's grants. */
  readonly requests: readonly Emission[];
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
  sightings: Sightings,
  bank: Counterparty,
  alone: boolean,
): Promise<Facts> {
  const { guid } = bank;
  const ofBank = { index: 'counterparty', key: guid };
  return center.store.read(async (tx): Promise<Facts> => {
    const customer = await tx.first(customers, 'counterparty', guid);
    const entity = customer && (await tx.first(accounts, 'customer', customer.guid));
    const requested = await tx.page(emissions, { ...ofBank, order: 'desc', limit: mostRows });
    return {
      bank,
      assetCode: center.profile().asset_code,
      infrastructure: await tx.get(infrastructures, guid),
      employees: (await tx.page(employees, { ...ofBank, limit: mostRows })).rows,
      requests: requested.rows.filter(
        (row) => row.direction === 'issue' && row.created_by !== bank.admin_subject,
      ),
      created: (await tx.get(emissionBalances, guid))?.created ?? 0n,
      customer: customer && { guid: customer.guid, entity: entity?.guid },
      transfer: (await tx.first(payments, 'ofCustomers', guid))?.guid,
      delivered: await tx.first(deliveries, 'listed', `${guid} delivered`),
      seen: (name) => sightings.of(`${guid} ${name}`),
      keysFetched: alone ? sightings.of('jwks') : undefined,
      loggedIn: (employee) => sightings.of(`login ${employee.guid}`),
    };
  });
}
