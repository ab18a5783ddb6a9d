import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { describeInBrowser } from '../chromium.testing.js';
import { listening } from '../mock-server/listening.testing.js';
import { createTestMock } from '../mock-server/mock.testing.js';
import { startMock } from '../mock-server/start.js';
import { htmlReport } from '../reports/html.js';
import { notConformant } from '../reports/result.testing.js';
import { browserOfGroup, pictureName, settled, watchErrors, wrongLooks } from './browser.testing.js';
import { sitePages } from './pages.testing.js';

/** Pages beside those of the console and the backoffice, as they are on a desk and on a phone, light and dark. */
describeInBrowser('the other pages', { timeout: 120_000 }, () => {
  const browser = browserOfGroup();

  async function looked(names: readonly string[], open: (page: Page, name: string) => Promise<unknown>) {
    const page = await browser().newPage({ locale: 'en-GB', reducedMotion: 'reduce' });
    const noErrors = watchErrors(page);
    const found: unknown[] = [];
    for (const name of names) {
      await open(page, name);
      found.push({ name, wrong: await wrongLooks(page, pictureName(name)) });
    }
    await page.close();
    noErrors();
    expect(found).toEqual(names.map((name) => ({ name, wrong: [] })));
  }

  it('those that the mock serves without scripts', async () => {
    const url = await listening((await createTestMock()).app);
    await looked(sitePages, (page, path) => page.goto(url + path));
  });

  it('the report of a run, with all that can be opened', async () => {
    const text = htmlReport(notConformant(), 'en').replaceAll('<details class', '<details open class');
    await looked(['report'], (page) => page.setContent(text));
  });

  it('the console of the proxy: the journal, an exchange, and what it does not have', async () => {
    const { url, close } = await startMock({ port: 0, shows: 'journal' });
    onTestFinished(close);
    await fetch(`${url}/api/v1/counterparties`);
    const names = ['proxy', 'proxy/journal/1', 'proxy/nothing'];
    await looked(names, async (page, name) => {
      await page.goto(url + name.replace('proxy', '/console'));
      await settled(page);
    });
  });
});
