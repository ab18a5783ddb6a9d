import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';

/** Types of the library, and of nothing that they do not lead to. */
export async function writeTypes(root, out, entries) {
  const made = await mkdtemp(join(tmpdir(), 'dcm-types-'));
  try {
    const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json', '--outDir', made];
    const { status } = spawnSync(process.execPath, tsc, { cwd: root, stdio: 'inherit' });
    if (status !== 0) throw new Error('the types of the library cannot be made');
    const found = new Set();
    const waiting = [...entries];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (found.has(path)) continue;
      found.add(path);
      const text = await readFile(join(made, path), 'utf8');
      for (const [, from] of text.matchAll(/(?:from |import\()["'](\.[^"']+)\.js["']/g))
        waiting.push(normalize(join(dirname(path), `${from}.d.ts`)));
    }
    for (const path of found) await cp(join(made, path), join(out, path));
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}
