// The project's own tests: build, lint, types, dead code, vitest, and the plan walked by the reference bank together
// with the scenarios about the mock, and with banks that make one mistake each. The last line sums vitest, cucumber
// and banks: `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// A log is read without a terminal: no colours there.
if (!process.stdout.isTTY) process.env.NO_COLOR = '1';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'dcm-test-'));
const vitestReport = join(folder, 'vitest.json');
const walkReport = join(folder, 'walk');

const run = (title, command, ...args) =>
  new Promise((resolve) => {
    console.log(`\n== ${title}`);
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
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

part(await run('build', 'npm', 'run', '--silent', 'build'));
part(await run('lint', tool('biome'), 'ci', '.'));
part(await run('types', tool('tsc')));
part(await run('types of the pages', tool('tsc'), '-p', 'console'));
part(await run('dead code', tool('knip')));

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

const walk = await run(
  'the plan',
  process.execPath,
  'dist/cli/main.js',
  'verify',
  '--reference',
  '--mock',
  '--report',
  walkReport,
);
const scenarios = (await readJson(join(walkReport, 'result.json')))?.scenarios ?? [];
const good = scenarios.filter(({ verdict }) =>
  ['passed', 'simulated', 'warned', 'waived'].includes(verdict),
).length;
count(walk, good, scenarios.length - good);

const proofReport = join(folder, 'proof');
const proof = await run('the proof', process.execPath, 'dist/cli/main.js', 'prove', '--report', proofReport);
const banks = (await readJson(join(proofReport, 'prove.json')))?.cases ?? [];
const proven = banks.filter(({ problems }) => problems.length === 0).length;
count(proof, proven, banks.length - proven);

await rm(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
