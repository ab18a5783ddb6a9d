import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Router } from 'express';
import { createPublicUrl, pathOf } from '../api/public-url.js';
import { packageRoot } from '../installation.js';
import { type Document, documentPage } from './document-page.js';
import { createDocuments, documents } from './documents.js';
import type { Probes } from './health.js';
import { createHealthPages } from './health-pages.js';
import { framed, linkedBelow, page } from './html.js';
import { landingFacts, landingPage, pagePaths } from './landing.js';
import { operationsPage } from './operations-page.js';
import { stylePath, styleSheet } from './style.js';

/** Only what the mock itself serves, and no scripts. */
const policy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const pageHeaders = { 'content-security-policy': policy, 'x-content-type-options': 'nosniff' };

/** Pages of docs/ that are served, by their address. */
const shown = {
  '/fidelity': ['Fidelity', 'fidelity.md'],
  '/docs/options': ['Options', 'options.md'],
  '/docs/readings': ['Readings', 'readings.md'],
  '/docs/refusals': ['Refusals', 'refusals.md'],
  '/docs/control': ['Control API', 'control-api.md'],
  '/docs/coverage': ['Coverage', 'coverage.md'],
  '/docs/control-reconciliation': ['Control reconciliation', 'control-reconciliation.md'],
} as const;

async function readDocument(name: string): Promise<string> {
  const text = await readFile(join(packageRoot, 'docs', name), 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`docs/${name} is not part of this installation`);
  return text;
}

/** Turns links between files of docs/ into their addresses here. */
const linked = (markup: string): string =>
  markup.replaceAll(/href="([\w-]+\.md)(#[^"]*)?"/g, (whole, name: string, place = '') => {
    const found = Object.entries(shown).find(([, [, file]]) => file === name);
    return found ? `href="${found[0]}${place}"` : whole;
  });

/**
 * Pages for people and the OpenAPI documents: `/`, `/openapi.json`, `/bank/openapi.json`, `/driver/openapi.json`,
 * `/docs`, `/fidelity`, `/docs/...`, made on the first request; and `/health`, which runs `probes` each time.
 *
 * @param traffic what must hold besides for the mock to be sent requests
 */
export function createSite(
  probes: Probes = {},
  read = readDocument,
  publicUrl = createPublicUrl(),
  traffic: Probes = {},
): Router {
  const router = Router();
  router.get('/', (request, response) => {
    const origin = publicUrl(request);
    response.vary('Accept');
    if (request.accepts(['json', 'html']) !== 'html') response.json(landingFacts(origin));
    else
      response
        .set(pageHeaders)
        .type('html')
        .send(linkedBelow(pathOf(publicUrl, request), landingPage(origin)));
  });
  router.use(createHealthPages(probes, traffic));
  const html = (path: string, make: () => Promise<string>) => {
    let made: Promise<string> | undefined;
    router.get(path, async (request, response) => {
      made ??= make().catch((error: unknown) => {
        made = undefined;
        throw error;
      });
      response
        .set(pageHeaders)
        .type('html')
        .send(linkedBelow(pathOf(publicUrl, request), await made));
    });
  };
  router.use(createDocuments(publicUrl));
  router.get(stylePath, (_request, response) => {
    response.type('css').send(styleSheet);
  });
  // The reference has more, but needs scripts.
  html('/docs/operations', async () => operationsPage());
  router.get('/docs', (request, response) =>
    response.redirect(303, `${pathOf(publicUrl, request)}/console/reference`),
  );
  for (const name of ['bank', 'driver'] as const)
    html(`/docs/${name}`, () => documentPage(name, documents[name]() as Document));
  for (const [path, [title, name]] of Object.entries(shown)) {
    html(path, async () => {
      const { marked } = await import('marked');
      return page(title, framed(linked(await marked.parse(await read(name)))), path);
    });
  }
  // No operation is near these, so the nearest one would mislead.
  router.get(['/docs/*page', '/bank', '/driver'], ({ path }, response) => {
    response.status(404).json({ error: `no page ${path}; there are ${['/', ...pagePaths].join(', ')}` });
  });
  return router;
}
