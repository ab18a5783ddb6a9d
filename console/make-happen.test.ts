import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../chromium.testing.js';
import { listening } from '../mock-server/listening.testing.js';
import { createWorld, fund } from '../mock-server/world.testing.js';
import { browserOfGroup, settled, watchErrors } from './browser.testing.js';

/** What came of an attempt is shown until something else is chosen or done: then it would be about something else. */
describeInBrowser('what came of what was made to happen', { timeout: 60_000 }, () => {
  const browser = browserOfGroup();

  async function opened(prepare: (page: Page) => Promise<unknown> = async () => {}) {
    const world = await createWorld();
    await fund(world, world, 50);
    // A token may be broken on purpose.
    world.bank.unread = true;
    const page = await browser().newPage({ locale: 'en-GB' });
    page.setDefaultTimeout(10_000);
    const noErrors = watchErrors(page);
    await prepare(page);
    await page.goto(`${await listening(world.app)}/console/make-happen`);
    await settled(page);
    const reverse = page.getByRole('form', { name: 'A reverse call' });
    const callback = page.getByRole('form', { name: 'A callback' });
    const incoming = page.getByRole('form', { name: 'An incoming transfer' });
    const send = (form: typeof reverse) => form.getByRole('button', { name: 'Send' }).click();
    const outcome = page.getByTestId('outcome');
    return { world, page, noErrors, reverse, callback, incoming, send, outcome };
  }

  it('goes away when something else is chosen', async () => {
    const { page, noErrors, reverse, callback, send, outcome } = await opened();
    await send(reverse);
    await outcome.waitFor();
    await reverse.getByLabel('Token').selectOption('foreign-key');
    expect(await outcome.count()).toBe(0);
    await callback.getByLabel('transaction_id').fill('11111111-2222-4333-8444-555555555555');
    await send(callback);
    await outcome.waitFor();
    await callback.getByLabel('Kind').selectOption('pay-in');
    expect(await outcome.count()).toBe(0);
    await page.close();
    noErrors();
  });

  it('goes away when something else is done, and so does an error', async () => {
    const { world, page, noErrors, reverse, callback, incoming, send, outcome } = await opened();
    await callback.getByLabel('transaction_id').fill('no guid');
    await send(callback);
    const problem = callback.getByRole('alert');
    await problem.waitFor();
    await send(reverse);
    await outcome.waitFor();
    expect([await outcome.count(), await problem.count()]).toEqual([1, 0]);
    await page.getByRole('button', { name: 'Add a simulated bank' }).click();
    await incoming.waitFor();
    expect(await outcome.count()).toBe(0);
    await send(incoming);
    await page.getByTestId('made').waitFor();
    await incoming.getByLabel('Amount').fill('2');
    expect(await page.getByTestId('made').count()).toBe(0);
    await incoming.getByLabel('Amount').fill('99999999');
    await send(incoming);
    await incoming.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Rotate DCM’s key' }).click();
    await page.getByRole('status').filter({ hasText: 'DCM signs with a new key' }).waitFor();
    expect(await incoming.getByRole('alert').count()).toBe(0);
    expect(world.faults).toEqual([]);
    await page.close();
    noErrors();
  });

  it('leaves what was entered before a suggestion came', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { page, noErrors, callback } = await opened((one) =>
      one.route(/\/control\/v1\/transfers/, async (route) => {
        await held;
        await route.continue();
      }),
    );
    const field = callback.getByLabel('transaction_id');
    await field.fill('entered');
    const come = page.waitForResponse(/\/control\/v1\/transfers/);
    letGo();
    await (await come).finished();
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
    expect(await field.inputValue()).toBe('entered');
    await page.close();
    noErrors();
  });

  it('money is sent from a simulated bank only once it is there as a whole', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { page, noErrors, incoming, send } = await opened((one) =>
      one.route(/\/simulated/, async (route) => {
        const response = await route.fetch();
        await held;
        await route.fulfill({ response });
      }),
    );
    const known = page.waitForResponse(async (response) => {
      if (!/\/counterparties/.test(response.url())) return false;
      return (await response.text()).includes('Simulated bank');
    });
    await page.getByRole('button', { name: 'Add a simulated bank' }).click();
    await known;
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
    expect(await incoming.count()).toBe(0);
    letGo();
    await send(incoming);
    await page.getByTestId('made').waitFor();
    await page.close();
    noErrors();
  });
});
