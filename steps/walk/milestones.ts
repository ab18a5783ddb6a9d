import type { NewCustomer } from '../../contract/driver.js';
import { preparing } from '../blocked.js';
import type { KeyKeeperData, Stage } from '../stage.js';
import { type createActs, done } from './acts.js';
import { createEmployees } from './employees.js';
import { askBeforeExpiry } from './expiring.js';
import { heldCustomer, type KnownCustomer, makeSecret } from './make-secret.js';
import type { Memory } from './memory.js';
import { createOnboarding } from './onboarding.js';
import type { createStretches } from './stretches.js';

/** Steps 1 to 11, and the secrets of step 14. Each milestone brings about those before it, once. */
export function createMilestones(
  stage: Stage,
  milestone: ReturnType<typeof createStretches>['milestone'],
  { actIfOffered, createSecrets, secretsIfOffered }: ReturnType<typeof createActs>,
  logins: ReturnType<typeof createLogins>,
) {
  const { bank, dcm } = stage;
  const { control } = dcm;
  const guid = dcm.block.counterparty_guid;
  const employees = createEmployees(stage);

  const keeper = (purpose: KeyKeeperData['for']): KeyKeeperData =>
    bank.keyKeepers.find((known) => known.for === purpose) ?? bank.keyKeepers[0];

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
    if (!stage.passwordsBeforehand)
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

  async function officerSession() {
    await passwordSet();
    return employees.session(bank.firstEmployee.email, bank.firstEmployee.password);
  }

  async function forbiddenSession() {
    await forbiddenInvited();
    return employees.session(bank.subjects.forbidden, await forbiddenPassword());
  }

  return {
    ...onboarding,
    employees,
    keeper,
    keepersReady,
    secretFor,
    /** One customer for questions of every kind; never created at DCM. */
    probeCustomer: milestone('probeCustomer', async () => {
      return (await keepersReady()) ? secretFor(stage.newCustomer()) : heldCustomer(stage);
    }),
    /** A token that is about to expire. */
    expiring: milestone('expiring', async () => {
      await keepersReady();
      return askBeforeExpiry(stage, keeper('processing').external_id);
    }),
    entitiesCreated,
    passwordSet,
    ready,
    officerSession,
    forbiddenSession,
    /** A further counterparty of the network, played by the mock. */
    otherBank: milestone('otherBank', () =>
      preparing('add a second counterparty', () => control.addSimulatedBank({ body: { alias: 'bank2' } })),
    ),
  };
}

/** Logins of users by their external ids. */
export const createLogins = (memory: Memory) => memory.map<string>('logins');
