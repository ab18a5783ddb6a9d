import { byDate, type Dated } from './dated.js';
import { collection } from './store.js';

export interface Employee extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  readonly email: string;
  readonly name: string;
  readonly surname: string;
  readonly paternal_name: string;
  readonly phone: string;
  readonly branch_guid: string;
  readonly is_disabled: boolean;
  readonly roles: readonly string[];
  /** `scrypt$salt$hash`; empty until the employee sets a password. */
  readonly password: string;
  /** Raised to invalidate everything issued before; 0 if absent. */
  readonly access?: number;
}

export const employeeRows = collection<Employee>({
  name: 'employees',
  key: (row) => row.guid,
  sort: byDate,
  indexes: {
    email: (row) => row.email.toLowerCase(),
    counterparty: (row) => row.counterparty_guid,
    role: (row) => row.roles.map((name) => `${row.counterparty_guid} ${name}`),
  },
  bigints: [],
});
