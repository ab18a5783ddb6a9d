import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { defects } from '../../fixtures/broken-banks/index.js';
import { systemClock } from '../../mock-server/system.js';
import { checkWritable } from '../../reports/write.js';
import { UsageError } from '../exit.js';
import { allOrders, type Order, wholeBank } from '../prove/bank-case.js';
import { gapsOf, matrixPage } from '../prove/matrix.js';
import type { Case } from '../prove/proof.js';
import { runCases } from '../prove/run.js';
import { knownDefects } from './bank.js';

export interface ProveCommand {
  /** One defect instead of all. */
  readonly defect?: string;
  readonly report: string;
  /** Keep the matrix in this file, too. */
  readonly write?: string;
  /** The matrix has to be in this file already, as it is now. */
  readonly check?: string;
}

/** Two walks at once use the memory of a small machine well. */
const mostProcesses = 2;

/**
 * `dcm prove`: shows that the suite catches what it claims to catch. 0 when every bank came out as it has to and no
 * check is idle, 1 otherwise.
 */
export async function prove(options: ProveCommand): Promise<number> {
  const { defect } = options;
  if (defect !== undefined && !Object.hasOwn(defects, defect)) {
    throw new UsageError(`--defect ${defect}: ${knownDefects()}`);
  }
  const folder = resolve(options.report);
  await checkWritable(folder);
  const orders =
    defect === undefined ? allOrders() : [wholeBank, { kind: 'defect', name: defect } satisfies Order];
  const begun = systemClock.now();
  let count = 0;
  const cases = await runCases(orders, Math.min(mostProcesses, availableParallelism()), (done) => {
    count += 1;
    console.log(line(done, count, orders.length));
  });
  const about = new Set<string>(Object.values(defects).flatMap(({ breaks }) => breaks[0]));
  const page = matrixPage(cases);
  const gaps = defect === undefined ? gapsOf(cases, about) : [];
  const stale = defect === undefined ? await keep(page, options) : [];
  await writeFile(join(folder, 'prove.md'), page);
  await writeFile(join(folder, 'prove.json'), `${JSON.stringify({ cases, gaps }, null, 2)}\n`);
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

function line({ kind, name, says, catches, problems, ms }: Case, count: number, of: number): string {
  const [first] = catches;
  const caught = first === undefined ? 'nothing held against it' : `${first.rule} in ${first.scenario}`;
  const mark = problems.length === 0 ? '✓' : '✗';
  const what = kind === 'whole' ? '' : ` ${says}`;
  return `${mark} ${String(count).padStart(3)}/${of} ${kind} ${name}:${what} -> ${caught} (${ms} ms)`;
}

async function keep(page: string, { write, check }: ProveCommand): Promise<string[]> {
  if (write !== undefined) await writeFile(write, page);
  if (check === undefined) return [];
  const kept = await readFile(check, 'utf8').catch(() => '');
  return kept === page
    ? []
    : [`${check} is not the matrix as it is now; write it with: dcm prove --write ${check}`];
}
