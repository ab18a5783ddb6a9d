import type { Page } from 'playwright-core';
import { openReferenceStage } from '../cli/reference-stage.js';
import type { Act, ActInput } from '../contract/driver.js';

/** A mock and the reference bank; the bank acts by its driver, people of DCM and the first employee by clicking. */
export async function openWalk(page: Page) {
  const stage = await openReferenceStage({ seed: 'browser' });
  const { bank, dcm, driver } = stage;
  const { baseUrl: url, control } = dcm;
  const guid = dcm.block.counterparty_guid;
  const { email, password } = bank.firstEmployee;

  /** The reference bank does its part. */
  async function act<Name extends Act>(name: Name, input: ActInput<Name>) {
    const answer = await driver.act(name, { ...dcm.block, employee: bank.firstEmployee }, input);
    if (!answer.ok) throw new Error(`act ${name}: ${answer.error}`);
    return answer.output ?? {};
  }

  const open = (path: string) => page.goto(url + path);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const fill = (label: string, text: string) =>
    page
      .locator('input')
      .and(page.getByLabel(label, { exact: true }))
      .fill(text);
  const said = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();

  return {
    stage,
    url,
    guid,
    control,
    act,
    open,

    /** Step 3. */
    async register() {
      await open('/console/counterparties');
      const form = page.getByRole('form', { name: 'Register a counterparty' });
      await form.getByLabel('Name').fill(bank.name);
      await form.getByLabel('Alias').fill(bank.alias);
      await form.getByRole('button', { name: 'Register' }).click();
      await page.getByRole('heading', { name: bank.name, level: 1 }).waitFor();
    },

    /** Steps 4 and 5. */
    async rollOut() {
      await press('Request');
      await said('Infrastructure requested');
      await press('Mark as deployed');
      await said('Infrastructure deployed');
    },

    /** Step 9: URLs, key keepers, and the first employee. */
    async onboard() {
      for (const name of ['user_auth_url', 'user_key_url', 'user_id_url', 'callback_url'] as const) {
        await fill(name, bank[name]);
      }
      for (const [row, keeper] of bank.keyKeepers.entries()) {
        await page.getByLabel(`Entity ${row + 1}`).selectOption(keeper.for);
        await fill(`login ${row + 1}`, keeper.login);
        await fill(`external_id ${row + 1}`, keeper.external_id);
      }
      await press('Save attributes');
      await said('Attributes saved');
      await fill('E-mail', email);
      await press('Invite');
      await said('Employee invited');
    },

    /** Step 10. */
    async createEntities() {
      await press('Create both entities');
      await page.getByText('Both entities are created').first().waitFor();
    },

    /** Step 11: the code from the mailbox, a password, the login. */
    async logIn() {
      await open(`/backoffice/${bank.alias}/reset-password/?email=${encodeURIComponent(email)}`);
      await press('Send the code');
      await page.getByRole('textbox', { name: 'Code' }).waitFor();
      const mailbox = await page.context().newPage();
      await mailbox.goto(`${url}/console/mailbox`);
      const mail = mailbox.getByRole('row').filter({ hasText: 'recovery code' }).first();
      await mail.getByRole('button', { name: /Reveal/ }).click();
      const code = await mail.getByTestId('mail-code').innerText();
      await mailbox.close();
      await fill('Code', code);
      await press('Check the code');
      await fill('New password', password);
      await press('Set the password');
      await page.getByRole('heading', { name: 'Log in' }).waitFor();
      await fill('E-mail', email);
      await fill('Password', password);
      await press('Log in');
      await page.getByRole('button', { name: 'Log out' }).waitFor();
    },

    /** Step 13. */
    async confirm() {
      await open('/console/identifiers');
      await press('Confirm and transfer');
      await said('Request confirmed');
    },

    /** Steps 14 to 16, by the bank. */
    async transfer() {
      const users = [1, 2].map((number) => ({
        login: `customer-${number}`,
        external_id: `id-customer-${number}`,
      }));
      await act('create-secrets', { users });
      const { customers = [] } = await act('create-customers', {
        customers: users.map(({ login }) => ({ login, name: 'Olena', surname: login })),
      });
      const { entities } = await control.listEntities({ params: { guid } });
      const own = (kind: string) => entities.find(({ account_kind }) => account_kind === kind)?.guid ?? '';
      const [first, second] = customers.map(({ account_guid }) => account_guid ?? '');
      const way = [own('emission'), own('processing'), first ?? '', second ?? ''];
      for (const [position, sender_id] of way.slice(0, -1).entries()) {
        const receiver_id = way[position + 1] ?? '';
        await act('transfer', { sender_id, receiver_id, amount: 100 - position * 10, purpose: 'walk' });
      }
    },
  };
}

export type Walk = Awaited<ReturnType<typeof openWalk>>;
