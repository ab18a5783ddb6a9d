import { rmSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { type DefectName, defects, isDefect } from '../../fixtures/broken-banks/index.js';
import { systemClock } from '../../mock-server/system.js';
import { checkWritable, clearReports, proofNames } from '../../reports/folder.js';
import { flushed, isCutShort, reasonOf, whenCutShort } from '../end/early.js';
import { exitCodes } from '../exit.js';
import { allOrders, type Order, wholeBank } from '../prove/bank-case.js';
import { gapsOf, matrixPage } from '../prove/matrix.js';
import type { Case } from '../prove/proof.js';
import {
  asRecorded,
  differences,
  type ProofRecord,
  readRecord,
  recordOf,
  sampleOf,
  scenariosFor,
  writeRecord,
} from '../prove/record.js';
import { runCases } from '../prove/run.js';
import { unknownDefect } from './bank.js';

export interface ProveCommand {
  /** One defect instead of all. */
  readonly defect?: string;
  readonly report: string;
  /** Walk through the whole plan with every bank, instead of looking after the record. */
  readonly whole?: boolean;
  /** Keep the matrix in this file and the record, too; goes with the whole plan. */
  readonly write?: string;
  /** The matrix has to be in this file already, as it is now. */
  readonly check?: string;
}

/** Each walks with one bank at a time and takes up one core, and memory. */
const mostProcesses = 4;

/**
 * `dcm prove`: shows that the suite catches what it claims to catch. 0 when every bank came out as it has to and no
 * check is idle, 1 otherwise.
 */
export async function prove(options: ProveCommand): Promise<number> {
  const { defect } = options;
  if (defect !== undefined && !isDefect(defect)) throw unknownDefect(defect);
  const folder = resolve(options.report);
  await checkWritable(folder);
  const [matrix, data] = proofNames.map((name) => join(folder, name)) as [string, string];
  const walked: Case[] = [];
  const past = whenCutShort({
    write(end) {
      const broken = { verdict: 'error', error: reasonOf(end), cases: walked, gaps: [] };
      rmSync(matrix, { force: true });
      writeFileSync(data, `${JSON.stringify(broken, null, 2)}\n`);
      return `not proven: ${walked.length} banks had come to their end; ${data}`;
    },
  });
  try {
    clearReports(folder, proofNames);
    const code = await proof({ ...options, defect }, folder, (one) => walked.push(one));
    await flushed();
    return code;
  } finally {
    past();
  }
}

async function proof(
  options: Omit<ProveCommand, 'defect'> & { readonly defect: DefectName | undefined },
  folder: string,
  onCase: (done: Case) => void,
): Promise<number> {
  const { defect, write } = options;
  const known = defect !== undefined || options.whole || write !== undefined ? undefined : await readRecord();
  const begun = systemClock.now();
  const all = known ? shortOrders(known) : allOrders();
  const cases = await walk(
    defect === undefined ? all : [wholeBank, { kind: 'defect', name: defect }],
    known,
    onCase,
  );
  const record = known ?? recordOf(cases);
  const shown = asRecorded(record, cases);
  const about = new Set<string>(Object.values(defects).flatMap(({ breaks }) => breaks[0]));
  const page = matrixPage(shown);
  const gaps = defect === undefined ? gapsOf(shown, about) : [];
  if (write !== undefined && defect === undefined) {
    const shortWalks = await walk(shortOrders(record), record, onCase);
    const withSample = { ...record, sampled: differing(shortWalks) };
    const longerOnes = shortOrders(withSample).filter(({ name }) => withSample.sampled.includes(name));
    const longerWalks = await walk(longerOnes, withSample, onCase);
    const throughout = differing(longerWalks);
    const sampled = withSample.sampled.filter((name) => !throughout.includes(name));
    // Both in the end, so that a proof that breaks off does not leave one without the other.
    await writeFile(write, page);
    await writeRecord({ ...record, sampled, throughout });
  }
  if (isCutShort()) return exitCodes.toolFailed;
  const stale = defect === undefined ? await staleness(page, options) : [];
  await writeFile(join(folder, proofNames[0]), page);
  await writeFile(join(folder, proofNames[1]), `${JSON.stringify({ cases: shown, gaps }, null, 2)}\n`);
  if (defect === undefined) console.log(`\n${page}`);
  const wrong = [
    ...cases.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`)),
    ...gaps,
    ...stale,
  ];
  for (const problem of wrong) console.log(`✗ ${problem}`);
  const seconds = ((systemClock.now() - begun) / 1000).toFixed(1);
  const good = cases.filter(({ problems }) => problems.length === 0).length;
  console.log(
    `\n${wrong.length === 0 ? 'proven' : 'not proven'}: ${good} of ${cases.length} banks came out as they have to, ${wrong.length} problems, ${seconds} s`,
  );
  console.log(`matrix: ${options.report}/prove.md, prove.json`);
  return wrong.length === 0 ? 0 : 1;
}

/** Defects that did not show themselves as recorded. */
const differing = (cases: readonly Case[]): string[] =>
  cases.filter(({ kind, problems }) => kind === 'defect' && problems.length > 0).map(({ name }) => name);

/** Walks with these banks; where there is a record, what came out otherwise is a problem. */
async function walk(
  orders: readonly Order[],
  known: ProofRecord | undefined,
  onCase: (done: Case) => void,
): Promise<Case[]> {
  let count = 0;
  const walked = await runCases(orders, Math.min(mostProcesses, availableParallelism()), (done) => {
    count += 1;
    onCase(done);
    console.log(line(done, count, orders.length));
  });
  return walked.map((one, index) => ({
    ...one,
    problems: [...one.problems, ...(known ? differences(known, one, orders[index]?.only) : [])],
  }));
}

/** All banks, each through what it takes to look after the record. Sound ones take turns between the schemes. */
const shortOrders = (known: ProofRecord): Order[] =>
  allOrders().map((order, index) => {
    const { kind, name } = order;
    if (kind === 'whole' || known.throughout.includes(name)) return order;
    if (!isDefect(name)) return { ...order, only: sampleOf(known), scheme: index % 2 === 0 ? 'dcm' : 'bank' };
    const { breaks, caughtBy } = defects[name];
    return { ...order, only: scenariosFor(known, { name, about: breaks[0], caughtBy }) };
  });

function line({ kind, name, says, catches, problems, ms }: Case, count: number, of: number): string {
  const [first] = catches;
  const caught = first === undefined ? 'nothing held against it' : `${first.rule} in ${first.scenario}`;
  const mark = problems.length === 0 ? '✓' : '✗';
  const what = kind === 'whole' ? '' : ` ${says}`;
  return `${mark} ${String(count).padStart(3)}/${of} ${kind} ${name}:${what} -> ${caught} (${ms} ms)`;
}

async function staleness(page: string, { check }: Pick<ProveCommand, 'check'>): Promise<string[]> {
  if (check === undefined) return [];
  const kept = await readFile(check, 'utf8').catch(() => '');
  return kept === page
    ? []
    : [`${check} is not the matrix as it is now; write it with: dcm prove --write ${check}`];
}
