import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * `node .ci/shrinkwrap.mjs write|remove [folder]`: before a package is packed, writes npm-shrinkwrap.json, so that whoever
 * installs it gets the versions that were tested, those of dependencies' dependencies included. It is package-lock.json
 * without what only development needs and without addresses. It must not stay in a checkout: npm would take
 * it for the lock file.
 */
const [act, folder = '.'] = process.argv.slice(2);
const file = join(folder, 'npm-shrinkwrap.json');

async function write() {
  const lock = JSON.parse(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8'));
  const packages = Object.entries(lock.packages)
    .filter(([, one]) => one.dev !== true && one.devOptional !== true)
    .map(([path, { resolved: _where, funding: _asks, devDependencies: _dev, ...one }]) => [path, one]);
  await writeFile(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
}

if (act === 'write') await write();
else await rm(file, { force: true });
