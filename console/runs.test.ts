import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, openBrowser } from '../chromium.testing.js';
import { createRunner } from '../cli/runs/runner.js';
import { createClient } from '../contract/client.js';
import { controlOperations } from '../contract/control/index.js';
import { type Language, languages } from '../contract/texts/language.js';
import { unpacked } from '../contract/zip.testing.js';
import { type RunningMock, startMock } from '../mock-server/start.js';
import { program } from '../program.testing.js';
import { buildPages, findings, screenshot, settled, watchErrors, wrongLooks } from './browser.testing.js';
import { journalTexts } from './pages/journal.texts.js';
import { againTexts } from './pages/journal-entry-again.texts.js';
import { verdictNames } from './pages/report.texts.js';
import { runsTexts } from './pages/runs.texts.js';

const patience = 180_000;

/** Runs are started, watched, stopped and compared by clicking; their programs are real ones. */
describeInBrowser('runs in the browser', { timeout: patience }, () => {
  let browser: Browser;
  let page: Page;
  let mock: RunningMock;
  let noErrors: () => void;

  beforeAll(async () => {
    await buildPages();
    const at = () => ({ url: mock.url, keys: mock.keys, controlToken: undefined });
    mock = await startMock({ port: 0, runner: createRunner([], at, [program('cli/main.ts')]) });
    browser = await openBrowser();
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    noErrors = watchErrors(page);
  }, patience);
  afterAll(async () => {
    noErrors?.();
    await browser?.close();
    await mock?.close();
  });

  const open = (path: string) => page.goto(`${mock.url}${path}`);
  const control = () => createClient(controlOperations, { baseUrl: mock.url, fetch });

  /** Starts a run by clicking, in the language of the reader. */
  async function start(fields: { steps?: string; tags?: string; defect?: string }, t = runsTexts.en) {
    await open('/console/runs');
    const form = page.getByRole('form', { name: t.start });
    for (const name of ['steps', 'tags', 'defect'] as const)
      await form.getByLabel(t[name], { exact: true }).fill(fields[name] ?? '');
    await form.getByRole('button', { name: t.start }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(`^${t.run} \\d+$`) }).waitFor();
  }

  /** A run in which one scenario fails: by a request that can be sent again when the bank has gone. */
  const failing = { tags: '@S01-01 or @S11-01 or @S11-02', defect: 'starts-the-browser-flow' };
  /** The same without the defect. */
  let compared: string | undefined;

  const shownRun = () => new URL(page.url()).pathname.split('/').at(-1) ?? '';

  /** Waits for the verdict, or the state, of the run that is shown. */
  const verdict = (text: string) =>
    page.locator('.facts .badge', { hasText: new RegExp(`^${text}$`) }).waitFor();

  /** The language of the pages that are opened from now on. */
  const speak = (language: Language) => page.evaluate(`localStorage.setItem('dcm.language', '${language}')`);

  /** The files of the archive that a link saves. */
  async function exported(link: string) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: link }).click(),
    ]);
    return unpacked(await readFile(await file.path()));
  }

  it('says the next step where there is none yet', async () => {
    await open('/console/runs');
    await page.getByText('No run yet. Start one above').waitFor();
    await page.getByText('Two runs with a result are needed').waitFor();
  });

  it('what the program would refuse is said at its field, in both languages, and no run is made', async () => {
    await open('/console/runs');
    const form = page.getByRole('form', { name: 'Start a run' });
    const field = (label: string) => form.getByLabel(label, { exact: true });
    const press = () => form.getByRole('button', { name: 'Start a run' }).click();
    for (const [label, text, problem] of [
      ['Steps', '17', 'expected steps of 1 to 16'],
      ['Tags', '@service and', 'Expected operand.'],
      ['Readings', 'U-999', 'no reading is called "U-999"'],
      ['Defect', 'refuse-all', 'no defect is called "refuse-all"'],
    ] as const) {
      await field(label).fill(text);
      await press();
      await form.locator('.lacking', { hasText: problem }).waitFor();
      await form.getByText(`see the field “${label}”`).waitFor();
      expect(await field(label).getAttribute('aria-invalid')).toBe('true');
      expect(await page.evaluate('document.activeElement.name')).toBe(label.toLowerCase());
      if (label === 'Defect') expect(await findings(page)).toEqual([]);
      await field(label).fill('');
      expect([await form.locator('.lacking').count(), await form.getByRole('alert').count()]).toEqual([0, 0]);
    }
    const list = await field('Defect').getAttribute('list');
    const choices = page.locator(`[id="${list}"] option`);
    expect(await choices.count()).toBeGreaterThan(100);
    expect(await choices.first().getAttribute('value')).toBe('refuses-everything');
    expect((await control().listRuns({})).runs).toEqual([]);
    await page.evaluate("localStorage.setItem('dcm.language', 'uk')");
    await page.reload();
    await page.getByLabel('Кроки', { exact: true }).fill('17');
    await page.getByRole('button', { name: 'Запустити прогін' }).click();
    await page.getByText('очікувано кроки від 1 до 16').waitFor();
    await page.evaluate("localStorage.setItem('dcm.language', 'en')");
  });

  it.each(languages)(
    'a run fails live; its request is sent again edited and passes; the zip is read back (%s)',
    async (of) => {
      const [t, journal, again] = [runsTexts[of], journalTexts[of], againTexts[of]];
      await speak(of);
      await start(failing, t);
      const address = page.url();
      // The page is not touched any more: it follows the run.
      await verdict(t.states.running);
      const failed = page.getByTestId('scenario-S11-01');
      await failed.locator('.badge', { hasText: verdictNames[of].failed }).first().waitFor();
      await failed.getByText('LOGIN-01').first().waitFor();
      await failed.getByText(t.fix).first().waitFor();
      await verdict(verdictNames[of]['not-conformant']);
      await screenshot(page, `run-failed-${of}`);
      await failed.getByText(t.exchange).first().click();
      expect(await failed.locator('pre').first().innerText()).toContain('login/browser');
      const [report] = await Promise.all([
        page.context().waitForEvent('page'),
        page.getByRole('link', { name: t.report }).click(),
      ]);
      await report.getByRole('heading', { level: 1 }).waitFor();
      await report.close();

      await page.getByRole('link', { name: t.exchangesOf('S11-01') }).click();
      const sent = page.getByRole('row').filter({ hasText: 'login/browser' });
      await sent.getByRole('link').first().click();
      const entry = page.getByRole('heading', { level: 1, name: new RegExp(`^${journal.entry} \\d+$`) });
      await entry.waitFor();
      const refused = await entry.innerText();
      await page.getByRole('region', { name: journal.why }).waitFor();
      await page.getByText(again.change).click();
      await page.getByLabel(again.url, { exact: true }).fill('/kratos/self-service/login/api');
      await page.getByRole('button', { name: again.send, exact: true }).click();
      await page.getByText(again.repeats).waitFor();
      expect(await entry.innerText()).not.toBe(refused);
      await page.locator('.exchange .badge', { hasText: /^200$/ }).waitFor();
      await page.getByText(journal.nothingWrong).waitFor();

      await page.goto(address);
      const files = await exported(t.bundle);
      expect([...files.keys()]).toEqual(
        expect.arrayContaining([
          'report.html',
          'junit.xml',
          'messages.ndjson',
          'exchanges.har',
          'SHA256SUMS',
        ]),
      );
      expect(JSON.parse(files.get('result.json') ?? '')).toMatchObject({ verdict: 'not-conformant' });
      expect(files.get('exchanges.har')).toContain('/self-service/login/browser');
    },
  );

  it('the next one waits for its turn; both can be stopped', async () => {
    await speak('en');
    await start({ steps: '1-12' });
    const first = page.url();
    await start({ steps: '7' });
    await verdict('waiting');
    const stop = async () => {
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      await page.getByRole('group').getByRole('button', { name: 'Stop', exact: true }).click();
    };
    await stop();
    await verdict('stopped');
    await page.goto(first);
    await page.getByTestId('progress').waitFor();
    await stop();
    await verdict('stopped');
    expect(await page.getByText('ended by SIGTERM').count()).toBe(1);
    // It has put back what it has changed.
    const { profile } = await control().getProfile({});
    expect(profile.tolerances).toBe('off');
  });

  it.each(languages)('a run is compared with an earlier one: what was mended (%s)', async (of) => {
    const t = runsTexts[of];
    await speak(of);
    if (compared === undefined) {
      await start({ tags: failing.tags }, t);
      await verdict(verdictNames[of].partial);
      compared = shownRun();
    }
    await open('/console/runs');
    await page.getByLabel(t.earlier, { exact: true }).selectOption('1');
    await page.getByLabel(t.later, { exact: true }).selectOption(compared);
    await page.getByRole('heading', { name: t.mended }).waitFor();
    const mended = page.getByRole('table', { name: t.mended, exact: true });
    const row = mended.getByRole('row').filter({ hasText: 'S11-01' });
    await row.getByText(verdictNames[of].failed, { exact: true }).waitFor();
    await row.getByText(verdictNames[of].passed, { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe(`?earlier=1&later=${compared}`);
    await settled(page);
    await screenshot(page, `runs-compared-${of}`);
    expect(await wrongLooks(page)).toEqual([]);
  });

  it('can be started by the keyboard alone', async () => {
    await speak('en');
    await open('/console/runs');
    await page.getByLabel('Steps', { exact: true }).press('7');
    await page.keyboard.press('Enter');
    await verdict('partial');
  });
});
