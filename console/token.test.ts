import { expect, it } from 'vitest';
import { describeInBrowser } from '../chromium.testing.js';
import { listening } from '../mock-server/listening.testing.js';
import { createTestMock } from '../mock-server/mock.testing.js';
import { browserOfGroup, findings, phone, watchErrors, wrongLooks } from './browser.testing.js';

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

  it('takes a token that only reads, says so, and shows why an act is refused', async () => {
    const mock = await createTestMock({
      controlToken: 'a-token-of-the-test',
      viewerToken: 'a-token-of-a-viewer',
    });
    const url = await listening(mock.app);
    await mock.control.inviteOfficer({ body: { email: 'officer@dcm.test' } });
    const page = await browser().newPage({ locale: 'uk-UA', viewport: phone, reducedMotion: 'reduce' });
    const noErrors = watchErrors(page);
    await page.goto(`${url}/console/mailbox`);
    await page.getByRole('textbox', { name: 'Токен' }).fill('a-token-of-a-viewer');
    await page.getByRole('button', { name: 'Увійти' }).click();
    await page.getByTestId('read-only').getByText('Лише перегляд').waitFor();
    await page.getByRole('button', { name: /Показати/ }).click();
    const problem = page.getByRole('alert');
    await problem.getByText('Ваш токен лише для перегляду.').waitFor();
    await problem.getByText('API керування: цей токен лише для перегляду').waitFor();
    expect(await wrongLooks(page)).toEqual([]);
    await page.goto(`${url}/console/audit`);
    const acts = page.getByRole('table', { name: 'Аудит' });
    await acts.getByText('inviteOfficer').waitFor();
    await acts.getByText('revealMail').waitFor();
    expect(await wrongLooks(page)).toEqual([]);
    await page.close();
    noErrors();
  });
});
