import type { Act, ActInput } from '../../contract/driver.js';
import { Blocked } from '../../steps/blocked.js';
import type { Driver } from '../../steps/drivers/driver.js';

/** What the bank is asked to do on a stage that others share: nothing is deleted or exchanged, and amounts stay small. */

/** Why these acts are left out. */
const refused: Partial<Readonly<Record<Act, string>>> = {
  'delete-identifiers': 'nothing is deleted on a stage',
  'register-jwk': 'no key is registered or exchanged on a stage',
  restart: 'the bank is not restarted on a stage',
  'set-limit': 'limits of a stage stay as they are: others may test with them',
  'confirm-recon': 'reconciliations of a stage are left to the bank',
};

/** What the run has created, in the order in which it was ordered. */
export interface Created {
  readonly act: Act;
  readonly what: string;
}

export interface Careful {
  readonly driver: Driver;
  readonly created: readonly Created[];
}

/** @param largest hryvnias that one order may have */
export function carefully(driver: Driver, largest: number): Careful {
  const created: Created[] = [];

  function note<Name extends Act>(act: Name, input: ActInput<Name>): void {
    const { amount, customers, users } = input as {
      amount?: number;
      customers?: readonly { login: string }[];
      users?: readonly { login: string }[];
    };
    for (const { login } of [...(customers ?? []), ...(users ?? [])]) created.push({ act, what: login });
    if (amount !== undefined) created.push({ act, what: `${amount}` });
  }

  return {
    created,
    driver: {
      async act(act, dcm, input) {
        const reason = refused[act];
        if (reason !== undefined) throw new Blocked(reason);
        const { amount } = input as { amount?: number };
        if (amount !== undefined && amount > largest)
          throw new Blocked(`an order of ${amount} is more than a stage is asked for (${largest})`);
        note(act, input);
        return driver.act(act, dcm, input);
      },
    },
  };
}
