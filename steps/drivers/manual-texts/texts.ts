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
  /** How much time there is for each task. */
  readonly time: (ms: number) => string;
  /** How much of it is left. */
  readonly left: (ms: number) => string;
  readonly reminder: string;
  /** What the keys do. */
  readonly keys: string;
}
