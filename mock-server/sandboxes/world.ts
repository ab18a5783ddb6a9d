import type { RequestListener } from 'node:http';
import type { OwnLimits } from '../../contract/control/sandboxes.js';
import type { KeysFile } from '../../contract/keys-file.js';
import type { Profile } from '../../contract/profile/index.js';
import type { Said } from '../../contract/texts/said.js';
import type { ControlGuard } from '../api/admission.js';
import type { PublicUrl } from '../api/public-url.js';
import type { Rows } from '../domain/rows.js';

/** What a sandbox is, beside its rows: enough to open it again. Holds secrets. */
export interface Sandbox {
  readonly name: string;
  readonly keys: KeysFile;
  /** Options that differ from the default. */
  readonly profile: Partial<Profile>;
  readonly seed: string;
  /** SHA-256 of its control token, in hex. */
  readonly token_sha256: string;
  /** That of its viewer token; empty if it was made by a version that gave none. */
  readonly viewer_token_sha256: string;
  readonly created_at: string;
  /** Empty if it stays until it is deleted. */
  readonly expires_at: string;
  readonly forked_from: string;
  /** Limits of its own; for the others it has those of the mock. */
  readonly limits: OwnLimits;
}

/** How much one sandbox may have of each. */
export interface WorldLimits {
  /** Bytes of memory that its journal may take. */
  readonly journalBytes: number;
  /** Rows that its state may have. */
  readonly rows: number;
  /** Requests that it serves in a second. */
  readonly requestsPerS: number;
}

/** What it has of what is limited. */
export type Used = Omit<WorldLimits, 'requestsPerS'>;

/** A processing center of its own. */
export interface World {
  readonly serve: RequestListener;
  readonly facts: () => Promise<{ counterparty_guid: string; issuer: string; kid: string }>;
  /** Entries of its journal. */
  readonly entries: () => number | Promise<number>;
  /** Ends what would wait for ever, before it is closed: streams, and waits for the journal. */
  readonly end?: () => void;
  /** Whether callbacks are still to be sent. */
  readonly hasWork?: () => Promise<boolean>;
  readonly used: () => Used | Promise<Used>;
  /** Requests that it has served and refused, if other processes serve it. */
  readonly served?: () => Promise<{ readonly requests: number; readonly refused: number }>;
  /** All its rows; not there where copies are made elsewhere. */
  readonly rows?: () => Promise<Rows>;
  close(): Promise<void>;
  /** Closes, and leaves nothing behind. */
  remove(): Promise<void>;
}

/** How a world is reached, and what it begins with. */
export interface Opening {
  readonly limits: Used;
  readonly guard: ControlGuard;
  readonly publicUrl: PublicUrl;
  /** What it is a copy of. */
  readonly from?: World;
}

/** Makes the worlds of sandboxes, and keeps what belongs to them. */
export interface Worlds {
  /** The given keys, or new ones. @throws {Refusal} for keys that contradict each other */
  keys(given?: KeysFile): Promise<KeysFile>;
  open(sandbox: Sandbox, opening: Opening): Promise<World>;
  /** Those of an earlier process, oldest first, and those among them that are damaged. */
  kept(): Promise<{
    readonly sandboxes: readonly Sandbox[];
    readonly damaged: readonly { readonly name: string; readonly why: Said }[];
  }>;
}

/** How much there may be of them. */
export interface SandboxLimits extends WorldLimits {
  /** Sandboxes at the same time; none can be made if it is 0. */
  readonly most: number;
}
