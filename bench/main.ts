import { cpus } from 'node:os';
import { compile } from './compile.js';
import { measureBrowser } from './measures/browser.js';
import { measureConsole } from './measures/console.js';
import { measureDatabasePages } from './measures/database-pages.js';
import { measureEngines } from './measures/engines.js';
import { measureFlat } from './measures/flat.js';
import { measureLists } from './measures/lists.js';
import { measureMemory } from './measures/memory.js';
import { measurePayments } from './measures/payments.js';
import { measurePeers } from './measures/peers.js';
import { measureProxy } from './measures/proxy.js';
import { measureSandboxes } from './measures/sandboxes.js';
import { measureSoak } from './measures/soak.js';
import { measureStability } from './measures/stability.js';
import { measureStart } from './measures/start.js';
import { measureStateFile } from './measures/state-file.js';
import { measureTransfers } from './measures/transfers.js';
import { writeSection } from './page.js';
import { printSection } from './table.js';

/**
 * `npm run bench`: the mock and bare Express in alternation, on the same machine at the same time. Only the ratios
 * say something about the mock; the absolute figures depend on the machine. A missed target is printed and never
 * changes the exit code. Arguments select measures by name: `npm run bench -- lists start`. `npm run bench --
 * stability` verifies the reference bank 20 times alone and 20 times beside busy workers, and counts verdicts that
 * are not always the same. `npm run bench -- soak` puts the mock under load for 10 minutes, or for `--seconds 60`,
 * and checks that its memory stays flat. `npm run bench -- peers` starts other mock servers, if they are installed.
 * `npm run bench -- browser` opens the console of a mock with a lot of data in Chromium.
 * `npm run bench -- engines` compares memory, state file and PostgreSQL, which has to be installed.
 * `npm run bench -- database-pages` lists 1,000,000 transfers in PostgreSQL, or `--transfers 10000`.
 * `npm run bench -- flat` makes 100,000 transfers, or `--transfers 10000`.
 * `npm run bench -- sandboxes` makes 10,000 sandboxes, or `--sandboxes 1000`.
 * `--write docs/performance.md` puts what was measured into that page as well.
 */
const measures = {
  start: measureStart,
  payments: measurePayments,
  memory: measureMemory,
  transfers: measureTransfers,
  flat: () => measureFlat(transfers),
  lists: measureLists,
  'state-file': measureStateFile,
  stability: () => measureStability(stabilityRuns),
  console: measureConsole,
  browser: measureBrowser,
  proxy: measureProxy,
  soak: () => measureSoak(seconds),
  engines: measureEngines,
  'database-pages': () => measureDatabasePages(transfers),
  peers: measurePeers,
  sandboxes: () => measureSandboxes(sandboxes),
};

/** Takes minutes, so it runs only if it is named. */
const onlyByName = [
  'stability',
  'soak',
  'flat',
  'peers',
  'browser',
  'engines',
  'database-pages',
  'sandboxes',
];
const stabilityRuns = 20;

const names = process.argv.slice(2);
/** Takes an option and its value out of the names of measures. */
function taken(option: string): string | undefined {
  const at = names.indexOf(option);
  return at < 0 ? undefined : names.splice(at, 2)[1];
}
/** A number among the options; undefined if it is not given. */
const numberOf = (given: string | undefined) => (given === undefined ? undefined : Number(given));
const seconds = numberOf(taken('--seconds'));
const transfers = numberOf(taken('--transfers'));
const sandboxes = numberOf(taken('--sandboxes'));
const page = taken('--write');
const unknown = names.filter((name) => !Object.hasOwn(measures, name));
if (unknown.length > 0) {
  console.error(`bench: no measure ${unknown.join(', ')}; there are ${Object.keys(measures).join(', ')}`);
  process.exit(2);
}

const machine = `node ${process.version}, ${cpus().length} processors; medians of interleaved runs`;
console.log(machine);
compile();
for (const [name, measure] of Object.entries(measures)) {
  if (!names.includes(name) && (names.length > 0 || onlyByName.includes(name))) continue;
  const section = await measure();
  printSection(section);
  if (page !== undefined) await writeSection(page, name, section, machine);
}
