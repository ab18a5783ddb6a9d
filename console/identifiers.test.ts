import { expect, it } from 'vitest';
import { describeInBrowser } from '../chromium.testing.js';
import { listening } from '../mock-server/listening.testing.js';
import { createTestMock } from '../mock-server/mock.testing.js';
import { browserOfGroup, watchErrors } from './browser.testing.js';

describeInBrowser('identifiers in a table', { timeout: 60_000 }, () => {
  const browser = browserOfGroup();

  it.each(['uk-UA', 'en-GB'])('keep their words whole, however little room there is (%s)', async (locale) => {
    const mock = await createTestMock({ sandboxes: {} });
    await mock.control.createSandbox({ body: { name: 'x' } });
    await mock.control.addSimulatedBank({ body: { alias: 'sim', customers: 0, amount: 1 } });
    const page = await browser().newPage({ locale, viewport: { width: 880, height: 700 } });
    const noErrors = watchErrors(page);
    await page.goto(`${await listening(mock.app)}/console/audit`);
    const operations = page.locator('tbody th code');
    await operations.nth(1).waitFor();
    // Lines that the first word takes.
    const lines = await operations.evaluateAll((codes) =>
      codes.map(({ firstChild }) => {
        const word = document.createRange();
        if (!firstChild) return 0;
        word.setStart(firstChild, 0);
        word.setEnd(firstChild, firstChild.textContent?.split(' ')[0]?.length ?? 0);
        return word.getClientRects().length;
      }),
    );
    expect(lines).toEqual([1, 1]);
    await page.close();
    noErrors();
  });
});
