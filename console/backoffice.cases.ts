import { expect, it } from 'vitest';
import type { Given } from './again.cases.js';
import { screenshot, settled, usable, wholly } from './browser.testing.js';

/** What else an employee does in the backoffice: limits, transfers to other banks, reconciliation. */
export function backofficeCases(given: () => Given): void {
  const open = async (name: string) => {
    const { page, walk } = given();
    await walk.open(`/backoffice/${walk.stage.bank.alias}/${name}`);
    await settled(page);
    return page;
  };
  const said = (text: string) => given().page.getByRole('status').filter({ hasText: text }).waitFor();

  it('sets limits, which stop the transfer of a customer', async () => {
    const page = await open('limits');
    const bounds = page.getByRole('form', { name: 'Set the bounds' });
    await bounds.getByRole('button').click();
    await page.getByTestId('explained').getByText('max is not right').waitFor();
    await bounds.getByLabel('Whose').selectOption({ label: 'customer customer-1' });
    await bounds.getByLabel('At most').fill('5');
    await bounds.getByRole('button').click();
    await said('Limit set');
    const row = page.getByRole('row').filter({ hasText: 'customer customer-1' });
    expect(await row.innerText()).toMatch(/not set\s+5\.00 UAH/);
    const window = page.getByRole('form', { name: 'Set the maximum' });
    await window.getByLabel('Whose').selectOption({ label: 'segment PL' });
    await window.getByLabel('Period').selectOption('custom');
    await window.getByLabel('Days').fill('3');
    await window.getByLabel('At most').fill('50');
    await window.getByRole('button').click();
    await page.getByRole('row').filter({ hasText: 'segment PL' }).getByText('Days: 3').waitFor();
    await screenshot(page, 'backoffice-limits');
    expect(await usable(page)).toEqual(wholly);
    await open('transfers');
    const sender = page.getByLabel('Sender');
    const customer = sender.locator('option', { hasText: 'customer-1' });
    await sender.selectOption((await customer.getAttribute('value')) ?? '');
    await page.getByLabel('Amount').fill('6');
    await page.getByRole('button', { name: 'Make a draft' }).click();
    await page.getByTestId('explained').getByRole('link', { name: 'limit-maximum' }).waitFor();
  });

  it('sends to another bank, and confirms the reconciliation with it', async () => {
    const { walk } = given();
    const { counterparty, entities } = await walk.control.addSimulatedBank({ body: {} });
    const foreign = entities.find(({ account_kind }) => account_kind === 'processing')?.guid ?? '';
    const page = await open('transfers');
    const sender = page.getByLabel('Sender');
    const own = sender.locator('option', { hasText: '· identification' });
    await sender.selectOption((await own.getAttribute('value')) ?? '');
    await page.getByLabel('Receiver').selectOption({ label: 'an entity of another bank' });
    await page.getByLabel('Guid of the receiver').fill(foreign);
    await page.getByLabel('Amount').fill('2');
    await page.getByRole('button', { name: 'Make a draft' }).click();
    await page.getByText('The receiver belongs to another bank').waitFor();
    await page.getByRole('button', { name: 'Confirm the transfer' }).click();
    await said('Transfer confirmed');
    await walk.control.makeRecons({ body: {} });
    await open('recons?role=creditor');
    await page.getByText('No entry matches the filter').waitFor();
    await page.getByLabel('Role of this bank').selectOption('debtor');
    const row = page.getByRole('row').filter({ hasText: '2.00 UAH' });
    await row.getByText('calculated').waitFor();
    await page.getByLabel('Other bank', { exact: true }).selectOption({ label: counterparty.name });
    await page.getByRole('region', { name: 'Other banks' }).first().getByText(counterparty.name).waitFor();
    await row.getByRole('button', { name: 'Confirm' }).click();
    await row.getByText('calculated').waitFor({ state: 'detached' });
    await screenshot(page, 'backoffice-recons');
    expect(await usable(page)).toEqual(wholly);
  });
}
