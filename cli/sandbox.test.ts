import { join } from 'node:path';
import { expect, it } from 'vitest';
import { beside } from '../beside.testing.js';
import { dcm, dcmServing, folder, patience, readResult } from './cli.testing.js';

/** `dcm verify --sandbox`: runs in worlds of their own of one mock. */

const startMock = async (...more: readonly string[]): Promise<string> =>
  JSON.parse((await dcmServing('mock', '--port', '0', '--json', ...more)).first).url;

const sandboxesOf = async (url: string): Promise<{ name: string; requests: number }[]> =>
  (
    (await (await fetch(`${url}/control/v1/sandboxes`)).json()) as {
      sandboxes: { name: string; requests: number }[];
    }
  ).sandboxes;

it('runs at the same time on one mock have the verdicts that they have alone', {
  timeout: patience,
}, async () => {
  const at = await folder();
  const url = await startMock();
  const usual = ['verify', '--reference', '--seed', 'sandbox'];
  const run = async (name: string, ...more: readonly string[]) => {
    const report = join(at, name);
    const ended = await dcm(...usual, '--report', report, ...more);
    const { verdict, scenarios } = await readResult(report);
    const verdicts = scenarios.map((one) => `${one.id} ${one.scheme} ${one.verdict}`);
    return { ended, verdict, verdicts };
  };
  const inSandbox = ['--mock-url', url, '--sandbox'];
  // They rotate keys, and change clock and options.
  const chosen = ['--steps', '2,7'];
  const [alone, one, kept] = await Promise.all([
    run('alone', ...chosen),
    run('one', ...chosen, ...inSandbox, 'new'),
    run('kept', ...chosen, ...inSandbox, 'ci-7', '--keep'),
  ]);
  expect(alone.verdicts.length).toBeGreaterThan(15);
  for (const { ended, verdict, verdicts } of [one, kept]) {
    expect({ err: ended.err, verdict, verdicts }).toEqual({
      err: '',
      verdict: alone.verdict,
      verdicts: alone.verdicts,
    });
    expect(ended.code).toBe(alone.ended.code);
  }
  expect(one.ended.out).toContain('it is removed when the run has ended');
  expect(kept.ended.out).toContain(`Sandbox ci-7 at ${url}/s/ci-7; it stays`);
  expect(kept.ended.out + kept.ended.err).not.toMatch(/[\da-f]{48}/);
  expect((await sandboxesOf(url)).map(({ name }) => name)).toEqual(['ci-7']);
});

it('says what is wrong', { timeout: patience }, async () => {
  const url = await startMock('--sandboxes', '0');
  const refused = async (...args: readonly string[]) => {
    const { code, err } = await dcm('verify', '--reference', ...args);
    return { code, err: err.trim() };
  };
  const usage = (err: string) => ({ code: 2, err: expect.stringContaining(err) });
  const elsewhere = beside(
    Promise.all([
      refused('--mock-url', url, '--sandbox', 'new'),
      refused('--sandbox', 'new'),
      refused('--mock-url', url, '--sandbox', 'Not A Name'),
      refused('--mock-url', 'http://127.0.0.1:9', '--sandbox', 'new'),
    ]),
  );
  const guarded = await startMock('--control-token', 'operator-token');
  const made = await fetch(`${guarded}/control/v1/sandboxes`, {
    method: 'POST',
    headers: { authorization: 'bearer operator-token', 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'own' }),
  });
  const { control_token } = (await made.json()) as { control_token: string };
  const withToken = (token: string, name: string) =>
    refused('--mock-url', guarded, '--control-token', token, '--sandbox', name);
  const needsKeys = 'give --keys the file that it was made with';
  expect(
    await Promise.all([
      withToken(control_token, 'other'),
      withToken(control_token, 'own'),
      withToken('operator-token', 'own'),
    ]),
  ).toEqual([
    usage('has no such sandbox, and this control token may not make one'),
    usage(needsKeys),
    usage(needsKeys),
  ]);
  expect(await elsewhere).toEqual([
    usage('this mock was started without sandboxes: --sandboxes 0'),
    usage('--sandbox works only with --mock-url'),
    usage('expected 1 to 40 lower-case letters'),
    usage('http://127.0.0.1:9'),
  ]);
});
