import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { describeInBrowser } from '../chromium.testing.js';
import { listening } from '../mock-server/listening.testing.js';
import { createWorld } from '../mock-server/world.testing.js';
import { browserOfGroup, findings, watchErrors } from './browser.testing.js';

describeInBrowser('the reference', { timeout: 60_000 }, () => {
  const browser = browserOfGroup();

  async function opened(
    path: string,
  ): Promise<{ page: Page; world: Awaited<ReturnType<typeof createWorld>> }> {
    const world = await createWorld();
    const url = await listening(world.app);
    const page = await browser().newPage({ locale: 'en-GB' });
    const noErrors = watchErrors(page);
    onTestFinished(async () => {
      await page.close();
      noErrors();
    });
    await page.goto(url + path);
    return { page, world };
  }

  it('is searched, says what is open, and sends a request with the session of an employee', async () => {
    const { page, world } = await opened('/docs');
    await page.getByRole('searchbox', { name: 'Search' }).fill('list employees');
    await page.getByRole('link', { name: 'listEmployees' }).click();
    await page.getByRole('heading', { name: 'listEmployees' }).waitFor();
    await page.getByRole('region', { name: 'Open questions', exact: true }).getByText('U-61').waitFor();
    await page
      .getByRole('cell', { name: 'employees[].email' })
      .or(page.getByText('employees[].email'))
      .first()
      .waitFor();
    const form = page.getByRole('form', { name: 'Try it' });
    await form.getByLabel('Sender').selectOption({ index: 0 });
    await form.getByRole('button', { name: 'Send' }).click();
    const tried = page.getByTestId('tried');
    await tried.getByText('200', { exact: true }).waitFor();
    expect(await tried.innerText()).toContain('@');
    expect(await findings(page)).toEqual([]);
    await tried.getByRole('link').click();
    await page.getByText(`/api/v1/counterparty/${world.guid}/employees`).first().waitFor();
  });

  it('shows why a request was refused, and serves the control API as well', async () => {
    const { page } = await opened('/console/reference/dcm.createPayment');
    await page.getByRole('form', { name: 'Try it' }).getByRole('button', { name: 'Send' }).waitFor();
    await page.getByLabel('Sender').selectOption('nobody');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByTestId('tried').getByText('401', { exact: true }).waitFor();
    await page.getByText('no-credential: the request has no credentials').waitFor();
    await page.goto(new URL('/console/reference/control.moveClock', page.url()).href);
    await page.getByRole('textbox', { name: 'Body' }).fill('{"forward_s": 60}');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByTestId('tried').getByText('"offset_s": 60').waitFor();
  });
});
