import { type Response, Router } from 'express';
import { type Health, healthOf, type Probes } from './health.js';

function send(response: Response, health: Health): void {
  response.set('cache-control', 'no-store');
  response.status(health.status === 'ok' ? 200 : 503).json(health);
}

/**
 * For whoever watches the process: `/health` (the mock works), `/health/live` (the process responds, so restarting it
 * helps nothing), `/health/ready` (it can be sent requests).
 *
 * @param probes run by the first and the last, each time
 * @param traffic run by the last only
 */
export function createHealthPages(probes: Probes, traffic: Probes): Router {
  const router = Router();
  router.get('/health', async (_request, response) => send(response, await healthOf(probes)));
  router.get('/health/live', async (_request, response) => send(response, await healthOf({})));
  router.get('/health/ready', async (_request, response) =>
    send(response, await healthOf({ ...probes, ...traffic })),
  );
  return router;
}
