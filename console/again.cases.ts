import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { screenshot, settled } from './browser.testing.js';
import type { Walk } from './walk.testing.js';

/** What a person does with an entry of the journal, on the state that a walk has left. */

export interface Given {
  readonly page: Page;
  readonly walk: Walk;
}

/** The newest entry of an operation. */
async function newest({ walk }: Given, operation: string): Promise<number> {
  const { entries } = await walk.control.listEntries({ query: { operation, limit: 1 } });
  return entries[0]?.seq ?? 0;
}

async function openEntry({ page, walk }: Given, seq: number): Promise<void> {
  await walk.open(`/console/journal/${seq}`);
  await settled(page);
  await page.getByRole('region', { name: 'Send again' }).waitFor();
  await settled(page);
}

/** Waits for the entry that a sent request has, and gives it. */
async function sentEntry({ page, walk }: Given, before: number) {
  await page.waitForURL((url) => Number(url.pathname.split('/').at(-1)) > before);
  const seq = url(page);
  await page.getByRole('heading', { name: `Entry ${seq}`, level: 1 }).waitFor();
  await page.getByText(/This request was sent again from entry/).waitFor();
  return (await walk.control.getEntry({ params: { seq: String(seq) } })).entry;
}

const url = (page: Page): number => Number(new URL(page.url()).pathname.split('/').at(-1));

export function againCases(given: () => Given): void {
  it('sends a request again as it was, and opens its entry', async () => {
    const { page } = given();
    const seq = await newest(given(), 'listAccounts');
    await openEntry(given(), seq);
    await page.getByRole('button', { name: 'Send as it was' }).click();
    expect(await sentEntry(given(), seq)).toMatchObject({ repeats: seq, operation: 'listAccounts' });
  });

  it('sends a request edited, sees it refused, edits it again and sees it served', async () => {
    const { page, walk } = given();
    const seq = await newest(given(), 'createPayment');
    const original = (await walk.control.getEntry({ params: { seq: String(seq) } })).entry;
    const edit = async (body: object, headers = 'content-type: application/json\nx-note: mine') => {
      await page.getByText('Change it first').click();
      await page.getByLabel('Body', { exact: true }).fill(JSON.stringify(body, null, 2));
      await page.getByLabel('Headers, one in each line').fill(headers);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
    };
    const wanted = original.request.body as object;
    await openEntry(given(), seq);
    await edit({ ...wanted, amount: -1 });
    const refused = await sentEntry(given(), seq);
    expect(refused).toMatchObject({ status: 400, request: { headers: { 'x-note': 'mine' } } });
    await settled(page);
    await edit({ ...wanted, amount: 1, purpose: 'edited' }, 'no header');
    await page.getByText('Not a header: write name: value').waitFor();
    await page.getByLabel('Headers, one in each line').fill('content-type: application/json');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const served = await sentEntry(given(), refused.seq);
    expect(served).toMatchObject({
      status: 200,
      repeats: refused.seq,
      request: { body: { purpose: 'edited' } },
    });
    await page.getByRole('button', { name: 'Compare' }).click();
    const table = page.getByRole('table', { name: `Compare with another entry: ${refused.seq}` });
    await table.getByRole('row').filter({ hasText: 'request.body.amount' }).getByText('-1').waitFor();
    await table.getByRole('row').filter({ hasText: 'status' }).getByText('400').waitFor();
    await page.getByText('Change it first').click();
    await screenshot(page, 'send-again');
  });

  it('asks for what the journal has not kept, and never shows it', async () => {
    const { page } = given();
    const seq = await newest(given(), 'submitLogin');
    await openEntry(given(), seq);
    const field = page.getByLabel('body.password');
    expect(await field.getAttribute('type')).toBe('password');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('the journal does not have body.password as sent').waitFor();
    await field.fill('S3CR3T-typed');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const entry = await sentEntry(given(), seq);
    expect(entry.operation).toBe('submitLogin');
    expect(await page.content()).not.toContain('S3CR3T');
  });

  it('sends as another, and says why it cannot make the token of a bank', async () => {
    const { page } = given();
    const seq = await newest(given(), 'listAccounts');
    await openEntry(given(), seq);
    await page.getByText('Change it first').click();
    await page.getByLabel('Sender').selectOption('bank');
    await page.getByText('DCM has only the public key of the bank').waitFor();
    await page.getByLabel('Token of the bank').fill('no-token');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const refused = await sentEntry(given(), seq);
    expect(refused).toMatchObject({ status: 401, reason: 'credential' });
    await openEntry(given(), seq);
    await page.getByText('Change it first').click();
    const first = await page.getByLabel('Sender').locator('option').nth(1).innerText();
    await page.getByLabel('Sender').selectOption({ label: first });
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    expect(await sentEntry(given(), refused.seq)).toMatchObject({ status: 200 });
  });

  it('asks the bank again, with a token of now', async () => {
    const { page } = given();
    const seq = await newest(given(), 'external_id');
    await openEntry(given(), seq);
    await page.getByRole('button', { name: 'Ask the bank again' }).click();
    expect(await sentEntry(given(), seq)).toMatchObject({ direction: 'out', status: 200, repeats: seq });
  });

  it('shows the request as a program, in five languages and without credentials', async () => {
    const { page } = given();
    await openEntry(given(), await newest(given(), 'createPayment'));
    const begins = {
      curl: /^curl -i -X POST/,
      fetch: /^const response = await fetch/,
      java: /^import java\.net/,
      csharp: /^using System;/,
      python: /^import os/,
    };
    for (const [language, text] of Object.entries(begins)) {
      await page.getByRole('region', { name: 'As a program' }).getByLabel('Language').selectOption(language);
      const program = await page.getByTestId('program').innerText();
      expect(program).toMatch(text);
      expect(program).toContain('SESSION_TOKEN');
      expect(program).not.toContain('ory_st_');
    }
  });
}
