import { cpus } from 'node:os';
import { compile } from './compile.js';
import { measureConsole } from './measures/console.js';
import { measureLists } from './measures/lists.js';
import { measurePayments } from './measures/payments.js';
import { measureSoak } from './measures/soak.js';
import { measureStability } from './measures/stability.js';
import { measureStart } from './measures/start.js';
import { measureStateFile } from './measures/state-file.js';
import { measureTransfers } from './measures/transfers.js';
import { printSection } from './table.js';

/**
 * `npm run bench`: the mock and bare Express in alternation, on the same machine at the same time. Only the ratios
 * say something about the mock; the absolute figures depend on the machine. A missed target is printed and never
 * changes the exit code. Arguments select measures by name: `npm run bench -- lists start`. `npm run bench --
 * stability` verifies the reference bank 20 times alone and 20 times beside busy workers, and counts verdicts that
 * are not always the same. `npm run bench -- soak` puts the mock under load for 10 minutes, or for `--seconds 60`,
 * and checks that its memory stays flat.
 */
const measures = {
  start: measureStart,
  payments: measurePayments,
  transfers: measureTransfers,
  lists: measureLists,
  'state-file': measureStateFile,
  stability: () => measureStability(stabilityRuns),
  console: measureConsole,
  soak: () => measureSoak(seconds),
};

/** Takes minutes, so it runs only if it is named. */
const onlyByName = ['stability', 'soak'];
const stabilityRuns = 20;

const given = process.argv.slice(2);
const at = given.indexOf('--seconds');
const seconds = at < 0 ? undefined : Number(given[at + 1]);
const names = at < 0 ? given : given.toSpliced(at, 2);
const unknown = names.filter((name) => !Object.hasOwn(measures, name));
if (unknown.length > 0) {
  console.error(`bench: no measure ${unknown.join(', ')}; there are ${Object.keys(measures).join(', ')}`);
  process.exit(2);
}

console.log(`node ${process.version}, ${cpus().length} processors; medians of interleaved runs`);
compile();
for (const [name, measure] of Object.entries(measures)) {
  if (names.includes(name) || (names.length === 0 && !onlyByName.includes(name)))
    printSection(await measure());
}
