/**
 * All pages, each of which is tested with axe, in both languages and on a phone: of the console by path, and of the
 * backoffice. `{guid}`, `{entity}`, `{entry}`, `{transfer}`, `{callback}`, `{run}` and `{operation}` are filled in.
 */

export const consolePages = [
  '/console',
  '/console/counterparties',
  '/console/counterparties/{guid}',
  '/console/identifiers',
  '/console/entities',
  '/console/entities/{entity}',
  '/console/transfers',
  '/console/transfers/{transfer}',
  '/console/recons',
  '/console/journal',
  '/console/journal/{entry}',
  '/console/callbacks',
  '/console/callbacks/{callback}',
  '/console/mailbox',
  '/console/make-happen',
  '/console/faults',
  '/console/clock',
  '/console/snapshots',
  '/console/sandboxes',
  '/console/audit',
  '/console/readings',
  '/console/runs',
  '/console/runs/{run}',
  '/console/plan',
  '/console/report',
  '/console/reference',
  '/console/reference/{operation}',
  '/console/nothing',
];

export const bankPages = [
  'entities',
  'customers',
  'transfers',
  'transfers/{transfer}',
  'identifiers',
  'limits',
  'recons',
  'reset-password/',
].map((page) => `/backoffice/bank1/${page}`);

/** Pages of the mock about itself, which need no scripts. */
export const sitePages = [
  '/',
  '/docs/operations',
  '/docs/bank',
  '/docs/driver',
  '/docs/control',
  '/docs/control-reconciliation',
  '/docs/coverage',
  '/docs/options',
  '/docs/readings',
  '/docs/refusals',
  '/fidelity',
];
