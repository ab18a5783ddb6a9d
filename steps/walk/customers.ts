import type { NewCustomer } from '../../contract/driver.js';
import type { Stage } from '../stage.js';
import type { KnownCustomer } from './make-secret.js';
import type { Memory } from './memory.js';

/**
 * The customers of a walk. A bank may have few test logins, so what a scenario leaves behind is used by later ones; what a
 * scenario that did not pass has touched is not, since it may be in any state.
 *
 * @param secretFor has the bank make a secret for a customer
 */
export function createCustomers(
  stage: Pick<Stage, 'newCustomer' | 'customersLeft'>,
  memory: Memory,
  secretFor: (customer: NewCustomer) => Promise<KnownCustomer>,
) {
  const withoutSecret = memory.map<NewCustomer>('customers without a secret');
  /** Those whom DCM does not have. */
  const withSecret = memory.map<KnownCustomer>('customers with a secret');
  const touched = new Set<string>();

  function firstOf<Customer extends NewCustomer>(pool: ReadonlyMap<string, Customer>): Customer | undefined {
    const [customer] = pool.values();
    if (customer) touched.add(customer.login);
    return customer;
  }

  function taken<Customer extends NewCustomer>(pool: Map<string, Customer>): Customer | undefined {
    const customer = firstOf(pool);
    if (customer) pool.delete(customer.login);
    return customer;
  }

  /** A customer for whom the bank holds no secret. @throws {Blocked} when the configured ones are used up */
  const takeWithoutSecret = (): NewCustomer => taken(withoutSecret) ?? stage.newCustomer();

  const takeWithSecret = async (): Promise<KnownCustomer> =>
    taken(withSecret) ?? (await secretFor(takeWithoutSecret()));

  function leaveWithSecret(customer: KnownCustomer): void {
    touched.add(customer.login);
    withSecret.set(customer.login, customer);
  }

  return {
    /** From now on, what is touched is touched by the next scenario. */
    begins: (): void => touched.clear(),
    /** The scenario did not pass: nobody else uses the customers that it has touched. */
    spoiled(): void {
      for (const login of touched) for (const pool of [withoutSecret, withSecret]) pool.delete(login);
    },
    /** Whatever is done now concerns all customers whom the bank knows. */
    concernsAll(): void {
      for (const login of withSecret.keys()) touched.add(login);
    },
    /** How many more customers the walk can have. */
    left: (): number =>
      withoutSecret.size + withSecret.size + (stage.customersLeft?.() ?? Number.POSITIVE_INFINITY),
    takeWithoutSecret,
    /** The bank still holds no secret for a customer who was taken. */
    leaveWithoutSecret(customer: NewCustomer): void {
      touched.add(customer.login);
      withoutSecret.set(customer.login, customer);
    },
    /** A customer whose secret the bank holds, whom DCM does not have and whom whoever takes it may create there. */
    takeWithSecret,
    /** DCM still does not have a customer whose secret the bank holds. */
    leaveWithSecret,
    /** Two customers whose secrets the bank holds, for questions only. */
    async two(): Promise<readonly [KnownCustomer, KnownCustomer]> {
      const pair = [await takeWithSecret(), await takeWithSecret()] as const;
      for (const customer of pair) leaveWithSecret(customer);
      return pair;
    },
  };
}
