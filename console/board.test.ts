import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, openBrowser } from '../chromium.testing.js';
import { backofficeCases } from './backoffice.cases.js';
import { buildPages, screenshot, settled, watchErrors, wrongLooks } from './browser.testing.js';
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
    expect(await wrongLooks(page)).toEqual([]);
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

  /** From the board to where a step is done; only people of the bank and of DCM act. */
  const follow = async (number: number, name: string) => {
    await walk.open('/console');
    await step(number).getByRole('link', { name, exact: true }).click();
  };
  const said = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  it('leads through step 11 to 15 by clicking', async () => {
    await follow(11, 'Set the password');
    expect(await page.getByLabel('E-mail').inputValue()).toBe(walk.stage.bank.firstEmployee.email);
    await walk.logIn();
    await follow(12, 'Make a request in the backoffice');
    await page.getByLabel('Amount').fill('1000');
    await page.getByLabel('Reserve account balance').fill('5000');
    await press('Make a request');
    await said('Request made');
    await follow(13, 'Open the identifier requests');
    await press('Confirm and transfer');
    await said('Request confirmed');
    await follow(15, 'Customers in the backoffice');
    await page.getByLabel('Login').fill('nobody@bank1.example');
    await press('Create a customer');
    await page.getByTestId('explained').getByText('the bank declined').waitFor();
    await page.getByRole('link', { name: 'Open the journal' }).click();
    await page.getByRole('heading', { name: 'Journal', level: 1 }).waitFor();
    await follow(15, 'Customers in the backoffice');
    await page.getByLabel('Login').fill('customer-1');
    await press('Create a customer');
    await said('Customer created');
    await walk.open('/console');
    await done(15);
    await page.getByText('15 of 16').waitFor();
  });

  /** Makes a draft between entities whose options contain these texts. */
  async function draft(sender: string, receiver: string, amount: string): Promise<void> {
    for (const [label, text] of [
      ['Sender', sender],
      ['Receiver', receiver],
    ] as const) {
      const choice = page.getByLabel(label, { exact: true });
      const option = choice.locator('option', { hasText: text });
      await choice.selectOption((await option.getAttribute('value')) ?? '');
    }
    await page.getByLabel('Amount').fill(amount);
    await page.getByLabel('Purpose').fill('by clicking');
    await page.getByLabel('Category').selectOption({ label: '10 payment by requisites' });
    await press('Make a draft');
  }

  it('leads to transfers, which an employee drafts and confirms: step 16', async () => {
    await follow(16, 'Make a transfer in the backoffice');
    await draft('· identification', '· processing', '1000000');
    const why = page.getByTestId('explained');
    await why.getByText('the sender has 1000 hryvnias, and 1000000 are needed').waitFor();
    expect(await why.getByRole('link', { name: 'insufficient-balance' }).getAttribute('href')).toBe(
      '/docs/refusals',
    );
    await screenshot(page, 'backoffice-refused');
    expect(await wrongLooks(page)).toEqual([]);
    await page.getByLabel('Amount').fill('100');
    await press('Make a draft');
    await page.getByText('This is a draft.').waitFor();
    expect(await page.locator('.facts > div').filter({ hasText: 'Category' }).innerText()).toMatch(/10/);
    expect(await wrongLooks(page)).toEqual([]);
    await screenshot(page, 'backoffice-draft');
    await press('Confirm the transfer');
    await said('Transfer confirmed');
    await page.getByText('CONFIRMED', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'To the transfers' }).click();
    await draft('· processing', 'customer-1', '90');
    await press('Confirm the transfer');
    const callbacks = page.getByRole('region', { name: 'Callbacks' }).first();
    await callbacks.getByText('delivered').waitFor();
    await screenshot(page, 'backoffice-transfer');
    expect(await wrongLooks(page)).toEqual([]);
    await walk.open('/console');
    await page.getByText('16 of 16').waitFor();
  });

  backofficeCases(() => ({ page, walk }));

  it('asks and explains in Ukrainian, too', async () => {
    await page.evaluate("localStorage.setItem('dcm.language', 'uk')");
    const { user_key_url } = walk.stage.bank;
    await walk.control.registerCounterparty({ body: { name: 'Bank Two', alias: 'two', user_key_url } });
    await walk.open('/console');
    const other = page.getByRole('region', { name: 'Bank Two' });
    await other.getByLabel('Зовнішній ідентифікатор користувача банку').first().fill('nobody');
    await other.getByRole('button', { name: 'Запитати банк зараз' }).first().click();
    await other.getByTestId('asked').getByText('401').waitFor();
    await other.getByRole('link', { name: 'Інші користувачі' }).waitFor();
    expect(await wrongLooks(page)).toEqual([]);
    await walk.open(`/backoffice/${walk.stage.bank.alias}/transfers`);
    await page.getByLabel('Сума').fill('5000');
    await press('Створити чернетку');
    await page.getByTestId('explained').getByText('а потрібно 5000; надішліть щонайбільше').waitFor();
    await screenshot(page, 'backoffice-refused-uk');
    expect(await wrongLooks(page)).toEqual([]);
    await page.evaluate("localStorage.setItem('dcm.language', 'en')");
  });
});
