import { writeFile } from 'node:fs/promises';
import { type OpenStage, type VerifyCommand, verify } from './commands/verify.js';
import { reportError } from './exit.js';
import { openReferenceStage, type ReferenceStage } from './reference-stage.js';
import { overheardSecrets } from './secrets.testing.js';

/**
 * Walks the plan several times in one process, since a process of its own for each costs a second:
 * `walks.testing.ts <orders as JSON> <file for what came out>`.
 */
export interface WalkOrder extends VerifyCommand {
  /** A fault of the tool itself. */
  readonly fault?: Fault;
}

export interface WalksOutcome {
  readonly codes: readonly number[];
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
  before: (stage) => withControl(stage, 'listJournal'),
  /** One step of one scenario. */
  step: (stage) => withControl(stage, 'listRegistered'),
  /** After the last scenario. */
  findings: (stage) => withControl(stage, 'listFindings'),
} satisfies Record<string, (stage: ReferenceStage) => ReferenceStage>;
export type Fault = keyof typeof faults;

function withControl(
  stage: ReferenceStage,
  operation: keyof ReferenceStage['dcm']['control'],
): ReferenceStage {
  const broken = async () => {
    throw new TypeError(`${operation} is broken`);
  };
  return { ...stage, dcm: { ...stage.dcm, control: { ...stage.dcm.control, [operation]: broken } } };
}

const opener =
  (fault: Fault | undefined): OpenStage =>
  async (options) => {
    const stage = await openReferenceStage(options);
    if (fault === undefined) return stage;
    try {
      return faults[fault](stage);
    } catch (error) {
      await stage.close();
      throw error;
    }
  };

const [orders = '[]', file = ''] = process.argv.slice(2);
const secrets = overheardSecrets();
const codes: number[] = [];
for (const { fault, ...order } of JSON.parse(orders) as WalkOrder[]) {
  codes.push(await verify(order, opener(fault)).catch(reportError));
}
await writeFile(file, JSON.stringify({ codes, secrets: [...secrets] } satisfies WalksOutcome));
