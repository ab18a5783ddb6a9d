import type { Act, ActAnswer, ActInput } from '../../contract/driver.js';
import { Blocked, isBlocked } from '../blocked.js';
import { ActNotSupported } from '../drivers/driver.js';
import { newestEntry } from '../journal.js';
import type { Scheme, Stage } from '../stage.js';
import { createMemory } from './memory.js';
import { createOrderBook } from './order-book.js';
import { createOrders } from './orders.js';
import type { SignRetries } from './sign-retries.js';

/** @throws {Blocked} when the bank says that it did not do it */
export function done(name: Act, answer: ActAnswer): ActAnswer {
  if (!answer.ok) throw new Blocked(`act ${name}: the bank reported: ${answer.error ?? 'failure'}`);
  return answer;
}

export interface ActOptions {
  /** Somebody else than the first employee. */
  readonly employee?: Stage['bank']['firstEmployee'];
  /** The ledger clock moves on while the act is under way. */
  readonly hurry?: boolean;
}

/** Acts in which DCM asks /sign. */
const signing: readonly Act[] = ['transfer', 'confirm-payment'];

/** Acts of the bank, ordered through its driver one after the other. */
export function createActs(
  stage: Stage,
  scheme: () => Scheme,
  memory = createMemory(),
  signRetries?: SignRetries,
) {
  const { bank, secretsBeforehand = false } = stage;

  let begun: Promise<void> | undefined;
  const confirmsOrdered = memory.map<number>('confirmsOrdered');

  const order = createOrders(stage, scheme);
  const orderBook = createOrderBook(memory);

  /** Before the first act, once: DCM is new and so nothing that the bank has of an earlier one is of use. */
  function begin(): Promise<void> {
    begun ??= memory.get('reset')
      ? Promise.resolve()
      : order('reset', {}).then(
          () => memory.set('reset', undefined),
          (error) => {
            // It may be missing; a driver that does not work at all is told by the act that follows.
            if (!isBlocked(error)) throw error;
            memory.set('reset', undefined);
          },
        );
    return begun;
  }

  /** Orders an act of the bank. What the driver cannot do blocks the scenario. */
  async function act<Name extends Act>(
    name: Name,
    input: ActInput<Name>,
    { employee = bank.firstEmployee, hurry = false }: ActOptions = {},
  ): Promise<ActAnswer> {
    if ('payment_guid' in input && name === 'confirm-payment') {
      const guid = String(input.payment_guid);
      confirmsOrdered.set(guid, (confirmsOrdered.get(guid) ?? 0) + 1);
    }
    await begin();
    if (orderBook.isAbout(name)) orderBook.note(name, input, await newestEntry(stage.dcm));
    const perform = () => order(name, input, employee);
    return signRetries && signing.includes(name) ? signRetries.during(perform, hurry) : perform();
  }

  /** As `act`, for an act that may be missing without harm; undefined when the bank does not support it. */
  const actIfOffered = <Name extends Act>(
    name: Name,
    input: ActInput<Name>,
  ): Promise<ActAnswer | undefined> =>
    act(name, input).catch((error) => {
      if (isBlocked(error) && error.cause instanceof ActNotSupported) return undefined;
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

  /** As `createSecrets`; undefined when the bank is not asked for secrets, since it holds those that are named. */
  const secretsIfOffered = (users: Parameters<typeof createSecrets>[0]) =>
    createSecrets(users).catch((error) => {
      if (isBlocked(error) && error.cause instanceof ActNotSupported) return undefined;
      throw error;
    });

  return { act, actIfOffered, prepareBy, createSecrets, secretsIfOffered, confirmsOrdered, orderBook };
}
