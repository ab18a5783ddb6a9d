import { z } from 'zod';
import { amountMembers, dateMembers } from './answer-members.js';
import { errorCatalogue } from './errors.js';
import { hasOpenStatus, hasOpenTotal, refusalBody, refusalStatus } from './open-answers.js';
import type { Operation } from './operation.js';
import { accountPages } from './operations/entities.js';
import type { defaultProfile } from './profile/index.js';
import { refusalsOf } from './refusals.js';

/** Which open questions of docs/fidelity.md a caller of an operation of DCM can notice. */

type Asks = (operation: Operation, members: ReadonlySet<string>) => boolean;

const has = (members: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean =>
  [...members].some((member) => wanted.has(member));

/** Whether an option changes one of its refusals. */
const refusesWith =
  (changed: (operation: Operation, code: ReturnType<typeof refusalsOf>[number]) => boolean): Asks =>
  (operation) =>
    refusalsOf(operation).some((code) => changed(operation, code));

const asksBank: Asks = ({ reverseCalls = [] }) => reverseCalls.length > 0;
const posts: Asks = ({ postsTransfer = false }) => postsTransfer;
const named =
  (...ids: readonly string[]): Asks =>
  ({ id }) =>
    ids.includes(id);
const isTransfer: Asks = ({ id }) => /^(?:create|confirm|get|list)(?:Branch)?Payments?$/.test(id);

const questions: Readonly<Record<string, Asks>> = {
  'U-01': ({ reverseCalls = [], caller }) => reverseCalls.length > 0 && caller === 'employee',
  'U-03': ({ reverseCalls = [], caller }) => reverseCalls.length > 0 || caller === 'employee',
  'U-08': refusesWith((operation, code) => {
    const bodyUnder = (error_body: typeof defaultProfile.error_body) =>
      JSON.stringify(refusalBody(code, '', operation, { error_body }));
    return bodyUnder('message') !== bodyUnder('error');
  }),
  'U-09': refusesWith(
    (operation, code) =>
      refusalStatus(code, operation, { refusal_status: 422 }) === 422 && errorCatalogue[code].status !== 422,
  ),
  'U-10': asksBank,
  'U-25': (_operation, members) => has(members, amountMembers),
  'U-26': ({ answer }) => answer === accountPages,
  'U-33': ({ path }) => /\/(?:amount|payment)\/?$/.test(path) && path.includes('limit'),
  'U-39': named('issueIdentifiers', 'burnIdentifiers', 'confirmEmission'),
  'U-44': hasOpenStatus,
  'U-45': posts,
  'U-47': named('createPayment', 'createBranchPayment'),
  'U-48': isTransfer,
  'U-53': isTransfer,
  'U-55': posts,
  'U-57': posts,
  'U-61': (operation, members) => members.has('total') && hasOpenTotal(operation),
  'U-62': (_operation, members) => has(members, dateMembers),
  'U-72': named('getDcmJwks'),
};

/** Names of all members of a schema, however deep. */
function membersOf(schema: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof schema !== 'object' || schema === null) return found;
  for (const [name, value] of Object.entries(schema)) {
    if (name === 'properties') for (const member of Object.keys(value as object)) found.add(member);
    membersOf(value, found);
  }
  return found;
}

/** Numbers such as `U-26`; none for operations that are not DCM's own. */
export function questionsOf(operation: Operation): readonly string[] {
  if (operation.caller === 'control' || operation.path.startsWith('/kratos/')) return [];
  const answer = z.toJSONSchema(operation.answer, { io: 'output', unrepresentable: 'any' });
  const members = membersOf(answer);
  return Object.entries(questions)
    .filter(([, asks]) => asks(operation, members))
    .map(([unknown]) => unknown);
}

/** Every number that an operation may have. */
export const askedNumbers = Object.keys(questions);
