import type { Act } from '../../../contract/driver.js';

/** What a person is told; names of values stay those of the wire. */
export interface ManualTexts {
  readonly ping: string;
  readonly configure: string;
  readonly keeper: (purpose: string, login: string, externalId: string) => string;
  readonly secrets: string;
  readonly user: (login: string, externalId: string | undefined) => string;
  /** First line of a task whose values follow. */
  readonly titles: Readonly<
    Record<
      Extract<
        Act,
        | 'issue-identifiers'
        | 'delete-identifiers'
        | 'create-customers'
        | 'transfer'
        | 'create-payment'
        | 'confirm-payment'
        | 'confirm-recon'
        | 'register-jwk'
        | 'read-payment'
      >,
      string
    >
  >;
  readonly limit: (operation: string) => string;
  readonly login: (email: string) => string;
  readonly wrongLogin: (email: string, password: string) => string;
  readonly empty: string;
}
