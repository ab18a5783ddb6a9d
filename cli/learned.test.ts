import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exitCode } from '../contract/verdict.js';
import { configOf, deafPort, describeBank, home, startBank, writeConfig } from './bank.testing.js';
import { dcm, patience } from './cli.testing.js';

/** A bank against a mock that has learned from a stage. */

const answer = {
  operation: 'listAccounts',
  when: 'served',
  added: [{ at: '[].accounts[].risk', sample: 'low' }],
};
const learned = { dates: 'offset', captured: [answer] };

describe('learned in bank.yaml', { timeout: patience }, () => {
  it('is named in the verdict line; options of bank.yaml take precedence', async () => {
    const bank = await startBank();
    await writeFile(join(bank.at, 'stage.json'), JSON.stringify(learned));
    const more = { learned: './stage.json', profile: { dates: 'seconds' }, scope: 'service' } as never;
    const config = await describeBank(bank, { more });
    const report = join(bank.at, 'reports');
    const { code, out } = await dcm('verify', '--config', config, '--quick', '--report', report);
    expect(out).toContain('options: learned: stage.json with 1 captured answer, dates: "seconds"');
    // Nothing says that what was captured is documented.
    expect(out).toMatch(/^non-standard: /m);
    expect(code).toBe(exitCode('non-standard'));
  });

  it.each([
    ['{"dates":"tomorrow"}', 'learned: '],
    [
      '{"captured":[{"operation":"getNothing","when":"served"}]}',
      'captured: there is no operation getNothing',
    ],
  ])('is refused if it is wrong: %s', async (content, problem) => {
    const at = await home();
    await writeFile(join(at, 'stage.json'), content);
    const url = `http://127.0.0.1:${deafPort}`;
    const config = await writeConfig(at, { ...configOf(url), learned: './stage.json' });
    const { code, err } = await dcm('verify', '--config', config, '--report', join(at, 'reports'));
    expect(code).toBe(2);
    expect(err).toContain(problem);
  });

  it('cannot be taken over by a mock that already runs', async () => {
    const at = await home();
    await writeFile(join(at, 'stage.json'), JSON.stringify(learned));
    const url = `http://127.0.0.1:${deafPort}`;
    const config = await writeConfig(at, { ...configOf(url), learned: './stage.json' });
    const args = ['--config', config, '--report', join(at, 'reports'), '--mock-url', url];
    const { code, err } = await dcm('verify', ...args);
    expect(code).toBe(2);
    expect(err).toContain('start it with dcm mock --profile FILE');
  });
});
