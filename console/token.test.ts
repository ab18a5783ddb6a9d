import { expect, it } from 'vitest';
import { describeInBrowser } from '../chromium.testing.js';
import { listening } from '../mock-server/listening.testing.js';
import { createTestMock } from '../mock-server/mock.testing.js';
import { browserOfGroup, findings, watchErrors } from './browser.testing.js';

describeInBrowser('a console behind a token', { timeout: 30_000 }, () => {
  const browser = browserOfGroup();

  it('asks for it once, and says when it is wrong', async () => {
    const mock = await createTestMock({ controlToken: 'a-token-of-the-test' });
    const url = await listening(mock.app);
    const page = await browser().newPage({ locale: 'en-GB' });
    const noErrors = watchErrors(page);
    await page.goto(`${url}/console/counterparties`);
    const token = page.getByRole('textbox', { name: 'Token' });
    await token.fill('тест');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('alert').getByText('check the keyboard layout').waitFor();
    await token.fill('wrong');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('alert').getByText('Enter the token that the mock was started with').waitFor();
    expect(await findings(page)).toEqual([]);
    await token.fill('a-token-of-the-test');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('heading', { name: 'Counterparties' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Counterparties' }).waitFor();
    expect(await token.count()).toBe(0);
    await page.close();
    noErrors();
  });
});
