import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DcmBlock } from '../../contract/driver.js';
import { systemTime } from '../../mock-server/system.js';
import { followed, nothingFollows } from './aftermath.testing.js';
import { createCommandDriver } from './command.js';
import { ActNotSupported, type Driver, DriverError } from './driver.js';

const block: DcmBlock = {
  base_url: 'http://127.0.0.1:4010',
  counterparty_guid: 'guid',
  asset_code: 'UAH',
  asset_issuer: 'G',
  scheme: 'dcm',
};

/** A driver that runs this program in a folder of its own. */
async function running(program: string, timeoutS = 20): Promise<Driver> {
  const cwd = await mkdtemp(join(tmpdir(), 'dcm-acts-'));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  await writeFile(join(cwd, 'acts.mjs'), program);
  return createCommandDriver({
    run: [process.execPath, 'acts.mjs', 'more'],
    cwd,
    timeoutS,
    time: systemTime,
    newId: () => 'id-1',
    aftermath: nothingFollows,
  });
}

const order = async (program: string, timeoutS?: number) =>
  (await running(program, timeoutS)).act('ping', block, {});

describe('the program', () => {
  it('is given the act on standard input, in the folder of bank.yaml, with its arguments', async () => {
    const driver = await running(`
      import { text } from 'node:stream/consumers';
      const seen = JSON.parse(await text(process.stdin));
      console.log(JSON.stringify({ ok: true, output: { seen, argument: process.argv[2] } }));`);
    const input = { amount: 10.01 };
    expect(await driver.act('issue-identifiers', block, input)).toEqual({
      ok: true,
      output: { seen: { act: 'issue-identifiers', id: 'id-1', dcm: block, input }, argument: 'more' },
    });
  });

  it('may say no, and need not read', async () => {
    const answer = `console.log('{"ok":false,"error":"no room"}')`;
    expect(await order(answer)).toEqual({ ok: false, error: 'no room' });
  });

  it('says that an act is not offered', async () => {
    const answer = order(`console.log('{"ok":false,"unsupported":true}')`);
    await expect(answer).rejects.toThrow(new ActNotSupported('ping'));
  });

  it('says with {} that it has begun, and DCM sees the rest', async () => {
    const driver = createCommandDriver({
      run: [process.execPath, '-e', 'console.log("{}")'],
      cwd: '.',
      timeoutS: 20,
      time: systemTime,
      newId: () => '1',
      aftermath: nothingFollows,
    });
    expect(await driver.act('ping', block, {})).toEqual(followed);
  });

  it.each([
    ['ends badly', `console.error('out of paper'); process.exit(3)`, /ended with 3: out of paper$/],
    ['ends badly without a word', 'process.exit(1)', /ended with 1: nothing on standard error$/],
    ['is killed', `process.kill(process.pid, 'SIGKILL')`, /ended with a signal/],
    ['prints garbage', `console.log('done')`, /no valid response in done/],
    ['prints nothing', '', /no valid response in $/],
    ['prints another shape', `console.log('{"ok":"yes"}')`, /no valid response in \{"ok":"yes"\}/],
    ['answers and then fails', `console.log('{"ok":true}'); process.exit(2)`, /ended with 2/],
  ])('that %s is no answer', async (_what, program, words) => {
    const answer = order(program);
    await expect(answer).rejects.toBeInstanceOf(DriverError);
    await expect(answer).rejects.toThrow(words);
  });

  it('that hangs is ended', async () => {
    const answer = order('setInterval(() => {}, 1000)', 0.3);
    await expect(answer).rejects.toThrow(/^act ping: .*: no answer within 0\.3 s$/);
    await expect(answer).rejects.toBeInstanceOf(DriverError);
  });

  it('that is not there is told', async () => {
    const driver = createCommandDriver({
      run: ['no-such-program'],
      cwd: '.',
      timeoutS: 5,
      time: systemTime,
      newId: () => '1',
      aftermath: nothingFollows,
    });
    await expect(driver.act('ping', block, {})).rejects.toThrow(/^act ping: no-such-program: .*ENOENT/);
  });
});
