import type { Answer, Input, Operation, OperationTable } from '../../contract/operation.js';
import type { Call } from '../domain/call.js';
import type { Counterparty } from '../domain/counterparties-collection.js';
import { type Because, Refusal } from '../domain/refusal.js';
import type { Admission } from './admission.js';

/** What a handler may need in addition to the parsed request. */
export interface RequestFacts {
  readonly call: Call;
  readonly headers: Readonly<Record<string, string>>;
  /** Under what URL the caller reached DCM, with the path of a proxy and without a slash at its end. */
  readonly origin: string;
  readonly url: string;
  /** As whom a request of the control API is served. */
  readonly admission: Admission;
  /** Additional headers of the response. */
  readonly answerHeaders: Record<string, string>;
}

export type Handler<O extends Operation> = (input: Input<O>, facts: RequestFacts) => Promise<Answer<O>>;

/** One handler per declared operation: a declared one without a handler does not compile. */
export type Handlers<Table extends OperationTable> = { readonly [Id in keyof Table]: Handler<Table[Id]> };

/** A response that is neither 200 nor a refusal of the catalog, such as a login flow that Kratos sends back. */
export class OtherAnswer extends Error {
  override name = 'OtherAnswer';
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly reason: string,
    readonly because: Because,
    readonly headers: Readonly<Record<string, string>> = {},
    /** What the journal says of it; the caller is not told. */
    readonly note = '',
  ) {
    super(`HTTP ${status}`);
  }
}

/** The caller gets no response: the connection is closed, by a fault. The message says why. */
export class ClosedConnection extends Error {
  override name = 'ClosedConnection';
}

/** The counterparty of the employee who calls. */
export function callerOf(call: Call): Counterparty {
  if (call.actor.kind !== 'employee' && call.actor.kind !== 'bank') throw new Refusal('no-credential');
  return call.actor.counterparty;
}
