import express, { type Express } from 'express';
import type { ControlGuard } from './api/admission.js';
import { lastResort } from './api/last-resort.js';
import { urlProblem } from './api/legible.js';
import type { Pipeline } from './api/pipeline.js';
import type { PublicUrl } from './api/public-url.js';
import { createConsole, type ShownAlone } from './console/index.js';
import type { Live } from './control/live.js';
import { createControlPages } from './control/pages.js';
import type { Reports } from './control/reports.js';
import type { Domain } from './domain/index.js';
import { createHorizon } from './horizon/index.js';
import type { Audit } from './journal/audit.js';
import { createMetricsPage, type MetricsParts } from './metrics/page.js';
import type { StockParts } from './metrics/stock.js';
import type { Runs } from './runs/runs.js';
import type { Probes } from './site/health.js';
import { createSite } from './site/index.js';

export interface PagesParts {
  readonly domain: Domain;
  readonly pipeline: Pick<Pipeline, 'overHttp'>;
  readonly live: Live;
  readonly reports: Reports;
  readonly runs: Runs;
  readonly guard: ControlGuard;
  readonly audit: Audit;
  readonly publicUrl: PublicUrl;
  readonly probes: Probes;
  /** What must hold besides for the mock to be sent requests. */
  readonly traffic: Probes;
  /** None in a sandbox: its traffic is counted with that of the mock. */
  readonly metrics?: (Pick<MetricsParts, 'token'> & Pick<StockParts, 'watch' | 'sandboxes'>) | undefined;
  /** A page of the console that is shown alone. */
  readonly shows?: ShownAlone | undefined;
  /** Called for faults of the mock. */
  readonly report: (error: unknown) => void;
}

const begunWith = (parts: StockParts) => async () =>
  (await import('./metrics/collect.js')).collectMetrics(parts);

/** Everything that the mock serves beside the API: pages, Horizon, and the control API behind them. */
export function createPages(parts: PagesParts): Express {
  const { domain, pipeline, live, reports, runs, guard, audit } = parts;
  const { publicUrl, probes, traffic, metrics, shows, report } = parts;
  const pages = express();
  pages.disable('x-powered-by');
  pages.use(createHorizon(domain, publicUrl, report));
  // No page reads an unreadable URL.
  pages.use((request, response, next) =>
    urlProblem(request.originalUrl) === undefined ? next() : pipeline.overHttp(request, response, next),
  );
  pages.use(createSite(probes, undefined, publicUrl, traffic));
  if (metrics)
    pages.use(createMetricsPage({ token: metrics.token, guard, begin: begunWith({ ...metrics, runs }) }));
  pages.use(createConsole(domain, undefined, shows, publicUrl));
  pages.use(createControlPages({ live, reports, runs, guard, audit, clock: domain.center.wallClock }));
  pages.use(pipeline.overHttp);
  pages.use(lastResort(report));
  return pages;
}
