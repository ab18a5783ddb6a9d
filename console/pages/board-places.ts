import type { MissingKey } from '../../contract/control/board.js';

/** Where to do what is missing, or where to see it once the bank has done it. */
export interface Place {
  readonly to: string;
  readonly name:
    | 'counterparty'
    | 'identifiers'
    | 'journal'
    | 'callbacks'
    | 'profile'
    | 'reset'
    | 'backoffice'
    | 'customers'
    | 'transfers'
    | 'requests';
}

interface Bank {
  readonly counterparty_guid: string;
  readonly alias: string;
}

/** Reverse calls that the bank must answer: the journal shows the requests and the responses. */
const asked = (method: string): Place => ({ to: `/console/journal?operation=${method}`, name: 'journal' });

export function placeOf(key: MissingKey, { counterparty_guid, alias }: Bank): Place {
  const counterparty: Place = { to: `/console/counterparties/${counterparty_guid}`, name: 'counterparty' };
  const inBackoffice = (page: string, name: Place['name']): Place => ({
    to: `/backoffice/${alias}${page}`,
    name,
  });
  const places: Readonly<Record<MissingKey, Place>> = {
    'authorization-unseen': asked('user_auth'),
    'key-not-fetched': asked('getDcmJwks'),
    'asset-code': { to: '/console/profile', name: 'profile' },
    'infrastructure-not-requested': counterparty,
    'infrastructure-not-deployed': counterparty,
    'urls-missing': counterparty,
    'key-unanswered': asked('key'),
    'keepers-missing': counterparty,
    'keeper-secrets-unseen': asked('key'),
    'onboarding-data': counterparty,
    'employee-missing': counterparty,
    'entities-missing': counterparty,
    'password-missing': inBackoffice('/reset-password/', 'reset'),
    'login-unseen': inBackoffice('', 'backoffice'),
    'request-missing': inBackoffice('/identifiers', 'requests'),
    'request-unconfirmed': { to: '/console/identifiers', name: 'identifiers' },
    'customer-secrets-unseen': asked('user_auth'),
    'customers-missing': inBackoffice('/customers', 'customers'),
    'transfer-missing': { to: '/console/transfers', name: 'transfers' },
    'callback-undelivered': { to: '/console/callbacks', name: 'callbacks' },
  };
  return places[key];
}
