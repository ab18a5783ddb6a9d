import { type CallbackKind, callbackKinds } from '../../../contract/bank-service.js';
import type { Profile } from '../../../contract/profile/index.js';
import { hasOption, type Observer, type Sight, sight } from '../observer.js';
import { member, requestOf, type Seen, served } from '../seen.js';

/** When callbacks come. */

/** Milliseconds after a confirmation in which a callback would have come. */
const patienceMs = 5000;

const isCallback = ({ exchange }: Seen): boolean =>
  exchange.direction === 'out' && callbackKinds.includes(exchange.operation as CallbackKind);

const guidOf = (body: unknown, name: string): string => {
  const guid = member(body, name);
  return typeof guid === 'string' ? guid.toLowerCase() : '';
};

const repeated = (callbacks: readonly Seen[]): boolean =>
  callbacks.some((one, index) =>
    callbacks
      .slice(0, index)
      .some(({ exchange }) => exchange.operation === one.exchange.operation && exchange.status === 200),
  );

function callbackSights(all: readonly Seen[]): readonly Sight[] {
  const callbacks = all.filter(isCallback).toSorted((a, b) => a.exchange.seq - b.exchange.seq);
  const confirmed = served(all, 'confirmPayment')
    .toSorted((a, b) => a.exchange.seq - b.exchange.seq)
    .map((order) => {
      const guid = guidOf(requestOf(order), 'guid');
      const own = callbacks.filter((one) => guidOf(requestOf(one), 'transaction_id') === guid);
      return { order, own };
    });
  const last = Math.max(0, ...all.map(({ began }) => began));
  return confirmed.flatMap(({ order, own }, index) => {
    const [first] = own;
    if (!first) {
      const isNever = order.both && callbacks.length === 0 && last - order.ended >= patienceMs;
      return isNever ? [sight(order, { callbacks: 'never' })] : [];
    }
    if (repeated(own)) return [sight(first, { callbacks: 'twice' })];
    // What is sent at the same time may overtake; what is over before it begins was sent first.
    const isLate = confirmed
      .slice(index + 1)
      .some(
        ({ order: next, own: [later] }) => later && next.began >= order.ended && later.ended <= first.began,
      );
    if (isLate) return [sight(first, { callbacks: 'reversed' })];
    return [sight(first, { callbacks: first.index < order.index ? 'before' : 'after' })];
  });
}

/** U-57. */
export const callbackTimes: Observer = {
  weight: 'behaves',
  observe: (all) => {
    const sights = callbackSights(all);
    const has = (value: Profile['callbacks']) => sights.some((one) => hasOption(one, 'callbacks', value));
    return sights.filter((one) => {
      // Whoever was alone at its moment cannot be late.
      if (hasOption(one, 'callbacks', 'after')) return !has('reversed');
      // A response that waits for callbacks always does; one that was late by chance does not.
      return !hasOption(one, 'callbacks', 'before') || !(has('after') || has('twice') || has('reversed'));
    });
  },
};
