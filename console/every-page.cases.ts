import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Given } from './again.cases.js';
import { desk, phone, pictureName, screenshot, settled, tooWide, wrongLooks } from './browser.testing.js';
import { bankPages, consolePages } from './pages.testing.js';
import { crowdedCells, timesSayWhose, withoutChoice } from './usable.cases.js';
import type { Walk } from './walk.testing.js';

/** What every page has to be, on the state that a walk has left. */

const paths = [...consolePages, ...bankPages];

/** A run with a scenario that failed; registered once. */
async function aRun({ control }: Walk): Promise<number> {
  const options = { steps: '7', tags: '', readings: '', quick: true, defect: '' };
  const known = (await control.listRuns({})).runs[0];
  if (known) return known.id;
  const { id } = await control.registerRun({ body: { target: 'bank1', seed: 's', options } });
  const scenario = { id: 'S07-01', name: 'a scenario', step: 7, scheme: null };
  const told = { expected: 'this', actual: 'that', situation: '', exchange: ['GET /key', '', '401'] };
  const failures = [{ rule: 'KEY-01', check: 'c', ...told }];
  const outcome = { verdict: 'failed', ms: 5, failures, cause_rule: '', cause: '', note: 'n' } as const;
  const happened = [{ begun: { ...scenario, first_seq: 1 } }, { ended: { ...scenario, ...outcome } }];
  await control.reportRun({ params: { id }, body: { planned: 2, happened } });
  return id;
}

/** The path of a page with the items of this walk. */
export async function filledIn(walk: Walk, path: string): Promise<string> {
  const { control } = walk;
  const { transfers } = await control.listTransfers({ query: { limit: 1, status: 'CONFIRMED' } });
  const { entries } = await control.listEntries({ query: { operation: 'confirmPayment', limit: 1 } });
  const { deliveries } = await control.listDeliveries({ query: { limit: 1 } });
  return path
    .replace('{callback}', deliveries[0]?.guid ?? '')
    .replace('{guid}', walk.guid)
    .replace('{entity}', transfers[0]?.sender.guid ?? '')
    .replace('{transfer}', transfers[0]?.guid ?? '')
    .replace('{operation}', 'dcm.createPayment')
    .replace('{run}', path.includes('/runs') ? String(await aRun(walk)) : '')
    .replace('{entry}', String(entries[0]?.seq));
}

/** Opens a page as a link does if another one of the same site is shown, which is quicker than by its address. */
async function visit(page: Page, walk: Walk, path: string): Promise<void> {
  const shown = new URL(page.url()).pathname;
  if (shown === path || shown.split('/')[1] !== path.split('/')[1]) await walk.open(path);
  else {
    await page.evaluate(
      `document.activeElement?.blur(); history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await page.locator('h1:focus').waitFor();
  }
  await settled(page);
}

export function everyPageCases(given: () => Given): void {
  it('speaks Ukrainian when asked, remembers it, and has room for it', async () => {
    const { page, walk } = given();
    await walk.open('/console');
    await page.getByRole('button', { name: 'Language: English' }).click();
    await page.getByRole('menuitemradio', { name: 'Українська' }).click();
    await page.getByRole('heading', { name: 'Дошка' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('uk');
    await page.reload();
    await page.getByText('16 з 16').waitFor();
    const found: unknown[] = [];
    for (const path of paths) {
      await walk.open(await filledIn(walk, path));
      await settled(page);
      const words = await page.locator('main').innerText();
      const past: number[] = [];
      for (const size of [desk, phone]) {
        await page.setViewportSize(size);
        past.push(await tooWide(page));
        await screenshot(page, `${pictureName(path)}-uk-${size.width}`);
      }
      await page.setViewportSize(desk);
      found.push({ path, cyrillic: /[а-яіїєґ]/i.test(words), past });
    }
    expect(found).toEqual(paths.map((path) => ({ path, cyrillic: true, past: [0, 0] })));
  });

  it('axe finds nothing on any page, light or dark, on a desk or a phone; each says whose time it shows', async () => {
    const { page, walk } = given();
    const found: unknown[] = [];
    for (const path of paths) {
      await visit(page, walk, await filledIn(walk, path));
      await timesSayWhose(page, path);
      const unchosen = await withoutChoice(page);
      let crowded = -1;
      const wrong = await wrongLooks(page, pictureName(path), async () => {
        crowded = await crowdedCells(page);
      });
      found.push({ path, wrong, unchosen, crowdedCells: crowded });
    }
    expect(found).toEqual(paths.map((path) => ({ path, wrong: [], unchosen: [], crowdedCells: 0 })));
  });
}
