import { parsePart, readBody, readQuery } from '../parse.js';
import { notePlus } from '../plus.js';
import type { Stage } from './exchange.js';
import { operationOf, paramsOf } from './match.js';

/**
 * Reads path, query and body by the schemas of the operation. @throws {Refusal} for input that does not match a
 * schema
 */
export const parse: Stage = (exchange) => {
  const { headers, call, raw, search } = exchange;
  const operation = operationOf(exchange);
  if (operation.body) exchange.body = readBody(operation, headers['content-type'] ?? '', raw, call);
  if (operation.caller !== 'control') notePlus(search, call);
  exchange.input = {
    params: parsePart(operation.params, paramsOf(exchange), 'path', call),
    query: parsePart(
      operation.query,
      readQuery(search, { brackets: operation.caller !== 'control' }),
      'query',
      call,
    ),
    body: parsePart(operation.body, exchange.body, 'body', call),
  };
};
