import type { Operation, OperationTable } from '../../../contract/operation.js';
import type { Eras } from '../../domain/eras.js';
import type { Handler, Handlers } from '../handler.js';
import type { Stage } from './exchange.js';
import { operationOf } from './match.js';

export interface Served {
  readonly table: OperationTable;
  readonly handlers: Readonly<Record<string, Handler<Operation>>>;
}

/** Connects a table to its handlers; the compiler checks that every declared operation has one. */
export const serve = <Table extends OperationTable>(table: Table, handlers: Handlers<Table>): Served => ({
  table,
  handlers: handlers as unknown as Served['handlers'],
});

/** Runs the handler, unless the state was replaced while the request waited. */
export function createHandle(served: readonly Served[], eras: Eras): Stage {
  return async (exchange) => {
    const { id, caller } = operationOf(exchange);
    if (caller !== 'control') eras.require(exchange.call);
    // Not put together in one object, which would take 12 kB in each sandbox.
    const handler = served.find(({ handlers }) => Object.hasOwn(handlers, id))?.handlers[id];
    if (!handler) throw new Error(`${id} has no handler`);
    exchange.answer = await handler(exchange.input as never, exchange);
  };
}
