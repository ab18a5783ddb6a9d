// The project's own tests: build, lint, types, dead code, vitest, and the plan walked by the reference bank together
// with the scenarios about the mock, and with banks that make one mistake each. The last line sums vitest, cucumber
// and banks: `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// A log is read without a terminal: no colours there.
if (!process.stdout.isTTY) process.env.NO_COLOR = '1';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'dcm-test-'));
const vitestReport = join(folder, 'vitest.json');
const walkReport = join(folder, 'walk');
const main = 'dist/cli/main.js';

/** Runs a command as it goes on; its output is the log's. */
const run = (title, command, ...args) =>
  new Promise((resolve) => {
    console.log(`\n== ${title}`);
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });

/** Runs a command beside others, where they leave time; its output comes when it has ended. */
const runBeside = (title, command, ...args) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    const ended = (clean) => {
      console.log(`\n== ${title}\n${Buffer.concat(output)}`);
      resolve(clean);
    };
    child.on('error', () => ended(false));
    child.on('close', (code) => ended(code === 0));
    if (child.pid === undefined) return;
    // Tests that measure time go first.
    setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  });

const tool = (name) => join(root, 'node_modules', '.bin', name);

const readJson = async (file) => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
};

let passed = 0;
let failed = 0;

/** A part that has no counts of its own: nothing to add when it is clean, one failure otherwise. */
const part = (clean) => {
  if (!clean) failed += 1;
};

/** A counted part; one that ends badly without a failure to show, or counts nothing, is a failure itself. */
const count = (clean, good, bad) => {
  passed += good;
  failed += bad;
  if ((!clean && bad === 0) || good + bad === 0) failed += 1;
};

/** Where tests in a browser keep pictures of the pages; those of another run are not of these sources. */
const pictures = join('reports', 'latest', 'screenshots');
const withPictures = process.env.SCREENSHOTS === '1';
if (withPictures) await rm(join(root, pictures), { recursive: true, force: true });

part(await run('build', 'npm', 'run', '--silent', 'build'));
/** What looks at the code, and the proof on its virtual time: none of it minds to wait. */
async function beside() {
  part(await runBeside('lint', tool('biome'), 'ci', '.'));
  part(await runBeside('types', tool('tsc')));
  part(await runBeside('types of the pages', tool('tsc'), '-p', 'console'));
  part(await runBeside('dead code', tool('knip')));
  const report = join(folder, 'proof');
  const clean = await runBeside('the proof', process.execPath, main, 'prove', '--report', report);
  const banks = (await readJson(join(report, 'prove.json')))?.cases ?? [];
  const proven = banks.filter(({ problems }) => problems.length === 0).length;
  count(clean, proven, banks.length - proven);
}

/** Tests, and the plan as a user walks it, in real time. */
async function inRealTime() {
  const vitest = await run(
    'vitest',
    tool('vitest'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  );
  const tests = await readJson(vitestReport);
  count(vitest, tests?.numPassedTests ?? 0, tests?.numFailedTests ?? 0);
  const walked = await run(
    'the plan',
    process.execPath,
    main,
    ...['verify', '--reference', '--mock', '--report', walkReport],
  );
  const scenarios = (await readJson(join(walkReport, 'result.json')))?.scenarios ?? [];
  const good = scenarios.filter(({ verdict }) =>
    ['passed', 'simulated', 'warned', 'waived'].includes(verdict),
  ).length;
  count(walked, good, scenarios.length - good);
}

await Promise.all([beside(), inRealTime()]);

await rm(folder, { recursive: true, force: true });
if (withPictures) {
  const names = await readdir(join(root, pictures)).catch(() => []);
  console.log(`\n${names.length} pictures of the pages are in ${pictures}`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
