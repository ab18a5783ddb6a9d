import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, openBrowser } from '../chromium.testing.js';
import { listening } from '../mock-server/listening.testing.js';
import { createTestMock } from '../mock-server/mock.testing.js';
import { buildPages, watchErrors } from './browser.testing.js';

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
});
