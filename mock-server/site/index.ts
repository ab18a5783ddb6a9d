import { readFile } from 'node:fs/promises';
import { Router } from 'express';
import { openApi } from '../../contract/openapi.js';
import { operations } from '../../contract/operations/index.js';
import { page, stylePath, styleSheet } from './html.js';
import { operationsPage } from './operations-page.js';

/** Nothing but what the mock itself serves, and no scripts at all. */
const policy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** docs/fidelity.md beside the sources, and beside the compiled program. */
const fidelityFiles = ['../../docs/fidelity.md', '../../../docs/fidelity.md'];

async function fidelityText(): Promise<string> {
  for (const file of fidelityFiles) {
    const text = await readFile(new URL(file, import.meta.url), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  throw new Error('docs/fidelity.md is not part of this installation');
}

/** The API of DCM as a document. */
export const apiDocument = () =>
  openApi(operations, {
    title: 'DCM processing center, as the mock serves it',
    version: '1',
    description: 'Each part that is not documented by the vendor carries x-provenance.',
  });

/** Pages for people and the OpenAPI document: `/openapi.json`, `/docs`, `/fidelity`. Made when they are first asked for. */
export function createSite(): Router {
  const router = Router();
  const html = (path: string, make: () => Promise<string>) => {
    let made: Promise<string> | undefined;
    router.get(path, async (_request, response) => {
      made ??= make();
      response.set({ 'content-security-policy': policy, 'x-content-type-options': 'nosniff' });
      response.type('html').send(await made);
    });
  };
  let document: string | undefined;
  router.get('/openapi.json', (_request, response) => {
    document ??= JSON.stringify(apiDocument());
    response.type('json').send(document);
  });
  router.get(stylePath, (_request, response) => {
    response.type('css').send(styleSheet);
  });
  html('/docs', async () => operationsPage());
  html('/fidelity', async () => {
    const { marked } = await import('marked');
    return page('Fidelity', await marked.parse(await fidelityText()));
  });
  return router;
}
