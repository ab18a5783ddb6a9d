import type { ErrorCode } from './errors.js';
import { needsCredential, type Operation } from './operation.js';

/** Which refusals of the catalog an operation may give; any other is a fault of the mock. */

/** A query member that accepts any string, any number of times, cannot be wrong. */
export const canBeWrong = (schema: { safeParse(value: unknown): { success: boolean } }): boolean =>
  !schema.safeParse(['\u0000', '\u0000']).success;

/** The refusals of an operation under the default profile: those that follow from its declaration, and its own. */
export function refusalsOf(operation: Operation): readonly ErrorCode[] {
  const { caller, body, query, reverseCalls = [], refuses = [] } = operation;
  if (caller === 'control') return [];
  const found: ErrorCode[] = [];
  if (needsCredential(operation)) found.push('credential');
  // The bank's own token is not a session.
  if (caller === 'employee' || caller === 'officer') found.push('session');
  if (needsCredential(operation)) found.push('permission');
  if (body) found.push('invalid-json', 'content-type', 'too-large');
  if (body || Object.values(query?.shape ?? {}).some(canBeWrong)) found.push('invalid-member');
  found.push(...refuses);
  if (reverseCalls.some(({ method }) => method === 'external_id')) found.push('external-id-changed');
  if (reverseCalls.length > 0) found.push('declined', 'bank-failed');
  return found;
}

/** Refusals of any request, before it is read. */
const anyRequest: readonly ErrorCode[] = ['illegible'];

/** Refusals that only an option brings: `strict`, `declined_status`, `transfer_rules`, `reverse_check`. */
const byOption: readonly ErrorCode[] = ['strict-finding', 'declined-400', 'declined-403', 'route-refused'];
/** Refusals that can happen to any operation: the state file is on a full disk, its database is away, a sandbox is full or damaged, or an officer resets the mock. */
const byCircumstance: readonly ErrorCode[] = [
  'not-kept',
  'database-away',
  'world-elsewhere',
  'process-ended',
  'sandbox-full',
  'sandbox-damaged',
  'state-replaced',
];
const byReverseCheck: readonly ErrorCode[] = ['declined', 'bank-failed', 'no-key-keeper'];

/** Whether an operation may give this refusal, under any profile. */
export const mayRefuse = (operation: Operation, code: ErrorCode): boolean =>
  operation.caller === 'control' ||
  anyRequest.includes(code) ||
  byOption.includes(code) ||
  byCircumstance.includes(code) ||
  (operation.method !== 'GET' && byReverseCheck.includes(code)) ||
  refusalsOf(operation).includes(code);
