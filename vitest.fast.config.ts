import { defineConfig } from 'vitest/config';

/** What takes long: processes, browsers, disks, kills, walks of the plan, and products of many inputs. */
const slow = [
  'contract/wire/**',
  'cli/**',
  'console/**',
  'fixtures/{hostile,independent}-bank/**',
  'mock-server/*.test.ts',
  'mock-server/stellar/{index,seal}.test.ts',
  'mock-server/api/{branches,ended-access,limits,recons,roles,transfer-confirm,transfer-drafts}.test.ts',
  'mock-server/api/{authentication,branch-reach,documented-samples,identifiers,kratos-reference}.test.ts',
  'mock-server/api/{any-request,bad-*,coverage,generated-requests,identifier-list,jwk-strength}.test.ts',
  'mock-server/api/{documented-errors,jwks,lists,published-bodies,recovery,transfer-races}.test.ts',
  'mock-server/api/{own-tokens,required-members,state-replaced,transfer-list}.test.ts',
  'mock-server/bank/**',
  'mock-server/control/{console-api,console-cost,faults,guard,live-socket,officers,openapi,portion,snapshots,transfer-search}.test.ts',
  'mock-server/horizon/**',
  'mock-server/journal/**',
  'mock-server/site/**',
  'mock-server/store/**',
  'reports/html.test.ts',
  'reports/html/accessible.test.ts',
  'reports/junit-schema.test.ts',
  'regexes.test.ts',
  'steps/drivers/**',
  'steps/features.test.ts',
];

/** The inner loop: `npm run test:fast`. */
export default defineConfig({
  test: {
    testTimeout: 20_000,
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    setupFiles: ['vitest.setup.ts'],
    include: ['**/*.test.ts'],
    exclude: ['node_modules', 'dist', ...slow],
  },
});
