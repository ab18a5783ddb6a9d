import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, openBrowser } from '../chromium.testing.js';
import { buildPages, screenshot, seriousFindings, settled, watchErrors } from './browser.testing.js';
import { openWalk, type Walk } from './walk.testing.js';

const patience = 120_000;

/** The board leads to where each step is done; the bank only serves what a bank serves. */
describeInBrowser('the board as a guide', { timeout: patience }, () => {
  let browser: Browser;
  let page: Page;
  let walk: Walk;
  let noErrors: () => void;

  beforeAll(async () => {
    await buildPages();
    browser = await openBrowser();
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    noErrors = watchErrors(page);
    walk = await openWalk(page);
  }, patience);
  afterAll(async () => {
    await browser?.close();
    await walk?.stage.close();
  });
  afterEach(() => noErrors?.());

  /** The row of a step, on the board. */
  const step = (number: number) =>
    page.getByRole('listitem').filter({ has: page.locator('.nr', { hasText: new RegExp(`^${number}$`) }) });
  const askNow = (number: number) => step(number).getByRole('button', { name: 'Ask the bank now' });
  const done = (number: number) => step(number).getByText('done', { exact: true }).waitFor();
  const secrets = (users: readonly { login: string; external_id: string }[]) =>
    walk.act('create-secrets', { users: [...users] });

  it('asks the bank for step 1, 2, 6 and 7, once DCM knows where it is', async () => {
    const { keyKeepers } = walk.stage.bank;
    await walk.register();
    await walk.rollOut();
    await walk.open('/console');
    expect(await askNow(7).count()).toBe(0);
    await step(1).getByRole('link', { name: 'Enter the bank’s URLs first' }).click();
    await walk.onboard();
    await page.getByRole('link', { name: 'Board' }).click();
    await walk.act('configure', { key_keepers: [...keyKeepers] });
    await askNow(7).click();
    const asked = step(7).getByTestId('asked');
    await asked.getByText('401').nth(1).waitFor();
    await step(7).getByText('missing', { exact: true }).waitFor();
    await screenshot(page, 'board-asked');
    expect(await seriousFindings(page)).toEqual([]);
    await secrets(keyKeepers);
    await askNow(7).click();
    await done(7);
    expect(await asked.getByText('as documented').count()).toBe(2);
    for (const number of [1, 2, 6]) await done(number);
    await asked
      .getByRole('link', { name: /^Entry/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /^Entry/, level: 1 }).waitFor();
    await page.getByText('sign-up-emission').first().waitFor();
  });

  it('asks for a customer of the bank whom the reader names', async () => {
    await walk.open(`/console/counterparties/${walk.guid}`);
    await walk.createEntities();
    await walk.open('/console');
    const login = step(14).getByLabel('Login of a user of the bank');
    await login.fill('customer-1');
    await secrets([{ login: 'customer-1', external_id: 'id-customer-1' }]);
    await askNow(14).click();
    await done(14);
    await step(14).getByTestId('asked').getByText('/user_auth, sign-up').waitFor();
    await settled(page);
    await screenshot(page, 'board-customer');
  });
});
