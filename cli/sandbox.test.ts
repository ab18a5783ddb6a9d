import { join } from 'node:path';
import { expect, it } from 'vitest';
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
  const alone = await run('alone', ...chosen);
  expect(alone.verdicts.length).toBeGreaterThan(15);
  const [one, kept] = await Promise.all([
    run('one', ...chosen, ...inSandbox, 'new'),
    run('kept', ...chosen, ...inSandbox, 'ci-7', '--keep'),
  ]);
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
  expect(await refused('--mock-url', url, '--sandbox', 'new')).toEqual({
    code: 2,
    err: expect.stringContaining('this mock was started without sandboxes: --sandboxes 0'),
  });
  expect(await refused('--sandbox', 'new')).toEqual({
    code: 2,
    err: expect.stringContaining('--sandbox works only with --mock-url'),
  });
  expect(await refused('--mock-url', url, '--sandbox', 'Not A Name')).toEqual({
    code: 2,
    err: expect.stringContaining('expected 1 to 40 lower-case letters'),
  });
  const guarded = await startMock('--control-token', 'operator-token');
  const made = await fetch(`${guarded}/control/v1/sandboxes`, {
    method: 'POST',
    headers: { authorization: 'bearer operator-token', 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'own' }),
  });
  const { control_token } = (await made.json()) as { control_token: string };
  const withToken = (token: string, name: string) =>
    refused('--mock-url', guarded, '--control-token', token, '--sandbox', name);
  expect(await withToken(control_token, 'other')).toEqual({
    code: 2,
    err: expect.stringContaining('has no such sandbox, and this control token may not make one'),
  });
  for (const token of [control_token, 'operator-token'])
    expect(await withToken(token, 'own')).toEqual({
      code: 2,
      err: expect.stringContaining('give --keys the file that it was made with'),
    });
  expect(await refused('--mock-url', 'http://127.0.0.1:9', '--sandbox', 'new')).toMatchObject({
    code: 2,
    err: expect.stringContaining('http://127.0.0.1:9'),
  });
});
