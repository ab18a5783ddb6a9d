import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { describe } from 'vitest';

const executablePath = process.env.DCM_CHROMIUM ?? '/usr/bin/chromium';
const here = existsSync(executablePath);

if (!here) {
  console.warn(
    `No Chromium at ${executablePath}: tests in a browser ${process.env.CI === 'true' ? 'FAIL' : 'are SKIPPED'}. ` +
      'Install it (apt-get install chromium), or name another one in DCM_CHROMIUM.',
  );
}

/** Tests in headless Chromium: skipped on a machine without it, but never in CI. */
export const describeInBrowser = describe.skipIf(!here && process.env.CI !== 'true');

/** As root Chromium runs without a sandbox: only our own pages are opened. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly targets: readonly string[];
}

/** What axe-core finds on the page as it is now, by all rules or by some. */
export async function violations(page: Page, rules?: readonly string[]): Promise<Violation[]> {
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(await readFile(axe, 'utf8'));
  // What it finds to be right is not asked for.
  const options = { resultTypes: ['violations'], preload: false, ...(rules && { runOnly: rules }) };
  return page.evaluate(
    `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations.map(({ id, impact, nodes }) => (
      { id, impact, targets: nodes.map(({ target }) => target.join(' ')) })))`,
  );
}
