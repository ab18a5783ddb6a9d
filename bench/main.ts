import { cpus } from 'node:os';
import { compile } from './compile.js';
import { measurePayments } from './measures/payments.js';
import { measureStart } from './measures/start.js';
import { measureStateFile } from './measures/state-file.js';
import { measureTransfers } from './measures/transfers.js';
import { printSection } from './table.js';

/**
 * `npm run bench`: the mock beside bare Express, in turn on the same machine at the same time. Only ratios say
 * something about the mock; the absolute figures are the machine's. A missed target is printed, never an exit code.
 */

console.log(`node ${process.version}, ${cpus().length} processors; medians of interleaved runs`);
compile();
for (const measure of [measureStart, measurePayments, measureTransfers, measureStateFile]) {
  printSection(await measure());
}
