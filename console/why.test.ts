import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../chromium.testing.js';
import { type Cause, explanationOf } from '../contract/explanations/index.js';
import { languages } from '../contract/texts/language.js';
import { raw } from '../mock-server/client.testing.js';
import { answers } from '../mock-server/fake-bank.testing.js';
import { listening } from '../mock-server/listening.testing.js';
import { createWorld, of, type World } from '../mock-server/world.testing.js';
import { browserOfGroup, findings, screenshot, settled, watchErrors } from './browser.testing.js';
import { journalTexts } from './pages/journal.texts.js';

const locales = { en: 'en-GB', uk: 'uk-UA' };

/** Why a request was refused is one click away from the journal. */
describeInBrowser('an explanation in the console', { timeout: 60_000 }, () => {
  const browser = browserOfGroup();

  async function opened(world: World, locale: string) {
    const page = await browser().newPage({ locale });
    const url = await listening(world.app);
    return { page, url, noErrors: watchErrors(page) };
  }

  const why = (page: Page, name: string) => page.getByRole('region', { name });

  it.each(languages)('8 causes of the same 401 are told apart, each within two clicks (%s)', async (of) => {
    const t = journalTexts[of];
    const world = await createWorld();
    const path = `/api/v1/counterparty/${world.guid}/accounts`;
    const flow = (await world.anybody.createLoginFlow({})).id;
    const refused: Partial<Record<Cause, Record<string, string>>> = {
      'no-credential': {},
      'scheme-missing': { authorization: 'word' },
      'scheme-other': { authorization: 'Basic abc' },
      'token-missing': { authorization: 'bearer' },
      'flow-as-session': { authorization: `bearer ${flow}` },
      'jwt-as-session': { authorization: 'bearer eyJhbGciOiJub25lIn0.eyJhIjoxfQ.x' },
      'session-unknown': { authorization: 'bearer ory_st_unknown' },
      'two-credentials': { authorization: 'bearer x', 'cx-authorization': 'y' },
    };
    for (const headers of Object.values(refused))
      expect((await raw(world.app, 'GET', path, headers)).status).toBe(401);
    const { page, url, noErrors } = await opened(world, locales[of]);
    await page.goto(`${url}/console`);
    const expected = (Object.keys(refused) as Cause[]).toReversed();
    for (const [index, cause] of expected.entries()) {
      await page.getByRole('navigation').getByRole('link', { name: t.title, exact: true }).click();
      await page.getByRole('row').filter({ hasText: '401' }).nth(index).getByRole('link').first().click();
      const shown = await why(page, t.why).innerText();
      const [says = ''] = explanationOf(cause).says[of].split('{');
      expect(shown.toLowerCase()).toContain(says.trim().toLowerCase());
      expect(shown).toContain(cause);
      expect(await page.locator('main').innerText()).not.toContain(t.nothingWrong);
    }
    await page.close();
    noErrors();
  });

  it.each([
    ['en-GB', 'Why it was refused', 'The bank declined: it answered 401 to /user_auth', 'Decided by'],
    ['uk-UA', 'Чому відмовлено', 'Банк відмовив: відповів 401 на /user_auth', 'Визначальний запит'],
  ])(
    'what the bank decided leads to the reverse call, in the language of the reader (%s)',
    async (...given) => {
      const [locale, title, says, by] = given;
      const world = await createWorld();
      world.bank.answers.user_auth = answers(401);
      const body = { login: 'one', asset_code: 'UAH', asset_issuer: world.issuer };
      await world.api.createCustomer({ params: of(world), body }).catch(() => undefined);
      const { page, url, noErrors } = await opened(world, locale);
      await page.goto(`${url}/console/journal?operation=createCustomer`);
      await settled(page);
      await page.locator('tbody tr').first().getByRole('link').first().click();
      const shown = why(page, title);
      await shown.getByText(says).waitFor();
      expect(await shown.innerText()).toContain(by);
      expect(await findings(page)).toEqual([]);
      await screenshot(page, `why-${locale}`);
      await shown.getByRole('link').first().click();
      await page.getByText('http://bank1.test/user_auth').first().waitFor();
      await page.close();
      noErrors();
    },
  );

  it('a broken rule is one step away, and nothing wrong is said of what was served', async () => {
    const world = await createWorld();
    await raw(world.app, 'GET', `/api/v1/counterparty/${world.guid}/paymentz`);
    await world.api.listBranches({ params: of(world) });
    const { page, url, noErrors } = await opened(world, 'en-GB');
    await page.goto(`${url}/console/journal?status=404`);
    await settled(page);
    await page.locator('tbody tr').first().getByRole('link').first().click();
    await why(page, 'Why it was refused').getByRole('link', { name: 'REQUEST-02' }).click();
    expect(new URL(page.url()).hash).toBe('#finding-REQUEST-02');
    await page.locator('#finding-REQUEST-02').waitFor();
    await page.goto(`${url}/console/journal?operation=listBranches`);
    await settled(page);
    await page.locator('tbody tr').first().getByRole('link').first().click();
    await page.getByText('Nothing was wrong with it.').waitFor();
    expect(await why(page, 'Why it was refused').count()).toBe(0);
    await page.close();
    noErrors();
  });
});
