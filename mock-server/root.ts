import type { Transport } from '../contract/wire/transport.js';
import { createPublicUrl } from './api/public-url.js';
import { createMock, createProfileHolder } from './app.js';
import { spellingHeaders } from './bank/header-names.js';
import type { ServedSecrets } from './bank/served-secrets.js';
import type { Store } from './domain/store.js';
import type { Handover } from './handover.js';
import type { DcmKeys } from './keys.js';
import type { Mock } from './parts.js';
import type { KeptRuns } from './runs/kept-runs.js';
import type { SandboxesOptions } from './sandboxes/of-mock.js';
import type { StartOptions } from './start-options.js';
import { createStellar } from './stellar/index.js';
import { systemClock, systemRequestId, systemTimers } from './system.js';
import type { Watch } from './watch.js';

/** What the mock at the root has of its own. */
export interface RootParts {
  readonly store: Store;
  readonly keys: DcmKeys;
  readonly seed: string;
  readonly transport: Transport;
  readonly keptRuns: KeptRuns | undefined;
  readonly served?: ServedSecrets | undefined;
  readonly handover?: Handover;
  readonly sandboxes?: SandboxesOptions['sandboxes'];
  readonly watch: Watch;
  readonly report: (error: unknown) => void;
}

/** The mock at the root, with real time; it is added to what is watched. */
export async function openRoot(options: StartOptions, parts: RootParts): Promise<Mock> {
  const profile = createProfileHolder(options.profile);
  const { sandboxes, served, transport, watch, ...own } = parts;
  const mock = await createMock({
    ...own,
    stellar: createStellar({ networkPassphrase: () => profile.now().network_passphrase }),
    clock: systemClock,
    timers: systemTimers,
    transport: spellingHeaders(transport, profile.now),
    profile,
    captured: options.captured,
    publicUrl: createPublicUrl(options.publicUrl, '', options.trustedProxies),
    newRequestId: systemRequestId,
    metrics: { watch, token: options.metricsToken },
    ...(options.controlToken === undefined ? {} : { controlToken: options.controlToken }),
    ...(options.viewerToken === undefined ? {} : { viewerToken: options.viewerToken }),
    ...(options.journalCapacity === undefined ? {} : { journalCapacity: options.journalCapacity }),
    ...(options.journalBytes === undefined ? {} : { journalBytes: options.journalBytes }),
    ...(options.reports === undefined ? {} : { reports: options.reports }),
    runner: options.runner,
    shows: options.shows,
    ...(served && { served }),
    ...(sandboxes && { sandboxes }),
  });
  const { journal, audit, domain } = mock;
  watch.add({ sandbox: '', journal, audit, deliveries: domain.deliveries });
  return mock;
}
