import { capabilitiesOf, type DriverConfig } from '../../contract/bank-config/driver.js';
import type { BankConfig } from '../../contract/bank-config/index.js';

/** What the number of test logins depends on. */
export interface Extent {
  readonly schemes: readonly BankConfig['bank']['schemes'][number][];
  readonly driver: Pick<DriverConfig, 'kind'>;
}

/** Test logins for steps 1 to 11, which are walked once. */
const once = 3;
/** Further ones for steps 12 to 16 under each scheme. */
const under = { dcm: 4, bank: 4 } as const;
/** By the second scheme, the customers of steps 1 to 11 are taken. */
const secondScheme = 2;
/**
 * What a scenario that did not pass has touched is used no more: as many of these give way before scenarios share what is
 * there. A person makes the secret of each.
 */
const spare = { byPerson: 1, byProgram: 5 } as const;

/** Test logins that a run uses in which every scenario passes. */
export const loginsTaken = (schemes: Extent['schemes']): number =>
  schemes.reduce((sum, scheme) => sum + under[scheme], once) + (schemes.length - 1) * secondScheme;

/** Test logins that a bank should offer for the whole plan. */
export const logins = ({ schemes, driver }: Extent): number =>
  loginsTaken(schemes) + (capabilitiesOf(driver).byPerson ? spare.byPerson : spare.byProgram);

/** The last step for which one customer is enough, and the last one that is walked once. */
const oneCustomer = 5;
const lastWalkedOnce = 11;

/**
 * How many test logins a configuration must provide.
 * @param steps selected steps; empty for the whole plan
 */
export function loginsNeeded({ bank, driver }: BankConfig, steps: readonly number[] = []): number {
  const last = Math.max(...steps, 0);
  // Without acts no customer can be created: the configured one must do.
  if (!capabilitiesOf(driver).acts || (last > 0 && last <= oneCustomer)) return 1;
  if (last > 0 && last <= lastWalkedOnce) return once;
  return logins({ schemes: bank.schemes, driver });
}
