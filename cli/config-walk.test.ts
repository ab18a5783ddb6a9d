import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../contract/result.js';
import { type Bank, describeBank, startBank } from './bank.testing.js';
import { patience, readResult, walks } from './cli.testing.js';
import { logins, loginsTaken } from './doctor/logins.js';
import type { WalkOrder } from './walks.testing.js';

/** The plan walked with a bank that runs in a process of its own, as bank.yaml describes it. */

async function walked(bank: Bank, orders: readonly Omit<WalkOrder, 'report'>[]) {
  const reports = orders.map((_, index) => join(bank.at, `reports-${index}`));
  const outcome = await walks(...orders.map((order, index) => ({ ...order, report: reports[index] ?? '' })));
  const results = await Promise.all(reports.map(readResult));
  return { ...outcome, results };
}

/** What is not as it should be, so that a failing test says it. */
const troubles = ({ scenarios, errors }: Result) => [
  ...errors.map((note) => ({ id: 'error', verdict: 'error', note })),
  ...scenarios
    .filter(({ verdict }) => !/^(passed|simulated)$/.test(verdict))
    .map(({ id, scheme, verdict, note, failures }) => ({ id, scheme, verdict, note, failures })),
];

const ledgerDays = 400 * 24 * 3600;

describe('a bank of its own', { timeout: 2 * patience }, () => {
  it('is conformant through its hook, twice without emptying its store, 400 days later', async ({
    expect,
  }) => {
    const bank = await startBank();
    const config = await describeBank(bank, { plan: { multisignature: true } });
    const {
      codes,
      results,
      logins: taken,
    } = await walked(bank, [{ config }, { config, forwardS: ledgerDays, without: ['reset', 'ping'] }]);
    expect(results.map(troubles)).toEqual([[], [notOffered]]);
    expect(codes).toEqual([0, 0]);
    expect(results.map(({ verdict, target }) => ({ verdict, target }))).toEqual(
      results.map(() => ({ verdict: 'conformant', target: 'bank1' })),
    );
    expect(results[0]?.switched_off).toEqual(['branches']);
    expect(taken).toEqual([loginsTaken(['dcm', 'bank']), loginsTaken(['dcm', 'bank'])]);
  });

  it('with a mistake that is waived is conformant with a waiver, and the summary says so', async () => {
    const bank = await startBank('--defect', 'callback-201');
    const waivers = [{ rule: 'CALLBACK-01', reason: 'ticket 42', until: '2999-12-31' }];
    const schemes = ['dcm'] as const;
    const stated = logins({ schemes, driver: { kind: 'http' } });
    const customers = Array.from({ length: stated }, (_, index) => ({
      login: `one-of-few-${index}@bank1.example`,
    }));
    const config = await describeBank(bank, { bank: { schemes, customers }, more: { waivers } });
    const { codes, results } = await walked(bank, [{ config }]);
    const bad = results.flatMap(troubles).filter(({ verdict }) => verdict !== 'waived');
    expect(bad).toEqual([noKeysOfItsOwn]);
    expect(codes).toEqual([0]);
    expect(results[0]).toMatchObject({ verdict: 'conformant-with-waivers', waivers: [{ state: 'applied' }] });
  });

  it('that refuses everything is not conformant, by rules and not by its setup', async () => {
    const bank = await startBank('--defect', 'refuses-everything');
    const config = await describeBank(bank);
    const { codes, results } = await walked(bank, [{ config, steps: '1-10' }]);
    expect(codes).toEqual([1]);
    const failed = results[0]?.rules.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id);
    expect(failed).toEqual(expect.arrayContaining(['AUTH-01', 'AUTH-02', 'AUTH-03', 'JWT-09', 'PLAN-10']));
  });
});

/** What a bank has no keys of its own for. */
const noKeysOfItsOwn = expect.objectContaining({ id: 'S08-03', verdict: 'not-applicable' });

const notOffered = expect.objectContaining({ id: 'S05-02', verdict: 'not-applicable' });
