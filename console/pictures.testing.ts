import type { Page } from 'playwright-core';
import { screenshot, settled } from './browser.testing.js';
import type { Walk } from './walk.testing.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

const names = [
  'make-happen',
  'faults',
  'snapshots',
  '',
  'transfers',
  'journal',
  'callbacks',
  'recons',
  'clock',
  'readings',
];

/** Pages as a person sees them in Ukrainian, on a phone and on a desk. */
export async function picturesInUkrainian(
  page: Page,
  walk: Walk,
  [phone, desk]: readonly [Size, Size],
): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate("localStorage.setItem('dcm.language', 'uk')");
  for (const name of names) {
    for (const [size, viewport] of Object.entries({ phone, desk })) {
      await page.setViewportSize(viewport);
      await walk.open(`/console/${name}`);
      await settled(page);
      await screenshot(page, `uk-${name || 'board'}-${size}`);
    }
  }
}
