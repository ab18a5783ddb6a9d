import { type Request, Router } from 'express';
import type { ControlGuard } from '../api/admission.js';
import { hashOfToken, isToken } from '../control/token.js';

/** What was counted, as Prometheus reads it. */
interface Counted {
  readonly contentType: string;
  readonly text: () => Promise<string>;
}

export interface MetricsParts {
  readonly guard: ControlGuard;
  /** Opens this page and nothing else. */
  readonly token?: string | undefined;
  /** Begins to count, with the first request. */
  readonly begin: () => Promise<Counted>;
}

/**
 * `/metrics` for Prometheus: served to whoever may use the control API, and to whoever has the token of this page. What
 * counts is loaded with the first request, and counts from then on.
 */
export function createMetricsPage({ guard, token, begin }: MetricsParts): Router {
  const router = Router();
  const hash = token === undefined ? undefined : hashOfToken(token);
  const isReader = ({ headers }: Request): boolean =>
    hash !== undefined && isToken(headers.authorization?.replace(/^bearer\s+/i, '') ?? '', hash);
  let begun: Promise<Counted> | undefined;

  router.get('/metrics', async (request, response) => {
    const problem = isReader(request) ? undefined : guard(request, { method: 'GET' }).problem;
    response.set('cache-control', 'no-store');
    if (problem !== undefined) {
      response.status(403).set('dcm-reason', 'permission').json({ error: problem });
      return;
    }
    begun ??= begin();
    const { contentType, text } = await begun;
    response.set({ 'content-type': contentType, 'x-content-type-options': 'nosniff' }).send(await text());
  });
  return router;
}
