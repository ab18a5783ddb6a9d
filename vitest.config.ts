import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Files that watch what a module does when it is first loaded; the others share loaded modules, which saves half the time. */
const alone = ['mock-server/stellar/index.test.ts'];
const shared = { testTimeout: 20_000, pool: 'threads' as const, setupFiles: ['vitest.setup.ts'] };

export default defineConfig({
  test: {
    globalSetup: ['programs.setup.ts'],
    // Tests start processes of their own beside the workers.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
    projects: [
      {
        test: {
          ...shared,
          name: 'shared',
          isolate: false,
          include: ['**/*.test.ts'],
          exclude: ['node_modules', 'dist', ...alone],
        },
      },
      { test: { ...shared, name: 'alone', include: alone } },
    ],
  },
});
