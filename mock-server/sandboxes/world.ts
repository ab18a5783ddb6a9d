import type { RequestListener } from 'node:http';
import type { KeysFile } from '../../contract/keys-file.js';
import type { Profile } from '../../contract/profile/index.js';
import type { PublicUrl } from '../api/public-url.js';
import type { ControlGuard } from '../control/guard.js';
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
  readonly created_at: string;
  /** Empty if it stays until it is deleted. */
  readonly expires_at: string;
  readonly forked_from: string;
}

/** A processing center of its own. */
export interface World {
  readonly serve: RequestListener;
  readonly facts: () => Promise<{ counterparty_guid: string; issuer: string; kid: string }>;
  /** Entries of its journal. */
  readonly entries: () => number;
  readonly rows: () => Promise<Rows>;
  close(): Promise<void>;
  /** Closes, and leaves nothing behind. */
  remove(): Promise<void>;
}

/** How a world is reached, and what it begins with. */
export interface Opening {
  readonly guard: ControlGuard;
  readonly publicUrl: PublicUrl;
  /** Rows of the sandbox that it is copied from. */
  readonly rows?: Rows;
}

/** Makes the worlds of sandboxes, and keeps what belongs to them. */
export interface Worlds {
  /** New keys. */
  keys(): Promise<KeysFile>;
  open(sandbox: Sandbox, opening: Opening): Promise<World>;
  /** Those of an earlier process, oldest first. */
  kept(): Promise<readonly Sandbox[]>;
}

/** How much there may be of them. */
export interface SandboxLimits {
  /** Sandboxes at the same time; none can be made if it is 0. */
  readonly most: number;
  /** Bytes of memory that the journal of each may take. */
  readonly journalBytes: number;
  /** Rows that the state of each may have. */
  readonly rows: number;
  /** Requests that each serves in a second. */
  readonly requestsPerS: number;
}
