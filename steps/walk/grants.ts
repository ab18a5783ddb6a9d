import { wholeList } from '../../contract/control/portions.js';
import { Blocked, preparing } from '../blocked.js';
import { type Stage, smallestAmountOf } from '../stage.js';
import type { createMoney, Entity } from './money.js';
import type { SignRetries } from './sign-retries.js';
import { untilPosted } from './until-posted.js';

export interface GrantNeeds {
  /** Steps 1 to 11 are done. */
  readonly ready: () => Promise<void>;
  readonly money: ReturnType<typeof createMoney>;
  /** Does what makes DCM ask /sign. */
  readonly whileSigning: SignRetries['during'];
}

/** Smallest orders with which the processing entity is filled. */
const ordersInStock = 1000;

/** Money by officers' acts alone: identifiers of the bank (step 13), and transfers of them. */
export function createGrants(stage: Stage, { ready, money, whileSigning }: GrantNeeds) {
  const { dcm } = stage;
  const { control } = dcm;
  const stock = ordersInStock * smallestAmountOf(stage);
  const guid = dcm.block.counterparty_guid;

  const entityOf = async (kind: Entity['account_kind']): Promise<Entity> => {
    const found = (await money.entities(guid)).find((entity) => entity.account_kind === kind);
    if (!found) throw new Blocked(`there is no ${kind} entity`);
    return found;
  };

  async function cancelOpenRequests(): Promise<void> {
    const history = await wholeList(
      (query) => control.listRequests({ params: { guid }, query }),
      (answer) => answer.history,
    );
    for (const request of history.filter((item) => item.status === 'created')) {
      await control.cancelRequest({ params: { guid: request.guid }, body: {} });
    }
  }

  /** Identifiers on the identification entity. */
  async function grant(amount: number): Promise<Entity> {
    await ready();
    await preparing('grant identifiers', async () => {
      await cancelOpenRequests();
      await control.grantIdentifiers({ params: { guid }, body: { amount } });
    });
    return entityOf('emission');
  }

  const move = (from: Entity, to: Entity, amount: number): Promise<unknown> =>
    preparing(`fund the ${to.account_kind} entity`, async () => {
      const { guid: transfer } = await whileSigning(() =>
        control.transferByOfficer({
          params: { guid },
          body: { sender_id: from.guid, receiver_id: to.guid, amount },
        }),
      );
      await untilPosted(dcm, transfer);
    });

  /** The processing entity is filled for many scenarios at once: each filling makes DCM ask the bank. */
  async function processingWith(amount: number): Promise<Entity> {
    const entity = await entityOf('processing');
    if (entity.balance < amount) await move(await grant(stock), entity, stock);
    return entity;
  }

  return { entityOf, cancelOpenRequests, grant, move, processingWith };
}
