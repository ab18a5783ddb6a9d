import { expect, it } from 'vitest';
import { screenshot } from './browser.testing.js';
import type { Usable } from './usable.cases.js';

/** Columns, guids, times and scrolling of lists, on the state that a walk has left. */
export function listCases(given: () => Usable): void {
  it('hides columns, and remembers it', async () => {
    const { page, walk } = given();
    await walk.open('/console/transfers');
    const head = page.getByRole('columnheader', { name: 'Purpose' });
    await head.waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Purpose' }).click();
    await head.waitFor({ state: 'detached' });
    await screenshot(page, 'columns');
    await page.reload();
    await page.locator('main tbody tr').first().waitFor();
    expect(await head.count()).toBe(0);
    expect(await page.getByRole('columnheader', { name: 'Amount' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Columns' }).click();
    const item = page.getByRole('menuitemcheckbox', { name: 'Purpose' });
    expect(await item.getAttribute('aria-checked')).toBe('false');
    await item.click();
    await head.waitFor();
  });

  it('copies a guid of a list as a whole', async () => {
    const { page, walk } = given();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await walk.open('/console/entities');
    const cell = page.locator('main .guid-cell').first();
    await cell.waitFor();
    // Hundreds of signs that nobody points at would make a list slow.
    expect(await page.locator('main .guid-cell button').count()).toBe(0);
    await cell.hover();
    await cell.getByRole('button').click();
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    const guid = await cell.locator('code').getAttribute('title');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(guid);
  });

  it('says how long ago something was, with the exact time on hover and for those who listen', async () => {
    const { page, walk } = given();
    await walk.open('/console/journal');
    const time = page.locator('main tbody time').first();
    await time.getByText(/^\d+ (?:sec|min) ago$/).waitFor();
    expect(await time.locator('.unseen').innerText()).toMatch(/^\d\d:\d\d:\d\d$/);
    expect(await time.getAttribute('title')).toMatch(/^\d\d:\d\d:\d\d · \d{4}-.*\(ledger clock\)$/);
    // The ledger clock goes ahead; what happened before has become older.
    await walk.control.moveClock({ body: { forward_s: 7200 } });
    await page.locator('main tbody time', { hasText: '2 hr ago' }).first().waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: /^How long ago/ }).click();
    expect(await time.innerText()).toMatch(/^\d\d:\d\d:\d\d$/);
    await page.reload();
    await time.waitFor();
    expect(await time.innerText()).toMatch(/^\d\d:\d\d:\d\d$/);
    await page.evaluate("localStorage.removeItem('dcm.times')");
  });

  it('scrolls a list with the page if it fits, and on an opaque ground if it does not', async () => {
    const { page, walk } = given();
    const before = page.viewportSize();
    const table = page.locator('main .table');
    await page.setViewportSize({ width: 1440, height: 900 });
    await walk.open('/console/transfers');
    await page.locator('main tbody tr').first().waitFor();
    expect(await table.getAttribute('class')).toBe('table');
    await page.setViewportSize({ width: 850, height: 900 });
    await page.locator('main .table.wide').waitFor();
    // Otherwise Chromium paints the whole table anew for each frame.
    const ground = "getComputedStyle(document.querySelector('main .table')).backgroundColor";
    expect(await page.evaluate(ground)).toMatch(/^rgb\(/);
    await table.locator('tbody tr .guid-cell').first().hover();
    const past =
      "document.querySelector('main table').scrollWidth - document.querySelector('main table').offsetWidth";
    expect(await page.evaluate(past)).toBe(0);
    if (before) await page.setViewportSize(before);
  });

  it('keeps the heads of columns in sight', async () => {
    const { page, walk } = given();
    await walk.open('/console/journal');
    await page.locator('main tbody tr').nth(20).waitFor();
    await page.mouse.move(600, 500);
    await page.mouse.wheel(0, 600);
    await expect.poll(() => page.evaluate('scrollY')).toBeGreaterThan(300);
    const top = (await page.getByRole('columnheader').first().boundingBox())?.y ?? 0;
    const below = (await page.locator('header.top').boundingBox())?.height ?? 0;
    expect(Math.abs(top - below)).toBeLessThan(2);
    await screenshot(page, 'journal-scrolled');
  });
}
