import { execFileSync } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../program.testing.js';
import { folder, main, patience, serving } from './cli.testing.js';

/** What docs/operate.md tells to type works as it is written there. */

const place = '/var/lib/dcm';
const controlToken = 'control-secret';
const authorization = `Bearer ${controlToken}`;

it('the service starts, and its state is backed up and restored by two commands', {
  timeout: patience,
}, async () => {
  const page = await readFile(join(root, 'docs/operate.md'), 'utf8');
  const own = await folder();
  const state = join(own, 'state');
  await mkdir(state);
  const written = (pattern: RegExp): string => {
    const [, found] = pattern.exec(page) ?? [];
    if (found === undefined) throw new Error(`docs/operate.md no longer has ${pattern}`);
    // The second command empties the folder.
    if (!found.includes(place)) throw new Error(`${place} is not in ${found}`);
    return found.replaceAll(place, state);
  };
  const service = written(/^ExecStart=\S+\/dcm (mock .*)$/m)
    .replace('--port 4010', '--port 0')
    .replace('--drain-s 5', '--drain-s 0')
    .split(' ');
  const run = (command: string) => execFileSync('bash', ['-ec', command], { cwd: own });
  const backup = written(/^(tar .*czf .*)$/m);
  const restore = written(/^(rm .* && tar .*xzf .*)$/m);

  /** Starts the service, does something with it, stops it. */
  async function during<Found>(act: (url: string) => Promise<Found>) {
    const mock = await serving([main, ...service], root, { DCM_CONTROL_TOKEN: controlToken });
    const { url, counterparty_guid: guid, seed: _ } = JSON.parse(mock.first) as Record<string, string>;
    const found = await act(url ?? '');
    return { guid, found, code: await mock.stop('SIGTERM') };
  }
  const make = (url: string, name: string) =>
    fetch(`${url}/control/v1/sandboxes`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ name }),
    });
  const sandboxes = async (url: string): Promise<string[]> => {
    const response = await fetch(`${url}/control/v1/sandboxes`, { headers: { authorization } });
    const { sandboxes: all } = (await response.json()) as { sandboxes: { name: string }[] };
    return all.map(({ name }) => name);
  };

  const first = await during(async (url) => (await make(url, 'before')).status);
  expect(first).toMatchObject({ found: 200, code: 0 });
  run(backup);
  const second = await during(async (url) => [(await make(url, 'after')).status, await sandboxes(url)]);
  expect(second).toMatchObject({ guid: first.guid, found: [200, ['before', 'after']], code: 0 });
  run(restore);
  expect(await during(sandboxes)).toEqual({ guid: first.guid, found: ['before'], code: 0 });
});
