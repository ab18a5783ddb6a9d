import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../contract/result.js';
import {
  actOf,
  type Bank,
  type Changes,
  describeBank,
  employee,
  forwarding,
  freePort,
  keepers,
  prepareSecrets,
  startBank,
} from './bank.testing.js';
import { dcm, patience, readResult, walks } from './cli.testing.js';
import { type Extent, logins } from './doctor/logins.js';
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

/** As a bank does that has no act for it: with what `dcm onboarding` prints. */
async function configureByHand(bank: Bank, config: string): Promise<void> {
  const { out } = await dcm('onboarding', '--config', config, '--json');
  const { base_url, counterparty_guid, asset_code, asset_issuer, key_keepers } = JSON.parse(out);
  const block = { base_url, counterparty_guid, asset_code, asset_issuer, scheme: 'bank', employee };
  // The bank asks for DCM's keys when it is configured; they are not there before the run.
  const { ok } = await actOf(bank, 'configure', block, { key_keepers });
  expect(ok).toBe(false);
}

/** What bank.yaml leaves switched on. */
const usual: Omit<Extent, 'schemes'> = {
  scope: 'full',
  multisignature: false,
  limits: true,
  reconciliation: true,
  branches: false,
};

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
    const needed = logins({ ...usual, schemes: ['dcm', 'bank'], multisignature: true });
    expect(taken).toEqual([needed, needed]);
  });

  it('is conformant under one scheme each, without multisignature', async () => {
    const bank = await startBank();
    const driver = await forwarding(bank);
    const {
      codes,
      results,
      logins: taken,
    } = await walked(bank, [
      { config: await describeBank(bank, { driver, bank: { schemes: ['dcm'] } }) },
      { config: await describeBank(bank, { bank: { schemes: ['bank'] } }) },
    ]);
    expect(results.map(troubles)).toEqual([[], []]);
    expect(codes).toEqual([0, 0]);
    expect(results[1]?.switched_off).toContain('scheme dcm');
    const alone = (scheme: 'dcm' | 'bank') => logins({ ...usual, schemes: [scheme] });
    expect(taken).toEqual([alone('dcm'), alone('bank')]);
  });

  it('is service-conformant when only what DCM calls is under test', async () => {
    const port = await freePort();
    const bank = await startBank('--dcm', `http://127.0.0.1:${port}`);
    const extent: Extent = {
      ...usual,
      schemes: ['dcm', 'bank'],
      scope: 'service',
      multisignature: true,
    };
    const customers = Array.from({ length: logins(extent) }, (_, index) => ({
      login: `+38050${String(index).padStart(7, '0')}`,
    }));
    const changes: Changes = {
      dcm: { port },
      bank: { customers },
      driver: { kind: 'builtin', private_jwk: './bank-key.json' },
      plan: { multisignature: true },
      more: { scope: 'service' },
    };
    const config = await describeBank(bank, changes);
    await configureByHand(bank, config);
    await prepareSecrets(bank, [...keepers, ...customers]);
    const byBank: Changes = { bank: { customers, schemes: ['bank'] }, plan: {} };
    const {
      codes,
      results,
      logins: taken,
    } = await walked(bank, [{ config }, { config: await describeBank(bank, { ...changes, ...byBank }) }]);
    const left = (one: Result) => troubles(one).map(({ id, verdict }) => `${id} ${verdict}`);
    expect(results.map(left)).toEqual(results.map(() => ['S06-02 not-applicable', 'S06-03 not-applicable']));
    expect(codes).toEqual([0, 0]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['service-conformant', 'service-conformant']);
    expect(taken).toEqual([logins(extent), logins({ ...usual, schemes: ['bank'], scope: 'service' })]);
  });

  it('with a mistake that is waived is conformant with a waiver, and the summary says so', async () => {
    const bank = await startBank('--defect', 'callback-201');
    const waivers = [{ rule: 'CALLBACK-01', reason: 'ticket 42', until: '2999-12-31' }];
    const config = await describeBank(bank, { bank: { schemes: ['dcm'] }, more: { waivers } });
    const { codes, results } = await walked(bank, [{ config }]);
    expect(codes).toEqual([0]);
    expect(results[0]).toMatchObject({ verdict: 'conformant-with-waivers', waivers: [{ state: 'applied' }] });
    const bad = results[0]?.scenarios.filter(({ verdict }) => !/^(passed|simulated|waived)$/.test(verdict));
    expect(bad).toEqual([]);
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

const notOffered = expect.objectContaining({ id: 'S05-02', verdict: 'not-applicable' });
