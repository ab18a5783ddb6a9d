import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { dcm, dcmServing, end, folder, main, patience, readResult, start } from '../cli.testing.js';

/** A run in a sandbox that others use, or remove. */

const startMock = async (): Promise<string> =>
  JSON.parse((await dcmServing('mock', '--port', '0', '--json')).first).url;

async function ask(url: string, method: string, body?: object) {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) })).json();
}

it('ends with what has happened when its sandbox is deleted', { timeout: patience }, async () => {
  const url = await startMock();
  const report = join(await folder(), 'reports');
  const args = ['verify', '--reference', '--mock-url', url, '--sandbox', 'ci-7', '--report', report];
  const child = start([main, ...args]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = end(child);
  let out = '';
  while (!out.includes('can be watched')) {
    const [text] = await once(child.stdout as NodeJS.ReadableStream, 'data');
    out += text;
  }
  await ask(`${url}/control/v1/sandboxes/ci-7`, 'DELETE');
  const { code, err } = await ended;
  expect(code).toBe(3);
  const why =
    'sandbox ci-7 is gone: it was deleted or has expired while this run was in it, so the run has no verdict; run it again with --sandbox new, or in a sandbox that nobody deletes and that lives longer than the run';
  expect(err).toContain(`dcm: ${why}\n`);
  expect(err).not.toMatch(/\n {4}at |the reports are complete|note:/);
  expect(await readResult(report)).toMatchObject({ verdict: 'error', exit_code: 3, errors: [why] });
});

it('does not begin in a sandbox where another one is under way', { timeout: patience }, async () => {
  const url = await startMock();
  const at = await folder();
  const keys = join(at, 'dcm-keys.json');
  await dcm('keys', keys);
  await ask(`${url}/control/v1/sandboxes`, 'POST', { name: 'team' });
  const options = { steps: '', tags: '', readings: '', quick: false, defect: '' };
  const runs = `${url}/s/team/control/v1/runs`;
  const { id } = await ask(`${runs}/registered`, 'POST', { target: 'bank9', seed: '', options });
  const verify = (...more: readonly string[]) =>
    dcm('verify', '--reference', '--keys', keys, '--report', join(at, 'reports'), ...more);
  for (const where of [
    ['--mock-url', url, '--sandbox', 'team'],
    ['--mock-url', `${url}/s/team`],
  ]) {
    const { code, err } = await verify(...where);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(
        new RegExp(
          `^dcm: sandbox team: run ${id} of bank9 has been under way here since .*dcm runs stop ${id} --mock-url ${url}/s/team`,
        ),
      ),
    });
  }
  const { runs: all } = await ask(runs, 'GET');
  expect(all).toMatchObject([{ id, target: 'bank9', state: 'running' }]);
  // Whatever keeps a run from beginning, it does not block those after it.
  await ask(`${runs}/${id}/end`, 'POST', { exit_code: 3 });
  const { code, err } = await verify('--mock-url', `${url}/s/team`);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('signs with a different key') });
  expect((await ask(runs, 'GET')).runs[0]).toMatchObject({
    state: 'ended-early',
    note: 'stopped before it began',
  });
});
