import { type ControlOperations, controlOperations, controlPages } from '../../contract/control/index.js';
import { openApi } from '../../contract/openapi.js';
import type { Handlers } from '../api/handler.js';
import type { LoginFlows } from '../api/login-flows.js';
import type { Domain } from '../domain/index.js';
import type { Audit } from '../journal/audit.js';
import type { BankFacts } from '../journal/bank-facts.js';
import type { Journal } from '../journal/journal.js';
import type { DcmKeys } from '../keys.js';
import type { Runs } from '../runs/runs.js';
import type { Sandboxes } from '../sandboxes/sandboxes.js';
import { accessHandlers } from './access.js';
import { boardsOf } from './board.js';
import { callbackHandlers } from './callbacks.js';
import { counterpartyHandlers } from './counterparties.js';
import { entityHandlers } from './entities.js';
import { faultHandlers } from './faults.js';
import { requestHandlers } from './identifier-requests.js';
import { journalHandlers } from './journal.js';
import type { Snapshots } from './kept-snapshots.js';
import { ledgerHandlers } from './ledger.js';
import { mailboxHandlers } from './mailbox.js';
import { peopleHandlers } from './people.js';
import { planHandlers } from './plan.js';
import { reconHandlers } from './recons.js';
import type { Reports } from './reports.js';
import { type RequestParts, sentRequestHandlers } from './requests.js';
import { runHandlers } from './runs.js';
import { sandboxHandlers } from './sandboxes.js';
import { simulatedBankHandlers } from './simulated-banks.js';
import { snapshotHandlers } from './snapshots.js';
import { keyHandlers, profileHandlers, stateHandlers } from './state.js';
import type { Steering } from './steering.js';
import { transferHandlers } from './transfers.js';

const controlApi = (origin: string) => ({
  ...describedOnce(),
  servers: [{ url: origin, description: 'this mock' }],
});

const describedOnce = lazily(() =>
  openApi(
    { ...controlOperations, ...controlPages },
    {
      title: 'Control API of the mock DCM processing center',
      version: '1',
      description:
        'Acts of DCM’s officers and test controls, for tests and tools. Not part of DCM. Lists come in portions: pass `next` of a portion as `after` to get the following one; it is empty after the last.',
    },
  ),
);

/** Officers' acts and test controls, `/control/v1`. */
export function controlHandlers(
  domain: Domain,
  journal: Journal,
  steering: Steering,
  keys: DcmKeys,
  {
    bankFacts,
    reports,
    flows,
    requests,
    runs,
    sandboxes,
    audit,
    snapshots,
  }: {
    readonly bankFacts: BankFacts;
    readonly reports: Reports;
    readonly flows: LoginFlows;
    readonly requests: Omit<RequestParts, 'journal'>;
    readonly runs: Runs;
    readonly sandboxes: Sandboxes | undefined;
    readonly audit: Audit;
    readonly snapshots: Snapshots;
  },
): Handlers<ControlOperations> {
  return {
    ...counterpartyHandlers(domain),
    ...peopleHandlers(domain, flows),
    ...entityHandlers(domain),
    ...requestHandlers(domain),
    ...transferHandlers(domain),
    ...simulatedBankHandlers(domain),
    ...reconHandlers(domain),
    ...callbackHandlers(domain),
    ...mailboxHandlers(domain, journal),
    ...journalHandlers(journal),
    ...ledgerHandlers(domain),
    ...sentRequestHandlers(domain, { journal, ...requests }),
    ...faultHandlers(domain),
    ...stateHandlers(domain, steering),
    ...profileHandlers(domain, steering),
    ...keyHandlers(domain, keys, steering),
    ...snapshotHandlers(domain, steering, snapshots),
    ...runHandlers(runs),
    ...sandboxHandlers(sandboxes),
    ...accessHandlers(audit),

    ...planHandlers(),

    getBoard: () => boardsOf(domain, bankFacts),
    latestReport: () => reports.latest(),
    getControlApi: async (_input, { origin }) => ({ openapi: '3.1.0', ...controlApi(origin) }),
  };
}

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
