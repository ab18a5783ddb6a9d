import type { Method } from './operation.js';
import type { operations } from './operations/index.js';
import type { Source } from './provenance.js';

/** An operation of the oldest guide that nobody serves any more (U-76). */
export interface LegacyOperation {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly source: Source;
  /** What is used today. */
  readonly today: keyof typeof operations;
}

const counterparty = '/api/v1/counterparty/{counterparty_guid}';

export const legacyOperations: readonly LegacyOperation[] = [
  {
    id: 'createBrowserLoginFlow',
    method: 'GET',
    path: '/kratos/self-service/login/browser',
    source: 'O OLD-START',
    today: 'createLoginFlow',
  },
  {
    id: 'createRegistrationFlow',
    method: 'GET',
    path: '/kratos/self-service/registration/api',
    source: 'O OLD-START',
    today: 'createEmployee',
  },
  {
    id: 'createBrowserRegistrationFlow',
    method: 'GET',
    path: '/kratos/self-service/registration/browser',
    source: 'O OLD-START',
    today: 'createEmployee',
  },
  {
    id: 'submitRegistration',
    method: 'POST',
    path: '/kratos/self-service/registration',
    source: 'O OLD-START',
    today: 'createEmployee',
  },
  {
    id: 'authCustomer',
    method: 'POST',
    path: `${counterparty}/customers/auth`,
    source: 'O OLD-CUS',
    today: 'createCustomer',
  },
  {
    id: 'createCustomerLegacy',
    method: 'POST',
    path: `${counterparty}/customers/create`,
    source: 'O OLD-CUS',
    today: 'createCustomer',
  },
  {
    id: 'updatePaymentLegacy',
    method: 'PUT',
    path: `${counterparty}/payments`,
    source: 'O OLD-PAY',
    today: 'confirmPayment',
  },
  {
    id: 'createAsset',
    method: 'POST',
    path: `${counterparty}/asset`,
    source: 'O OLD-ASSET',
    today: 'issueIdentifiers',
  },
  {
    id: 'listAssets',
    method: 'GET',
    path: `${counterparty}/assets`,
    source: 'O OLD-ASSET',
    today: 'getCustomerAccounts',
  },
  {
    id: 'deleteAsset',
    method: 'DELETE',
    path: `${counterparty}/assets`,
    source: 'O OLD-ASSET',
    today: 'burnIdentifiers',
  },
];

/** The legacy operation that a request means; undefined when it means none. */
export const legacyOf = (method: string, path: string): LegacyOperation | undefined =>
  legacyOperations.find(
    (operation) =>
      operation.method === method &&
      new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`, 'i').test(path),
  );
