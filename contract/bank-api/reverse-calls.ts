import type { AuthorizationMethod } from '../bank-service.js';
import type { Operation, ReverseCall } from '../operation.js';
import { operations } from '../operations/index.js';

/** Which operation of DCM makes which reverse call, and what its token says (U-03). */

const objects: Readonly<Record<ReverseCall['object'], string>> = {
  login: 'the login of the customer',
  'identification key keeper': 'the external id of the key keeper for identification',
  'chosen key keeper':
    'the external id of the key keeper that `key_keeper_login` names; without it, of the one for processing',
  customer: 'the external id of the customer',
  'owner of the sender':
    "the external id of the sender's owner: the customer, or the key keeper of the bank's own entity",
};

const subjects: Readonly<Partial<Record<Operation['caller'], string>>> = {
  employee: "the e-mail of the employee in whose session the request came, or `sub` of the bank's own token",
  officer: "DCM's administrator, whom the bank is told at onboarding",
};

/** The claims of a reverse call, in words. */
export const claimsOf = ({ caller }: Operation, { flow, object }: ReverseCall) => ({
  flow,
  obj: objects[object],
  sub: subjects[caller] ?? '',
});

/** The operations that call this method, each with the claims of the token. */
export const callersOf = (method: AuthorizationMethod) =>
  Object.values<Operation>(operations).flatMap((operation) =>
    (operation.reverseCalls ?? [])
      .filter((call) => call.method === method)
      .map((call) => ({ operation: operation.id, ...claimsOf(operation, call) })),
  );

/** The same as a table of Markdown. */
export const callersTable = (method: AuthorizationMethod): string =>
  [
    '| operation of DCM | `flow` | `obj` | `sub` |',
    '|---|---|---|---|',
    ...callersOf(method).map(
      ({ operation, flow, obj, sub }) => `| ${operation} | \`${flow}\` | ${obj} | ${sub} |`,
    ),
  ].join('\n');
