import { type ControlOperations, controlOperations, controlPages } from '../../contract/control/index.js';
import { openApi } from '../../contract/openapi.js';
import { defaultProfile, profileOptions } from '../../contract/profile/index.js';
import type { Handlers } from '../api/handler.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import type { Journal } from '../journal/journal.js';
import type { Sightings } from '../journal/sightings.js';
import { BadKeyError, type DcmKeys } from '../keys.js';
import { boardsOf } from './board.js';
import { browsingHandlers } from './browsing.js';
import { deskHandlers } from './desk.js';
import { identifierDeskHandlers } from './identifiers.js';
import { officerHandlers } from './officers.js';
import { onboardingHandlers } from './onboarding.js';
import { optionsView } from './options.js';
import type { Reports } from './reports.js';
import { snapshotHandlers } from './snapshots.js';
import type { Steering } from './steering.js';
import { transferPageHandlers } from './transfer-pages.js';
import { transferDeskHandlers } from './transfers.js';

const controlApi = lazily(() =>
  openApi(
    { ...controlOperations, ...controlPages },
    {
      title: 'Control API of the mock DCM processing center',
      version: '1',
      description: 'Acts of DCM officers and test controls. Not part of DCM.',
    },
  ),
);

/** Officers' acts and test controls, `/control/v1`. */
export function controlHandlers(
  domain: Domain,
  journal: Journal,
  steering: Steering,
  keys: DcmKeys,
  { sightings, reports }: { readonly sightings: Sightings; readonly reports: Reports },
): Handlers<ControlOperations> {
  const { center } = domain;
  const keysView = () => ({ kid: keys.signing.kid, published: keys.published.map((key) => key.kid) });

  return {
    ...onboardingHandlers(domain),
    ...identifierDeskHandlers(domain),
    ...transferDeskHandlers(domain),
    ...snapshotHandlers(domain, steering),
    ...officerHandlers(domain),
    ...browsingHandlers(journal),
    ...deskHandlers(domain, journal),
    ...transferPageHandlers(domain),

    getBoard: () => boardsOf(domain, sightings),
    latestReport: () => reports.latest(),
    listOptions: async () => ({ options: optionsView(center.profile()) }),

    listJournal: async ({ body }) => ({
      ...journal.portion(body.match, body.limit),
      last: journal.last,
    }),
    awaitJournal: ({ body }) => journal.await(body.match, body.timeout_ms),
    listFindings: async ({ query }) => ({ findings: journal.findings(query.without_agent) }),

    getClock: async () => steering.clock(),
    moveClock: ({ body }) => steering.moveClock(body.forward_s),
    getKeeping: async () => {
      const problem = center.store.trouble();
      return { kept: problem === undefined, problem: problem ?? '' };
    },
    getProfile: async () => ({
      profile: center.profile(),
      options: Object.entries(profileOptions).map(([name, { unknown, says }]) => ({
        name,
        default: defaultProfile[name as keyof typeof profileOptions],
        unknown,
        says: says.en,
      })),
    }),
    updateProfile: ({ body }) => steering.updateProfile(body),
    rotateKey: async ({ body }) => {
      await steering.remember();
      await keys.rotate(body.private_jwk).catch((error) => {
        throw error instanceof BadKeyError
          ? new Refusal('invalid-member', { member: 'private_jwk', problem: error.message })
          : error;
      });
      await steering.remember();
      return keysView();
    },
    dropFormerKeys: async () => {
      await steering.remember();
      keys.dropFormer();
      await steering.remember();
      return keysView();
    },
    endSessions: async () => ({ ended: await domain.employees.endAllSessions() }),
    getControlApi: async () => ({ openapi: '3.1.0', ...controlApi() }),
    reset: async () => {
      await steering.reset();
      return {};
    },
    addFault: async ({ body }) => center.faults.add(body),
    awaitHeld: async ({ body }) => ({ held: await center.faults.awaitHeld(body.timeout_ms) }),
    releaseHeld: async () => ({ released: center.faults.release() }),
    listFaults: async () => ({ faults: [...center.faults.list()] }),
    clearFaults: async () => {
      center.faults.clear();
      return {};
    },
  };
}

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
