import type { Source } from './provenance.js';
import type { RuleId } from './rules/index.js';

/**
 * The catalog of refusals. Messages documented by the vendor are literal; `{name}` is filled in.
 *
 * `reason` goes into the header `DCM-Reason`. `gateway` errors have the shape of the gateway in front of DCM
 * (`{"error":{"code","status","message"}}`), the others are `{"error":"<message>"}` (U-08).
 */
export type Reason = 'credential' | 'session' | 'permission' | 'declined' | 'invalid' | 'state';

export interface ErrorEntry {
  readonly status: number;
  readonly reason: Reason;
  readonly shape: 'gateway' | 'application';
  readonly message: string;
  readonly source: Source;
  /**
   * The rule that a bank breaks if its request is refused like this; REQUEST-01 for `invalid` ones unless another is
   * given.
   */
  readonly rule?: RuleId;
}

/** An entry whose message the compiler knows, so that a refusal lacks none of its places. */
type Saying<Message extends string> = ErrorEntry & { readonly message: Message };

const invalid = <Message extends string>(
  message: Message,
  source: Source = 'A',
  status = 400,
): Saying<Message> => ({
  status,
  reason: 'invalid',
  shape: 'application',
  message,
  source,
});
const state = <Message extends string>(message: Message, source: Source = 'A'): Saying<Message> => ({
  status: 400,
  reason: 'state',
  shape: 'application',
  message,
  source,
});
const unauthorized = (reason: Reason): Saying<'Access credentials are invalid'> => ({
  status: 401,
  reason,
  shape: 'gateway',
  message: 'Access credentials are invalid',
  source: 'D ERR',
});

const forbidden = (
  reason: Reason,
): Saying<'Access credentials are not sufficient to access this resource'> => ({
  status: 403,
  reason,
  shape: 'gateway',
  message: 'Access credentials are not sufficient to access this resource',
  source: 'X ORY',
});

export const errorCatalogue = {
  credential: unauthorized('credential'),
  session: unauthorized('session'),
  declined: unauthorized('declined'),
  'declined-400': { ...invalid('bank declined the operation'), reason: 'declined' },
  'declined-403': forbidden('declined'),
  permission: forbidden('permission'),
  'bank-failed': { ...invalid('bank authorization failed: {cause}'), reason: 'declined' },
  'unknown-path': invalid('unknown path {path}; nearest operation: {nearest}', 'RFC 9110', 404),
  'wrong-method': invalid('method {method} is not allowed here; allowed: {allowed}', 'RFC 9110', 405),
  'too-large': invalid('request body is larger than {limit} bytes', 'RFC 9110', 413),
  'content-type': invalid('content type {given} is not supported; use {expected}', 'RFC 9110', 415),
  /**
   * Text that cannot be displayed or stored: not UTF-8, a control character, a lone surrogate, a malformed
   * percent-encoding.
   */
  illegible: invalid('{problem}'),
  'invalid-json': invalid('invalid JSON: {position}'),
  'invalid-member': invalid('{member}: {problem}'),
  'invalid-amount': invalid('invalid amount'),
  'uuid-length': invalid('invalid UUID length: {length}', 'D ERR'),
  'uuid-format': invalid('invalid UUID format'),
  'not-found': { ...invalid('{thing} not found'), reason: 'state' },
  'asset-not-found': invalid('asset not found'),
  'entity-kind': invalid('failed to create entity: invalid kind: bad request', 'D ERR'),
  'employee-exists': state('create employee identity: 409 Conflict', 'D ERR'),
  'customer-exists': state(
    'failed to create wallet user: failed to sign up: response status code is not 2xx but 409; error was "{\\"error\\":\\"logic error\\"}\\n"',
    'D ERR',
  ),
  'counterparty-exists': state('{member}: counterparty {given} already exists'),
  'entity-exists': state('{kind} entity already exists'),
  'no-key-keeper': state('no key keeper for {purpose} entities; register key_keepers at onboarding'),
  'request-open': state('another request is not finished yet', 'D ID'),
  'request-finished': state('request is already {status}'),
  'reserve-insufficient': state('reserve account balance is insufficient', 'D ID'),
  'insufficient-balance': state('insufficient balance'),
  'payment-confirmed': state('payment is already confirmed'),
  'payment-in-progress': state('payment is being confirmed'),
  'bank-guid-missing': {
    ...state('receiver belongs to another counterparty: bank_guid is required', 'D TR'),
    rule: 'TRANSFER-03',
  },
  'bank-guid-wrong': { ...state('bank_guid is not the counterparty of the receiver'), rule: 'TRANSFER-03' },
  'same-entity': invalid('sender and receiver are the same digital entity'),
  'iban-mismatch': invalid('{member} belongs to another account'),
  'route-refused': state('transfers from {from} to {to} are not allowed'),
  'seed-decryption': state('failed to decrypt seed', 'D MS'),
  'jwk-invalid': invalid('invalid JWK: {problem}'),
  'jwk-exists': state('a JWK with kid {kid} already exists'),
  'multisignature-stopped': { ...state('multisignature stopped: {cause}', 'D MS'), reason: 'declined' },
  'external-id-changed': {
    ...state('wallet user is not found: external id has changed'),
    reason: 'declined',
  },
  'guid-taken': state('guid {guid} already exists', 'O OLD-CP'),
  'role-exists': state('role {name} already exists'),
  'administrator-fixed': state(
    'role Administrator has every permission and cannot be changed or deleted',
    'D ROLE',
  ),
  'limit-exceeded': state('limit exceeded: {what}', 'D LIM'),
  'recon-order': { ...invalid('status: expected confirmed'), rule: 'RECON-01' },
  'recon-status': state('recon is already {status}'),
  'not-kept': { ...state('the state cannot be saved: {problem}'), status: 503 },
  'database-away': { ...state('the database of the state cannot be reached: {problem}'), status: 503 },
  'world-elsewhere': { ...state('another process serves this state now'), status: 503 },
  'process-ended': { ...state('the process that served this request has ended'), status: 503 },
  'sandbox-full': {
    ...state('this sandbox has its {most} rows: reset it, or copy it with a higher limit'),
    status: 507,
  },
  'sandbox-damaged': {
    ...state('sandbox {name} cannot be opened: what is kept of it is damaged, or of another version'),
    status: 500,
  },
  'state-replaced': {
    ...state('the state was reset or restored in the meantime: the operation changed nothing'),
    status: 409,
  },
  'strict-finding': invalid('{rule}: {text}'),
  'control-conflict': invalid('{problem}'),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;

/** For a guid in a body that is not a UUID. */
export const noUuid = ['uuid-length', 'uuid-format'] as const satisfies readonly ErrorCode[];

/** Fills a message template. */
export function errorMessage(code: ErrorCode, data: Readonly<Record<string, unknown>> = {}): string {
  return errorCatalogue[code].message.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    name in data ? String(data[name]) : whole,
  );
}

/** The body that goes over the wire. */
export function errorBody(code: ErrorCode, message: string): object {
  const entry = errorCatalogue[code];
  if (entry.shape === 'application') return { error: message };
  const status = entry.status === 403 ? 'Forbidden' : 'Unauthorized';
  return { error: { code: entry.status, status, message } };
}
