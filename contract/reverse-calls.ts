import type { AuthorizationMethod, Flow } from './bank-service.js';

/**
 * Which operation makes DCM call the bank, in which order, with which `flow` and whose `obj`.
 * Documented are the meanings of the flows (JWTF), `obj` per method (BAUTH) and createCustomer -> `/user_auth`
 * (AID-AUTH); the rest is assumed (U-03).
 */
export interface ReverseCall {
  readonly method: AuthorizationMethod;
  readonly flow: Flow;
  /** Whose login or external id stands in `obj`. */
  readonly object:
    | 'login'
    | 'identification key keeper'
    | 'chosen key keeper'
    | 'customer'
    | 'owner of the sender';
}

export const reverseCalls = {
  createIdentificationEntity: [
    { method: 'key', flow: 'sign-up-emission', object: 'identification key keeper' },
  ],
  createProcessingEntity: [{ method: 'key', flow: 'sign-up-processing', object: 'chosen key keeper' }],
  createCustomer: [{ method: 'user_auth', flow: 'sign-up', object: 'login' }],
  createCustomerAccount: [
    { method: 'external_id', flow: 'sign-up', object: 'customer' },
    { method: 'key', flow: 'sign-up', object: 'customer' },
  ],
  issueIdentifiers: [{ method: 'external_id', flow: 'sign-in', object: 'identification key keeper' }],
  burnIdentifiers: [
    { method: 'external_id', flow: 'sign-in', object: 'identification key keeper' },
    { method: 'key', flow: 'sign-in', object: 'identification key keeper' },
  ],
  confirmPayment: [
    { method: 'external_id', flow: 'sign-in', object: 'owner of the sender' },
    { method: 'key', flow: 'sign-in', object: 'owner of the sender' },
  ],
} as const satisfies Record<string, readonly ReverseCall[]>;
