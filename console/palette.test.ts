import { expect, it } from 'vitest';
import { describeInBrowser } from '../chromium.testing.js';
import { listening } from '../mock-server/listening.testing.js';
import { addBank, createWorld } from '../mock-server/world.testing.js';
import { browserOfGroup, findings, settled, watchErrors } from './browser.testing.js';

describeInBrowser('the palette', { timeout: 60_000 }, () => {
  const browser = browserOfGroup();

  it.each([
    ['en-GB', 'counterparty', 'processing'],
    ['uk-UA', 'контрагент', 'сутність процесингу'],
  ])('finds banks by name and by alias, and the entities of a single one (%s)', async (...given) => {
    const [locale, kind, processing] = given;
    const world = await createWorld();
    const { guid } = await addBank(world, 'dnipro', { name: 'Банк «Дніпро»' });
    const { processing_account_guid } = await world.control.getRegistered({ params: { guid } });
    const page = await browser().newPage({ locale });
    page.setDefaultTimeout(10_000);
    const noErrors = watchErrors(page);
    const url = await listening(world.app);
    await page.goto(`${url}/console`);
    await settled(page);
    const ask = async (text: string) => {
      if ((await page.getByRole('dialog').count()) === 0) await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill(text);
    };
    const option = (text: string) => page.getByRole('option').filter({ hasText: text });
    for (const text of ['дніпро', 'dnip', 'банк dnipro']) {
      await ask(text);
      await option(`Банк «Дніпро» (dnipro) ${kind}`).waitFor();
      await option(processing).waitFor();
      expect(await option('bank1').count()).toBe(0);
    }
    expect(await findings(page)).toEqual([]);
    await option(processing).click();
    await page.waitForURL(`${url}/console/entities/${processing_account_guid}`);
    await ask('1');
    await option('Bank bank1 (bank1)').click();
    await page.getByRole('heading', { level: 1, name: 'Bank bank1' }).waitFor();
    await page.close();
    noErrors();
  });
});
