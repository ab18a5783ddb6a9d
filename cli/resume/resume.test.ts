import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beside } from '../../beside.testing.js';
import type { Result } from '../../contract/result.js';
import { type Bank, type Changes, describeBank, employee, startBank } from '../bank.testing.js';
import { patience, readResult, texts } from '../cli.testing.js';
import { person } from '../person.testing.js';
import { runFileOf } from './file.js';
import { atTerminal, titles } from './terminal.testing.js';

/** Runs of the manual driver that are interrupted by Ctrl-C and resumed by another process. */

/** A bank with a person, who does what is said; `args` describe a run under one scheme. */
async function desk(changes: Changes = {}) {
  const bank = await startBank();
  const config = await describeBank(bank, {
    driver: { kind: 'manual', timeout_s: 20 },
    bank: { schemes: ['dcm'] },
    ...changes,
  });
  const report = join(bank.at, 'reports');
  return { bank, report, does: personOf(bank), args: ['--config', config, '--report', report] };
}

const personOf = ({ acts, acts_token }: Bank) => person({ acts, acts_token, password: employee.password });

const verdicts = ({ scenarios }: Result) => scenarios.map(({ id, verdict }) => `${id} ${verdict}`);

const isRequest = (text: string) => text.startsWith('Have the bank request the creation');
const isTransfer = (text: string) => text.startsWith('Have the bank make a transfer');

describe('a run that was interrupted twice', { timeout: 2 * patience }, () => {
  it('ends as one that ran through, and nobody is asked for anything again', async () => {
    const less = { plan: { limits: false, reconciliation: false } };
    const whole = await desk(less);
    const { bank, report, does, args } = await desk(less);
    const file = runFileOf(report);
    const runsThrough = beside(atTerminal(whole.does, whole.args));

    // Either task is the first one of its scenario, so that it is the only one that is said twice.
    const first = await atTerminal(does, args, (text, before) => isRequest(text) && before.some(isRequest));
    expect(first.code).toBe(3);
    expect(first.err).toContain(`dcm verify --resume ${args.join(' ')}\n`);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readResult(report)).toMatchObject({ verdict: 'error', errors: ['ended by SIGINT'] });

    const again = ['--resume', ...args];
    const second = await atTerminal(does, again, isTransfer);
    expect(second.code).toBe(3);
    expect(second.err).toContain(`dcm verify --resume ${args.join(' ')}\n`);

    const last = await atTerminal(does, again);
    expect(last.err).toBe('');
    const through = await runsThrough;
    const [result, expected] = [await readResult(report), await readResult(whole.report)];
    expect(verdicts(result)).toEqual(verdicts(expected));
    expect(result).toMatchObject({ verdict: 'conformant', exit_code: 0, errors: [], findings: [] });
    expect([last.code, through.code]).toEqual([0, 0]);

    const done = [...first.tasks.slice(0, -1), ...second.tasks.slice(0, -1), ...last.tasks];
    expect(titles(done)).toEqual(titles(through.tasks));

    const { resumed, started_at } = result;
    expect(resumed?.at).toHaveLength(2);
    expect(resumed?.carried_over).toBeGreaterThan(50);
    expect(resumed?.run_again).toHaveLength(2);
    expect(started_at < String(resumed?.at[0])).toBe(true);
    expect(last.out).toContain(`Resumed: started ${started_at}`);
    for (const [name, text] of await texts(report))
      if (!/messages|statement/.test(name)) expect({ name, text }).toMatchObject({ text: /carried.over/ });
    expect(existsSync(file)).toBe(false);
    const { code, err } = await atTerminal(personOf(bank), again);
    expect({ code, err }).toMatchObject({ code: 2, err: /is complete, with the verdict conformant/ });
  });
});

describe('a mistake of the bank before the interruption', { timeout: patience }, () => {
  it.each([
    ['in a scenario that had ended', 0],
    ['in the scenario that was interrupted', 1],
  ])('%s makes the resumed run fail', async (_when, at) => {
    const { report, does, args } = await desk();
    const part = [...args, '--tags', '@S16-01 or @S16-02 or @S16-57'];
    let url = '';
    let guid = '';
    const errs = () =>
      fetch(`${url}/api/v1/counterparty/${guid}/accounts`, { headers: { authorization: 'bearer' } });
    const first = await atTerminal(does, part, async (text, before) => {
      url ||= /base_url +(\S+)/.exec(text)?.[1] ?? '';
      guid ||= /counterparty_guid +(\S+)/.exec(text)?.[1] ?? '';
      if (!isTransfer(text)) return false;
      const transfers = before.filter(isTransfer).length;
      if (transfers === at) await errs();
      return transfers === 1;
    });
    expect(first.err).toContain("--tags '@S16-01 or @S16-02 or @S16-57'");
    const last = await atTerminal(does, ['--resume', ...part]);
    const result = await readResult(report);
    expect(verdicts(result)).toEqual(['S16-01 passed', 'S16-02 passed', 'S16-57 failed']);
    expect(result).toMatchObject({ verdict: 'not-conformant', findings: [{ rule: 'REQUEST-03', count: 1 }] });
    expect(last.code).toBe(1);
  });
});
