import { byDate } from './dated.js';
import { sizeOf } from './size.js';
import { collection } from './store.js';

export interface Mail {
  readonly guid: string;
  readonly to: string;
  readonly kind: 'invitation' | 'recovery-code';
  readonly subject: string;
  readonly text: string;
  readonly code: string;
  readonly created_at: string;
}

export const mailRows = collection<Mail>({
  name: 'mails',
  key: (row) => row.guid,
  sort: byDate,
  indexes: { to: (row) => row.to.toLowerCase() },
  bigints: [],
  bytes: (row) => sizeOf(row),
});
