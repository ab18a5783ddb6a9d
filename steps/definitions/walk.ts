import type { RuleId } from '../../contract/rules/index.js';
import { preparing, unlessDeclined } from '../blocked.js';
import { equals } from '../checks/outcomes.js';
import { attempt } from '../walk/employees.js';
import type { DcmWorld } from '../world.js';

/** What the documentation's walks share: an employee at a desk, facts, and outcomes in words. */

/** Who does it, and where. */
export async function openPage(world: DcmWorld) {
  return {
    api: unlessDeclined(world.stage.dcm.api),
    params: { counterparty_guid: world.walk.guid },
    headers: await world.walk.officerSession(),
  };
}

export const fact = <Value>(
  world: DcmWorld,
  rule: RuleId,
  what: string,
  wanted: Value,
  actual: Value,
): void => world.check(equals<string>(rule, what, JSON.stringify(wanted)), JSON.stringify(actual));

/** A session of an employee who was created just now. */
export async function sessionOf(world: DcmWorld, email: string) {
  const { employees } = world.walk;
  const password = world.stage.newPassword();
  await preparing('set a password', () => employees.setPassword(email, password));
  return employees.session(email, password);
}

export const outcomeOf = async (call: Promise<unknown>): Promise<string> => {
  const { ok, status, error } = await attempt(() => call);
  return ok ? 'served' : `${status} ${error}`;
};
