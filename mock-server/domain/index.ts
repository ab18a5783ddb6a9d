import { createAccess } from './access.js';
import { createBankEntities } from './bank-entities.js';
import { createBranches } from './branches.js';
import { createCategories } from './categories.js';
import type { Center } from './center.js';
import { createCounterparties } from './counterparties.js';
import { createCustomers } from './customers.js';
import { createDeliveries } from './deliveries.js';
import { createDrafts } from './drafts.js';
import { createEmployees } from './employees.js';
import { createEntities } from './entities.js';
import { createExplorer } from './explorer.js';
import { createIdentifierBalances } from './identifier-balances.js';
import { createIdentifierRequests } from './identifier-requests.js';
import { createSettlement } from './identifier-settlement.js';
import { checkInvariant } from './invariant.js';
import { createJwks } from './jwks.js';
import { createLedger } from './ledger.js';
import { createLimits } from './limits.js';
import { createMailbox } from './mailbox.js';
import { createMultisignature } from './multisignature.js';
import { createNetwork } from './network.js';
import { createOutgoing } from './outgoing.js';
import { createPermissions } from './permissions.js';
import { createRecons } from './recons.js';
import { createRoles } from './roles.js';
import { createSegments } from './segments.js';
import { createSimulatedBanks } from './simulated-banks.js';
import { createTransfers } from './transfers.js';

/** The rules of the processing center, put together over one center. */
export function createDomain(center: Center) {
  const counterparties = createCounterparties(center);
  const mailbox = createMailbox(center);
  const permissions = createPermissions(center);
  const roles = createRoles(center, permissions);
  const access = createAccess(center, permissions);
  const branches = createBranches(center);
  const segments = createSegments(center);
  const outgoing = createOutgoing(center);
  const limits = createLimits(center, segments, outgoing);
  const recons = createRecons(center);
  const drafts = createDrafts(center, limits);
  const employees = createEmployees(center, counterparties, mailbox, roles);
  const ledger = createLedger(center);
  const network = createNetwork(center, ledger);
  const entities = createEntities(center, ledger);
  const bankEntities = createBankEntities(center, counterparties, entities);
  const customers = createCustomers(center, entities, segments, branches);
  const deliveries = createDeliveries(center);
  const multisignature = createMultisignature(center);
  const jwks = createJwks(center);
  const balances = createIdentifierBalances(center, counterparties, entities);
  const settlement = createSettlement(center, balances, ledger, network);
  const identifierRequests = createIdentifierRequests(center, balances, settlement, network);
  const books = { drafts, limits, outgoing, recons };
  const transfers = createTransfers(center, entities, ledger, network, deliveries, multisignature, books);
  const categories = createCategories(center);
  const simulatedBanks = createSimulatedBanks(center, {
    counterparties,
    entities,
    bankEntities,
    customers,
    identifierRequests,
    transfers,
  });
  return {
    center,
    counterparties,
    mailbox,
    permissions,
    roles,
    access,
    branches,
    segments,
    limits,
    recons,
    employees,
    ledger,
    network,
    entities,
    bankEntities,
    customers,
    deliveries,
    multisignature,
    jwks,
    balances,
    identifierRequests,
    transfers,
    explorer: createExplorer(center, multisignature),
    categories,
    simulatedBanks,
    invariant: () => checkInvariant(center),
  };
}

export type Domain = ReturnType<typeof createDomain>;
