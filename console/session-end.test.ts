import { expect, it } from 'vitest';
import { describeInBrowser } from '../chromium.testing.js';
import { listening } from '../mock-server/listening.testing.js';
import { createWorld, employeeEmail } from '../mock-server/world.testing.js';
import { browserOfGroup, settled, watchErrors, wrongLooks } from './browser.testing.js';

const password = 'Right-horse-1';

describeInBrowser('a session that ends in the backoffice', { timeout: 60_000 }, () => {
  const browser = browserOfGroup();

  it.each([
    [
      'en-GB',
      'Your session has ended.',
      'through the control API; log in again',
      ['E-mail', 'Password', 'Log in'],
      ['Log out', 'Reconciliation', 'Role of this bank'],
    ],
    [
      'uk-UA',
      'Вашу сесію завершено.',
      'через API керування',
      ['Електронна пошта', 'Пароль', 'Увійти'],
      ['Вийти', 'Звірка', 'Роль цього банку'],
    ],
  ] as const)(
    'says that it has ended and why, and leads back to the same page (%s)',
    async (locale, ended, why, [email, secret, enter], [leave, title, role]) => {
      const world = await createWorld();
      const [employee] = (await world.api.listEmployees({ params: { counterparty_guid: world.guid } }))
        .employees;
      await world.domain.employees.setPassword(employee?.guid ?? '', password);
      const page = await browser().newPage({ locale, reducedMotion: 'reduce' });
      page.setDefaultTimeout(10_000);
      const noErrors = watchErrors(page);
      const url = await listening(world.app);
      const logIn = async () => {
        await page.getByLabel(email, { exact: true }).fill(employeeEmail);
        await page.getByLabel(secret, { exact: true }).fill(password);
        await page.getByRole('button', { name: enter, exact: true }).click();
        await page.getByRole('button', { name: leave }).waitFor();
      };
      const told = page.getByTestId('session-end');
      await page.goto(`${url}/backoffice/bank1/entities`);
      await page.getByLabel(email, { exact: true }).waitFor();
      expect(await told.count()).toBe(0);
      await logIn();
      await page.goto(`${url}/backoffice/bank1/recons`);
      await settled(page);
      await world.control.endSessions({ body: {} });
      // The page asks anew, and is refused.
      await page.getByLabel(role).selectOption('debtor');
      await told.getByText(ended).waitFor();
      await told.getByText(why).waitFor();
      await told.getByText('session-by-officer').waitFor();
      expect(await told.getAttribute('role')).toBe('alert');
      expect(await wrongLooks(page)).toEqual([]);
      await logIn();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(page.url()).toBe(`${url}/backoffice/bank1/recons?role=debtor`);
      expect(await page.getByLabel(role).inputValue()).toBe('debtor');
      // Who leaves knows why.
      await page.getByRole('button', { name: leave }).click();
      await page.getByLabel(email, { exact: true }).waitFor();
      expect(await told.count()).toBe(0);
      await page.close();
      noErrors();
    },
  );
});
