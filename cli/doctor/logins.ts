import { capabilitiesOf } from '../../contract/bank-config/driver.js';
import type { BankConfig } from '../../contract/bank-config/index.js';

/** What the number of test logins depends on. */
export interface Extent {
  readonly schemes: readonly BankConfig['bank']['schemes'][number][];
  readonly scope: BankConfig['scope'];
  readonly multisignature: boolean;
  readonly limits: boolean;
  readonly reconciliation: boolean;
  readonly branches: boolean;
}

const parts = ['multisignature', 'limits', 'reconciliation', 'branches'] as const;
type Part = (typeof parts)[number];

/**
 * The most test logins that a run uses: each scenario needs its own customers if the previous one has not passed. A run
 * in which all scenarios pass uses fewer. Steps 1 to 11 are walked once, the others once for each scheme.
 */
const taken: Readonly<Record<Extent['scope'], Readonly<Record<'once' | 'dcm' | 'bank' | Part, number>>>> = {
  full: { once: 3, dcm: 49, bank: 46, multisignature: 19, limits: 6, reconciliation: 1, branches: 1 },
  service: { once: 1, dcm: 21, bank: 17, multisignature: 19, limits: 0, reconciliation: 0, branches: 0 },
};

/** The most test logins that a run uses. */
export function logins({ schemes, scope, ...extent }: Extent): number {
  const numbers = taken[scope];
  const more = parts.reduce((sum, part) => sum + (extent[part] ? numbers[part] : 0), 0);
  return schemes.reduce((sum, scheme) => sum + numbers[scheme] + more, numbers.once);
}

/** The last step for which one customer is enough, and the last one that is walked once. */
const oneCustomer = 5;
const lastWalkedOnce = 11;

/**
 * How many test logins a configuration must provide.
 * @param steps selected steps; empty for the whole plan
 */
export function loginsNeeded(
  { bank, scope, plan, driver }: BankConfig,
  steps: readonly number[] = [],
): number {
  const last = Math.max(...steps, 0);
  // Without acts no customer can be created: the configured one must do.
  if (!capabilitiesOf(driver).acts || (last > 0 && last <= oneCustomer)) return 1;
  if (last > 0 && last <= lastWalkedOnce) return taken[scope].once;
  return logins({ schemes: bank.schemes, scope, ...plan });
}
