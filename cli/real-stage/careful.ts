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
  // A bank that forgets its secrets can never use the entities again that DCM has encrypted with them.
  reset: 'DCM is not new on a stage',
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

export interface Limits {
  /** Hryvnias that one order may have. */
  readonly largest: number;
  /** Logins of the key keepers. */
  readonly keepers: readonly string[];
  /** Whether DCM has entities of the bank already, which only the secrets that the key keepers have can open. */
  readonly hasEntities: () => Promise<boolean>;
}

export function carefully(driver: Driver, { largest, keepers, hasEntities }: Limits): Careful {
  const created: Created[] = [];

  /** The input without key keepers whose secrets are in use. */
  async function withoutKeepers<Name extends Act>(input: ActInput<Name>): Promise<ActInput<Name>> {
    const { users } = input as ActInput<'create-secrets'>;
    if (!users.some(({ login }) => keepers.includes(login)) || !(await hasEntities())) return input;
    return { ...input, users: users.filter(({ login }) => !keepers.includes(login)) };
  }

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
      async act(act, dcm, asked) {
        const reason = refused[act];
        if (reason !== undefined) throw new Blocked(reason);
        const input = act === 'create-secrets' ? await withoutKeepers(asked) : asked;
        if ('users' in input && input.users.length === 0) return { ok: true };
        const { amount } = input as { amount?: number };
        if (amount !== undefined && amount > largest)
          throw new Blocked(`an order of ${amount} is more than a stage is asked for (${largest})`);
        note(act, input);
        return driver.act(act, dcm, input);
      },
    },
  };
}
