import type { NewCustomer } from '../../contract/driver.js';
import { needed } from '../blocked.js';
import { type Exchange, member } from '../exchange.js';
import { probe } from '../probe.js';
import type { Stage } from '../stage.js';
import type { createActs } from './acts.js';

/** How often a bank is asked about a login whose secret was made just now. */
const mostAsked = 3;

/** A customer whose secret the bank holds. */
export interface KnownCustomer extends NewCustomer {
  readonly externalId: string;
  /** What the bank answered about the login as soon as the secret was made, if it could be asked. */
  readonly atFirst?: Exchange;
}

/** Has the bank make a secret for a login, and learns the external id from it. */
export async function makeSecret(
  stage: Stage,
  customer: NewCustomer,
  createSecrets: ReturnType<typeof createActs>['createSecrets'],
): Promise<KnownCustomer> {
  const suggested = `id-${customer.login}`;
  const made = await createSecrets([{ login: customer.login, external_id: suggested }]);
  if (stage.withoutDcmKey) return { ...customer, externalId: made.get(customer.login) ?? suggested };
  const ask = () => probe(stage, { method: 'user_auth', obj: customer.login, flow: 'sign-up' });
  const atFirst = await ask();
  let answer = atFirst;
  // Whether it is served at once is looked at where that is the question; elsewhere it must not be in the way.
  for (let again = 1; again < mostAsked && answer.status === 401; again += 1) answer = await ask();
  const externalIdSaid = member(answer, 'external_id');
  return {
    ...customer,
    externalId: typeof externalIdSaid === 'string' ? externalIdSaid : (made.get(customer.login) ?? suggested),
    atFirst,
  };
}

/** A user named in bank.yaml, whose secret the bank holds although nobody has ordered one. */
export async function heldCustomer(stage: Stage): Promise<KnownCustomer> {
  const user = stage.heldUser?.();
  needed(
    user !== undefined,
    'the bank is not asked for secrets, or does not support the act create-secrets: list a user whose secret it already has in bank.customers: [{ login, external_id }]',
  );
  const { external_id: named, ...customer } = user;
  if (stage.withoutDcmKey) return { ...customer, externalId: named ?? `id-${user.login}` };
  const atFirst = await probe(stage, { method: 'user_auth', obj: user.login, flow: 'sign-up' });
  const externalIdSaid = member(atFirst, 'external_id');
  return {
    ...customer,
    externalId: named ?? (typeof externalIdSaid === 'string' ? externalIdSaid : `id-${user.login}`),
    atFirst,
  };
}
