import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, openBrowser } from '../chromium.testing.js';
import { againCases } from './again.cases.js';
import { buildPages, screenshot, seriousFindings, settled, watchErrors } from './browser.testing.js';
import { happenCases } from './happen.cases.js';
import { keyboardCases } from './keyboard.cases.js';
import { listCases } from './lists.cases.js';
import { bankPages, consolePages } from './pages.testing.js';
import { picturesInUkrainian } from './pictures.testing.js';
import { crowdedCells, timesSayWhose, usableCases, withoutChoice } from './usable.cases.js';
import { openWalk, type Walk } from './walk.testing.js';

const patience = 120_000;
const desk = { width: 1280, height: 860 };
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** The plan is walked once, by clicking; what comes after looks at what it left. */
describeInBrowser('the console', { timeout: patience }, () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let walk: Walk;
  let noErrors: () => void;

  beforeAll(async () => {
    await buildPages();
    browser = await openBrowser();
    context = await browser.newContext({ viewport: desk, locale: 'en-GB', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    noErrors = watchErrors(page);
    walk = await openWalk(page);
  }, patience);
  afterAll(async () => {
    await browser?.close();
    await walk?.stage.close();
  });
  afterEach(async () => {
    await page?.evaluate("localStorage.setItem('dcm.language', 'en')");
    noErrors?.();
  });

  const aRun = async () => {
    const options = { steps: '7', tags: '', readings: '', quick: true, defect: '' };
    const known = (await walk.control.listRuns({})).runs[0];
    const { id } =
      known ?? (await walk.control.registerRun({ body: { target: 'bank1', seed: 's', options } }));
    const scenario = { id: 'S07-01', name: 'a scenario', step: 7, scheme: null };
    const failures = [
      {
        rule: 'KEY-01',
        check: 'c',
        expected: 'this',
        actual: 'that',
        situation: '',
        exchange: ['GET /key', '', '401'],
      },
    ];
    const ended = {
      ...scenario,
      verdict: 'failed',
      ms: 5,
      failures,
      cause_rule: '',
      cause: '',
      note: 'n',
    } as const;
    const happened = [{ begun: { ...scenario, first_seq: 1 } }, { ended }];
    await walk.control.reportRun({ params: { id }, body: { planned: 2, happened } });
    return id;
  };

  const filledIn = async (path: string) => {
    const { transfers } = await walk.control.listTransfers({ query: { limit: 1, status: 'CONFIRMED' } });
    const { entries } = await walk.control.listEntries({ query: { operation: 'confirmPayment', limit: 1 } });
    const { deliveries } = await walk.control.listDeliveries({ query: { limit: 1 } });
    return path
      .replace('{callback}', deliveries[0]?.guid ?? '')
      .replace('{guid}', walk.guid)
      .replace('{entity}', transfers[0]?.sender.guid ?? '')
      .replace('{transfer}', transfers[0]?.guid ?? '')
      .replace('{operation}', 'dcm.createPayment')
      .replace('{run}', path.includes('/runs') ? String(await aRun()) : '')
      .replace('{entry}', String(entries[0]?.seq));
  };

  it('leads a bank through the plan: 16 of 16', async () => {
    const { stage, act, open } = walk;
    await open('/console');
    await page.getByText('No bank is registered yet').waitFor();
    await walk.register();
    await walk.rollOut();
    await act('configure', { key_keepers: [...stage.bank.keyKeepers] });
    await act('create-secrets', {
      users: stage.bank.keyKeepers.map(({ login, external_id }) => ({ login, external_id })),
    });
    await walk.onboard();
    await walk.createEntities();
    await screenshot(page, 'counterparty');
    await walk.logIn();
    await act('issue-identifiers', { amount: 1000, reserve_balance: 5000 });
    await open('/console/identifiers');
    await page.getByText('The reserve is sufficient').waitFor();
    await screenshot(page, 'identifier-request');
    await walk.confirm();
    await open('/console');
    await page.getByText('13 of 16').waitFor();
    // The page is not touched any more: the board follows what the bank does.
    await walk.transfer();
    await page.getByText('16 of 16').waitFor();
    await screenshot(page, 'board');
    expect(await page.getByTestId('invariant').innerText()).toContain('holds');
  });

  it('shows a broken request as it happens, with its finding', async () => {
    await walk.open('/console/journal');
    await page.getByRole('heading', { name: 'Journal' }).waitFor();
    const path = `/api/v1/counterparty/${walk.guid}/paymentz`;
    await fetch(walk.url + path);
    const row = page.getByRole('row').filter({ hasText: '/paymentz' });
    await row.getByText('REQUEST-02').waitFor();
    await screenshot(page, 'journal');
    await row.getByRole('link').click();
    await page.locator('q', { hasText: 'unknown path; nearest' }).waitFor();
    await page.getByTestId('program').filter({ hasText: 'curl' }).waitFor();
    await screenshot(page, 'journal-entry');
  });

  it('shows the request and its reverse calls together', async () => {
    await walk.open(await filledIn('/console/journal/{entry}'));
    const pair = page.getByRole('region', { name: 'The request and its reverse calls' }).first();
    await pair.getByRole('row').filter({ hasText: '/key' }).first().waitFor();
    await pair.getByRole('link').nth(1).click();
    await page.getByRole('heading', { name: 'Claims' }).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/eyJ[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}/);
  });

  it('moves the clock, and a callback is tried again', async () => {
    await walk.control.addFault({ body: { kind: 'lose-callback' } });
    const { entities } = await walk.control.listEntities({ params: { guid: walk.guid } });
    const [sender, receiver] = ['emission', 'processing'].map(
      (kind) => entities.find(({ account_kind }) => account_kind === kind)?.guid ?? '',
    );
    await walk.control.updateProfile({ body: { callback_retry_s: [3600] } });
    await walk.act('transfer', { sender_id: sender ?? '', receiver_id: receiver ?? '', amount: 7 });
    await walk.open('/console/callbacks');
    const newest = page.getByRole('row').nth(1);
    await newest.getByText('pending').waitFor();
    await newest.getByText('no response').waitFor();
    await page.getByRole('link', { name: 'Clock', exact: true }).click();
    await page.getByRole('button', { name: '+ 1 hour' }).click();
    await page.getByText('everything that became due is done').waitFor();
    await page.getByRole('link', { name: 'Callbacks' }).click();
    await newest.getByText('delivered').waitFor();
    expect(await newest.getByRole('listitem').count()).toBe(2);
    await screenshot(page, 'callbacks');
  });

  it('reveals a code on a click only, and the journal has it', async () => {
    const revealed = async () =>
      (await walk.control.listEntries({ query: { operation: 'revealMail' } })).entries.length;
    await walk.open('/console/mailbox');
    const row = page.getByRole('row').filter({ hasText: 'recovery code' }).first();
    const button = row.getByRole('button', { name: /Reveal/ });
    await button.waitFor();
    const codes = (await walk.control.listMail({})).mails.flatMap(({ code }) => code || []);
    expect(codes.length).toBeGreaterThan(0);
    const hidden = await page.content();
    for (const code of codes) expect(hidden).not.toContain(code);
    const before = await revealed();
    await button.click();
    expect(codes).toContain(await row.getByTestId('mail-code').innerText());
    expect(await revealed()).toBe(before + 1);
    await walk.open('/console/journal?operation=revealMail');
    await page.getByRole('row').filter({ hasText: 'revealMail' }).first().waitFor();
    const journal = await page.content();
    for (const code of codes) expect(journal).not.toContain(code);
  });

  usableCases(() => ({ page, walk }));
  againCases(() => ({ page, walk }));
  happenCases(() => ({ page, walk }));
  keyboardCases(() => ({ page, walk }));
  listCases(() => ({ page, walk }));

  it('speaks Ukrainian when asked, and remembers it', async () => {
    await walk.open('/console');
    await page.getByRole('button', { name: 'Language: English' }).click();
    await page.getByRole('menuitemradio', { name: 'Українська' }).click();
    await page.getByRole('heading', { name: 'Дошка' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('uk');
    await page.reload();
    await page.getByText('16 з 16').waitFor();
    for (const path of [...consolePages, ...bankPages]) {
      await walk.open(await filledIn(path));
      await settled(page);
      const words = await page.locator('main').innerText();
      expect({ path, cyrillic: /[а-яіїєґ]/i.test(words) }).toEqual({ path, cyrillic: true });
    }
  });

  it('can be used by the keyboard', async () => {
    await walk.open('/console/counterparties');
    await page.locator('h1').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator('main :focus').count()).toBe(1);
    await page.getByRole('link', { name: 'Readings' }).press('Enter');
    await page.locator('h1:focus', { hasText: 'Readings' }).waitFor();
  });

  it('has no serious finding of axe on any page, light or dark, says whose time it shows, and fits a phone', async () => {
    const found: unknown[] = [];
    const pages = [...consolePages, ...bankPages];
    for (const path of pages) {
      await page.setViewportSize(desk);
      await page.emulateMedia({ colorScheme: 'light' });
      await walk.open(await filledIn(path));
      await settled(page);
      const light = await seriousFindings(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      // The other rules do not look at colors.
      const dark = await seriousFindings(page, ['color-contrast']);
      await timesSayWhose(page, path);
      const unchosen = await withoutChoice(page);
      const tooWide: unknown[] = [];
      for (const viewport of [wide, phone]) {
        await page.setViewportSize(viewport);
        tooWide.push(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
      }
      found.push({ path, light, dark, tooWide, unchosen, crowdedCells: await crowdedCells(page) });
    }
    expect(found).toEqual(
      pages.map((path) => ({ path, light: [], dark: [], tooWide: [0, 0], unchosen: [], crowdedCells: 0 })),
    );
    await page.setViewportSize(desk);
  });

  it('can be used on a phone, and in the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize(phone);
    await walk.open('/console');
    await page.getByText('16 of 16').waitFor();
    await screenshot(page, 'board-phone-dark');
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Journal', exact: true }).click();
    await page.getByRole('heading', { name: 'Journal' }).waitFor();
    await screenshot(page, 'journal-phone-dark');
    await walk.open('/console/callbacks');
    await settled(page);
    await screenshot(page, 'callbacks-phone-dark');
    await picturesInUkrainian(page, walk, [phone, desk]);
    await page.evaluate("localStorage.setItem('dcm.language', 'en')");
    await walk.open('/console');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize(desk);
    await page.getByRole('link', { name: 'Board' }).click();
    await page.getByText('16 of 16').waitFor();
    await screenshot(page, 'board-dark');
  });
});
