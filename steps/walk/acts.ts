import type { Act, ActAnswer, ActInput } from '../../contract/driver.js';
import { Blocked } from '../blocked.js';
import { ActNotSupported, DriverError } from '../drivers/driver.js';
import type { Stage } from '../stage.js';

/** Acts of the bank, ordered through its driver. */
export function createActs({ dcm, bank, driver }: Stage) {
  /** Orders an act of the bank. What the driver cannot do blocks the scenario. */
  async function act<Name extends Act>(
    name: Name,
    input: ActInput<Name>,
    employee = bank.firstEmployee,
  ): Promise<ActAnswer> {
    try {
      return await driver.act(name, { ...dcm.block, employee }, input);
    } catch (error) {
      if (error instanceof ActNotSupported || error instanceof DriverError) throw new Blocked(error.message);
      throw error;
    }
  }

  /** As `act`, for what has to succeed before a scenario can begin. */
  async function prepareBy<Name extends Act>(name: Name, input: ActInput<Name>): Promise<ActAnswer> {
    const answer = await act(name, input);
    if (!answer.ok) throw new Blocked(`act ${name}: the bank says ${answer.error ?? 'no'}`);
    return answer;
  }

  async function createSecrets(
    users: readonly { login: string; external_id: string }[],
  ): Promise<Map<string, string>> {
    const { output } = await prepareBy('create-secrets', { users: [...users] });
    const known = new Map(users.map(({ login, external_id }) => [login, external_id]));
    for (const { login, external_id } of output?.users ?? []) known.set(login, external_id);
    return known;
  }

  return { act, prepareBy, createSecrets };
}
