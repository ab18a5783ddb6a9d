import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../contract/result.js';
import { once } from '../steps/walk/once.js';
import { type Bank, describeBank, startBank } from './bank.testing.js';
import { patience, readResult, walks } from './cli.testing.js';
import { logins, loginsTaken } from './doctor/logins.js';
import type { WalkOrder } from './walks.testing.js';

/** The plan walked with a bank that runs in a process of its own, as bank.yaml describes it. */

const ledgerDays = 400 * 24 * 3600;
const few = ['dcm'] as const;

type Order = Omit<WalkOrder, 'report'>;

/** A bank each, and the walks with it. */
const banks = {
  async own(): Promise<[Bank, Order[]]> {
    const bank = await startBank();
    const config = await describeBank(bank, { plan: { multisignature: true } });
    return [bank, [{ config }, { config, forwardS: ledgerDays, without: ['reset', 'ping'] }]];
  },
  async waived(): Promise<[Bank, Order[]]> {
    const bank = await startBank('--defect', 'callback-201');
    const waivers = [{ rule: 'CALLBACK-01', reason: 'ticket 42', until: '2999-12-31' }];
    const stated = logins({ schemes: few, driver: { kind: 'http' } });
    const customers = Array.from({ length: stated }, (_, index) => ({
      login: `one-of-few-${index}@bank1.example`,
    }));
    const config = await describeBank(bank, { bank: { schemes: few, customers }, more: { waivers } });
    return [bank, [{ config }]];
  },
  async refusing(): Promise<[Bank, Order[]]> {
    const bank = await startBank('--defect', 'refuses-everything');
    return [bank, [{ config: await describeBank(bank), steps: '1-10' }]];
  },
};

async function walkAll() {
  const names = Object.keys(banks) as (keyof typeof banks)[];
  const started = await Promise.all(names.map((name) => banks[name]()));
  const all = started.flatMap(([{ at }, orders], index) =>
    orders.map((order, walk) => ({ name: names[index], ...order, report: join(at, `reports-${walk}`) })),
  );
  const { codes, logins: taken } = await walks(...all.map(({ name: _, ...order }) => order));
  const results = await Promise.all(all.map(({ report }) => readResult(report)));
  return all.map(({ name }, index) => ({
    name,
    code: codes[index],
    taken: taken[index],
    result: results[index] as Result,
  }));
}

/** All are walked in one process, which the first test waits for: walks after the first one take much less. */
const all = once(walkAll);

async function walked(name: keyof typeof banks) {
  const own = (await all()).filter((one) => one.name === name);
  return {
    codes: own.map(({ code }) => code),
    taken: own.map((one) => one.taken),
    results: own.map(({ result }) => result),
  };
}

/** What is not as it should be, so that a failing test says it. */
const troubles = ({ scenarios, errors }: Result) => [
  ...errors.map((note) => ({ id: 'error', verdict: 'error', note })),
  ...scenarios
    .filter(({ verdict }) => !/^(passed|simulated)$/.test(verdict))
    .map(({ id, scheme, verdict, note, failures }) => ({ id, scheme, verdict, note, failures })),
];

describe('a bank of its own', { timeout: 3 * patience }, () => {
  it('is conformant through its hook, twice without emptying its store, 400 days later', async ({
    expect,
  }) => {
    const { codes, results, taken } = await walked('own');
    expect(results.map(troubles)).toEqual([[], [notOffered]]);
    expect(codes).toEqual([0, 0]);
    expect(results.map(({ verdict, target }) => ({ verdict, target }))).toEqual(
      results.map(() => ({ verdict: 'conformant', target: 'bank1' })),
    );
    expect(results[0]?.switched_off).toEqual(['branches']);
    expect(taken).toEqual([loginsTaken(['dcm', 'bank']), loginsTaken(['dcm', 'bank'])]);
  });

  it('with a mistake that is waived is conformant with a waiver, and the summary says so', async () => {
    const { codes, results } = await walked('waived');
    const bad = results.flatMap(troubles).filter(({ verdict }) => verdict !== 'waived');
    expect(bad).toEqual([noKeysOfItsOwn]);
    expect(codes).toEqual([0]);
    expect(results[0]).toMatchObject({ verdict: 'conformant-with-waivers', waivers: [{ state: 'applied' }] });
  });

  it('that refuses everything is not conformant, by rules and not by its setup', async () => {
    const { codes, results } = await walked('refusing');
    expect(codes).toEqual([1]);
    const failed = results[0]?.rules.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id);
    expect(failed).toEqual(expect.arrayContaining(['AUTH-01', 'AUTH-02', 'AUTH-03', 'JWT-09', 'PLAN-10']));
  });
});

/** What a bank has no keys of its own for. */
const noKeysOfItsOwn = expect.objectContaining({ id: 'S08-03', verdict: 'not-applicable' });

const notOffered = expect.objectContaining({ id: 'S05-02', verdict: 'not-applicable' });
