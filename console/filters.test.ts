import { expect, it } from 'vitest';
import { describeInBrowser } from '../chromium.testing.js';
import { listening } from '../mock-server/listening.testing.js';
import { createWorld, employeeEmail, fund, sessionOf } from '../mock-server/world.testing.js';
import { browserOfGroup, settled, watchErrors, wrongLooks } from './browser.testing.js';

describeInBrowser('a list that is empty', { timeout: 60_000 }, () => {
  const browser = browserOfGroup();

  async function opened(locale: string) {
    const world = await createWorld();
    const page = await browser().newPage({ locale, reducedMotion: 'reduce' });
    page.setDefaultTimeout(10_000);
    const noErrors = watchErrors(page);
    const url = await listening(world.app);
    const open = async (path: string) => {
      await page.goto(url + path);
      await settled(page);
    };
    return { world, page, open, noErrors, url };
  }

  it.each([
    ['en-GB', 'No entry matches the filter.', 'Clear the filter'],
    ['uk-UA', 'Жоден запис не відповідає фільтру.', 'Очистити фільтр'],
  ])('because of its filters offers to remove them (%s)', async (locale, says, label) => {
    const { world, page, open, noErrors, url } = await opened(locale);
    await fund(world, world, 5);
    const clear = page.getByRole('button', { name: label });
    for (const path of [
      'journal?status=418&text=no+such',
      'transfers?search=no+such',
      'callbacks?status=given-up',
    ]) {
      await open(`/console/${path}`);
      await page.getByText(says).waitFor();
      if (path.startsWith('journal')) expect(await wrongLooks(page)).toEqual([]);
      await clear.click();
      await page.locator('main tbody tr, main .empty').first().waitFor();
      expect(page.url()).toBe(`${url}/console/${path.split('?')[0]}`);
      expect(await clear.count()).toBe(0);
      // The fields are as the list is, and the focus is not lost.
      const texts = await page
        .locator('search input')
        .evaluateAll((all) => all.map((one) => ('value' in one ? one.value : undefined)));
      expect(texts.filter((text) => text !== '')).toEqual([]);
      expect(await page.locator('search :focus').count()).toBe(1);
    }
    await open('/console/journal');
    await page.locator('main tbody tr').first().waitFor();
    await page.close();
    noErrors();
  });

  it('of the backoffice says the next step', async () => {
    const { world, page, open, noErrors } = await opened('en-GB');
    const token = await sessionOf(world, world.guid, `second-${employeeEmail}`, ['Administrator']);
    await page.addInitScript(`sessionStorage.setItem('dcm.session.bank1', ${JSON.stringify(token)})`);
    for (const [name, says] of [
      ['customers', 'create the first one below'],
      ['identifiers', 'make the first one below'],
      ['transfers', 'make a draft above'],
      ['limits', 'Set the first ones below'],
      ['recons', 'calculated at the end of a day'],
    ] as const) {
      await open(`/backoffice/bank1/${name}`);
      await page.getByText(says).waitFor();
    }
    await open('/backoffice/bank1/recons?role=debtor');
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await page.getByText('calculated at the end of a day').waitFor();
    expect(await page.getByLabel('Role of this bank').inputValue()).toBe('');
    await page.close();
    noErrors();
  });
});
