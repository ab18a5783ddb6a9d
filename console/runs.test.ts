import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, openBrowser } from '../chromium.testing.js';
import { createRunner } from '../cli/runs/runner.js';
import { createClient } from '../contract/client.js';
import { controlOperations } from '../contract/control/index.js';
import { unpacked } from '../contract/zip.testing.js';
import { type RunningMock, startMock } from '../mock-server/start.js';
import { program } from '../program.testing.js';
import { buildPages, screenshot, seriousFindings, settled, watchErrors } from './browser.testing.js';

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
    page.setDefaultTimeout(60_000);
    noErrors = watchErrors(page);
  }, patience);
  afterAll(async () => {
    noErrors?.();
    await browser?.close();
    await mock?.close();
  });

  const open = (path: string) => page.goto(`${mock.url}${path}`);
  const control = () => createClient(controlOperations, { baseUrl: mock.url, fetch });

  async function start(fields: Readonly<Record<string, string>>): Promise<void> {
    await open('/console/runs');
    const form = page.getByRole('form', { name: 'Start a run' });
    for (const [label, text] of Object.entries(fields))
      await form.getByLabel(label, { exact: true }).fill(text);
    await form.getByRole('button', { name: 'Start a run' }).click();
    await page.getByRole('heading', { level: 1, name: /^Run \d+$/ }).waitFor();
  }

  /** Waits for the verdict, or the state, of the run that is shown. */
  const verdict = (text: string) =>
    page.locator('.facts .badge', { hasText: new RegExp(`^${text}$`) }).waitFor();

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
      if (label === 'Defect') expect(await seriousFindings(page)).toEqual([]);
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

  it('a run with a defect fails live, and the exchange of the failing scenario is two clicks away', async () => {
    await start({ Tags: '@S01-01 or @S07-01 or @S11-01', Defect: 'refuses-everything' });
    const failed = page.getByTestId('scenario-S01-01');
    // The page is not touched: it follows the run.
    await failed.locator('.badge', { hasText: 'failed' }).first().waitFor();
    await failed.getByText('AUTH-01').waitFor();
    await failed.getByText('What to do').waitFor();
    await verdict('not conformant');
    await screenshot(page, 'run-failed');
    const [report] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Open the report' }).click(),
    ]);
    await report.getByRole('heading', { level: 1 }).waitFor();
    await report.close();
    const archive = page.getByRole('link', { name: 'Archive for a ticket' });
    const zip = await page.request.get(new URL((await archive.getAttribute('href')) ?? '', page.url()).href);
    expect(zip.headers()['content-type']).toBe('application/zip');
    const files = unpacked(await zip.body());
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['report.html', 'junit.xml', 'messages.ndjson', 'exchanges.har', 'SHA256SUMS']),
    );
    expect(JSON.parse(files.get('result.json') ?? '')).toMatchObject({ verdict: 'not-conformant' });
    await failed.getByText('The request and the response').first().click();
    expect(await failed.locator('pre').first().innerText()).toContain('401');
    await page.getByRole('link', { name: 'Exchanges of S11-01' }).click();
    const entry = page.locator('tbody tr').first();
    await entry.getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: /^Entry \d+$/ }).waitFor();
  });

  it('the next one waits for its turn; both can be stopped', async () => {
    await start({ Steps: '1-12' });
    const first = page.url();
    await start({ Steps: '7' });
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

  it('two runs are compared: what was mended, in both languages', async () => {
    await start({ Tags: '@S01-01 or @S07-01 or @S07-02' });
    await verdict('partial');
    await open('/console/runs');
    await page.getByLabel('Earlier run').selectOption('1');
    await page.getByLabel('Later run').selectOption('4');
    await page.getByRole('heading', { name: /^Mended \(\d\)$/ }).waitFor();
    expect(new URL(page.url()).search).toBe('?earlier=1&later=4');
    await settled(page);
    await screenshot(page, 'runs-compared');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Language: English' }).click();
    await page.getByRole('menuitemradio', { name: 'Українська' }).click();
    await page.getByRole('heading', { name: /^Виправлено/ }).waitFor();
    await page.getByRole('button', { name: 'Мова: Українська' }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await page.getByRole('heading', { name: /^Mended/ }).waitFor();
  });

  it('can be started by the keyboard alone', async () => {
    await open('/console/runs');
    await page.getByLabel('Steps', { exact: true }).press('7');
    await page.keyboard.press('Enter');
    await verdict('partial');
  });
});
