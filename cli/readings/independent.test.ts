import { join } from 'node:path';
import { expect, it } from 'vitest';
import { otherReadings } from '../../contract/readings/index.js';
import { describeBank, freePort } from '../bank.testing.js';
import { patience, readResult, walks } from '../cli.testing.js';
import { startIndependentBank } from '../independent.testing.js';

/** Scenarios that readings touch, under either scheme. */
const touched = [...new Set(otherReadings.flatMap(({ touches }) => touches))];

it('a bank without our code is independent of every reading that can be tried', {
  timeout: 3 * patience,
}, async () => {
  const port = await freePort();
  const bank = await startIndependentBank(`http://127.0.0.1:${port}`);
  const config = await describeBank(bank, { dcm: { port }, plan: { multisignature: true } });
  const report = join(bank.at, 'reports');
  const tags = touched.map((id) => `@${id}`).join(' or ');
  const { codes } = await walks({ config, report, tags, readings: true });
  expect(codes).toEqual([0]);
  const { robustness } = await readResult(report);
  const untried = new Set(otherReadings.filter((one) => one.untried !== undefined).map(({ id }) => id));
  const others = robustness?.filter(
    ({ reading, outcome }) => outcome !== 'independent' && !untried.has(reading),
  );
  expect(others).toEqual([]);
  expect(robustness).toHaveLength(otherReadings.length);
});
