import { existsSync } from 'node:fs';
import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundle } from './.ci/bundle.mjs';
import { shareCluster } from './postgres-server.testing.js';
import { programsFolder, root } from './program.testing.js';

/** What tests start beside the product. */
const scripts = [
  'cli/load/agreement.testing.ts',
  'cli/load/pausing-bank.testing.ts',
  'cli/mutants.testing.ts',
  'cli/repeat.testing.ts',
  'cli/virtual-walks.testing.ts',
  'cli/walks.testing.ts',
  'mock-server/containers.testing.ts',
  'mock-server/kill.testing.ts',
  'mock-server/memory.testing.ts',
  'mock-server/store/kill.testing.ts',
  'steps/dry-run.testing.ts',
];

/**
 * Bundles the programs that tests start like those of users, from these sources: in few files, which are loaded in half
 * the time that each source in a file of its own takes.
 */
async function compile(): Promise<void> {
  await rm(programsFolder, { recursive: true, force: true });
  await bundle(programsFolder, scripts);
  const pages = join(root, 'dist/console');
  if (existsSync(pages)) await symlink(pages, join(programsFolder, 'console'));
}

export default async function setup(project: TestProject): Promise<() => void> {
  await compile();
  project.onTestsRerun(compile);
  return shareCluster();
}
