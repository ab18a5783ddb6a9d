import { Blocked } from '../../steps/blocked.js';
import type { Walk } from '../../steps/walk/walk.js';

/** Test users whose secrets the bank holds. */
export interface LoadUsers {
  /** External ids of key keepers and customers. */
  readonly ids: readonly string[];
  /** Logins of customers; none if the bank makes no secrets and bank.customers names nobody. */
  readonly logins: readonly string[];
}

/** Customers whose secrets the bank makes for the measurement. */
const most = 5;

/** Has the bank make secrets as in steps 7 and 14, or takes the users that bank.yaml names. @throws {Blocked} */
export async function findUsers(walk: Walk, byPerson: boolean): Promise<LoadUsers> {
  const keepers = walk.stage.bank.keyKeepers.map(({ external_id }) => external_id);
  const known = [];
  try {
    known.push(await walk.probeCustomer());
    const makesMore = await walk.keepersReady();
    while (makesMore && !byPerson && known.length < most)
      known.push(await walk.secretFor(walk.stage.newCustomer()));
  } catch (error) {
    // With fewer customers, or none, the other methods can still be asked.
    if (!(error instanceof Blocked)) throw error;
  }
  return {
    ids: [...keepers, ...known.map(({ externalId }) => externalId)],
    logins: known.map(({ login }) => login),
  };
}
