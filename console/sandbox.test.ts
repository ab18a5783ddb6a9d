import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, openBrowser } from '../chromium.testing.js';
import { createClient } from '../contract/client.js';
import { controlOperations } from '../contract/control/index.js';
import { type RunningMock, startMock } from '../mock-server/start.js';
import { buildPages, desk, phone, screenshot, settled, watchErrors, wrongLooks } from './browser.testing.js';

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
    await page.getByText('Live', { exact: true }).waitFor();
    // Whoever has only the token of a sandbox cannot list them.
    expect(await page.getByRole('button', { name: /^Switch the sandbox/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'Counterparties', exact: true }).click();
    const form = page.getByRole('form', { name: 'Register a counterparty' });
    await form.getByLabel('Name').fill('Bank One');
    await form.getByLabel('Alias').fill('bank-one');
    await form.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('heading', { name: 'Bank One', level: 1 }).waitFor();
    expect(pathOf()).toMatch(/^\/s\/one\/console\/counterparties\/[\da-f-]{36}$/);
    await screenshot(page, 'sandbox');
    expect(await wrongLooks(page)).toEqual([]);
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links.length).toBeGreaterThan(15);
    // One leads to the other sandboxes.
    expect(links.filter((link) => !link?.startsWith('/s/one/'))).toEqual(['/console/sandboxes']);

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
    await page.getByRole('navigation').getByRole('link', { name: 'Fidelity' }).click();
    expect(pathOf()).toBe('/s/one/fidelity');
    noErrors();
  });

  it('is made, copied and deleted by an operator, whose token opens it', async () => {
    await page.goto(`${mock.url}/console/sandboxes`);
    await page.getByRole('textbox', { name: 'Token' }).fill('token-of-the-operator');
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: 'Make a sandbox' });
    await form.getByLabel('Name').fill('team-7');
    await form.getByLabel('Rows at most').fill('2000');
    await form.getByRole('button').click();
    const ready = page.getByRole('region', { name: 'Sandbox team-7 is ready' });
    await ready
      .getByText(/^[\da-f]{48}$/)
      .nth(1)
      .waitFor();
    expect(await ready.getByText(/^[\da-f]{48}$/).count()).toBe(2);
    await page.getByRole('cell', { name: / of 2000$/ }).waitFor();
    await screenshot(page, 'sandboxes');
    expect(await wrongLooks(page)).toEqual([]);
    await page.getByRole('button', { name: 'Duplicate: team-7' }).click();
    await page.getByRole('region', { name: /^Sandbox sandbox-[\da-f]{8} is ready$/ }).waitFor();
    await page.getByRole('link', { name: 'team-7', exact: true }).click();
    await page.getByTestId('sandbox').getByText('team-7').waitFor();
    expect(pathOf()).toBe('/s/team-7/console');
    await page.getByText('No bank is registered yet').waitFor();
    expect(await page.getByRole('link', { name: 'Sandboxes', exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: /^Switch the sandbox/ }).click();
    await page.getByRole('menuitemradio', { name: /^sandbox-/ }).waitFor();
    await page.setViewportSize(phone);
    expect(await wrongLooks(page)).toEqual([]);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/s/two/console');
    await page.getByTestId('sandbox').getByText('two', { exact: true }).waitFor();
    await page.setViewportSize(desk);
    await page.getByRole('button', { name: /^Switch the sandbox/ }).press('Enter');
    await page.getByRole('menuitemradio', { name: 'team-7' }).press('Enter');
    await page.waitForURL(/\/s\/team-7\/console$/);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('textbox', { name: 'Token' }).fill('token-of-the-operator');
    await other.keyboard.press('Enter');
    await other.getByText('Live', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'all sandboxes' }).click();
    await page.getByRole('button', { name: 'Delete: team-7', exact: true }).click();
    await page
      .getByRole('group', { name: 'Delete the sandbox' })
      .getByRole('button', { name: 'Delete' })
      .click();
    await page.getByRole('status').filter({ hasText: 'Sandbox deleted' }).waitFor();
    // Whoever has it open is told.
    await other.getByText('This sandbox was removed').waitFor();
    await other.close();
    expect(await page.getByRole('link', { name: 'team-7', exact: true }).count()).toBe(0);
    noErrors();
  });
});
