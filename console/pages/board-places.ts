import type { BoardStep, MissingKey } from '../../contract/control/board.js';

/** Where to do what is missing, or where to see it once the bank has done it. */
export interface Place {
  readonly to: string;
  readonly name:
    | 'counterparty'
    | 'urls'
    | 'identifiers'
    | 'journal'
    | 'callbacks'
    | 'options'
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

export function placeOf(
  { key, values, asks }: NonNullable<BoardStep['missing']>,
  { counterparty_guid, alias }: Bank,
): Place {
  const counterparty: Place = { to: `/console/counterparties/${counterparty_guid}`, name: 'counterparty' };
  const inBackoffice = (page: string, name: Place['name']): Place => ({
    to: `/backoffice/${alias}${page}`,
    name,
  });
  // Reverse calls that the bank must answer: the journal shows the requests and the responses.
  const asked = (method: string): Place =>
    asks.length > 0
      ? { to: `/console/journal?operation=${method}`, name: 'journal' }
      : { to: counterparty.to, name: 'urls' };
  const email = values.email === undefined ? '' : `?email=${encodeURIComponent(values.email)}`;
  const places: Readonly<Record<MissingKey, Place>> = {
    'authorization-unseen': asked('user_auth'),
    'key-not-fetched': asked('getDcmJwks'),
    'asset-code': { to: '/console/readings', name: 'options' },
    'infrastructure-not-requested': counterparty,
    'infrastructure-not-deployed': counterparty,
    'urls-missing': counterparty,
    'key-unanswered': asked('key'),
    'keepers-missing': counterparty,
    'keeper-secrets-unseen': asked('key'),
    'onboarding-data': counterparty,
    'employee-missing': counterparty,
    'entities-missing': counterparty,
    'password-missing': inBackoffice(`/reset-password/${email}`, 'reset'),
    'login-unseen': inBackoffice('', 'backoffice'),
    'request-missing': inBackoffice('/identifiers', 'requests'),
    'request-unconfirmed': { to: '/console/identifiers', name: 'identifiers' },
    'customer-secrets-unseen': asked('user_auth'),
    'customers-missing': inBackoffice('/customers', 'customers'),
    'transfer-missing': inBackoffice('/transfers', 'transfers'),
    'callback-undelivered': { to: '/console/callbacks', name: 'callbacks' },
  };
  return places[key];
}
