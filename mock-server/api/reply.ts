import type { Finding, Why } from '../../contract/control/journal.js';
import { type ErrorCode, type ErrorEntry, errorCatalogue } from '../../contract/errors.js';
import { explanationOf } from '../../contract/explanations/index.js';
import { whyOf } from '../../contract/explanations/why.js';
import { kratosErrorBody } from '../../contract/kratos-errors.js';
import { refusalBody, refusalStatus } from '../../contract/open-answers.js';
import type { Operation } from '../../contract/operation.js';
import { defaultProfile, type Profile } from '../../contract/profile/index.js';
import { mayRefuse } from '../../contract/refusals.js';
import type { RuleId } from '../../contract/rules/index.js';
import type { Call } from '../domain/call.js';
import { type Because, because, Refusal } from '../domain/refusal.js';
import { ClosedConnection, OtherAnswer } from './handler.js';
import type { Match } from './router.js';

/** Responses of DCM that refuse a request. */

/** Maximum bytes of a request body. */
export const bodyLimit = 100 * 1024;

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  /** Sent as it is, instead of the body. */
  readonly text?: string;
  /** Sent in pieces, without a length. */
  readonly chunked?: true;
  readonly headers: Record<string, string>;
  readonly reason: string;
  /** Of a refusal: its entry in the catalog. */
  readonly code?: ErrorCode;
  /** Of a refusal: its explanation. */
  readonly why?: Why;
  /** Why the connection is closed and nothing is sent; the journal has the reply all the same. */
  readonly lost?: string;
  /** What the journal says of it; the caller is not told. */
  readonly note?: string;
}

interface Refused {
  readonly path: string;
  readonly match: Match;
  readonly call: Call;
}

/** The rule that a request with this refusal breaks; none if the bank may have been right. */
function brokenRule({ encodingRule }: Operation, code: ErrorCode): RuleId | undefined {
  const { rule, reason }: ErrorEntry = errorCatalogue[code];
  if (code === 'content-type') return encodingRule ?? 'REQUEST-02';
  if (rule !== undefined) return rule;
  return reason === 'invalid' && code !== 'strict-finding' ? 'REQUEST-01' : undefined;
}

/** Input that is invalid under every reading of the documentation: malformed or contradictory. */
export function explainRefusal(
  { match, call }: Omit<Refused, 'path'>,
  { code, message, hint }: Refusal,
): void {
  if (match.kind !== 'found' || match.operation.caller === 'control') return;
  const rule = brokenRule(match.operation, code);
  if (rule !== undefined) call.explain(rule, hint === '' ? message : `${message}: ${hint}`);
}

/** The explanation of a refusal, with what this request adds to it. */
function explained({ cause, facts }: Because, { match, call }: Omit<Refused, 'path'>): Why {
  const { decides } = explanationOf(cause);
  const asked = call.asked ?? new Map<string, number>();
  return whyOf(cause, facts, {
    operation: match.kind === 'found' ? match.operation : undefined,
    decidedBy: decides === 'any' ? [...asked.values()].at(-1) : asked.get(decides ?? ''),
    rule: call.broken,
  });
}

/** The response to a refusal; the options for it are DCM's, not those of the control API or of Kratos. */
function replyToRefusal(
  { code, status, message, because }: Refusal,
  refused: Refused,
  profile: Profile,
): Reply {
  const { match, path } = refused;
  const why = explained(because, refused);
  const operation = match.kind === 'found' ? match.operation : undefined;
  const headers: Record<string, string> =
    match.kind === 'wrong-method' ? { allow: match.allowed.join(', ') } : {};
  const { reason } = errorCatalogue[code];
  if (operation && path.startsWith('/kratos/'))
    return { status, body: kratosErrorBody(status, message), headers, reason, code, why };
  const own = operation?.caller === 'control' || path.startsWith('/control/');
  const chosen = own ? defaultProfile : profile;
  const { body, text } = refusalBody(code, message, operation, chosen);
  if (text !== undefined) headers['content-type'] = 'text/plain; charset=utf-8';
  return {
    status: refusalStatus(code, operation, chosen),
    body: text ?? body,
    ...(text !== undefined && { text }),
    headers,
    reason,
    code,
    why,
  };
}

/** The response to an error; `report` is called for faults of the mock. */
export function replyTo(
  error: unknown,
  refused: Refused,
  profile: Profile,
  report: (error: unknown) => void,
): Reply {
  const { match } = refused;
  if (error instanceof OtherAnswer) {
    const { status, body, reason, note, because } = error;
    return { status, body, headers: { ...error.headers }, reason, note, why: explained(because, refused) };
  }
  if (error instanceof ClosedConnection) {
    const why = explained(because('fault-closed'), refused);
    return { status: 0, body: undefined, headers: {}, reason: 'state', lost: error.message, why };
  }
  if (error instanceof Refusal) {
    if (match.kind === 'found' && !mayRefuse(match.operation, error.code))
      report(new Error(`${match.operation.id} is not declared to refuse by ${error.code}`));
    return replyToRefusal(error, refused, profile);
  }
  report(error);
  return { status: 500, body: { error: 'the mock failed; see its console' }, headers: {}, reason: '' };
}

/** Why a body could not be read. */
export function rawError(error: unknown): Error {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return new Refusal('too-large', { limit: bodyLimit });
  if (type === 'encoding.unsupported') {
    return new Refusal('content-encoding', { given: 'in this content-encoding', expected: 'none' });
  }
  return new Refusal('unreadable-body', {
    position: error instanceof Error ? error.message : 'unreadable body',
  });
}

/** Bytes of the header `DCM-Finding`: clients refuse responses with more than 16 KiB of headers. */
const longestHeader = 2000;
const longestFinding = 400;

/** Header values are ASCII; anything else could not be sent. */
const ascii = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, '?');

/** The findings as a header: shortened, because the journal has the full text. */
export function findingHeader(findings: readonly Finding[]): string {
  const shown: string[] = [];
  let length = 0;
  for (const { rule, level, text } of findings) {
    const short = text.length > longestFinding ? `${text.slice(0, longestFinding)}...` : text;
    const one = ascii(`${rule} ${level}: ${short}`);
    length += one.length + 2;
    if (length > longestHeader) {
      shown.push(`${findings.length - shown.length} more in the journal`);
      break;
    }
    shown.push(one);
  }
  return shown.join('; ');
}
