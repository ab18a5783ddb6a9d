import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, patience, readResult, walks } from './cli.testing.js';

describe('a fault that DCM was to make in one scenario', { timeout: patience }, () => {
  it('does not reach another one', async () => {
    const report = join(await folder(), 'report');
    // The bank signs without reading, so the transfer is not hidden from any reading of that scenario.
    const tags = '@S16-34 or @S16-19 or @S16-35';
    await walks({ reference: true, report, tags, defect: 'signs-unread' });
    const { scenarios } = await readResult(report);
    const verdicts = scenarios.map(({ id, scheme, verdict }) => `${id} ${scheme} ${verdict}`);
    expect(verdicts).toEqual([
      'S16-19 dcm passed',
      'S16-34 dcm failed',
      'S16-35 dcm passed',
      'S16-19 bank passed',
      'S16-34 bank failed',
      'S16-35 bank passed',
    ]);
  });
});
