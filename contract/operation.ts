import type { z } from 'zod';
import type { Source } from './provenance.js';
import type { RuleId } from './rules/index.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call: `public` anybody · `employee` a bank's employee by session, or the bank by its own JWT ·
 * `officer` an employee of DCM · `control` whoever reaches the control API.
 */
export type Caller = 'public' | 'employee' | 'officer' | 'control';

/** Body encodings; the first one is the documented one, another one is served with a finding. */
export type Encoding = 'json' | 'form';

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
  /** What it is about, where that is not the page of its source: groups of the API description. */
  readonly resource?: string;
  readonly caller: Caller;
  /** Scope and verb of the permission that a session needs (RBAC, JWT by DCM only). */
  readonly permission?: { readonly scope: string; readonly verb: Method };
  /** Source of the operation itself, and of its path where that is another one. */
  readonly source: Source;
  readonly pathSource?: Source;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  readonly accepts?: readonly Encoding[];
  /** The rule that asks for the documented encoding, where it is not the general one. */
  readonly encodingRule?: RuleId;
  readonly answer: z.ZodType;
  /** Bodies of refusals by status, where they are not those of the catalogue. */
  readonly refused?: Readonly<Record<number, z.ZodType>>;
  /** Whether a `public` operation looks at the session of a caller (header X-Session-Token, or the session as bearer). */
  readonly session?: 'optional' | 'required';
  /** What is answered instead of JSON; the typed client does not read it. */
  readonly media?: 'text/event-stream' | 'text/html';
  /** The answer goes without a body, under this status. */
  readonly withoutBody?: 200 | 204;
  /** Members that are not (D), by `body.name`, `query.name` or `answer.name`. */
  readonly assumed?: Readonly<Record<string, Source>>;
}

export function operation<const Declared extends Operation>(declared: Declared): Declared {
  return declared;
}

export type OperationTable = Readonly<Record<string, Operation>>;

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : Record<string, never>;
type Given<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

/** What a handler is given, parsed. */
export interface Input<O extends Operation> {
  readonly params: Parsed<O['params']>;
  readonly query: Parsed<O['query']>;
  readonly body: Parsed<O['body']>;
}

/** What a handler answers and a client receives. */
export type Answer<O extends Operation> = z.output<O['answer']>;

/** What a client gives: only the parts that the operation has. */
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
  return Object.fromEntries(declared.map((one) => [one.id, one])) as {
    readonly [O in Declared[number] as O['id']]: O;
  };
}
