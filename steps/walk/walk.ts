import type { Act, ActInput, NewCustomer } from '../../contract/driver.js';
import { preparing } from '../blocked.js';
import type { KeyKeeperData, Scheme, Stage } from '../stage.js';
import { type ActOptions, createActs, done } from './acts.js';
import { createControls } from './controls.js';
import { createEmployees } from './employees.js';
import { createFunding } from './funding.js';
import { heldCustomer, type KnownCustomer, makeSecret } from './make-secret.js';
import { createMemory } from './memory.js';
import { createMoney } from './money.js';
import { createOnboarding } from './onboarding.js';
import { createShared } from './shared.js';
import { createSightings } from './sightings.js';
import { createSignRetries } from './sign-retries.js';
import { createStretches } from './stretches.js';
import { createWithinAct } from './within-act.js';

/**
 * The state of one walk along the plan. Each milestone brings about those before it, so that a scenario can be run
 * alone; what a milestone does is done once. What the stage tells of an earlier process is taken up.
 */
export function createWalk(given: Stage) {
  const { dcm, bank } = given;
  const whileActing =
    bank.probes === 'within-act'
      ? createWithinAct(given, {
          ready: () => ready(),
          scheme: () => scheme,
          loginOf: (externalId) => logins.get(externalId),
        })
      : undefined;
  const stage: Stage = Object.create(given, { whileActing: { value: whileActing } });
  const memory = createMemory(given.past);
  const logins = memory.map<string>('logins');
  const { control } = dcm;
  const guid = dcm.block.counterparty_guid;
  const money = createMoney(stage);
  const employees = createEmployees(stage);
  /** The scheme under which an earlier process has left the walk, and the entry before it. */
  const left = memory.get('scheme')?.value as { scheme: Scheme; begun: number } | undefined;
  let resumes = left !== undefined;
  let scheme: Scheme = left?.scheme ?? 'dcm';
  let begun = left?.begun;
  const signRetries = createSignRetries(stage);
  const { act, actIfOffered, prepareBy, createSecrets, secretsIfOffered, confirmsOrdered } = createActs(
    stage,
    () => scheme,
    memory,
    signRetries,
  );
  const { milestone, newest, troublesSince } = createStretches(stage, memory);

  const keeper = (purpose: KeyKeeperData['for']): KeyKeeperData =>
    bank.keyKeepers.find((one) => one.for === purpose) ?? bank.keyKeepers[0];

  const configured = milestone('configured', async () => {
    const answer = await actIfOffered('configure', { key_keepers: [...bank.keyKeepers] });
    if (answer) done('configure', answer);
  });

  /** Step 7: the bank holds the key keepers' secrets. Answers whether it offers to make any. */
  const keepersReady = milestone('keepersReady', async () => {
    await configured();
    // Whether the bank holds them is what the questions about them show.
    return (await secretsIfOffered(bank.keyKeepers)) !== undefined;
  });

  /** Step 14: the bank holds a secret for this login. */
  const secretFor = async (customer: NewCustomer): Promise<KnownCustomer> => {
    await keepersReady();
    const made = await makeSecret(stage, customer, createSecrets);
    logins.set(made.externalId, customer.login);
    return made;
  };

  const { invite, ...onboarding } = createOnboarding(stage, milestone);
  const { registered, urlsStored, invited } = onboarding;

  /** Step 10. Not a preparation: whether the bank lets it happen is what the step verifies. */
  const entitiesCreated = milestone('entitiesCreated', async () => {
    await keepersReady();
    await urlsStored();
    return control.createEntities({ params: { guid }, body: {} });
  });

  /** Step 11. */
  const passwordSet = milestone('passwordSet', async () => {
    await invited();
    const { email, password } = bank.firstEmployee;
    await preparing('set the password', () => employees.setPassword(email, password));
  });

  const forbiddenPassword = milestone('forbiddenPassword', async () => stage.newPassword());

  /** An employee whom DCM permits and the bank must not. */
  const forbiddenInvited = milestone('forbiddenInvited', async () => {
    await registered();
    await invite(bank.subjects.forbidden);
    const password = await forbiddenPassword();
    await preparing('set a password', () => employees.setPassword(bank.subjects.forbidden, password));
  });

  /** Steps 1 to 11. */
  const ready = milestone('ready', async () => {
    await preparing('create both entities', entitiesCreated);
    await passwordSet();
  });

  const funding = createFunding(stage, memory, {
    ready,
    money,
    prepareBy,
    newCustomer: async () => secretFor(stage.newCustomer()),
    whileSigning: signRetries.during,
    officerSession: () => officerSession(),
  });

  async function officerSession() {
    await passwordSet();
    return employees.session(bank.firstEmployee.email, bank.firstEmployee.password);
  }

  /** Step 14: the bank officer makes secrets for two customers. */
  const twoCustomers = createShared(
    memory,
    'twoCustomers',
    async () => [await secretFor(stage.newCustomer()), await secretFor(stage.newCustomer())] as const,
  );

  const controls = createControls(memory);

  /** Who was shared may be in a state that the next scenario does not expect. */
  function renewCustomers(): void {
    twoCustomers.renew();
    controls.forgetActs();
    funding.renewCustomers();
  }

  let latest = 0;
  const ordersAmiss = given.ordersAmiss ?? [];

  return {
    stage,
    guid,
    /** What another process needs in order to go on with the walk, between two scenarios. */
    state: memory.state,
    /** From now on the bank acts under this scheme. */
    useScheme(wanted: Scheme): void {
      const same = resumes && wanted === scheme;
      resumes = false;
      if (same) return;
      if (begun !== undefined) stage.patience.anew();
      scheme = wanted;
      begun = undefined;
      controls.forget();
      renewCustomers();
    },
    /** A scenario begins after this entry of the journal. */
    begins(mark: number): void {
      begun ??= mark;
      memory.set('scheme', { scheme, begun });
    },
    /** `seq` of the newest entry from before the bank acted under the scheme. */
    get begun(): number {
      return begun ?? 0;
    },
    controls,
    money,
    employees,
    sightings: () => createSightings(stage),
    troublesSince,
    /** Does what makes DCM ask /sign, and does not wait for all the times it asks again. */
    whileSigning: signRetries.during,
    async act<Name extends Act>(name: Name, input: ActInput<Name>, how: ActOptions = {}) {
      latest = await newest();
      return act(name, input, how);
    },
    /** `seq` of the newest journal entry from before the latest act. */
    latestAct: () => latest,
    actIfOffered,
    /** How often the bank was told to confirm a draft, by its guid. */
    confirmsOrdered: confirmsOrdered as ReadonlyMap<string, number>,
    /** Stretches of the journal in which the bank did what it was told and should not be right: `after` to `last`. */
    ordersAmiss,
    keeper,
    keepersReady,
    secretFor,
    createSecrets,
    /** One customer for questions of every kind; never created at DCM. */
    probeCustomer: milestone('probeCustomer', async () => {
      return (await keepersReady()) ? secretFor(stage.newCustomer()) : heldCustomer(stage);
    }),
    ...onboarding,
    entitiesCreated,
    passwordSet,
    ready,
    ...funding,
    twoCustomers: twoCustomers.get,
    renewCustomers,
    officerSession,
    async forbiddenSession() {
      await forbiddenInvited();
      return employees.session(bank.subjects.forbidden, await forbiddenPassword());
    },
    /** A further counterparty of the network, played by the mock. */
    otherBank: milestone('otherBank', () =>
      preparing('add a second counterparty', () => control.addSimulatedBank({ body: { alias: 'bank2' } })),
    ),
    /** Hryvnias that no other act of the run orders, so that requests can be told apart. */
    nextAmount(): number {
      return Math.round((10 + memory.next('amounts') / 100) * 100) / 100;
    },
  };
}

export type Walk = ReturnType<typeof createWalk>;
