import type { Transport } from '../contract/wire/transport.js';
import { createMock, createProfileHolder, type Mock } from './app.js';
import { spellingHeaders } from './bank/header-names.js';
import type { ServedSecrets } from './bank/served-secrets.js';
import type { Store } from './domain/store.js';
import type { DcmKeys } from './keys.js';
import type { KeptRuns } from './runs/kept-runs.js';
import type { SandboxesOptions } from './sandboxes/of-mock.js';
import type { StartOptions } from './start.js';
import { createStellar } from './stellar/index.js';
import { systemClock, systemTimers } from './system.js';

/** What the mock at the root has of its own. */
export interface RootParts {
  readonly store: Store;
  readonly keys: DcmKeys;
  readonly seed: string;
  readonly transport: Transport;
  readonly keptRuns: KeptRuns | undefined;
  readonly served?: ServedSecrets | undefined;
  readonly sandboxes?: SandboxesOptions['sandboxes'];
  readonly report: (error: unknown) => void;
}

/** The mock at the root, with real time. */
export function openRoot(options: StartOptions, parts: RootParts): Promise<Mock> {
  const profile = createProfileHolder(options.profile);
  const { sandboxes, served, transport, ...own } = parts;
  return createMock({
    ...own,
    stellar: createStellar({ networkPassphrase: () => profile.now().network_passphrase }),
    clock: systemClock,
    timers: systemTimers,
    transport: spellingHeaders(transport, profile.now),
    profile,
    captured: options.captured,
    ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl }),
    ...(options.controlToken === undefined ? {} : { controlToken: options.controlToken }),
    ...(options.journalCapacity === undefined ? {} : { journalCapacity: options.journalCapacity }),
    ...(options.journalBytes === undefined ? {} : { journalBytes: options.journalBytes }),
    ...(options.reports === undefined ? {} : { reports: options.reports }),
    runner: options.runner,
    shows: options.shows,
    ...(served && { served }),
    ...(sandboxes && { sandboxes }),
  });
}
