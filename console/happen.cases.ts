import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { languages } from '../contract/texts/language.js';
import { inUkrainian } from '../contract/texts/said-by-dcm/index.js';
import type { Given } from './again.cases.js';
import { screenshot, settled } from './browser.testing.js';
import { faultsTexts } from './pages/faults.texts.js';
import { journalTexts } from './pages/journal.texts.js';

/** What a person makes happen, and what goes wrong on purpose. */

/** Goes on by the keyboard until what has the focus is what is looked for. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let count = 0; count < 120; count += 1) {
    await page.keyboard.press('Tab');
    const names = await page.evaluate<string[]>(
      '(({ labels, innerText, ariaLabel }) => [labels?.[0]?.innerText, ariaLabel, innerText])(document.activeElement)',
    );
    if (names.includes(wanted)) return;
  }
  throw new Error(`the keyboard does not reach ${wanted}`);
}

export function happenCases(given: () => Given): void {
  happeningCases(given);
  faultCases(given);
  stateCases(given);
}

function happeningCases(given: () => Given): void {
  const open = async () => {
    const { page, walk } = given();
    await walk.open('/console/make-happen');
    await settled(page);
    return page;
  };

  it('sends a reverse call with a broken token, and judges the answer', async () => {
    const page = await open();
    const form = page.getByRole('form', { name: 'A reverse call' });
    expect(await form.getByLabel('obj').inputValue()).not.toBe('');
    await form.getByLabel('Token').selectOption('foreign-key');
    await form.getByRole('button', { name: 'Send' }).click();
    await page.getByTestId('outcome').getByText('it refused the broken token').waitFor();
    await form.getByLabel('Token').selectOption('');
    await form.getByRole('button', { name: 'Send' }).click();
    await page.getByTestId('outcome').getByText('200').waitFor();
    const rows = page
      .getByRole('region', { name: 'What happened' })
      .getByRole('row')
      .filter({ hasText: '/key' });
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    await screenshot(page, 'make-happen');
  });

  it('sends a callback with values of one’s own', async () => {
    const page = await open();
    const transfer = '11111111-2222-4333-8444-555555555555';
    const form = page.getByRole('form', { name: 'A callback' });
    await form.getByLabel('Kind').selectOption('pay-in');
    await form.getByLabel('transaction_id').fill(transfer);
    await form.getByRole('button', { name: 'Send' }).click();
    await page.getByTestId('outcome').getByRole('link').click();
    await page.getByRole('heading', { name: /^Entry/ }).waitFor();
    await page.getByText(transfer).first().waitFor();
  });

  it('has another bank send money, with everything that comes of it', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Add a simulated bank' }).click();
    const form = page.getByRole('form', { name: 'An incoming transfer' });
    await form.getByLabel('Amount').fill('3');
    await form.getByRole('button', { name: 'Send' }).click();
    await page.getByTestId('made').getByRole('link').waitFor();
    await page.getByRole('region', { name: 'What happened' }).getByText('pay-in').first().waitFor();
    await page.getByTestId('made').getByRole('link').click();
    await page.getByText('CONFIRMED').first().waitFor();
  });

  it('rotates the key, and withdraws the former one', async () => {
    const page = await open();
    const kids = async () => (await given().walk.stage.dcm.control.dropFormerKeys({ body: {} })).published;
    const before = await kids();
    await page.getByRole('button', { name: 'Rotate DCM’s key' }).click();
    await page.getByRole('status').filter({ hasText: 'DCM signs with a new key' }).waitFor();
    await page.getByRole('button', { name: 'Withdraw the former keys' }).click();
    const isPublished =
      'Only the key in use is published. If it is a new one, a reset (page Snapshots) gives back';
    await page.getByRole('status').filter({ hasText: isPublished }).waitFor();
    const after = await kids();
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  });

  it('shows a callback with its body, the exchange of each attempt, and sends it once more', async () => {
    const { page, walk } = given();
    await walk.open('/console/callbacks?status=delivered');
    await page.locator('main tbody th a').first().click();
    await page.getByRole('heading', { name: 'Callback', level: 1 }).waitFor();
    await page.locator('pre', { hasText: 'transaction_id' }).waitFor();
    await page.getByRole('button', { name: 'Send once more' }).click();
    await page.getByText('Sent once more:').waitFor();
    await screenshot(page, 'callback');
    await page.getByRole('region', { name: 'Attempts' }).first().getByRole('link').first().click();
    await page.getByRole('heading', { name: /^Entry/ }).waitFor();
    await page.getByText('/api/dcm/notify/').first().waitFor();
  });
}

function faultCases(given: () => Given): void {
  it.each(languages)(
    'arms a fault, sees what it did, and disarms it, by the keyboard alone (%s)',
    async (of) => {
      const t = faultsTexts[of];
      const { page, walk } = given();
      await page.evaluate(`localStorage.setItem('dcm.language', '${of}')`);
      await walk.open('/console/faults');
      await settled(page);
      await page.getByText(t.none).waitFor();
      await tabTo(page, t.operation);
      await page.keyboard.type('getDcmJwks');
      await tabTo(page, t.status);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('418');
      await tabTo(page, t.times);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('2');
      await page.keyboard.press('Enter');
      const armed = page.getByRole('region', { name: t.waiting, exact: true }).first();
      await armed.getByText('getDcmJwks · 418').waitFor();
      const { status } = await fetch(`${walk.url}/api/v1/.well-known/jwks.json`);
      expect(status).toBe(418);
      await armed.getByText('1 ×').waitFor();
      await tabTo(page, `${t.disarm}: ${t.kinds.answer}`);
      await page.keyboard.press('Enter');
      await page.getByText(t.none).waitFor();
      const over = page.getByRole('region', { name: t.over, exact: true }).first();
      await over.getByText(t.removed, { exact: true }).first().waitFor();
      await screenshot(page, `faults-${of}`);
      const seq = (await walk.control.listEntries({ query: { limit: 1 } })).entries[0]?.seq;
      await tabTo(page, String(seq));
      await page.keyboard.press('Enter');
      const entry = `${journalTexts[of].entry} ${seq}`;
      await page.getByRole('heading', { name: entry, level: 1 }).waitFor();
      const ordered = 'fault ordered through the control API';
      const says = of === 'uk' ? inUkrainian(ordered) : ordered;
      await page
        .getByText(says ?? 'a text that is missing')
        .first()
        .waitFor();
    },
  );

  it('shows a request that is held, and lets it go', async () => {
    const { page, walk } = given();
    await walk.open('/console/faults');
    await settled(page);
    await page.getByLabel('What goes wrong').selectOption('hold');
    await page.getByLabel('Milliseconds').fill('60000');
    await page.getByRole('button', { name: 'Arm a fault' }).click();
    await page.getByRole('region', { name: 'Armed' }).getByText('60000 ms').first().waitFor();
    const waiting = fetch(`${walk.url}/kratos/self-service/login/api`);
    await page.getByRole('button', { name: 'Release them' }).click();
    expect((await waiting).status).toBe(200);
    await page.getByRole('button', { name: 'Release them' }).waitFor({ state: 'detached' });
  });
}

function stateCases(given: () => Given): void {
  it('takes a snapshot, comes back to it, and asks before it removes everything', async () => {
    const { page, walk } = given();
    await walk.open('/console/snapshots');
    await settled(page);
    await page.getByText('No snapshots yet').waitFor();
    await page.getByLabel('Name').fill('before');
    await page.getByRole('button', { name: 'Take a snapshot' }).click();
    await page.getByRole('row').filter({ hasText: 'before' }).waitFor();
    await screenshot(page, 'state');
    const { guid } = await walk.control.registerCounterparty({ body: { name: 'Bank Ten', alias: 'bank10' } });
    await page.getByRole('button', { name: 'Restore: before' }).click();
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByRole('status').filter({ hasText: 'State restored' }).waitFor();
    await expect(walk.control.getRegistered({ params: { guid } })).rejects.toThrow('not found');
    await page.getByRole('button', { name: 'Delete: before' }).click();
    await page.getByText('No snapshots yet').waitFor();
    await page.getByRole('button', { name: 'Remove everything' }).click();
    await page.getByText('Only a snapshot brings it back').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect((await walk.control.listRegistered({})).counterparties.length).toBeGreaterThan(0);
  });
}
