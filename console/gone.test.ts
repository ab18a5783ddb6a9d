import { expect, it } from 'vitest';
import { describeInBrowser } from '../chromium.testing.js';
import { listening } from '../mock-server/listening.testing.js';
import { startMock } from '../mock-server/start.js';
import { createWorld, draft, fund, type World } from '../mock-server/world.testing.js';
import { browserOfGroup, settled, watchErrors, wrongLooks } from './browser.testing.js';

/** What no longer exists, never existed, or cannot be reached. */
describeInBrowser('what is not there', { timeout: 60_000 }, () => {
  const browser = browserOfGroup();

  async function opened(world: World, locale = 'en-GB') {
    const page = await browser().newPage({ locale, reducedMotion: 'reduce' });
    page.setDefaultTimeout(10_000);
    const url = await listening(world.app);
    const open = async (path: string) => {
      await page.goto(url + path);
      await settled(page);
    };
    return { page, open, noErrors: watchErrors(page) };
  }

  it.each([
    ['en-GB', 'is not a guid', 'is not a number', 'All of them'],
    ['uk-UA', 'не є guid', 'не є номером', 'Усі: '],
  ])('an id that cannot be one is told as that (%s)', async (locale, noGuid, noNumber, all) => {
    const world = await createWorld();
    const { page, open, noErrors } = await opened(world, locale);
    for (const name of ['entities', 'transfers', 'callbacks', 'counterparties']) {
      await open(`/console/${name}/1`);
      await page.getByText(noGuid).waitFor();
      const link = page.locator('main').getByRole('link', { name: all });
      expect(await link.getAttribute('href')).toBe(`/console/${name}`);
      expect(await page.getByRole('alert').count()).toBe(0);
    }
    for (const path of ['journal/last', 'runs/first']) {
      await open(`/console/${path}`);
      await page.getByText(noNumber).waitFor();
    }
    expect(await wrongLooks(page)).toEqual([]);
    await page.close();
    noErrors();
  });

  it('an entity has a page; that of an unknown one leads back', async () => {
    const world = await createWorld();
    const { page, open, noErrors } = await opened(world);
    await open('/console/entities');
    await page.locator('main').getByRole('link', { name: 'processing' }).click();
    await page.waitForURL(new RegExp(`/console/entities/${world.processing}$`));
    await page.locator('main dd', { hasText: 'processing' }).first().waitFor();
    const bank = page.locator('main').getByRole('link', { name: 'Bank bank1' });
    expect(await bank.getAttribute('href')).toBe(`/console/counterparties/${world.guid}`);
    await open('/console/entities/00000000-0000-4000-8000-000000000000');
    await page.getByText('This no longer exists').waitFor();
    await page.getByRole('link', { name: 'To the entities' }).waitFor();
    await page.close();
    noErrors();
  });

  it('an entry that no longer exists cannot be sent again, nor a transfer be a draft', async () => {
    const world = await createWorld();
    await fund(world, world, 5);
    const { guid } = await draft(world, world.processing, world.emission, 1);
    const { entries } = await world.control.listEntries({ query: { operation: 'createPayment' } });
    const { page, open, noErrors } = await opened(world);
    const gone = page.getByText('This no longer exists');
    const sendAgain = page.getByRole('link', { name: 'Send again' });
    const draftText = page.getByText('A draft has no envelope');
    for (const [path, offered] of [
      [`/console/journal/${entries[0]?.seq}`, sendAgain],
      [`/console/transfers/${guid}`, draftText],
    ] as const) {
      await open(path);
      await offered.waitFor();
    }
    await open(`/console/journal/${entries[0]?.seq}`);
    await page.getByRole('button', { name: 'Send as it was' }).waitFor();
    // The page is open while everything is removed.
    await world.control.reset({ body: {} });
    await gone.waitFor();
    expect(await page.getByRole('button', { name: /^Send/ }).count()).toBe(0);
    expect(await sendAgain.count()).toBe(0);
    await open(`/console/journal/${entries[0]?.seq}`);
    await gone.waitFor();
    expect(await sendAgain.count()).toBe(0);
    await open(`/console/transfers/${guid}`);
    await gone.waitFor();
    expect(await draftText.count()).toBe(0);
    await page.close();
    noErrors();
  });

  it('a mock that is gone says nothing of the money: it is unknown since then', async () => {
    const mock = await startMock({ port: 0 });
    const page = await browser().newPage({ locale: 'en-GB' });
    page.setDefaultTimeout(10_000);
    await page.goto(`${mock.url}/console/entities`);
    const badges = page.locator('.badge', { hasText: /holds|unknown/ });
    await page.getByText('Live', { exact: true }).waitFor();
    await badges.nth(1).waitFor();
    expect(await badges.allInnerTexts()).toEqual(['holds', 'holds']);
    await mock.close();
    await page.getByText('Connection lost').waitFor();
    for (const said of await badges.allInnerTexts()) expect(said).toMatch(/^unknown since \d\d:\d\d:/);
    expect(await badges.count()).toBe(2);
    const again = await startMock({ port: Number(new URL(mock.url).port) });
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await badges.allInnerTexts()).toEqual(['holds', 'holds']);
    await page.close();
    await again.close();
  });
});
