import { expect, it, onTestFinished } from 'vitest';
import { describeInBrowser, openBrowser } from '../chromium.testing.js';
import { listening } from '../mock-server/listening.testing.js';
import { of } from '../mock-server/world.testing.js';
import { worldOnDisk } from '../mock-server/world-on-disk.testing.js';
import { buildPages, settled } from './browser.testing.js';

describeInBrowser('a state that cannot be kept', { timeout: 120_000 }, () => {
  it('is in sight on the page, in red, until it is kept again', async () => {
    await buildPages();
    const { mock, disk, pass } = await worldOnDisk();
    const url = await listening(mock.app);
    const browser = await openBrowser();
    onTestFinished(() => browser.close());
    const page = await browser.newPage({ locale: 'en-GB' });
    const warning = page.getByTestId('not-kept');
    const open = async () => {
      await page.goto(`${url}/console/counterparties`);
      await settled(page);
      await page.getByTestId('invariant').waitFor();
    };
    await open();
    expect(await warning.count()).toBe(0);

    for (const error of ['EIO', 'EROFS'] as const) {
      disk.fail(error);
      await mock.api.createBranch({ params: of(mock), body: { name: error } });
      await pass(1100);
      await open();
      await warning.waitFor();
      expect(await warning.getAttribute('role')).toBe('alert');
      expect(await warning.getAttribute('title')).toContain(error);
      expect(await warning.locator('.badge').getAttribute('class')).toContain('bad');

      disk.mend();
      await pass(2000);
      await open();
      expect(await warning.count()).toBe(0);
    }
    // A page that still listens would ask a store that is closed.
    await browser.close();
  });
});
