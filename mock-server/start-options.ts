import type { KeyObject } from 'node:crypto';
import type { CapturedAnswer } from '../contract/captured.js';
import type { Profile } from '../contract/profile/index.js';
import type { Connection } from '../contract/wire/http.js';
import type { TrustedProxies } from './api/trusted-proxies.js';
import type { Chapter } from './chronicle.js';
import type { Runner } from './runs/runner.js';
import type { SandboxLimits } from './sandboxes/world.js';
import type { ServerLimits } from './server.js';
import type { Watch } from './watch.js';

/** What a mock is started with. */
export interface StartOptions {
  readonly port?: number;
  readonly host?: string;
  /** Keys file; without it the keys last as long as the process, or stay in `STATE.keys` beside a state file. */
  readonly keys?: string;
  /** State file; without it the state lasts as long as the process. */
  readonly state?: string;
  /** Continues an earlier mock, or an empty past, and records its changes; instead of a state file. */
  readonly past?: Chapter;
  readonly seed?: string;
  readonly profile?: Partial<Profile>;
  /** What a recorded stage answered otherwise than any option. */
  readonly captured?: readonly CapturedAnswer[];
  readonly controlToken?: string;
  /** Opens what only reads of the control API. */
  readonly viewerToken?: string;
  /** Proxies that are believed what they say of the URL; those of this machine if not given. */
  readonly trustedProxies?: TrustedProxies;
  /** What a client may take of the server, where it is not the usual. */
  readonly limits?: Partial<ServerLimits>;
  /** Opens `/metrics`, and nothing else. */
  readonly metricsToken?: string;
  /** Where the mock and its sandboxes are added for those who operate it. */
  readonly watch?: Watch;
  /** The URL of the mock, if it differs from what requests say. */
  readonly publicUrl?: string;
  /** Journal entries kept; default 10,000. */
  readonly journalCapacity?: number;
  /** Bytes of memory that they may take; default 64 MB. */
  readonly journalBytes?: number;
  /** Folder of the latest conformance report. */
  readonly reports?: string;
  /** Starts runs of `dcm verify`; without it they are only registered. */
  readonly runner?: Runner;
  /** How many sandboxes there may be, and how large; without it there are none. */
  readonly sandboxes?: SandboxLimits;
  /** A page of the console that is shown alone. */
  readonly shows?: 'journal';
  /** How to reach the banks. */
  readonly connection?: Connection;
  /** A signing key in the making, begun before this module was loaded; used without a keys file. */
  readonly signingKey?: Promise<KeyObject>;
  /** Called for faults of the mock itself. */
  readonly report?: (error: unknown) => void;
}
