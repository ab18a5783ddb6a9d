import { describe, expect, it } from 'vitest';
import { actInputs } from '../contract/driver.js';
import { expectFresh } from '../fresh-page.testing.js';
import { ActNotSupported } from '../steps/drivers/driver.js';
import { actsPage } from './acts-page.js';

describe('docs/acts.md', () => {
  it('is what the contract says today', async () => {
    await expectFresh('docs/acts.md', actsPage());
  });

  it('has each act, with every member of its input', () => {
    const page = actsPage();
    for (const [act, input] of Object.entries(actInputs)) {
      const [, section = ''] = page.split(new RegExp(`^## ${act}$`, 'm'));
      const own = section.split(/^## /m)[0] ?? '';
      expect(own).toMatch(/^- DCM sees: \S/m);
      expect(own).toMatch(/^- Needed by: (?:steps? \d|every run)/m);
      for (const name of Object.keys(input.shape)) expect(own).toContain(`| \`${name}\` |`);
    }
  });

  it('is where somebody is sent whose bank lacks an act', () => {
    const act = 'confirm-recon';
    expect(new ActNotSupported(act).message).toContain(`docs/acts.md#${act}`);
  });
});
