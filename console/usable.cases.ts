import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { settled } from './browser.testing.js';
import type { Walk } from './walk.testing.js';

/** What the console promises of filters, copies, times and tables, on the state that a walk has left. */
export interface Usable {
  readonly page: Page;
  readonly walk: Walk;
}

export function usableCases(given: () => Usable): void {
  readableCases(given);
  workableCases(given);
}

/** What pages show. */
function readableCases(given: () => Usable): void {
  it('filters the journal by classes of statuses and by parts of names', async () => {
    const { page, walk } = given();
    const rows = async (query: string) => {
      await walk.open(`/console/journal?${query}`);
      await settled(page);
      await page.getByRole('row').nth(1).waitFor();
      return page.locator('tbody tr').allInnerTexts();
    };
    for (const status of ['4xx', '>=400', '400-499'])
      for (const row of await rows(`status=${encodeURIComponent(status)}`)) expect(row).toMatch(/\b4\d\d\b/);
    for (const row of await rows('operation=CONFIRM')) expect(row).toMatch(/confirm/i);
    for (const row of await rows('rule=request')) expect(row).toContain('REQUEST-');
    await walk.open('/console/journal?status=often');
    await page.getByText('Not a status:').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(0);
  });

  it('keeps the filters of every list in the address', async () => {
    const { page, walk } = given();
    await walk.open('/console/transfers?status=CREATED');
    await page.getByText('No entry matches the filter').waitFor();
    await page.getByLabel('Status').selectOption('CONFIRMED');
    await page.locator('main tbody tr').first().waitFor();
    await page.getByLabel('Search').fill('no such purpose');
    await page.getByText('No entry matches the filter').waitFor();
    expect(new URL(page.url()).search).toBe('?status=CONFIRMED&search=no+such+purpose');
    await page.reload();
    await page.getByText('No entry matches the filter').waitFor();
    expect(await page.getByLabel('Search').inputValue()).toBe('no such purpose');
    await walk.open('/console/callbacks?status=delivered');
    await page.locator('main tbody tr').first().waitFor();
  });

  it('copies guids as a whole, from whatever shows them cut short', async () => {
    const { page, walk } = given();
    for (const path of ['/console/transfers', '/console/entities', '/console/journal']) {
      await walk.open(path);
      await settled(page);
      await page.locator('main tbody tr').first().waitFor();
      const selected = await page.locator('main .cut').evaluateAll((cuts) =>
        cuts.map((cut) => {
          const whole = cut.closest('code');
          const selection = cut.ownerDocument.getSelection();
          if (whole) selection?.selectAllChildren(whole);
          return { title: whole?.getAttribute('title') ?? '', text: String(selection) };
        }),
      );
      expect(selected.length).toBeGreaterThan(0);
      for (const { title, text } of selected) expect(text).toContain(title);
    }
    await walk.open(`/console/counterparties/${walk.guid}`);
    await page.getByRole('button', { name: 'Copy: Issuer' }).waitFor();
  });
}

/** What a reader does on them. */
function workableCases(given: () => Usable): void {
  it('says saved of what is stored, an emptied member included', async () => {
    const { page, walk } = given();
    await walk.open(`/console/counterparties/${walk.guid}`);
    const field = page.locator('input[name=callback_url]');
    const before = await field.inputValue();
    expect(before).not.toBe('');
    const save = async (value: string) => {
      await field.fill(value);
      await page.getByRole('button', { name: 'Save attributes' }).click();
      await page.getByRole('status').filter({ hasText: 'Attributes saved' }).waitFor();
      expect((await walk.control.getRegistered({ params: walk })).callback_url).toBe(value);
    };
    await save('');
    await save(before);
  });

  it('leads from what a step lacks to where it is done', async () => {
    const { page, walk } = given();
    await walk.open('/console/counterparties');
    const form = page.getByRole('form', { name: 'Register a counterparty' });
    await form.getByLabel('Name').fill('Bank Nine');
    await form.getByLabel('Alias').fill('bank9');
    await form.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('heading', { name: 'Bank Nine', level: 1 }).waitFor();
    await walk.open('/console');
    const board = page.getByRole('region', { name: 'Bank Nine' });
    const lacking = board.locator('.lacking');
    await lacking.first().waitFor();
    for (const locator of await lacking.all()) {
      const to = (await locator.getByRole('link').getAttribute('href')) ?? '';
      expect((await page.request.get(new URL(to, walk.url).href)).status()).toBe(200);
    }
    const menu = page.getByRole('navigation');
    const documented = menu.getByRole('link', { name: 'What is documented' });
    expect(await documented.getAttribute('href')).toBe('/fidelity');
  });
}

/** Pages without dates of DCM's. */
const timeless =
  /clock|sandboxes|audit|faults|readings|reference|report|runs|plan|nothing|console$|backoffice/;

/** A page that shows times says of which clock they are. */
export async function timesSayWhose(page: Page, path: string): Promise<void> {
  if (timeless.test(path)) return;
  await page.getByText('Times are by the ledger clock').waitFor();
  const titles = await page
    .locator('main time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('title')));
  for (const title of titles) expect(title).toMatch(/\((?:ledger clock|system time)\)$/);
}

/** Tables of more than five columns that have no choice of columns. */
export const withoutChoice = (page: Page): Promise<string[]> =>
  page
    .locator('main .table')
    .evaluateAll((tables) =>
      tables
        .filter(
          (table) =>
            table.querySelectorAll('thead th').length > 5 &&
            !table.previousElementSibling?.classList.contains('table-menu'),
        )
        .map((table) => table.querySelector('table')?.getAttribute('aria-label') ?? 'without a name'),
    );

/** Cells of tables that show more than one title and one value; on a phone each is a line. */
export const crowdedCells = (page: Page): Promise<number> =>
  page
    .locator('main .table :is(td, tbody th)')
    .evaluateAll(
      (cells) =>
        cells.filter(
          (cell) =>
            cell.children.length + [...cell.childNodes].filter(({ nodeType }) => nodeType === 3).length > 1,
        ).length,
    );
