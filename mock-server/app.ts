import { controlOperations } from '../contract/control/index.js';
import { operations } from '../contract/operations/index.js';
import { apiHandlers } from './api/handlers.js';
import { createPipeline, type Pipeline } from './api/pipeline.js';
import { beside } from './api/plain.js';
import { createPublicUrl } from './api/public-url.js';
import { serve } from './api/stages/handle.js';
import { createBankByChoice } from './bank/by-choice.js';
import { createBank } from './bank/client.js';
import { repeating } from './bank/repeating.js';
import { createServedSecrets } from './bank/served-secrets.js';
import { withSimulatedBanks } from './bank/simulated-bank.js';
import { createChance } from './chance.js';
import { controlGuard } from './control/guard.js';
import { controlHandlers } from './control/handlers.js';
import { createLive } from './control/live.js';
import { createReports } from './control/reports.js';
import { createSteering } from './control/steering.js';
import type { Center } from './domain/center.js';
import { createLedgerClock } from './domain/clock.js';
import { createEras } from './domain/eras.js';
import { createDomain, type Domain } from './domain/index.js';
import { settingsRows } from './domain/settings-collection.js';
import { bankFactsOf, handedOver } from './handed-over.js';
import { type Handover, noHandover } from './handover.js';
import { createJournal, type Journal } from './journal/journal.js';
import { keptKeys, takeUpKeys } from './kept-keys.js';
import type { Mock, MockOptions } from './parts.js';
import { createProfileHolder, prepare } from './profile-holder.js';
import { runsOfMock } from './runs/of-mock.js';
import type { Runs } from './runs/runs.js';
import { sandboxesOfMock } from './sandboxes/of-mock.js';
import { withSandboxes } from './sandboxes/serve.js';
import { stateProblem } from './state-problem.js';
import { refusing } from './store/refusing.js';
import { watched } from './store/watched.js';

/** Puts the processing center together; does not listen. */
export async function createMock(options: MockOptions): Promise<Mock> {
  const { keys, stellar, clock, timers, profile, handover = noHandover } = options;
  const report = options.report ?? (() => {});
  const stored = await options.store.read((tx) => tx.get(settingsRows, 'settings'));
  // A kill may have lost the latest ids, so no number in the state can tell two processes apart.
  const chance = createChance(`${options.seed} ${stored ? clock.now() : 0}`);
  const ledger = createLedgerClock(clock, timers);
  if (stored) {
    takeUpKeys(keys, stellar, stored);
    ledger.set(stored.ledger_offset_ms);
    profile.restore(stored.profile);
  }
  const { journal, bankFacts } = await journalOf(options, handover, stored?.seen);
  const live = createLive(journal, timers);
  const store = watched(refusing(options.store), live.changed);
  const transport = withSimulatedBanks(options.transport, keys, clock.now);
  const needs = { wallClock: clock, ledgerClock: ledger, profile: profile.now };
  const served = options.served ?? createServedSecrets();
  const bankParts = { ...needs, chance, journal, keys, transport, served };
  const bank = repeating(createBank({ ...bankParts, report }), profile.now);
  const { faults, flows, audit, snapshots } = await handedOver(handover, options, chance, live.changed);
  const center: Center = { ...needs, store, eras: createEras(), timers, chance, stellar, bank, keys, faults };
  const domain = createDomain(center);
  const kept = () => keptKeys(keys, stellar, chance);
  const steering = createSteering(domain, { journal, flows, profile, bankFacts, keys, kept });
  await prepare(profile.now());
  await steering.remember();
  await domain.categories.seed();
  await domain.permissions.seed();

  const publicUrl = createPublicUrl(options.publicUrl);
  const guard = options.guard ?? controlGuard(options, publicUrl);
  const sandboxes = await sandboxesOfMock(options, { operator: guard, report });
  const howMany = (): number => sandboxes?.list().length ?? 0;
  const reports = createReports(options.reports);
  const requests = {
    bank: createBankByChoice(bankParts),
    send: (...sent: Parameters<Pipeline['send']>) => pipeline.send(...sent),
  };
  const runs = await runsOfMock(options, { journal, live, steering, faults, report });
  await goOn(journal, runs, domain);
  const around = { bankFacts, reports, flows, requests, runs, sandboxes, audit, snapshots };
  const pipeline: Pipeline = createPipeline({
    domain,
    journal,
    flows,
    report,
    guard,
    audit,
    settled: handover.settled,
    publicUrl,
    newRequestId: options.newRequestId,
    captured: options.captured ?? [],
    served: [
      serve(operations, apiHandlers(domain, flows, keys)),
      serve(controlOperations, controlHandlers(domain, journal, steering, keys, around)),
    ],
  });
  let draining = false;
  const traffic = { traffic: async () => (draining ? 'the mock is being stopped' : undefined) };
  const parts = {
    domain,
    pipeline,
    live,
    reports,
    runs,
    guard,
    audit,
    publicUrl,
    probes: { state: () => stateProblem(store) },
    traffic,
    report,
    metrics: options.metrics && { ...options.metrics, sandboxes: howMany },
    shows: options.shows,
  };
  // Loaded with the first page that is opened: operations need nothing of it.
  const pages = async () => (await import('./pages.js')).createPages(parts);

  let closed = false;
  const { serve: app, forgetPages } = beside(pages, pipeline.overHttp, report);
  return {
    app: sandboxes ? withSandboxes(sandboxes, app) : app,
    forgetPages,
    inProcess: pipeline.inProcess,
    domain,
    journal,
    audit,
    profile: profile.now,
    resume: domain.deliveries.kick,
    drain() {
      draining = true;
    },
    changed: live.changed,
    remember: steering.remember,
    runs,
    sandboxes: howMany,
    async close() {
      await sandboxes?.close();
      ledger.stop();
      faults.release();
      await domain.deliveries.close();
      await runs.close();
      // What was seen since the settings were last stored.
      if (!closed) await steering.remember().catch(report);
      closed = true;
      await store.close();
    },
  };
}

/** The journal, and what is remembered of entries that it no longer has. */
async function journalOf(
  { journalCapacity = 10_000, journalBytes, timers }: MockOptions,
  handover: Handover,
  seen: Readonly<Record<string, number>> | undefined,
) {
  const journal = createJournal({
    capacity: journalCapacity,
    ...(journalBytes === undefined ? {} : { bytes: journalBytes }),
    timers,
    credentials: true,
  });
  const bankFacts = await bankFactsOf(handover, seen);
  journal.listen({ recorded: bankFacts.look, closed: () => {} });
  return { journal, bankFacts };
}

/** No journal number that runs and callbacks of an earlier process refer to is given out again. */
async function goOn(journal: Journal, runs: Runs, { deliveries }: Domain): Promise<void> {
  journal.takeUp([], Math.max(runs.lastSeq, await deliveries.lastSeq()));
}

export { createProfileHolder };
