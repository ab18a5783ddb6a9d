import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import express from 'express';
import { describe, expect, it } from 'vitest';
import { listening } from '../listening.testing.js';
import { createTestMock } from '../mock.testing.js';
import { makeFolder } from '../store/folder.testing.js';
import { createConsole } from './index.js';

/** A mock and its pages, as a build would have left them. */
async function served({ built = true } = {}) {
  const mock = await createTestMock();
  const folder = await makeFolder();
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<p>console</p>');
  await writeFile(join(folder, 'backoffice.html'), '<p>backoffice</p>');
  await writeFile(join(folder, 'assets', 'app-ABC.js'), 'export {};');
  const app = express().use(createConsole(mock.domain, built ? folder : null));
  const url = await listening(app);
  return { mock, get: (path: string) => fetch(url + path) };
}

describe('the pages', () => {
  it.each([
    ['/console', '<p>console</p>'],
    ['/console/', '<p>console</p>'],
    ['/console/journal/17?x=1', '<p>console</p>'],
    ['/backoffice/bank1', '<p>backoffice</p>'],
    ['/backoffice/bank1/reset-password/?email=a%40b.test', '<p>backoffice</p>'],
  ])('%s is a document that is not kept and runs nothing foreign', async (path, text) => {
    const { get } = await served();
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(text);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('have files that a browser may cache forever', async () => {
    const { get } = await served();
    const file = await get('/console/assets/app-ABC.js');
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toContain('javascript');
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['/console/assets/app-OLD.js', '/console/assets/..%2findex.html', '/console/assets/'])(
    '%s is no file',
    async (path) => {
      const { get } = await served();
      expect((await get(path)).status).toBe(404);
    },
  );

  it('say what to do when they are not built', async () => {
    const { get } = await served({ built: false });
    const answer = await get('/console');
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('npm run build');
  });

  it('know by its alias whose back office it is, and reveal nothing else', async () => {
    const { mock, get } = await served();
    const { guid } = await mock.control.registerCounterparty({ body: { name: 'Bank One', alias: 'bank1' } });
    const known = await get('/backoffice/bank1/site.json');
    expect(await known.json()).toEqual({
      name: 'Bank One',
      counterparty_guid: guid,
      asset_code: 'UAH',
      asset_issuer: expect.stringMatching(/^G[A-Z2-7]{55}$/),
    });
    expect((await get('/backoffice/other/site.json')).status).toBe(404);
  });
});
