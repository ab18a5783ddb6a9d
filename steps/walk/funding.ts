import { wholeList } from '../../contract/control/portions.js';
import { Blocked, preparing } from '../blocked.js';
import type { Stage } from '../stage.js';
import type { createActs } from './acts.js';
import type { KnownCustomer } from './make-secret.js';
import type { Memory } from './memory.js';
import type { createMoney, Entity } from './money.js';
import { createShared } from './shared.js';
import type { SignRetries } from './sign-retries.js';

export interface FundingNeeds {
  /** Steps 1 to 11 are done. */
  readonly ready: () => Promise<void>;
  readonly money: ReturnType<typeof createMoney>;
  readonly prepareBy: ReturnType<typeof createActs>['prepareBy'];
  /** A customer whose secret the bank holds. */
  readonly newCustomer: () => Promise<KnownCustomer>;
  /** Does what makes DCM ask /sign. */
  readonly whileSigning: SignRetries['during'];
  /** Headers of the first employee's session. */
  readonly officerSession: () => Promise<Readonly<Record<string, string>>>;
}

/** Hryvnias with which the processing entity is filled. */
const stock = 10_000;
/** Hryvnias with which a shared customer is filled, for many transfers; less than any order that goes beyond its balance. */
const purse = 600;

/** Digital entities with money, by officers' acts (steps 13, 15 and 16). */
export function createFunding(
  { dcm }: Stage,
  memory: Memory,
  { ready, money, prepareBy, newCustomer, whileSigning, officerSession }: FundingNeeds,
) {
  const { control } = dcm;
  const guid = dcm.block.counterparty_guid;

  const entityOf = async (kind: Entity['account_kind']): Promise<Entity> => {
    const found = (await money.entities(guid)).find((one) => one.account_kind === kind);
    if (!found) throw new Blocked(`there is no ${kind} entity`);
    return found;
  };

  /** Step 15: a customer with an entity, made by the bank. */
  async function customerEntity(): Promise<Entity> {
    await ready();
    const { externalId, atFirst: _atFirst, ...wanted } = await newCustomer();
    await prepareBy('create-customers', { customers: [wanted] });
    const found = (await money.entities(guid)).find((one) => one.owner_external_id === externalId);
    if (!found) throw new Blocked(`no entity of customer ${wanted.login} is listed`);
    return found;
  }

  async function cancelOpenRequests(): Promise<void> {
    const history = await wholeList(
      (query) => control.listRequests({ params: { guid }, query }),
      (answer) => answer.history,
    );
    for (const request of history.filter((one) => one.status === 'created')) {
      await control.cancelRequest({ params: { guid: request.guid }, body: {} });
    }
  }

  /** Step 13 by officers alone: identifiers on the identification entity. */
  async function grant(amount: number): Promise<Entity> {
    await ready();
    await preparing('grant identifiers', async () => {
      await cancelOpenRequests();
      await control.grantIdentifiers({ params: { guid }, body: { amount } });
    });
    return entityOf('emission');
  }

  const move = (from: Entity, to: Entity, amount: number): Promise<unknown> =>
    preparing(`fund the ${to.account_kind} entity`, () =>
      whileSigning(() =>
        control.transferByOfficer({
          params: { guid },
          body: { sender_id: from.guid, receiver_id: to.guid, amount },
        }),
      ),
    );

  /** The processing entity is filled for many scenarios at once: each filling makes DCM ask the bank. */
  async function processingWith(amount: number): Promise<Entity> {
    const entity = await entityOf('processing');
    if (entity.balance < amount) await move(await grant(stock), entity, stock);
    return entity;
  }

  /** A customer of its own, with exactly this much money. */
  async function newCustomerWith(amount: number): Promise<Entity> {
    const entity = await customerEntity();
    await move(await processingWith(amount), entity, amount);
    return entity;
  }

  // Each takes an act, questions and a transfer to make, so scenarios share them: one that sends, and one that receives.
  const sender = createShared(memory, 'sender', customerEntity);
  const receiver = createShared(memory, 'receiver', customerEntity);
  const bounded = createShared(memory, 'bounded', () => newCustomerWith(purse));

  async function senderWith(amount: number): Promise<Entity> {
    const entity = await sender.get();
    if ((await money.balance(entity)) < amount) await move(await processingWith(purse), entity, purse);
    return entity;
  }

  /** An entity of a kind with at least this much money; a customer is one that scenarios share. */
  async function funded(kind: 'emission' | 'processing' | 'customer', amount: number): Promise<Entity> {
    await ready();
    if (kind === 'emission') return grant(amount);
    return kind === 'processing' ? processingWith(amount) : senderWith(amount);
  }

  /** An entity of a new branch, with money; made by an employee without a branch and an officer. */
  async function branchEntity(): Promise<{ branch: string; sender: Entity }> {
    await ready();
    const headers = await officerSession();
    const params = { counterparty_guid: guid };
    return preparing('set up a branch', async () => {
      const name = `Branch ${memory.next('branches')}`;
      const branch = await dcm.api.createBranch({ params, body: { name }, headers });
      const at = { ...params, branch_guid: branch.guid };
      const made = await dcm.api.createBranchAccount({ params: at, body: {}, headers });
      const sender = (await money.entities(guid)).find((one) => one.guid === made.guid);
      if (!sender) throw new Blocked('the entity of the branch is not listed');
      const source = await funded('processing', 50);
      await move(source, sender, 50);
      return { branch: branch.guid, sender };
    });
  }

  return {
    branchEntity,
    entityOf,
    customerEntity,
    newCustomerWith,
    /** The customer that scenarios share to receive money. */
    receivingCustomer: receiver.get,
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
