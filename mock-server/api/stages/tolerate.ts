import type { Operation } from '../../../contract/operation.js';
import type { Center } from '../../domain/center.js';
import { nextVariation, type Variation } from '../../domain/tolerances.js';
import type { Reply } from '../reply.js';
import type { Exchange } from './exchange.js';

/** Harmless variation of DCM's responses (option `tolerances`): whatever a sound client has to bear. */

/** Milliseconds. */
const longestDelay = 30;

/** Objects whose members have names of their own (SEG, LIM), or are what the bank has registered (JWTA). */
const closed: ReadonlySet<string> = new Set(['segments', 'period', 'data']);

const surplus: readonly unknown[] = ['text', 1, true, null, [], { nested: 'text' }];

const unknownName = ({ below }: Variation): string => `x_unknown_${below(256).toString(16)}`;

/** The members in another order: some are moved to the end. */
function reordered<Entry>(entries: readonly Entry[], { below }: Variation): readonly Entry[] {
  const cut = below(Math.min(entries.length, 256));
  return [...entries.slice(cut), ...entries.slice(0, cut)];
}

/** The same object with another order of members and, in some of its objects, one that nobody knows. */
function varied(value: unknown, variation: Variation, reorder: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => varied(item, variation, reorder));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([name, item]) => [name, closed.has(name) ? item : varied(item, variation, reorder)] as const,
  );
  // `{}` is published literally.
  if (entries.length === 0) return value;
  const ordered = reorder ? reordered(entries, variation) : entries;
  if (!variation.coin()) return Object.fromEntries(ordered);
  const extra = [unknownName(variation), surplus[variation.below(surplus.length)]] as const;
  return Object.fromEntries([...ordered, extra]);
}

function variedReply(reply: Reply, operation: Operation | undefined, variation: Variation): Reply {
  const { coin } = variation;
  const headers = { ...reply.headers };
  if (coin()) headers[`x-unknown-${variation.below(256).toString(16)}`] = 'text';
  if (coin()) headers['content-type'] ??= 'application/json';
  const reorder = operation?.id !== 'getDcmJwks' && coin();
  const served = reply.status < 300 && typeof reply.body === 'object';
  return {
    ...reply,
    headers,
    body: served ? varied(reply.body, variation, reorder) : reply.body,
    ...(coin() && { chunked: true }),
  };
}

/** Varies a reply if chance says so, which includes that it comes a little later. */
export const createTolerate =
  (center: Pick<Center, 'chance' | 'profile' | 'timers'>) =>
  async ({ match, path }: Pick<Exchange, 'match' | 'path'>, reply: Reply): Promise<Reply> => {
    const operation = match.kind === 'found' ? match.operation : undefined;
    if (operation?.caller === 'control' || path.startsWith('/control/') || reply.lost !== undefined)
      return reply;
    const variation = nextVariation(center, 'answer');
    if (!variation) return reply;
    const ms = variation.below(longestDelay + 1);
    if (ms > 0) await new Promise<void>((resolve) => center.timers.after(ms, resolve));
    return variedReply(reply, operation, variation);
  };
