import { capabilitiesOf } from '../../contract/bank-config/driver.js';
import type { BankConfig } from '../../contract/bank-config/index.js';
import type { NewCustomer } from '../../contract/driver.js';
import { createPeople } from '../../fixtures/people.js';
import { randomSeed } from '../../mock-server/system.js';
import { Blocked, LeftOut } from '../../steps/blocked.js';
import type { Stage } from '../../steps/stage.js';

/**
 * Customers as configured, each used once, or generated ones. Their logins get a suffix that is unique to the run, so
 * that the bank's database need not be emptied; logins whose secrets the bank already holds (builtin driver) stay.
 *
 * @param begin how many an earlier process has used
 */
export function configuredPeople(
  { bank, driver }: BankConfig,
  seed: string,
  begin = 0,
): Pick<Stage, 'newCustomer' | 'customersLeft' | 'newLogin' | 'newPassword' | 'heldUser'> & {
  readonly customersTaken: () => number;
} {
  const { acts, makesSecrets } = capabilitiesOf(driver);
  const run = randomSeed();
  const people = createPeople(`${seed}-${run}`);
  const customers = bank.customers;
  const suffixed = ({
    login,
    external_id: _held,
    ...person
  }: NewCustomer & { external_id?: string | undefined }): NewCustomer => ({
    login: makesSecrets ? withSuffix(login, run) : login,
    ...person,
  });
  let taken = begin;
  return {
    customersTaken: () => taken,
    customersLeft: () =>
      Math.max((Array.isArray(customers) ? customers.length : customers.generate) - taken, 0),
    heldUser: () => (Array.isArray(customers) ? customers[0] : undefined),
    newLogin: people.login,
    newPassword: people.password,
    newCustomer() {
      const index = taken;
      taken += 1;
      if (!Array.isArray(customers)) {
        if (index < customers.generate) return people.person();
        throw new Blocked(`bank.customers.generate: all ${customers.generate} are used up`);
      }
      const next = customers[index];
      if (next) return suffixed(next);
      // Where nobody acts, more customers would be of no use.
      const usedUp = `bank.customers: all ${customers.length} are used up`;
      throw acts ? new Blocked(usedUp) : new LeftOut(usedUp);
    },
  };
}

/** Adds the suffix so that an e-mail address stays valid. */
export function withSuffix(login: string, run: string): string {
  const at = login.lastIndexOf('@');
  return at > 0 ? `${login.slice(0, at)}-${run}${login.slice(at)}` : `${login}-${run}`;
}
