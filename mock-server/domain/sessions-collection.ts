import { sizeOf } from './size.js';
import { collection } from './store.js';

export interface Session {
  /** SHA-256 of the token, so that the state holds no usable token. */
  readonly token_hash: string;
  readonly guid: string;
  readonly employee_guid: string;
  /** Milliseconds of the wall clock. */
  readonly issued_ms: number;
  readonly expires_ms: number;
  /** `access` of the employee when it began. */
  readonly access?: number;
  /** Logged out. */
  readonly ended?: true;
}

export const sessionRows = collection<Session>({
  name: 'sessions',
  key: (row) => row.token_hash,
  /** Oldest first, which are the first to be dropped. */
  sort: (row) => `${String(row.issued_ms).padStart(16, '0')} ${row.token_hash}`,
  indexes: { employee: (row) => row.employee_guid },
  bigints: [],
  bytes: (row) => sizeOf(row),
});
