import type { Act, ActInput } from '../../contract/driver.js';
import { type Stage, smallestAmountOf } from '../stage.js';
import { type ActOptions, createActs } from './acts.js';
import { createControls } from './controls.js';
import { createCustomers } from './customers.js';
import { createFunding } from './funding.js';
import { createJournalWatch } from './journal-watch.js';
import { createMemory } from './memory.js';
import { createLogins, createMilestones } from './milestones.js';
import { createMoney } from './money.js';
import { createSchemeOfWalk } from './scheme.js';
import { createShared } from './shared.js';
import { createSignRetries } from './sign-retries.js';
import { createStretches } from './stretches.js';
import { createWithinAct } from './within-act.js';

/** What steps 15 and 16 take at least, so that step 14 leaves them enough. */
const customersOfLaterSteps = 8;

/**
 * The state of one walk along the plan. Each milestone brings about those before it, so that a scenario can be run
 * alone; what a milestone does is done once. What the stage tells of an earlier process is taken up.
 */
export function createWalk(given: Stage) {
  const { dcm, bank } = given;
  const whileActing =
    bank.probes === 'within-act'
      ? createWithinAct(given, {
          ready: () => milestones.ready(),
          scheme: () => scheme.now(),
          loginOf: (externalId) => logins.get(externalId),
        })
      : undefined;
  const stage: Stage = Object.create(given, { whileActing: { value: whileActing } });
  const memory = createMemory(given.past);
  const logins = createLogins(memory);
  const guid = dcm.block.counterparty_guid;
  const money = createMoney(stage);
  const controls = createControls(memory);
  const signRetries = createSignRetries(stage);
  const scheme = createSchemeOfWalk(memory, (isFirst) => {
    if (!isFirst) stage.patience.anew();
    controls.forget();
    renewCustomers();
  });
  const acts = createActs(stage, scheme.now, memory, signRetries);
  const { milestone, newest, troublesSince } = createStretches(stage, memory);

  const milestones = createMilestones(stage, milestone, acts, logins);
  const { secretFor, officerSession } = milestones;

  const customers = createCustomers(stage, memory, secretFor);
  const funding = createFunding(stage, memory, {
    ready: milestones.ready,
    money,
    prepareBy: acts.prepareBy,
    customers,
    created: controls.customers,
    whileSigning: signRetries.during,
    officerSession,
  });

  /** Step 14: the bank officer makes secrets for two customers. */
  const twoCustomers = createShared(
    memory,
    'twoCustomers',
    customers.two,
    () => customers.left() >= 2 + customersOfLaterSteps,
  );

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
    scheme,
    /** No other scheme comes after this one. */
    isLastScheme: () => scheme.now() === (given.lastScheme ?? bank.schemes.at(-1)),
    controls,
    money,
    watchJournal: () => createJournalWatch(stage),
    troublesSince,
    /** Does what makes DCM ask /sign, and does not wait for all the times it asks again. */
    whileSigning: signRetries.during,
    async act<Name extends Act>(name: Name, input: ActInput<Name>, how: ActOptions = {}) {
      latest = await newest();
      return acts.act(name, input, how);
    },
    /** `seq` of the newest journal entry from before the latest act. */
    latestAct: () => latest,
    actIfOffered: acts.actIfOffered,
    /** How often the bank was told to confirm a draft, by its guid. */
    confirmsOrdered: acts.confirmsOrdered as ReadonlyMap<string, number>,
    /** What the bank was told to do with money. */
    orderBook: acts.orderBook,
    /** Stretches of the journal in which the bank did what it was told and should not be right: `after` to `last`. */
    ordersAmiss,
    createSecrets: acts.createSecrets,
    ...milestones,
    ...funding,
    customers,
    twoCustomers: twoCustomers.get,
    /** A scenario did not pass. */
    spoiled(): void {
      customers.spoiled();
      renewCustomers();
    },
    /** Hryvnias that no other act of the run orders, so that requests can be told apart. */
    nextAmount(): number {
      return Math.round((smallestAmountOf(given) + memory.next('amounts') / 100) * 100) / 100;
    },
  };
}

export type Walk = ReturnType<typeof createWalk>;
