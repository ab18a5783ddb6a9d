import { type ControlOperations, controlOperations } from '../../contract/control/index.js';
import { openApi } from '../../contract/openapi.js';
import { profileOptions, profile as profileSchema } from '../../contract/profile.js';
import type { Handlers } from '../api/handler.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import type { Journal } from '../journal/journal.js';
import { BadKeyError, type DcmKeys } from '../keys.js';
import { identifierDeskHandlers } from './identifiers.js';
import { officerHandlers } from './officers.js';
import { onboardingHandlers } from './onboarding.js';
import { snapshotHandlers } from './snapshots.js';
import type { Steering } from './steering.js';
import { transferDeskHandlers } from './transfers.js';

const controlApi = lazily(() =>
  openApi(controlOperations, {
    title: 'Control API of the mock DCM processing center',
    version: '1',
    description: 'Acts of DCM officers and test controls. Not part of DCM.',
  }),
);

/** Officers' acts and test controls, `/control/v1`. */
export function controlHandlers(
  domain: Domain,
  journal: Journal,
  steering: Steering,
  keys: DcmKeys,
): Handlers<ControlOperations> {
  const { center } = domain;
  const keysView = () => ({ kid: keys.signing.kid, published: keys.published.map((key) => key.kid) });

  return {
    ...onboardingHandlers(domain),
    ...identifierDeskHandlers(domain),
    ...transferDeskHandlers(domain),
    ...snapshotHandlers(domain, steering),
    ...officerHandlers(domain),

    listJournal: async ({ body }) => ({
      entries: journal.search(body.match, body.limit),
      last: journal.last,
    }),
    awaitJournal: ({ body }) => journal.await(body.match, body.timeout_ms),
    listFindings: async () => ({ findings: journal.findings() }),
    listMail: async ({ query }) => ({ mails: [...(await domain.mailbox.list(query.to))] }),
    listDeliveries: async ({ query }) => ({
      deliveries: (await domain.deliveries.list(query.transaction_id)).map((row) => ({
        guid: row.guid,
        kind: row.kind,
        counterparty_guid: row.counterparty_guid,
        transaction_id: row.transaction_id,
        url: row.url,
        status: row.status,
        attempts: [...row.attempts],
        next_due: row.status === 'pending' ? new Date(row.next_due_ms).toISOString() : '',
      })),
    }),

    getClock: async () => steering.clock(),
    moveClock: ({ body }) => steering.moveClock(body.forward_s),
    getProfile: async () => ({
      profile: center.profile(),
      options: Object.entries(profileOptions).map(([name, { unknown, says }]) => ({
        name,
        default: profileSchema.parse({})[name as keyof typeof profileOptions],
        unknown,
        says,
      })),
    }),
    updateProfile: ({ body }) => steering.updateProfile(body),
    rotateKey: async ({ body }) => {
      await keys.rotate(body.private_jwk).catch((error) => {
        throw error instanceof BadKeyError
          ? new Refusal('invalid-member', { member: 'private_jwk', problem: error.message })
          : error;
      });
      return keysView();
    },
    dropFormerKeys: async () => {
      keys.dropFormer();
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
