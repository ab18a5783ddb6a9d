import { parsePart, readBody, readQuery } from '../parse.js';
import type { Stage } from './exchange.js';
import { operationOf } from './match.js';

/**
 * Reads path, query and body by the schemas of the operation. @throws {Refusal} for input that does not match a
 * schema
 */
export const parse: Stage = (exchange) => {
  const { match, headers, call, raw, search } = exchange;
  const operation = operationOf(exchange);
  if (operation.body) exchange.body = readBody(operation, headers['content-type'] ?? '', raw, call);
  exchange.input = {
    params: parsePart(operation.params, match.kind === 'found' ? match.params : {}, 'path', call),
    query: parsePart(operation.query, readQuery(search), 'query', call),
    body: parsePart(operation.body, exchange.body, 'body', call),
  };
};
