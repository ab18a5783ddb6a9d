import { availableParallelism } from 'node:os';
import { type DefectName, defects } from '../../fixtures/broken-banks/index.js';
import { allOrders, type Order, wholeBank } from './bank-case.js';
import { gapsOf } from './matrix.js';
import type { Case } from './proof.js';
import { fragileOrders, robustBank } from './reading-case.js';
import { asRecorded, differences, type ProofRecord, readRecord, recordOf } from './record.js';
import { runCases } from './run.js';
import { shortOrders } from './sample.js';

/** Each process walks with one bank at a time and takes one core, and memory. */
const mostProcesses = 4;

/** Hears each bank as soon as it has been walked with: how many there have been, and how many there are. */
export type OnCase = (done: Case, count: number, of: number) => void;

export interface ProofOptions {
  /** Only the bank with this defect. */
  readonly defect?: DefectName | undefined;
  /** Walk the whole plan with every bank, instead of only comparing with the recorded results. */
  readonly whole?: boolean | undefined;
}

export interface Proof {
  /** What was walked, each with what differs from what is expected. */
  readonly cases: readonly Case[];
  /** The same as the matrix shows it. */
  readonly shown: readonly Case[];
  /** Checks of which nothing is proven. */
  readonly gaps: readonly string[];
  readonly record: ProofRecord;
}

/** Walks with these banks; a difference from the record, if there is one, is a problem. */
export async function walkBanks(
  orders: readonly Order[],
  known: ProofRecord | undefined,
  onCase: OnCase,
): Promise<Case[]> {
  let count = 0;
  const walked = await runCases(orders, Math.min(mostProcesses, availableParallelism()), (done) => {
    count += 1;
    onCase(done, count, orders.length);
  });
  return walked.map((done, index) => ({
    ...done,
    problems: [...done.problems, ...(known ? differences(known, done, orders[index]?.only) : [])],
  }));
}

/** Walks with sound and with broken banks, and compares what is found with what must be found. */
export async function proveBanks({ defect, whole }: ProofOptions, onCase: OnCase): Promise<Proof> {
  const known = defect !== undefined || whole === true ? undefined : await readRecord();
  const all = [
    ...(known ? shortOrders(known) : allOrders()),
    robustBank,
    ...fragileOrders(known === undefined),
  ];
  const orders = defect === undefined ? all : [wholeBank, { kind: 'defect' as const, name: defect }];
  const cases = await walkBanks(orders, known, onCase);
  const record = known ?? recordOf(cases);
  const shown = asRecorded(record, cases);
  const about = new Set<string>(Object.values(defects).flatMap(({ breaks }) => breaks[0]));
  return { cases, shown, gaps: defect === undefined ? gapsOf(shown, about) : [], record };
}

/** Everything that is not as expected, in one line each. */
export const problemsOf = ({ cases, gaps }: Pick<Proof, 'cases' | 'gaps'>): string[] => [
  ...cases.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`)),
  ...gaps,
];
