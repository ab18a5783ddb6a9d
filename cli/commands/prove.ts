import { rmSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type DefectName, isDefect } from '../../fixtures/broken-banks/index.js';
import { systemClock } from '../../mock-server/system.js';
import { checkWritable, clearReports, proofNames } from '../../reports/folder.js';
import { flushed, isCutShort, reasonOf, whenCutShort } from '../end/early.js';
import { exitCodes } from '../exit.js';
import { type OnCase, problemsOf, proveBanks, walkBanks } from '../prove/banks.js';
import { matrixPage } from '../prove/matrix.js';
import type { Case } from '../prove/proof.js';
import { writeRecord } from '../prove/record.js';
import { shortOrders } from '../prove/sample.js';
import { unknownDefect } from './bank.js';

export interface ProveCommand {
  /** Only this defect. */
  readonly defect?: string;
  readonly report: string;
  /** Walk the whole plan with every bank, instead of only checking the recorded results. */
  readonly whole?: boolean;
  /** Also write the matrix to this file and the record; implies the whole plan. */
  readonly write?: string;
  /** This file must already contain the current matrix. */
  readonly check?: string;
}

/**
 * `dcm prove`: proves that the checks catch what they claim to catch. Returns 0 if every bank has the expected result and
 * no check is idle, otherwise 1.
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
      return `not proven: ended after ${walked.length} banks; see ${data}`;
    },
  });
  try {
    clearReports(folder, proofNames);
    const code = await proof({ ...options, defect }, folder, (done) => walked.push(done));
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
  const begun = systemClock.now();
  const told: OnCase = (done, count, of) => {
    onCase(done);
    console.log(line(done, count, of));
  };
  const { cases, shown, gaps, record } = await proveBanks(
    { defect, whole: options.whole || write !== undefined },
    told,
  );
  const page = matrixPage(shown);
  if (write !== undefined && defect === undefined) {
    const shortWalks = await walkBanks(shortOrders(record), record, told);
    const withSample = { ...record, sampled: differing(shortWalks) };
    const longerOnes = shortOrders(withSample).filter(({ name }) => withSample.sampled.includes(name));
    const longerWalks = await walkBanks(longerOnes, withSample, told);
    const throughout = differing(longerWalks);
    const sampled = withSample.sampled.filter((name) => !throughout.includes(name));
    // Both are written at the end, so that a proof that breaks off does not leave one without the other.
    await writeFile(write, page);
    await writeRecord({ ...record, sampled, throughout });
  }
  if (isCutShort()) return exitCodes.toolFailed;
  const stale = defect === undefined ? await staleness(page, options) : [];
  await writeFile(join(folder, proofNames[0]), page);
  await writeFile(join(folder, proofNames[1]), `${JSON.stringify({ cases: shown, gaps }, null, 2)}\n`);
  if (defect === undefined) console.log(`\n${page}`);
  const wrong = [...problemsOf({ cases, gaps }), ...stale];
  for (const problem of wrong) console.log(`✗ ${problem}`);
  const seconds = ((systemClock.now() - begun) / 1000).toFixed(1);
  const good = cases.filter(({ problems }) => problems.length === 0).length;
  console.log(
    `\n${wrong.length === 0 ? 'proven' : 'not proven'}: ${good} of ${cases.length} banks as expected, ${wrong.length} problems, ${seconds} s`,
  );
  console.log(`matrix: ${options.report}/prove.md, prove.json`);
  return wrong.length === 0 ? 0 : 1;
}

/** Defects whose results differ from the record. */
const differing = (cases: readonly Case[]): string[] =>
  cases.filter(({ kind, problems }) => kind === 'defect' && problems.length > 0).map(({ name }) => name);

function line(
  { kind, name, says, catches, readings, problems, ms }: Case,
  count: number,
  of: number,
): string {
  const [first] = catches;
  const caught =
    first === undefined ? readings?.join(', ') || 'no check fails' : `${first.rule} in ${first.scenario}`;
  const mark = problems.length === 0 ? '✓' : '✗';
  const what = kind === 'whole' ? '' : ` ${says}`;
  return `${mark} ${String(count).padStart(3)}/${of} ${kind} ${name}:${what} -> ${caught} (${ms} ms)`;
}

async function staleness(page: string, { check }: Pick<ProveCommand, 'check'>): Promise<string[]> {
  if (check === undefined) return [];
  const kept = await readFile(check, 'utf8').catch(() => '');
  return kept === page
    ? []
    : [`${check} is not the current matrix; update it with: dcm prove --write ${check}`];
}
