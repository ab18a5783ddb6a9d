import type { Center } from '../../domain/center.js';
import type { Stage } from './exchange.js';
import { operationOf } from './match.js';

/** Keeps lists to the rows that the option `list_limit` allows, whatever was asked for (U-61). */
export const createListLimit =
  ({ profile }: Pick<Center, 'profile'>): Stage =>
  (exchange) => {
    const { input } = exchange;
    const most = profile().list_limit;
    if (!input || operationOf(exchange).caller === 'control' || limitOf(input.query) <= most) return;
    exchange.input = { ...input, query: { ...(input.query as object), limit: most } };
  };

const limitOf = (query: unknown): number => {
  const limit = typeof query === 'object' && query !== null && 'limit' in query ? query.limit : undefined;
  return typeof limit === 'number' ? limit : 0;
};
