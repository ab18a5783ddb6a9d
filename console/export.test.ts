import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Download } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { describeInBrowser, openBrowser } from '../chromium.testing.js';
import { listening } from '../mock-server/listening.testing.js';
import { createTestMock } from '../mock-server/mock.testing.js';
import { buildPages, watchErrors } from './browser.testing.js';

/** Keeps a download until the test ends; Playwright reads HAR only from a file with this ending. */
async function savedAs(file: Download, name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dcm-har-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await file.saveAs(join(folder, name));
  return join(folder, name);
}

describeInBrowser('what is taken along from the console', { timeout: 30_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    await buildPages();
    browser = await openBrowser();
  }, 30_000);
  afterAll(() => browser?.close());

  it('the journal as HAR, as it is filtered', async () => {
    const mock = await createTestMock({});
    const url = await listening(mock.app);
    await fetch(`${url}/api/v1/counterparties`, { headers: { authorization: 'bearer Secret-of-the-test' } });
    await fetch(`${url}/api/v1/.well-known/jwks.json`);
    const page = await browser.newPage({ locale: 'en-GB' });
    const noErrors = watchErrors(page);
    await page.goto(`${url}/console/journal?operation=listCounterparties`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as HAR' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('journal.har');
    const text = await readFile(await file.path(), 'utf8');
    expect(text).not.toContain('Secret-of-the-test');
    const { log } = JSON.parse(text);
    expect(log).toMatchObject({
      version: '1.2',
      creator: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
      entries: [{ request: { url: `${url}/api/v1/counterparties` }, response: { status: 401 } }],
    });
    await page.close();
    noErrors();
  });

  it('Chromium serves a page from the exported HAR, as it was exchanged', async () => {
    const mock = await createTestMock({});
    const url = await listening(mock.app);
    const first = await fetch(`${url}/api/v1/.well-known/jwks.json`);
    const keys = await first.text();
    await fetch(`${url}/api/v1/counterparties`, { headers: { authorization: 'bearer Secret-of-the-test' } });
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(`${url}/console/journal`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as HAR' }).click(),
    ]);
    const har = await savedAs(file, 'journal.har');
    // Whatever is not in the file is not asked for anywhere.
    await context.routeFromHAR(har, { notFound: 'abort' });
    const answered = await page.goto(`${url}/api/v1/.well-known/jwks.json`);
    expect({ status: answered?.status(), body: await answered?.text() }).toEqual({ status: 200, body: keys });
    expect((await page.goto(`${url}/api/v1/counterparties`))?.status()).toBe(401);
    await expect(page.goto(`${url}/console/transfers`)).rejects.toThrow('ERR_FAILED');
    expect(mock.journal.search({ operation: 'getDcmJwks' }, 100)).toHaveLength(1);
    await context.close();
  });
});
