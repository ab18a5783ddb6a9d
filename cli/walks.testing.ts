import { writeFile } from 'node:fs/promises';
import { ActNotSupported, type Driver } from '../steps/drivers/driver.js';
import type { BankStage } from './bank-stage.js';
import { verify } from './commands/verify.js';
import { reportError } from './exit.js';
import { type PersonOptions, person } from './person.testing.js';
import { overheardSecrets } from './secrets.testing.js';
import type { Openers, VerifyCommand } from './verify-command.js';
import { openersOfWalk } from './walk-profile.js';

/**
 * Walks the plan several times in one process, since a process of its own for each costs a second:
 * `walks.testing.ts <orders as JSON> <file for what came out>`.
 */
export interface WalkOrder extends VerifyCommand {
  /** A fault of the tool itself. */
  readonly fault?: Fault;
  /** Seconds by which the ledger clock is moved before the first step. */
  readonly forwardS?: number;
  /** Acts that the bank does not support. */
  readonly without?: readonly string[];
  /** Who does what the manual driver says. */
  readonly person?: PersonOptions;
}

export interface WalksOutcome {
  readonly codes: readonly number[];
  /** Customers that each walk has used. */
  readonly logins: readonly number[];
  /** Acts that the bank was told to do in each walk, each once. */
  readonly acts: readonly (readonly string[])[];
  /** Every key, token, password and session that was sent or answered. */
  readonly secrets: readonly string[];
}

const faults = {
  /** Nothing can be put on the stage. */
  stage: () => {
    throw new TypeError('the stage fell apart');
  },
  /** The hook before everything. */
  'before-all': (stage) => {
    const broken = { ...stage };
    Object.defineProperty(broken, 'driver', {
      enumerable: true,
      get() {
        throw new TypeError('the driver is broken');
      },
    });
    return broken;
  },
  /** The hook before each scenario. */
  before: (stage) => withControl(stage, 'searchJournal'),
  /** One step of one scenario. */
  step: (stage) => withControl(stage, 'listRegistered'),
  /** After the last scenario. */
  findings: (stage) => withControl(stage, 'listFindings'),
} satisfies Record<string, (stage: BankStage) => BankStage>;
export type Fault = keyof typeof faults;

function withControl(stage: BankStage, operation: keyof BankStage['dcm']['control']): BankStage {
  const broken = async () => {
    throw new TypeError(`${operation} is broken`);
  };
  return { ...stage, dcm: { ...stage.dcm, control: { ...stage.dcm.control, [operation]: broken } } };
}

const lacking = (driver: Driver, without: readonly string[]): Driver => ({
  async act(act, block, input) {
    // A bank that has no act to configure it was configured by hand.
    if (act === 'configure') await driver.act(act, block, input);
    if (without.includes(act)) throw new ActNotSupported(act);
    return driver.act(act, block, input);
  },
});

/** Puts a stage up with what the order wants changed about it. */
async function changed(
  open: () => Promise<BankStage>,
  { fault, forwardS, without }: WalkOrder,
): Promise<BankStage> {
  const stage = await open();
  let taken = 0;
  const told = new Set<string>();
  const driver = without === undefined ? stage.driver : lacking(stage.driver, without);
  const counting: BankStage = {
    ...stage,
    driver: {
      act(act, ...given) {
        told.add(act);
        return driver.act(act, ...given);
      },
    },
    newCustomer() {
      taken += 1;
      return stage.newCustomer();
    },
    async close() {
      logins.push(taken);
      acts.push([...told]);
      await stage.close();
    },
  };
  try {
    if (forwardS !== undefined) await stage.dcm.control.moveClock({ body: { forward_s: forwardS } });
    return fault === undefined ? counting : faults[fault](counting);
  } catch (error) {
    await stage.close();
    throw error;
  }
}

const openers = (order: WalkOrder): Openers => ({
  reference: (options) => changed(() => openersOfWalk.reference(options), order),
  config(loaded, options) {
    const say = order.person === undefined ? options.say : person(order.person);
    return changed(() => openersOfWalk.config(loaded, { ...options, say }), order);
  },
});

const [orders = '[]', file = ''] = process.argv.slice(2);
const secrets = overheardSecrets();
const codes: number[] = [];
const logins: number[] = [];
const acts: string[][] = [];
for (const order of JSON.parse(orders) as WalkOrder[]) {
  codes.push(await verify(order, openers(order)).catch(reportError));
}
await writeFile(file, JSON.stringify({ codes, logins, acts, secrets: [...secrets] } satisfies WalksOutcome));
