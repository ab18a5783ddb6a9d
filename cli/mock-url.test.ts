import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { beside } from '../beside.testing.js';
import { listeningUntilTheEnd } from '../listening.testing.js';
import { describeBank, home, startBank } from './bank.testing.js';
import { dcm, dcmServing, patience, readResult, walks } from './cli.testing.js';

/** `--mock-url`: the mock runs already, in a process of its own. */

const startMock = async (...more: readonly string[]): Promise<string> =>
  JSON.parse((await dcmServing('mock', '--port', '0', '--json', ...more)).first).url;

/** A server that is no mock; gone with the test. */
async function startStranger(answer: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listeningUntilTheEnd(createServer(answer))}`;
}

function withoutEnd(response: ServerResponse): void {
  while (response.write('x'.repeat(65_536)));
  response.once('drain', () => withoutEnd(response));
}

/** Together these use every operation by which the harness prepares, changes and reads a mock. */
const tags = [
  '@step-2 or @step-3 or @step-4 or @step-5 or @step-11 or @step-12 or @step-13 or @S15-03 or @S15-08',
  '@S16-01 or @S16-06 or @S16-11 or @S16-16 or @S16-26 or @S16-27 or @S16-43 or @S16-61',
].join(' or ');

describe('with a mock that runs already', { timeout: patience }, () => {
  it('a bank is conformant, key rotations included, and the mock has its key and options back', async () => {
    const bank = await startBank();
    const keys = join(bank.at, 'dcm-keys.json');
    const options = join(bank.at, 'profile.json');
    await writeFile(options, JSON.stringify({ leeway_s: 4 }));
    const mockUrl = await startMock('--keys', keys, '--control-token', 'control-1', '--profile', options);
    const headers = { authorization: 'Bearer control-1' };
    const ask = async (path: string) =>
      (await (await fetch(`${mockUrl}${path}`, { headers })).json()) as { profile?: unknown };
    const published = await ask('/api/v1/.well-known/jwks.json');
    const { profile } = await ask('/control/v1/profile');
    const changes = { bank: { schemes: ['dcm'] }, more: { profile: { dcm_token_ttl_s: 50 } } };
    const config = await describeBank(bank, changes);
    const report = join(bank.at, 'reports');
    const order = { config, report, mockUrl, controlToken: 'control-1', tags };
    const { codes, err } = await walks(order, { ...order, report: join(bank.at, 'again') });
    // The second run finds the bank registered there already.
    expect(codes).toEqual([0, 2]);
    expect(err).toContain('already has counterparty');
    const { verdict, profile_changes, scenarios } = await readResult(report);
    expect(scenarios.filter((one) => !/^(passed|simulated)$/.test(one.verdict))).toEqual([]);
    expect(scenarios.length).toBeGreaterThan(30);
    expect({ verdict, profile_changes }).toEqual({
      verdict: 'partial',
      profile_changes: expect.arrayContaining(['dcm_token_ttl_s: 50', 'leeway_s: 4']),
    });
    expect(profile_changes).toHaveLength(2);
    expect(await ask('/api/v1/.well-known/jwks.json')).toEqual(published);
    expect((await ask('/control/v1/profile')).profile).toEqual(profile);
    expect(await ask('/control/v1/invariant')).toMatchObject({ holds: true });
  });

  it('says what is wrong with it: not there, other keys, no way to its control API', async () => {
    const at = await home();
    const config = await describeBank(
      {
        at,
        url: 'http://127.0.0.1:9',
        acts: 'http://127.0.0.1:9/acts',
        acts_token: 'x',
        signers: [],
      },
      { bank: { schemes: ['dcm'], jwks: undefined, signers: undefined, sign_url: undefined } },
    );
    const doctor = async (...args: readonly string[]) => {
      const { code, err } = await dcm('doctor', '--config', config, ...args);
      expect({ args, code, err }).toEqual({ args, code: 2, err: expect.any(String) });
      return err;
    };
    const silent = await startStranger(() => {});
    const endless = await startStranger((_request, response) => withoutEnd(response));
    const elsewhere = beside(
      Promise.all([
        doctor('--mock-url', 'http://127.0.0.1:9'),
        doctor('--mock-url', silent),
        doctor('--mock-url', silent, '--lang', 'uk'),
        doctor('--mock-url', endless),
        startMock().then((url) => doctor('--mock-url', url)),
        startMock('--keys', join(at, 'dcm-keys.json'), '--control-token', 'control-1').then((guarded) =>
          Promise.all([
            doctor('--mock-url', guarded),
            dcm('verify', '--reference', '--mock-url', guarded, '--report', join(at, 'r')),
          ]),
        ),
      ]),
    );
    const rotated = await startMock('--keys', join(at, 'dcm-keys.json'));
    const turn = (what: string) =>
      fetch(`${rotated}/control/v1/keys/${what}`, {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json' },
      });
    for (const what of ['rotate', 'drop']) expect((await turn(what)).status).toBe(200);
    const told = await doctor('--mock-url', rotated);
    expect(told).toContain('signs with a different key');
    expect(await doctor('--mock-url', rotated, '--lang', 'uk')).toContain('скидання поверне початковий');
    const command = told.slice(told.indexOf('curl ')).trim();
    expect((await promisify(execFile)('sh', ['-c', command])).stdout).toBe('{}');
    expect(await doctor('--mock-url', rotated)).not.toContain('signs with');
    const [absent, late, lateInUkrainian, large, stranger, [guarded, reference]] = await elsewhere;
    expect(absent).toContain('no mock responds there');
    expect(late).toContain('no mock responds there: no answer within 5000 ms');
    expect(lateInUkrainian).toContain('немає відповіді за 5000 мс');
    expect(large).toContain('answer is larger than 1048576 bytes');
    expect(stranger).toContain('signs with a different key');
    expect(guarded).toContain('requires --control-token');
    expect([reference.code, reference.err]).toEqual([2, expect.stringContaining('requires --keys')]);
  });
});
