import { AggregatorRegistry, type MetricObjectWithValues, type MetricValue, Registry } from 'prom-client';
import { processMetrics } from './process.js';
import { gaugeStock, type StockParts } from './stock.js';
import { countTraffic } from './traffic.js';

/** Metrics with their values, as JSON holds them. */
type Values = MetricObjectWithValues<MetricValue<string>>[];

/**
 * Begins to count; what happened before is not counted.
 *
 * @param labels that every series has
 */
export function collectMetrics(parts: StockParts, labels: Readonly<Record<string, string>> = {}) {
  const registry = new Registry();
  countTraffic(registry, parts.watch);
  gaugeStock(registry, parts);
  const labelled = (values: Values): Values =>
    values.map((metric) => ({
      ...metric,
      values: metric.values.map((value) => ({ ...value, labels: { ...value.labels, ...labels } })),
    }));
  return {
    contentType: registry.contentType,
    /** As Prometheus reads it. */
    text: async () => `${await registry.metrics()}\n${await processMetrics().metrics()}`,
    values: async (): Promise<Values> =>
      labelled([
        ...(await registry.getMetricsAsJSON()),
        ...(await processMetrics().getMetricsAsJSON()),
      ] as Values),
  };
}

/** What several processes have counted, as Prometheus reads it; their labels tell them apart. */
export const together = (all: readonly Values[]): Promise<string> =>
  AggregatorRegistry.aggregate([...all]).metrics();
