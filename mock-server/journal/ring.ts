import type { Exchange } from './exchange.js';

/** The newest `capacity` exchanges: in the order of their recording, by number, and by what caused them. */
export function createRing(capacity: number) {
  let ring: Exchange[] = [];
  let start = 0;
  let recorded = 0;
  /** The smallest number kept. */
  let lowest = Number.POSITIVE_INFINITY;
  const bySeq = new Map<number, Exchange>();
  const effects = new Map<number, Exchange[]>();

  function forget(exchange: Exchange): void {
    bySeq.delete(exchange.seq);
    const rest = effects.get(exchange.cause)?.filter((one) => one !== exchange) ?? [];
    if (rest.length > 0) effects.set(exchange.cause, rest);
    else effects.delete(exchange.cause);
  }

  return {
    push(exchange: Exchange): void {
      recorded += 1;
      const oldest = ring[start];
      if (ring.length < capacity) ring.push(exchange);
      else {
        if (oldest) forget(oldest);
        ring[start] = exchange;
        start = (start + 1) % capacity;
      }
      bySeq.set(exchange.seq, exchange);
      lowest = Math.min(lowest, exchange.seq);
      while (!bySeq.has(lowest)) lowest += 1;
      if (exchange.cause === 0) return;
      const others = effects.get(exchange.cause);
      if (others) others.push(exchange);
      else effects.set(exchange.cause, [exchange]);
    },

    /** Oldest first; only those with a larger number than `after`. */
    *kept(after = 0): Generator<Exchange> {
      for (let index = 0; index < ring.length; index++) {
        const exchange = ring[(start + index) % ring.length];
        if (exchange && exchange.seq > after) yield exchange;
      }
    },

    get lowest() {
      return lowest;
    },

    get: (seq: number): Exchange | undefined => bySeq.get(seq),

    effectsOf: (seq: number): readonly Exchange[] => effects.get(seq) ?? [],

    /** How many have ever been recorded: the place of the newest one. */
    get recorded() {
      return recorded;
    },

    /** Those recorded after a place; undefined when some of them are kept no more, or the place is still to come. */
    since(place: number): readonly Exchange[] | undefined {
      const missing = recorded - place;
      if (missing < 0 || missing > ring.length) return undefined;
      return Array.from({ length: missing }, (_, index) => {
        const at = ring.length - missing + index;
        return ring[(start + at) % ring.length] as Exchange;
      });
    },

    clear(): void {
      ring = [];
      start = 0;
      lowest = Number.POSITIVE_INFINITY;
      bySeq.clear();
      effects.clear();
    },
  };
}

export type Ring = ReturnType<typeof createRing>;
