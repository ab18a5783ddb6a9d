import type { Act, ActAnswer, ActInput } from '../../contract/driver.js';
import { Blocked } from '../blocked.js';
import { ActNotSupported, DriverError } from '../drivers/driver.js';
import type { Scheme, Stage } from '../stage.js';

const isOfDriver = (error: unknown): error is Error =>
  error instanceof ActNotSupported || error instanceof DriverError;

/** @throws {Blocked} when the bank says that it did not do it */
export function done(name: Act, answer: ActAnswer): ActAnswer {
  if (!answer.ok) throw new Blocked(`act ${name}: the bank says ${answer.error ?? 'no'}`);
  return answer;
}

/** Acts of the bank, ordered through its driver. */
export function createActs({ dcm, bank, driver, secretsBeforehand = false }: Stage, scheme: () => Scheme) {
  const block = (employee = bank.firstEmployee) => ({ ...dcm.block, scheme: scheme(), employee });

  let begun: Promise<void> | undefined;
  const confirmsOrdered = new Map<string, number>();

  /** Before the first act, once: DCM is new and so nothing that the bank has of an earlier one is of use. */
  function begin(): Promise<void> {
    begun ??= driver.act('reset', block(), {}).then(
      () => {},
      (error) => {
        if (!isOfDriver(error)) throw error;
        // It may be missing; a driver that does not work at all is told by the act that follows.
      },
    );
    return begun;
  }

  /** Orders an act of the bank. What the driver cannot do blocks the scenario. */
  async function act<Name extends Act>(
    name: Name,
    input: ActInput<Name>,
    employee = bank.firstEmployee,
  ): Promise<ActAnswer> {
    if ('payment_guid' in input && name === 'confirm-payment') {
      const guid = String(input.payment_guid);
      confirmsOrdered.set(guid, (confirmsOrdered.get(guid) ?? 0) + 1);
    }
    try {
      await begin();
      return await driver.act(name, block(employee), input);
    } catch (error) {
      throw isOfDriver(error) ? new Blocked(error.message, { cause: error }) : error;
    }
  }

  /** As `act`, for an act that may be missing without harm; undefined when the bank does not offer it. */
  const actIfOffered = <Name extends Act>(
    name: Name,
    input: ActInput<Name>,
  ): Promise<ActAnswer | undefined> =>
    act(name, input).catch((error) => {
      if (error instanceof Blocked && error.cause instanceof ActNotSupported) return undefined;
      throw error;
    });

  /** As `act`, for what has to succeed before a scenario can begin. */
  async function prepareBy<Name extends Act>(name: Name, input: ActInput<Name>): Promise<ActAnswer> {
    return done(name, await act(name, input));
  }

  async function createSecrets(
    users: readonly { login: string; external_id: string }[],
  ): Promise<Map<string, string>> {
    const known = new Map(users.map(({ login, external_id }) => [login, external_id]));
    if (secretsBeforehand) return known;
    const { output } = await prepareBy('create-secrets', { users: [...users] });
    for (const { login, external_id } of output?.users ?? []) known.set(login, external_id);
    return known;
  }

  return { act, actIfOffered, prepareBy, createSecrets, confirmsOrdered };
}
