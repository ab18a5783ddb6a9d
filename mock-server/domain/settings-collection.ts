import { collection } from './store.js';

/** What belongs to the mock as a whole. */
export interface Settings {
  readonly id: 'settings';
  /** Milliseconds by which the ledger clock is ahead of the wall clock. */
  readonly ledger_offset_ms: number;
  readonly profile: Readonly<Record<string, unknown>>;
  /** What has been seen of each counterparty, and how often. */
  readonly seen?: Readonly<Record<string, number>>;
  /** Fingerprint of the keys file that belongs to this state. */
  readonly keys?: string;
  /** DCM's signing key after a rotation: the encrypted private JWK, and the other published ones. */
  readonly rotated?: { readonly sealed: string; readonly former: readonly object[] };
}

export const settingsRows = collection<Settings>({
  name: 'settings',
  key: (row) => row.id,
  sort: (row) => row.id,
  indexes: {},
  bigints: [],
});
