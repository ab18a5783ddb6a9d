import { expect, it } from 'vitest';
import { describeInBrowser } from '../chromium.testing.js';
import { listening } from '../mock-server/listening.testing.js';
import { createTestMock } from '../mock-server/mock.testing.js';
import { browserOfGroup, watchErrors } from './browser.testing.js';

describeInBrowser('a refusal in the console', { timeout: 60_000 }, () => {
  const browser = browserOfGroup();

  it.each([
    ['uk-UA', 'name: контрагент Bank Nine уже існує'],
    ['en-GB', undefined],
  ])('is explained in the language of the reader (%s), beside the words of the wire', async (locale, why) => {
    const mock = await createTestMock();
    const page = await browser().newPage({ locale });
    const noErrors = watchErrors(page);
    const form = page.locator('form').first();
    await page.goto(`${await listening(mock.app)}/console/counterparties`);
    for (const alias of ['bank9', 'bank10']) {
      await page.locator('h1').waitFor();
      await form.locator('input[name=name]').fill('Bank Nine');
      await form.locator('input[name=alias]').fill(alias);
      await form.locator('button[type=submit]').click();
      if (alias === 'bank10') break;
      await page.getByRole('heading', { name: 'Bank Nine', level: 1 }).waitFor();
      await page.goBack();
    }
    const problem = page.getByRole('alert');
    await problem.locator('q[lang=en]', { hasText: 'name: counterparty Bank Nine already exists' }).waitFor();
    expect(await problem.getByTestId('why').allInnerTexts()).toEqual(why === undefined ? [] : [why]);
    await page.close();
    noErrors();
  });
});
