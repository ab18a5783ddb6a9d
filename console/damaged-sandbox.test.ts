import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { describeInBrowser } from '../chromium.testing.js';
import { startMock } from '../mock-server/start.js';
import { makeFolder } from '../mock-server/store/folder.testing.js';
import { browserOfGroup, screenshot, watchErrors, wrongLooks } from './browser.testing.js';

const limits = { most: 5, journalBytes: 1_000_000, rows: 10_000, requestsPerS: 5000 };

describeInBrowser('a sandbox that is damaged', { timeout: 60_000 }, () => {
  const browser = browserOfGroup();

  it('is on the page of sandboxes, where it can be deleted', async () => {
    const state = join(await makeFolder(), 'state.json');
    await mkdir(join(`${state}.sandboxes`, 'broken'), { recursive: true });
    await writeFile(join(`${state}.sandboxes`, 'broken', 'sandbox.json'), '{');
    const mock = await startMock({ port: 0, state, sandboxes: limits, report: () => {} });
    onTestFinished(mock.close);
    const page = await browser().newPage({ locale: 'en-GB', reducedMotion: 'reduce' });
    const noErrors = watchErrors(page);
    await page.goto(`${mock.url}/console/sandboxes`);
    await page.getByText('cannot be opened').waitFor();
    await screenshot(page, 'damaged-sandbox');
    expect(await wrongLooks(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete: broken' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('cannot be opened').waitFor({ state: 'detached' });
    await page.close();
    noErrors();
  });
});
