import type { Act, ActInput } from '../../contract/driver.js';
import { Blocked } from '../../steps/blocked.js';
import type { Driver } from '../../steps/drivers/driver.js';

/** What the bank is asked to do on a stage that others share: nothing is deleted or exchanged, and amounts stay small. */

/** Whether an act is asked for on a stage, or why not: a new one has to be decided about. */
const decisions: Readonly<Record<Act, 'asked' | { readonly why: string }>> = {
  ping: 'asked',
  configure: 'asked',
  'create-secrets': 'asked',
  login: 'asked',
  'issue-identifiers': 'asked',
  'create-customers': 'asked',
  transfer: 'asked',
  'create-payment': 'asked',
  'confirm-payment': 'asked',
  'read-payment': 'asked',
  'mint-token': 'asked',
  'delete-identifiers': { why: 'nothing is deleted on a stage' },
  'register-jwk': { why: 'no key is registered or exchanged on a stage' },
  restart: { why: 'the bank is not restarted on a stage' },
  'set-limit': { why: 'limits of a stage stay as they are: others may test with them' },
  'confirm-recon': { why: 'reconciliations of a stage are left to the bank' },
  // A bank that forgets its secrets can never use the entities again that DCM has encrypted with them.
  reset: { why: 'DCM is not new on a stage' },
};

export interface Careful {
  readonly driver: Driver;
  /** Logins of users for whom the bank was asked to make a secret. */
  readonly secretsOf: readonly string[];
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
  const secretsOf: string[] = [];

  /** The input without key keepers whose secrets are in use. */
  async function withoutKeepers<Name extends Act>(input: ActInput<Name>): Promise<ActInput<Name>> {
    const { users } = input as ActInput<'create-secrets'>;
    if (!users.some(({ login }) => keepers.includes(login)) || !(await hasEntities())) return input;
    return { ...input, users: users.filter(({ login }) => !keepers.includes(login)) };
  }

  return {
    secretsOf,
    driver: {
      async act(act, dcm, asked) {
        const decision = decisions[act];
        if (decision !== 'asked') throw new Blocked(decision.why);
        const input = act === 'create-secrets' ? await withoutKeepers(asked) : asked;
        if ('users' in input && input.users.length === 0) return { ok: true };
        const { amount } = input as { amount?: number };
        if (amount !== undefined && amount > largest)
          throw new Blocked(`an order of ${amount} is more than a stage is asked for (${largest})`);
        if ('users' in input) secretsOf.push(...input.users.map(({ login }) => login));
        return driver.act(act, dcm, input);
      },
    },
  };
}
