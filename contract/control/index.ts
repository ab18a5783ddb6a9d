import { table } from '../operation.js';
import * as board from './board.js';
import * as browse from './browse.js';
import * as desk from './desk.js';
import * as faults from './faults.js';
import * as journal from './journal.js';
import * as money from './money.js';
import * as officers from './officers.js';
import * as onboarding from './onboarding.js';
import * as reports from './reports.js';
import * as snapshots from './snapshots.js';
import * as state from './state.js';

/** The control API: officers' acts and test controls, `/control/v1`. Not part of DCM. */
export const controlOperations = table(
  onboarding.registerCounterparty,
  onboarding.listRegistered,
  onboarding.updateRegistered,
  onboarding.requestInfrastructure,
  onboarding.deployInfrastructure,
  onboarding.inviteEmployee,
  onboarding.createEntities,
  onboarding.addJwk,
  onboarding.listEntities,
  officers.inviteOfficer,
  officers.makeRecons,
  officers.listAllRecons,
  officers.payRecon,
  money.confirmRequest,
  money.cancelRequest,
  money.grantIdentifiers,
  money.listRequests,
  money.addSimulatedBank,
  money.sendFromSimulatedBank,
  money.transferByOfficer,
  money.readTransfer,
  money.getTransaction,
  money.getInvariant,
  journal.listJournal,
  journal.awaitJournal,
  journal.listFindings,
  journal.listMail,
  journal.listDeliveries,
  journal.sendDeliveryAgain,
  state.getClock,
  state.getKeeping,
  state.moveClock,
  state.getProfile,
  state.updateProfile,
  state.rotateKey,
  state.dropFormerKeys,
  state.endSessions,
  state.getControlApi,
  state.reset,
  snapshots.takeSnapshot,
  snapshots.listSnapshots,
  snapshots.restoreSnapshot,
  snapshots.dropSnapshots,
  faults.addFault,
  faults.listFaults,
  faults.clearFaults,
  faults.awaitHeld,
  faults.releaseHeld,
  board.getBoard,
  browse.listEntries,
  browse.getEntry,
  desk.listTransfers,
  desk.decodeTransfer,
  desk.listDeliveriesPage,
  desk.listMailHeads,
  desk.revealMail,
  desk.getReserve,
  reports.latestReport,
  reports.listOptions,
);

/** What the control API answers that is no JSON. */
export const controlPages = table(browse.streamJournal, reports.getReportPage);

export type ControlOperations = typeof controlOperations;
