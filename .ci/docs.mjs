// `npm run docs`: writes anew every page that repeats what the code declares, by running the tests that compare them.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = [
  '.',
  ...readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^\.|^(?:node_modules|dist)$/.test(entry.name))
    .map(({ name }) => name),
];

const tests = folders
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: folder !== '.' }).map((name) => join(folder, name)),
  )
  .filter((path) => path.endsWith('.test.ts'))
  .filter((path) => readFileSync(join(root, path), 'utf8').includes('/fresh-page.testing.js'));

const env = { ...process.env, UPDATE_DOCS: '1' };
const run = (tool, ...args) =>
  spawnSync(join(root, 'node_modules', '.bin', tool), args, { cwd: root, env, stdio: 'inherit' }).status ?? 1;

process.exitCode = run('vitest', 'run', ...tests) || run('biome', 'format', '--write', 'docs');
