import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { screenshot, seriousFindings, settled } from './browser.testing.js';
import type { Usable } from './usable.cases.js';

/** What the keyboard does beyond Tab and Enter; menus and the palette, on the state that a walk has left. */
export function keyboardCases(given: () => Usable): void {
  keyCases(given);
  paletteCases(given);
  menuCases(given);
}

const focused = (page: Page) => page.locator(':focus');
const heading = (page: Page, name: string) => page.locator('h1', { hasText: name }).waitFor();
const dialog = (page: Page) => page.getByRole('dialog');

function keyCases(given: () => Usable): void {
  it('moves through rows with j and k, and opens one with Enter', async () => {
    const { page, walk } = given();
    await walk.open('/console/transfers');
    await page.locator('main tbody tr').nth(2).waitFor();
    const row = () =>
      page
        .locator('main tbody tr')
        .evaluateAll((rows) => rows.findIndex((one) => one.contains(one.ownerDocument.activeElement)));
    const path: number[] = [];
    for (const key of ['j', 'j', 'k', 'k', 'j']) {
      await page.keyboard.press(key);
      path.push(await row());
    }
    // Above the first there is none.
    expect(path).toEqual([0, 1, 0, 0, 1]);
    await page.keyboard.press('Enter');
    await heading(page, 'Transfer');
    expect(new URL(page.url()).pathname).toMatch(/^\/console\/transfers\/[\da-f-]{36}$/);
    await walk.open('/console/entities');
    await page.locator('main tbody tr').first().waitFor();
    await page.keyboard.press('j');
    expect(await row()).toBe(0);
  });

  it('goes to pages with g and a letter, and to the search with a slash', async () => {
    const { page, walk } = given();
    await walk.open('/console');
    await settled(page);
    await page.keyboard.press('g');
    await page.keyboard.press('j');
    await heading(page, 'Journal');
    await page.keyboard.press('/');
    expect(await focused(page).getAttribute('name')).toBe('text');
    // In a field, letters are letters.
    await page.keyboard.type('gj?/k');
    expect(await focused(page).inputValue()).toBe('gj?/k');
    expect(await dialog(page).count()).toBe(0);
    await walk.open('/console/clock');
    await settled(page);
    // Without a search, the slash opens the palette.
    await page.keyboard.press('/');
    await dialog(page).waitFor();
    // On a Ukrainian layout the same keys work: "п", "о"; in the very moment in which the dialog has gone, too.
    await page.evaluate(
      `new MutationObserver((_, observer) => {
        observer.disconnect();
        for (const [key, code] of [['п', 'KeyG'], ['о', 'KeyJ']])
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true }));
      }).observe(document.querySelector('dialog'), { attributeFilter: ['open'] })`,
    );
    await page.keyboard.press('Escape');
    await heading(page, 'Journal');
  });

  it('shows all keys with a question mark; those of one letter can be switched off', async () => {
    const { page, walk } = given();
    await walk.open('/console/transfers');
    await settled(page);
    await page.keyboard.press('?');
    await dialog(page).getByText('to the next row').waitFor();
    await screenshot(page, 'keys');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog(page).getByRole('checkbox').uncheck();
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('main tbody tr').first().waitFor();
    for (const key of ['?', 'j', 'g', 'b', '/']) await page.keyboard.press(key);
    expect(await dialog(page).count()).toBe(0);
    expect(await page.locator('main tr :focus, main search :focus').count()).toBe(0);
    await heading(page, 'Transfers');
    await page.keyboard.press('Control+k');
    await dialog(page).getByRole('combobox').fill('keys');
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('checkbox').check();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    expect(await page.locator('main tr :focus').count()).toBe(1);
  });
}

function paletteCases(given: () => Usable): void {
  const ask = async (text: string) => {
    const { page } = given();
    if ((await dialog(page).count()) === 0) await page.keyboard.press('Control+k');
    await dialog(page).getByRole('combobox').fill(text);
  };
  const option = (text: string | RegExp) =>
    given().page.getByRole('option').filter({ hasText: text }).first();

  it('finds pages, entries by number, what a guid is of, and operations', async () => {
    const { page, walk } = given();
    await walk.open('/console');
    await settled(page);
    await ask('');
    await option('journal entry').waitFor();
    await screenshot(page, 'palette');
    expect(await seriousFindings(page)).toEqual([]);
    await ask('reconc');
    await option('Reconciliation').waitFor();
    await page.keyboard.press('Enter');
    await heading(page, 'Reconciliation');

    const { entries } = await walk.control.listEntries({ query: { operation: 'confirmPayment', limit: 1 } });
    const seq = String(entries[0]?.seq);
    await ask(seq);
    await option(new RegExp(`^${seq} · POST`)).click();
    await heading(page, seq);

    const { transfers } = await walk.control.listTransfers({ query: { limit: 1, status: 'CONFIRMED' } });
    const [transfer] = transfers;
    const { entities } = await walk.control.listEntities({ params: { guid: walk.guid } });
    for (const [guid, what, name] of [
      [transfer?.guid ?? '', /transfer$/, 'Transfer'],
      [walk.guid, 'counterparty', walk.stage.bank.name],
      [entities[0]?.guid ?? '', 'entity', 'Entity'],
    ] as const) {
      await ask(guid);
      await option(what).click();
      await heading(page, name);
    }

    await ask('confirmPayment');
    await option('confirmPayment · POST').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/console\/reference\/dcm\.confirmPayment$/);
    await ask('no such thing');
    await dialog(page).getByText('Nothing found').waitFor();
    await page.keyboard.press('Control+k');
    await dialog(page).waitFor({ state: 'detached' });
  });

  it('speaks Ukrainian, and finds pages by their English names, too', async () => {
    const { page, walk } = given();
    await walk.open('/console');
    await page.evaluate("localStorage.setItem('dcm.language', 'uk')");
    await page.reload();
    await settled(page);
    await page.getByRole('button', { name: 'Перейти або знайти' }).click();
    await dialog(page).getByRole('combobox').fill('journal');
    await option('Журнал').waitFor();
    await page.keyboard.press('Enter');
    await heading(page, 'Журнал');
  });
}

function menuCases(given: () => Usable): void {
  it('chooses language and theme in menus that arrows move in', async () => {
    const { page, walk } = given();
    await walk.open('/console');
    await settled(page);
    const button = page.getByRole('button', { name: /^Theme/ });
    const chosen = (name: string) => page.locator('[role=menu] :focus', { hasText: name });
    await button.focus();
    await page.keyboard.press('Enter');
    await chosen('System').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('End');
    await chosen('Dark').waitFor();
    await page.keyboard.press('Enter');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await focused(page).getAttribute('aria-label')).toBe('Theme: Dark');
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(227, 232, 234)');
    await page.keyboard.press('Enter');
    await chosen('Dark').waitFor();
    await page.keyboard.press('ArrowDown');
    await chosen('System').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('menu').count()).toBe(0);
    await button.click();
    await page.getByRole('menuitemradio', { name: 'System' }).click();
    await button.click();
    await page.locator('h1').click();
    expect(await page.getByRole('menu').count()).toBe(0);
  });
}
