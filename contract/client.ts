import { z } from 'zod';
import { asExpected } from './expected-answer.js';
import { inOurWords } from './in-our-words.js';
import type { Answer, Operation, OperationTable, Request } from './operation.js';
import { readJson } from './read-json.js';
import { said, UsageError } from './texts/said.js';
import type { Fetch, Fetched } from './wire/fetch.js';

/**
 * A client derived from a table of operations: one function per operation, typed by its declaration.
 *
 * @example
 * const dcm = createClient(operations, { baseUrl: 'http://127.0.0.1:4010', fetch });
 * const flow = await dcm.createLoginFlow({});
 */
export type Client<Table extends OperationTable> = {
  readonly [Id in keyof Table]: (request: Request<Table[Id]>) => Promise<Answer<Table[Id]>>;
};

/** What a client reads of a response; the platform's has it. */
type Readable = Pick<Fetched, 'status' | 'ok' | 'text'> & {
  readonly headers: Pick<Fetched['headers'], 'get'>;
};

export interface ClientOptions {
  /** Scheme, host and port, without a path. */
  readonly baseUrl: string;
  /** Headers of every request, e.g. the credentials; requested each time. */
  readonly headers?: () => Readonly<Record<string, string>>;
  /** Bounds each request in time and bytes; see `wire/fetch.ts`. */
  readonly fetch: (...request: Parameters<Fetch>) => Promise<Readable>;
}

/** DCM answered with a status other than 200, or with a body that the operation does not declare. */
export class ApiError extends Error {
  override name = 'ApiError';
  constructor(
    readonly operation: string,
    readonly status: number,
    /** Header `DCM-Reason`, empty without one. */
    readonly reason: string,
    readonly body: unknown,
    problem?: string,
    /** Header `DCM-Hint`: the cause and what would be right, in English; empty without one. */
    readonly hint = '',
  ) {
    super(`${operation}: ${problem ?? `HTTP ${status}${reason && ` (${reason})`}`}: ${errorText(body)}`);
  }
}

const kratosRefusal = z.object({
  ui: z.object({ messages: z.array(z.object({ text: z.string() })).min(1) }),
});

/**
 * The text of an error body in any of its shapes: the application's, the gateway's, Kratos' own, or a flow that is
 * sent back.
 */
export function errorText(body: unknown): string {
  const flow = kratosRefusal.safeParse(body);
  if (flow.success) return flow.data.ui.messages.map((message) => message.text).join(' ');
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : body;
  if (typeof error === 'object' && error !== null && 'reason' in error) return String(error.reason);
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return typeof error === 'string' ? error : JSON.stringify(error ?? null);
}

/** Whether a call was refused because what it asks for does not exist. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof ApiError && error.reason === 'state' && / not found$/.test(errorText(error.body));

/** What was requested; undefined if it does not exist. */
export const ifFound = <Data>(asked: Promise<Data>): Promise<Data | undefined> =>
  asked.catch((error: unknown) => {
    if (isNotFound(error)) return undefined;
    throw error;
  });

export function createClient<Table extends OperationTable>(
  operations: Table,
  options: ClientOptions,
): Client<Table> {
  const call =
    (operation: Operation) =>
    (request: AnyRequest = {}) =>
      send(operation, request, options);
  return Object.fromEntries(
    Object.entries(operations).map(([id, operation]) => [id, call(operation)]),
  ) as unknown as Client<Table>;
}

interface AnyRequest {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

async function send(operation: Operation, request: AnyRequest, options: ClientOptions): Promise<unknown> {
  const form = operation.accepts?.[0] === 'form';
  const headers: Record<string, string> = {
    accept: 'application/json',
    ...options.headers?.(),
    ...request.headers,
  };
  let body: string | undefined;
  if (operation.body) {
    headers['content-type'] = form ? 'application/x-www-form-urlencoded' : 'application/json';
    body = form ? pairs(request.body).toString() : JSON.stringify(request.body ?? {});
  }
  const response = await options.fetch(options.baseUrl + path(operation, request), {
    method: operation.method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const reason = response.headers.get('dcm-reason') ?? '';
  const answer = readJson(text, text);
  if (!response.ok) {
    const hint = response.headers.get('dcm-hint') ?? '';
    throw new ApiError(operation.id, response.status, reason, answer, undefined, hint);
  }
  const parsed = operation.answer.safeParse(text === '' ? {} : answer, inOurWords);
  if (parsed.success) return parsed.data;
  const other = operation.answer.safeParse(asExpected(operation, answer));
  if (other.success) return other.data;
  const problem = `unexpected answer: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`;
  throw new ApiError(operation.id, response.status, reason, answer, problem);
}

const lacking = (operation: string, name: string) =>
  said(
    `${operation}: params.${name} is missing: { params: { ${name} } }`,
    `${operation}: бракує params.${name}: { params: { ${name} } }`,
  );

function path(operation: Operation, request: AnyRequest): string {
  const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = request.params?.[name];
    if (value === undefined) throw new UsageError(lacking(operation.id, name));
    return encodeURIComponent(String(value));
  });
  const query = pairs(request.query).toString();
  return query === '' ? filled : `${filled}?${query}`;
}

function pairs(members: Readonly<Record<string, unknown>> = {}): URLSearchParams {
  const result = new URLSearchParams();
  for (const [name, value] of Object.entries(members)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) result.append(name, String(item));
    }
  }
  return result;
}
