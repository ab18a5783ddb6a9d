import { Registry } from 'prom-client';
import { processMetrics } from './process.js';
import { gaugeStock, type StockParts } from './stock.js';
import { countTraffic } from './traffic.js';

/** Begins to count; what happened before is not counted. Returns what there is, as Prometheus reads it. */
export function collectMetrics(parts: StockParts) {
  const registry = new Registry();
  countTraffic(registry, parts.watch);
  gaugeStock(registry, parts);
  return {
    contentType: registry.contentType,
    text: async () => `${await registry.metrics()}\n${await processMetrics().metrics()}`,
  };
}
