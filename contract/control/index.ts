import { accessOperations } from './access.js';
import { boardOperations } from './board.js';
import { callbackOperations } from './callbacks.js';
import { counterpartyOperations } from './counterparties.js';
import { entityOperations } from './entities.js';
import { faultOperations } from './faults.js';
import { requestOperations } from './identifier-requests.js';
import { journalOperations, journalPages } from './journal-operations.js';
import { ledgerOperations } from './ledger.js';
import { mailboxOperations } from './mailbox.js';
import { peopleOperations } from './people.js';
import { planOperations } from './plan.js';
import { reconOperations } from './recons.js';
import { reportOperations, reportPages } from './reports.js';
import { sentRequestOperations } from './requests.js';
import { runOperations, runPages } from './runs.js';
import { sandboxOperations } from './sandboxes.js';
import { simulatedBankOperations } from './simulated-banks.js';
import { snapshotOperations } from './snapshots.js';
import { apiOperations, keyOperations, profileOperations, stateOperations } from './state.js';
import { transferOperations } from './transfers.js';

/** The control API: officers' acts and test controls, `/control/v1`. Not part of DCM. */
export const controlOperations = {
  ...counterpartyOperations,
  ...peopleOperations,
  ...entityOperations,
  ...requestOperations,
  ...transferOperations,
  ...simulatedBankOperations,
  ...reconOperations,
  ...callbackOperations,
  ...mailboxOperations,
  ...journalOperations,
  ...boardOperations,
  ...ledgerOperations,
  ...sentRequestOperations,
  ...faultOperations,
  ...stateOperations,
  ...profileOperations,
  ...keyOperations,
  ...snapshotOperations,
  ...sandboxOperations,
  ...planOperations,
  ...reportOperations,
  ...runOperations,
  ...accessOperations,
  ...apiOperations,
} as const;

/** Responses of the control API that are not JSON. */
export const controlPages = { ...journalPages, ...reportPages, ...runPages } as const;

export type ControlOperations = typeof controlOperations;
