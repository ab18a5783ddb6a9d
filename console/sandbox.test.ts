import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, openBrowser } from '../chromium.testing.js';
import { createClient } from '../contract/client.js';
import { controlOperations } from '../contract/control/index.js';
import { type RunningMock, startMock } from '../mock-server/start.js';
import { buildPages, screenshot, seriousFindings, settled, watchErrors } from './browser.testing.js';

const patience = 60_000;
const limits = { most: 5, journalBytes: 1_000_000, rows: 10_000, requestsPerS: 5000 };

/** The pages of a sandbox stay in it. */
describeInBrowser('a sandbox', { timeout: patience }, () => {
  let browser: Browser;
  let page: Page;
  let mock: RunningMock;
  let noErrors: () => void;

  beforeAll(async () => {
    await buildPages();
    browser = await openBrowser();
    page = await (await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })).newPage();
    page.setDefaultTimeout(15_000);
    noErrors = watchErrors(page);
    mock = await startMock({ port: 0, sandboxes: limits, controlToken: 'token-of-the-operator' });
  }, patience);
  afterAll(async () => {
    await browser?.close();
    await mock?.close();
  });

  const pathOf = () => new URL(page.url()).pathname;

  it('is used with its own token, and every link stays in it', async () => {
    const operator = createClient(controlOperations, {
      baseUrl: mock.url,
      headers: () => ({ authorization: 'bearer token-of-the-operator' }),
      fetch,
    });
    const { url, control_token } = await operator.createSandbox({ body: { name: 'one' } });
    await operator.createSandbox({ body: { name: 'two' } });
    const token = page.getByRole('textbox', { name: 'Token' });
    await page.goto(`${url}/console`);
    await token.fill(control_token);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Board' }).waitFor();
    await page.getByRole('link', { name: 'Counterparties', exact: true }).click();
    const form = page.getByRole('form', { name: 'Register a counterparty' });
    await form.getByLabel('Name').fill('Bank One');
    await form.getByLabel('Alias').fill('bank-one');
    await form.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('heading', { name: 'Bank One', level: 1 }).waitFor();
    expect(pathOf()).toMatch(/^\/s\/one\/console\/counterparties\/[\da-f-]{36}$/);
    await screenshot(page, 'sandbox');
    expect(await seriousFindings(page)).toEqual([]);
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links.length).toBeGreaterThan(15);
    expect(links.filter((link) => !link?.startsWith('/s/one/'))).toEqual([]);

    await page.keyboard.press('g');
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: 'Journal' }).waitFor();
    expect(pathOf()).toBe('/s/one/console/journal');
    await page.goBack();
    await page.getByRole('heading', { name: 'Bank One', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Backoffice' }).first().click();
    await page.getByText('Bank One').first().waitFor();
    expect(pathOf()).toBe('/s/one/backoffice/bank-one');
    // Its token is unknown in another one, and to the whole.
    for (const other of [`${mock.url}/s/two/console`, `${mock.url}/console`]) {
      await page.goto(other);
      await token.waitFor();
    }
    await page.goto(`${url}/console/reference`);
    await settled(page);
    await page.getByRole('heading', { name: 'Reference', level: 1 }).waitFor();
    await page.goto(`${url}/`);
    await page.getByRole('link', { name: 'Fidelity' }).click();
    expect(pathOf()).toBe('/s/one/fidelity');
    noErrors();
  });
});
