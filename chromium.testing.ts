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

/**
 * In the page: makes axe look at the contrast only of the first of siblings that look alike, whatever their words are; those
 * stand on the same ground, so that one of them tells the contrast of all.
 */
const contrastOnceEach = `(() => {
  const properties = ['color', 'backgroundColor', 'backgroundImage', 'fontSize', 'fontWeight', 'opacity',
    'position', 'display', 'visibility'];
  const known = new Map();
  const looks = new Map();
  const lookOf = (element) => {
    const style = getComputedStyle(element);
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    const parts = [element.tagName, words, element.disabled, ...properties.map((name) => style[name]), [...element.children].map(lookOf)];
    const whole = parts.join('|');
    if (!known.has(whole)) known.set(whole, known.size);
    looks.set(element, known.get(whole));
    return known.get(whole);
  };
  lookOf(document.documentElement);
  const others = new Set();
  const walk = (element, isOther) => {
    const seen = new Set();
    for (const child of element.children) {
      const look = looks.get(child);
      const alike = isOther || seen.has(look);
      seen.add(look);
      if (alike) others.add(child);
      walk(child, alike);
    }
  };
  walk(document.body, false);
  const rule = axe._audit.getRule('color-contrast');
  const matches = rule.matches;
  rule.matches = (node, ...more) => !others.has(node) && matches.call(rule, node, ...more);
  return () => { rule.matches = matches; };
})()`;

interface Looking {
  /** By these rules alone. */
  readonly only?: readonly string[];
  /** At the contrast only of the first of siblings that look alike. */
  readonly contrastOnce?: boolean;
}

/** What axe-core finds on the page as it is now. */
export async function violations(
  page: Page,
  { only, contrastOnce = false }: Looking = {},
): Promise<Violation[]> {
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(await readFile(axe, 'utf8'));
  // What it finds to be right is not asked for.
  const options = { resultTypes: ['violations'], preload: false, ...(only && { runOnly: only }) };
  return page.evaluate(`(async () => {
    const restore = ${contrastOnce ? contrastOnceEach : '() => {}'};
    const { violations } = await axe.run(${JSON.stringify(options)}).finally(restore);
    return violations.map(({ id, impact, nodes }) => (
      { id, impact, targets: nodes.map(({ target }) => target.join(' ')) }));
  })()`);
}
