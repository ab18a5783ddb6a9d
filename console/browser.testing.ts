import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { describe, expect } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const executablePath = process.env.DCM_CHROMIUM ?? '/usr/bin/chromium';
const here = existsSync(executablePath);

if (!here) {
  console.warn(
    `No Chromium at ${executablePath}: the console's browser tests ${process.env.CI === 'true' ? 'FAIL' : 'are SKIPPED'}. ` +
      'Install it (apt-get install chromium), or name another one in DCM_CHROMIUM.',
  );
}

/** Tests in headless Chromium: skipped on a machine without it, but never in CI. */
export const describeInBrowser = describe.skipIf(!here && process.env.CI !== 'true');

/** As root Chromium runs without a sandbox: only our own pages are opened. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });

/** Builds the pages as `npm run build` does, so that it is these sources that are tested. */
export async function buildPages(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(root, 'console', 'build.mjs')]);
}

/** Waits until the page has a heading and every answer that it asked for. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core finds serious or critical on the page as it is now. */
export async function seriousFindings(page: Page): Promise<unknown> {
  await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate(
    `axe.run().then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(', ')))`,
  );
}

const screenshots = join(root, 'reports', 'latest', 'screenshots');

/** Kept beside the reports, as output of CI. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

/** Errors of scripts and what the policy forbade; a test ends without any. */
export function watchErrors(page: Page): () => void {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /policy|refused to/i.test(message.text())) errors.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(?:http:\/\/127\.0\.0\.1[:/]|data:|blob:)/.test(request.url()))
      errors.push(`leaves: ${request.url()}`);
  });
  return () => expect(errors).toEqual([]);
}
