import type { z } from 'zod';
import type { AuthorizationMethod, Flow } from './bank-service.js';
import type { ErrorCode } from './errors.js';
import type { Source } from './provenance.js';
import type { RuleId } from './rules/index.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call: `public` anyone · `employee` a bank's employee by session, or the bank by its own JWT · `bank` the
 * bank by its own JWT only · `officer` an employee of DCM · `control` anyone who reaches the control API.
 */
export type Caller = 'public' | 'employee' | 'bank' | 'officer' | 'control';

/** Body encodings; the first one is documented, others are served with a finding. */
export type Encoding = 'json' | 'form';

/**
 * What an operation is about, for an employee who is confined to a branch (BR): `branch` what belongs to a branch;
 * nothing of other branches is shown, found or changed · `common` what the whole counterparty has; it is shown but
 * cannot be changed.
 */
export type Reach = 'branch' | 'common';

/**
 * A request of DCM to the bank's authorization service while an operation waits. Documented are the meanings of the flows
 * (JWTF), `obj` per method (BAUTH) and createCustomer -> `/user_auth` (AID-AUTH); the rest is assumed (U-03).
 */
export interface ReverseCall {
  readonly method: AuthorizationMethod;
  readonly flow: Flow;
  /** Whose login or external id is in `obj`. */
  readonly object:
    | 'login'
    | 'identification key keeper'
    | 'chosen key keeper'
    | 'customer'
    | 'owner of the sender';
  /** Made only for a new entity of this kind. */
  readonly entity?: 'emission' | 'processing';
}

/**
 * One operation, declared once: router, typed client, API description and coverage are derived from it.
 * Schemas are in the vendor's names. A body schema is never strict: unknown members are served and reported.
 */
export interface Operation {
  readonly id: string;
  readonly method: Method;
  /** With `{name}` for parameters, as the documentation writes it. */
  readonly path: string;
  readonly summary: string;
  /** The resource, if it is not the page of the source; groups the API description. */
  readonly resource?: string;
  readonly caller: Caller;
  /** Of the control API: whether a viewer may call it; if it is left out, whoever only looks (GET). */
  readonly viewers?: boolean;
  /**
   * Of the control API: members of the query, the body or the response that name what is made or meant, for the audit
   * list; a later one of these goes before an earlier one of the same name. Never a secret.
   */
  readonly names?: readonly string[];
  /** The permission that a session needs (RBAC, JWT by DCM only): its scope; its verb is the method. */
  readonly permission?: { readonly scope: string; readonly reach: Reach };
  /** Source of the operation itself, and of its path if that is different. */
  readonly source: Source;
  readonly pathSource?: Source;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** Members of the body that must not be left out, although the documented schema has them optional. */
  readonly required?: readonly string[];
  readonly accepts?: readonly Encoding[];
  /** Members of the body whose text is passed on as it is: it may have line breaks, and any length. */
  readonly passedOn?: readonly string[];
  /** The rule about the documented encoding, if it is not the general one. */
  readonly encodingRule?: RuleId;
  readonly answer: z.ZodType;
  /** Requests to the bank that the operation makes, in this order. */
  readonly reverseCalls?: readonly ReverseCall[];
  /** Posts a transfer: DCM then asks for the bank's signature, if it is to sign (MS), and sends callbacks (CB). */
  readonly postsTransfer?: boolean;
  /** Refusals of the catalog besides those that follow from the declaration (contract/refusals.ts). */
  readonly refuses?: readonly ErrorCode[];
  /** Bodies of refusals by status, if they are not those of the catalog. */
  readonly refused?: Readonly<Record<number, z.ZodType>>;
  /**
   * Whether a `public` operation reads the session of the caller (header X-Session-Token, or the session as a bearer
   * token).
   */
  readonly session?: 'optional' | 'required';
  /** The media type of a response that is not JSON; the typed client does not read it. */
  readonly media?: 'text/event-stream' | 'text/html' | 'application/zip';
  /** The response has no body, and this status. */
  readonly withoutBody?: 200 | 204;
  /** Members that are not (D), by `body.name`, `query.name` or `answer.name`. */
  readonly assumed?: Readonly<Record<string, Source>>;
}

export function operation<const Declared extends Operation>(declared: Declared): Declared {
  return declared;
}

/** Whether the caller needs credentials. */
export const needsCredential = ({ caller }: Operation): boolean =>
  caller !== 'public' && caller !== 'control';

/** Whether it changes and reveals nothing, so that a viewer may call it. */
export const isForViewers = ({ method, viewers }: Pick<Operation, 'method' | 'viewers'>): boolean =>
  viewers ?? method === 'GET';

/** The permission as `scope:VERB`, as roles have it; undefined if none is needed. */
export const permissionOf = ({ permission, method }: Operation): string | undefined =>
  permission && `${permission.scope}:${method}`;

export type OperationTable = Readonly<Record<string, Operation>>;

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : Record<string, never>;
type Given<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

/** What a handler is given, parsed. */
export interface Input<O extends Operation> {
  readonly params: Parsed<O['params']>;
  readonly query: Parsed<O['query']>;
  readonly body: Parsed<O['body']>;
}

/** What a handler returns and a client receives. */
export type Answer<O extends Operation> = z.output<O['answer']>;

/** What a client passes: only the parts that the operation has. */
export type Request<O extends Operation> = (O extends { params: z.ZodType }
  ? { params: Given<O['params']> }
  : object) &
  (O extends { query: z.ZodType } ? { query?: Given<O['query']> } : object) &
  (O extends { body: z.ZodType } ? { body: Given<O['body']> } : object) & {
    headers?: Readonly<Record<string, string>>;
  };

/** Gathers declarations into a table by id. */
export function table<const Declared extends readonly Operation[]>(
  ...declared: Declared
): { readonly [O in Declared[number] as O['id']]: O } {
  return Object.fromEntries(declared.map((operation) => [operation.id, operation])) as {
    readonly [O in Declared[number] as O['id']]: O;
  };
}
