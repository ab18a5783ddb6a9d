import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Request, type Response, Router } from 'express';
import { createPublicUrl, pathOf } from '../api/public-url.js';
import { networkAsset } from '../domain/assets.js';
import type { Domain } from '../domain/index.js';
import { packageRoot, programRoot } from '../installation.js';
import { linkedBelow } from '../site/html.js';

/** The pages run only scripts of this mock, talk only to it, and cannot be framed. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Where the build puts the pages: beside the compiled program, also for the sources. */
const builtFolders = [join(programRoot, 'console'), join(packageRoot, 'dist', 'console')];

const builtFolder = (): string | null =>
  builtFolders.find((folder) => existsSync(join(folder, 'index.html'))) ?? null;

const notBuilt = 'The pages are not built: run npm run build, then reload.\n';

/** A page of the console that is shown alone: whatever else there is says nothing here. */
export type ShownAlone = 'journal';

/**
 * The officers' console at `/console` and the backoffices of the banks at `/backoffice/{alias}`: files that the build
 * made, read when they are asked for; `folder` is null if nothing was built. They hold no data; what they show comes
 * from the control API and the public API.
 */
export function createConsole(
  domain: Domain,
  folder: string | null = builtFolder(),
  shows?: ShownAlone,
  publicUrl = createPublicUrl(),
): Router {
  const router = Router();

  async function document(request: Request, response: Response, file: string): Promise<void> {
    response.set({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    if (folder === null) response.status(503).type('text').send(notBuilt);
    else {
      const path = pathOf(publicUrl, request);
      const facts = `${shows === undefined ? '' : ` data-shows="${shows}"`}${path === '' ? '' : ` data-base="${path}"`}`;
      const html = linkedBelow(path, await readFile(join(folder, file), 'utf8'));
      response.type('html').send(html.replace('<html', `<html${facts}`));
    }
  }

  if (folder !== null) {
    const files = express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false });
    router.use('/console/assets', (request, response, next) => {
      response.set('x-content-type-options', 'nosniff');
      files(request, response, next);
    });
  }
  router.use('/console/assets', (_request, response) => {
    response.status(404).type('text').send('No such file: reload the page.\n');
  });

  router.get('/backoffice/:alias/site.json', async (request, response) => {
    const found = (await domain.counterparties.list()).find(({ alias }) => alias === request.params.alias);
    response.set('cache-control', 'no-store');
    if (found === undefined) {
      response.status(404).json({ error: 'no bank has this alias' });
      return;
    }
    const { name, guid: counterparty_guid, asset_code } = found;
    const { issuer: asset_issuer } = await networkAsset(domain.center);
    response.json({ name, counterparty_guid, asset_code, asset_issuer });
  });

  // The script finds out which page of the site it is.
  router.get(['/console', '/console/*page'], (request, response) =>
    document(request, response, 'index.html'),
  );
  router.get(['/backoffice/:alias', '/backoffice/:alias/*page'], (request, response) =>
    document(request, response, 'backoffice.html'),
  );
  return router;
}
