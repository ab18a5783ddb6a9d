import { Blocked } from '../blocked.js';
import { type Stage, smallestAmountOf } from '../stage.js';
import type { createActs } from './acts.js';
import { branchEntity } from './branch-entity.js';
import type { createCustomers } from './customers.js';
import { createGrants, type GrantNeeds } from './grants.js';
import type { KnownCustomer } from './make-secret.js';
import type { Memory } from './memory.js';
import type { Entity } from './money.js';
import { createShared } from './shared.js';

export interface FundingNeeds extends GrantNeeds {
  readonly prepareBy: ReturnType<typeof createActs>['prepareBy'];
  readonly customers: ReturnType<typeof createCustomers>;
  /** Customers whom the bank has created, by their logins. */
  readonly created: ReadonlyMap<string, KnownCustomer>;
  /** Headers of the first employee's session. */
  readonly officerSession: () => Promise<Readonly<Record<string, string>>>;
}

/** Customers in step 16 that scenarios do not share with those that send and receive. */
const customersOfOneScenario = 3;

/** Smallest orders for which a shared customer is filled; less than any order that goes beyond its balance. */
const ordersInPurse = 60;

/** Digital entities with money, by officers' acts (steps 13, 15 and 16). */
export function createFunding(stage: Stage, memory: Memory, needs: FundingNeeds) {
  const { ready, money, prepareBy, customers, created } = needs;
  const purse = ordersInPurse * smallestAmountOf(stage);
  const guid = stage.dcm.block.counterparty_guid;
  const { entityOf, cancelOpenRequests, grant, move, processingWith } = createGrants(stage, needs);

  /** External ids of customers who have been given to a scenario. */
  const given = memory.map<true>('customers in use');

  /** A customer left by step 15, with an entity that nobody has used. */
  function leftOver(entities: readonly Entity[]): Entity | undefined {
    for (const { externalId } of created.values()) {
      if (given.has(externalId)) continue;
      const own = entities.filter((entity) => entity.owner_external_id === externalId);
      if (own.length === 1 && own[0]?.balance === 0) return own[0];
    }
    return undefined;
  }

  /** Step 15: a customer with an entity, made by the bank. */
  async function customerEntity(): Promise<Entity> {
    await ready();
    const entity = leftOver(await money.entities(guid)) ?? (await createdEntity());
    given.set(entity.owner_external_id, true);
    return entity;
  }

  async function createdEntity(): Promise<Entity> {
    const { externalId, atFirst: _atFirst, ...wanted } = await customers.takeWithSecret();
    await prepareBy('create-customers', { customers: [wanted] });
    const found = (await money.entities(guid)).find((entity) => entity.owner_external_id === externalId);
    if (!found) throw new Blocked(`no entity of customer ${wanted.login} is listed`);
    return found;
  }

  /** A customer of its own, with exactly this much money. */
  async function newCustomerWith(amount: number): Promise<Entity> {
    const entity = await customerEntity();
    await move(await processingWith(amount), entity, amount);
    return entity;
  }

  // Each takes an act, questions and a transfer to make, so scenarios share them: one that sends, and one that receives.
  // Those whom only one scenario can use come last, and must not find that none is left.
  const another = () => customers.left() > customersOfOneScenario;
  const sender = createShared(memory, 'sender', customerEntity, another);
  const receiver = createShared(memory, 'receiver', customerEntity, another);
  const bounded = createShared(memory, 'bounded', () => newCustomerWith(purse), another);

  async function senderWith(amount: number): Promise<Entity> {
    const entity = await sender.get();
    if ((await money.balance(entity)) < amount) await move(await processingWith(purse), entity, purse);
    return entity;
  }

  /** The customer that scenarios share to receive money, with at least this much of its own. */
  async function receiverWith(amount: number): Promise<Entity> {
    const entity = await receiver.get();
    if ((await money.balance(entity)) < amount) await move(await processingWith(purse), entity, purse);
    return entity;
  }

  /** An entity of a kind with at least this much money; a customer is one that scenarios share. */
  async function funded(kind: 'emission' | 'processing' | 'customer', amount: number): Promise<Entity> {
    await ready();
    if (kind === 'emission') return grant(amount);
    return kind === 'processing' ? processingWith(amount) : senderWith(amount);
  }

  return {
    /** An entity of a new branch, with money. */
    branchEntity: () => branchEntity(stage, memory, { ...needs, funded, move }),
    entityOf,
    customerEntity,
    newCustomerWith,
    /** The customer that scenarios share to receive money. */
    receivingCustomer: receiver.get,
    receivingCustomerWith: receiverWith,
    /** The customer whose single transfers scenarios set bounds to: they would be in the way of others. */
    boundedCustomer: bounded.get,
    /** From now on others are shared. */
    renewCustomers(): void {
      bounded.renew();
      sender.renew();
      receiver.renew();
    },
    cancelOpenRequests,
    funded,
  };
}
