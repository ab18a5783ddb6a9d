import type { AccountKind } from '../../contract/operations/entities.js';
import type { DigitalEntity } from './entities-collection.js';

/** Routes that the documentation advises (TR, UG-PAY); others are served with a finding (U-47). */
const within: Readonly<Record<AccountKind, readonly AccountKind[]>> = {
  emission: ['processing'],
  processing: ['customer', 'emission'],
  customer: ['customer', 'processing'],
  root: [],
};
const abroad: Readonly<Record<AccountKind, readonly AccountKind[]>> = {
  emission: [],
  processing: ['processing'],
  customer: ['customer'],
  root: [],
};

type Place = Pick<DigitalEntity, 'account_kind' | 'counterparty_guid'>;

export function routeAdvised(sender: Place, receiver: Place): boolean {
  const routes = sender.counterparty_guid === receiver.counterparty_guid ? within : abroad;
  return routes[sender.account_kind].includes(receiver.account_kind);
}
