import { type ErrorCode, type ErrorEntry, errorBody, errorCatalogue } from './errors.js';
import type { Operation } from './operation.js';
import type { Profile } from './profile/index.js';
import { parseSource } from './provenance.js';

/**
 * What the pages leave open in DCM's responses, and how an option fills it. What a page publishes is never changed: a
 * status, a message, the members of a body.
 */

/** Pages that give each of their operations two responses: 200, and 400 with "json with error msg". */
const pagesWithBoth: readonly string[] = ['JWTA', 'ROLE', 'BR', 'BR-ACC', 'SEG'];

const isPublished = ({ source }: Pick<ErrorEntry, 'source'>): boolean => source.startsWith('D ');

/** Whether the page of an operation publishes the statuses of its success and of its refusal. */
export function publishesStatuses({ source }: Pick<Operation, 'source'>): boolean {
  const { mark, page } = parseSource(source);
  return mark === 'D' && pagesWithBoth.includes(page);
}

/** The status of a refusal (U-09); `declined-400` has an option of its own. */
export function refusalStatus(
  code: ErrorCode,
  operation: Operation | undefined,
  { refusal_status }: Pick<Profile, 'refusal_status'>,
): number {
  const { status, source }: ErrorEntry = errorCatalogue[code];
  const open = status === 400 && source === 'A' && code !== 'declined-400';
  return open && !(operation && publishesStatuses(operation)) ? refusal_status : status;
}

/** The body of a refusal (U-08): what JSON has to say, or a text as it is; undefined if there is none. */
export function refusalBody(
  code: ErrorCode,
  message: string,
  operation: Operation | undefined,
  { error_body }: Pick<Profile, 'error_body'>,
): { readonly body?: object; readonly text?: string } {
  const entry: ErrorEntry = errorCatalogue[code];
  const usual = { body: errorBody(code, message) };
  // The gateway's body is the public one of Ory Oathkeeper.
  if (error_body === 'error' || entry.shape === 'gateway') return usual;
  if (error_body === 'message') return { body: { message } };
  if (operation && publishesStatuses(operation)) return usual;
  if (error_body === 'text') return { text: message };
  return isPublished(entry) ? usual : {};
}

/** Whether nothing is published about the response to a successful write (U-44, U-63). */
export const hasOpenStatus = (operation: Operation): boolean => {
  const { method, caller, source, assumed = {}, withoutBody } = operation;
  if (method === 'GET' || caller === 'public' || caller === 'control' || withoutBody) return false;
  const open = source === 'A' || assumed.answer === 'A' || assumed['answer.'] === 'A';
  return open && !publishesStatuses(operation);
};

/** Whether the `total` of a list is this project's own (U-61). */
export const hasOpenTotal = ({ caller, assumed = {} }: Operation): boolean =>
  caller !== 'control' && (assumed.answer === 'A' || assumed['answer.total'] === 'A');
