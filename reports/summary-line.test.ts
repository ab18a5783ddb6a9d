import { expect, it } from 'vitest';
import { broken, conformant, hostile, narrowed, notConformant, notVerified } from './result.testing.js';
import { statementOf } from './statement.js';
import { summaryLine } from './summary-line.js';

it('says verdict, steps, scenarios, exit code and seed', () => {
  expect(summaryLine(conformant())).toBe(
    'conformant: 16 of 16 steps, 51 scenarios passed, 0 failed, 6 simulated (exit 0); seed 20231',
  );
});

it('names other outcomes only when there are any', () => {
  expect(summaryLine(notConformant())).toBe(
    'not-conformant: 14 of 16 steps, 47 scenarios passed, 3 failed, 1 warned, 6 simulated (exit 1); seed 20231',
  );
  expect(summaryLine(notVerified())).toContain(
    '15 of 16 steps, 50 scenarios passed, 0 failed, 1 not-verified',
  );
  expect(summaryLine(broken())).toContain('1 error, 6 simulated, 1 error outside the scenarios (exit 3)');
});

it('says in the same line what narrows the verdict', () => {
  expect(summaryLine(narrowed())).toBe(
    'conformant-with-waivers: 16 of 16 steps, 50 scenarios passed, 0 failed, 1 waived, 6 simulated (exit 0); ' +
      'scope: service; switched off: multisignature, branches; waivers: TRANSFER-01 until 2026-12-31 (ticket 42); options: reserve: strict; ' +
      'selection: --steps 1-16; resumed: 2026-05-04T11:00:00.000Z, started 2026-05-04T09:30:00.000Z, ' +
      '41 scenarios carried over, interrupted and run again: S16-03; seed 20231',
  );
});

it('is one line without control characters whatever the tree holds', () => {
  const line = summaryLine({ ...hostile(), selection: 'a\nb' });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is tested
  expect(line).not.toMatch(/[\u0000-\u001f]/);
});

it('counts what is listed, not what the tree says about it', () => {
  expect(summaryLine(notConformant())).toBe(
    summaryLine({ ...notConformant(), counts: { passed: 99, failed: 0 } }),
  );
});

it('and the statement name whatever narrows a verdict, so that no configuration is green in silence', () => {
  const line = summaryLine(narrowed());
  const statement = JSON.stringify(statementOf(narrowed(), {}, { features: '', contract: '' }));
  for (const narrowing of [
    'multisignature',
    'branches',
    'reserve: strict',
    'TRANSFER-01',
    'ticket 42',
    '--steps 1-16',
    '2026-05-04T11:00:00.000Z',
    'S16-03',
  ]) {
    expect(line).toContain(narrowing);
    expect(statement).toContain(narrowing);
  }
});
