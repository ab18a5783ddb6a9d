import type { segmentKinds } from '../../contract/operations/segments.js';
import { byDate, type Dated } from './dated.js';
import { collection } from './store.js';

/** An account type and the segment it is in (SEG). */
export interface AccountType extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  readonly kind: (typeof segmentKinds)[number];
  readonly segment_name: string;
}

export const accountTypeRows = collection<AccountType>({
  name: 'account_types',
  key: (row) => row.guid,
  sort: byDate,
  indexes: {
    counterparty: (row) => row.counterparty_guid,
    segment: (row) => `${row.counterparty_guid} ${row.segment_name}`,
  },
  bigints: [],
});
