import type { RequestListener } from 'node:http';
import type { CapturedAnswer } from '../contract/captured.js';
import type { Profile } from '../contract/profile/index.js';
import type { Fetch } from '../contract/wire/fetch.js';
import type { Transport } from '../contract/wire/transport.js';
import type { ControlGuard } from './api/admission.js';
import type { ServedSecrets } from './bank/served-secrets.js';
import type { ShownAlone } from './console/index.js';
import type { Domain } from './domain/index.js';
import type { Timers, WallClock } from './domain/ports.js';
import type { Stellar } from './domain/stellar.js';
import type { Store } from './domain/store.js';
import type { Handover } from './handover.js';
import type { Audit } from './journal/audit.js';
import type { Journal } from './journal/journal.js';
import type { DcmKeys } from './keys.js';
import type { ProfileHolder } from './profile-holder.js';
import type { RunsOptions } from './runs/of-mock.js';
import type { Runs } from './runs/runs.js';
import type { SandboxesOptions } from './sandboxes/of-mock.js';
import type { Watch } from './watch.js';

/** All parts of a mock; none is created inside. */
export interface MockOptions extends RunsOptions, SandboxesOptions {
  readonly store: Store;
  readonly keys: DcmKeys;
  readonly stellar: Stellar;
  readonly clock: WallClock;
  readonly timers: Timers;
  /** Determines all ids; from an empty state, the same seed gives the same ids in the same order. */
  readonly seed: string;
  /** Makes an id for a request that has none; apart from the seed, so that it changes no other id. */
  readonly newRequestId: () => string;
  readonly transport: Transport;
  readonly profile: ProfileHolder;
  /** What a recorded stage answered otherwise than any option. */
  readonly captured?: readonly CapturedAnswer[] | undefined;
  /** Required on `/control/v1` if set; without it only loopback callers are served. */
  readonly controlToken?: string;
  /** Opens what only reads of `/control/v1`. */
  readonly viewerToken?: string;
  /** Who may use the control API, instead of what the tokens say: in a sandbox. */
  readonly guard?: ControlGuard;
  /** Journal entries kept; default 10,000. */
  readonly journalCapacity?: number;
  /** Bytes of memory that they may take; default 64 MB. */
  readonly journalBytes?: number;
  /** Folder of the latest conformance report; none is shown without it. */
  readonly reports?: string;
  /** What there is to count for `/metrics`, and a token that opens it; without it there is no such page. */
  readonly metrics?: { readonly watch: Watch; readonly token?: string | undefined };
  /** A page of the console that is shown alone. */
  readonly shows?: ShownAlone | undefined;
  /** Where what lives in memory is kept for the next process; without it, that ends with this one. */
  readonly handover?: Handover | undefined;
  /** Secrets that banks have served to an earlier process. */
  readonly served?: ServedSecrets;
  /** Called for faults of the mock itself. */
  readonly report?: (error: unknown) => void;
}

export interface Mock {
  readonly app: RequestListener;
  /** DCM's API and the control API for this process, without a connection. */
  readonly inProcess: Fetch;
  /** Frees the memory of the pages; they are made again when one is opened. */
  forgetPages(): void;
  readonly domain: Domain;
  readonly journal: Journal;
  readonly audit: Pick<Audit, 'listen'>;
  profile(): Profile;
  /** Resumes the work of an earlier process; call it once banks can reach the mock. */
  resume(): void;
  /** From now on it says that it is being stopped, and still serves. */
  drain(): void;
  /** Tells open pages to reload their data. */
  changed(): void;
  /** Puts clock, options and rotated keys into the store as they are now. */
  remember(): Promise<void>;
  readonly runs: Pick<Runs, 'busy' | 'close' | 'list'>;
  /** How many sandboxes there are. */
  readonly sandboxes: () => number;
  /** Waits for work in progress and closes the store. */
  close(): Promise<void>;
}
