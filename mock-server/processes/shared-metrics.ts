import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { ControlGuard } from '../api/admission.js';
import { failPlainly } from '../api/last-resort.js';
import type { StockParts } from '../metrics/stock.js';
import type { Hops } from './hop.js';

export interface SharedMetricsParts extends StockParts {
  readonly guard: ControlGuard;
  /** Opens this page and nothing else. */
  readonly token?: string | undefined;
  /** The number of this process. */
  readonly process: () => number;
  /** URLs of the others. */
  readonly others: () => Promise<readonly string[]>;
  readonly hops: Pick<Hops, 'accept' | 'ask'>;
  readonly report: (error: unknown) => void;
}

/** Milliseconds that another process has to say what it counts; what it does not say in time is left out. */
const withinMs = 2000;

/**
 * `/metrics` of all processes that share a database, at whichever of them it is asked for: each series says by `process`
 * whose it is. What counts is loaded with the first request, and counts from then on.
 */
export function sharedMetrics(parts: SharedMetricsParts): RequestListener {
  const { guard, token, process, others, hops, report } = parts;

  async function begin() {
    const [{ default: express }, { createMetricsPage }, { collectMetrics, together }] = await Promise.all([
      import('express'),
      import('../metrics/page.js'),
      import('../metrics/collect.js'),
    ]);
    const own = collectMetrics(parts, { process: String(process()) });
    async function text(): Promise<string> {
      const asked = (await others()).map((url) => hops.ask(url, '/metrics', withinMs));
      const answered = (await Promise.allSettled(asked)).flatMap((answer) =>
        answer.status === 'fulfilled' ? [answer.value] : [],
      );
      return together([await own.values(), ...answered.map((json) => JSON.parse(json))]);
    }
    const page = express();
    page.disable('x-powered-by');
    page.use(
      createMetricsPage({ guard, token, begin: async () => ({ contentType: own.contentType, text }) }),
    );
    return { own, page };
  }
  let begun: ReturnType<typeof begin> | undefined;

  async function serve(
    request: IncomingMessage,
    response: ServerResponse<IncomingMessage> & { req: IncomingMessage },
  ) {
    begun ??= begin();
    const { own, page } = await begun;
    if (!hops.accept(request)) return page(request, response);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(await own.values()));
  }

  return (request, response) => void serve(request, response).catch(failPlainly(response, report));
}
