import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createClient } from '../contract/client.js';
import { controlOperations } from '../contract/control/index.js';
import { dcm, dcmServing, folder, patience } from './cli.testing.js';

interface Facts {
  readonly url: string;
  readonly jwks: string;
  readonly control: string;
  readonly counterparty_guid: string;
  readonly kid: string;
  readonly seed: string;
}

describe('dcm mock', { timeout: patience }, () => {
  it('--json tells in one line where it is, and stops on SIGTERM', async () => {
    const running = await dcmServing('mock', '--port', '0', '--json', '--seed', 'demo');
    const facts = JSON.parse(running.first) as Facts;
    expect(facts).toMatchObject({ jwks: `${facts.url}/api/v1/.well-known/jwks.json`, seed: 'demo' });
    const { keys } = (await (await fetch(facts.jwks)).json()) as { keys: { kid: string }[] };
    expect(keys.map(({ kid }) => kid)).toEqual([facts.kid]);
    expect(await running.stop('SIGTERM')).toBe(0);
    await expect(fetch(facts.jwks)).rejects.toThrow();
  });

  it('keeps its state and its keys over a stop', async () => {
    const at = await folder();
    const keys = join(at, 'dcm-keys.json');
    const state = join(at, 'dcm-state.json');
    await dcm('keys', keys);
    const options = ['mock', '--port', '0', '--json', '--keys', keys, '--state', state];
    const first = await dcmServing(...options);
    const before = JSON.parse(first.first) as Facts;
    const registered = await createClient(controlOperations, {
      baseUrl: before.url,
      fetch,
    }).registerCounterparty({
      body: { name: 'Bank One', alias: 'bank1' },
    });
    expect(await first.stop('SIGTERM')).toBe(0);
    expect(await readFile(state, 'utf8')).toContain(registered.guid);

    const second = await dcmServing(...options);
    const after = JSON.parse(second.first) as Facts;
    expect(after).toMatchObject({ kid: before.kid, counterparty_guid: before.counterparty_guid });
    const { counterparties } = await createClient(controlOperations, {
      baseUrl: after.url,
      fetch,
    }).listRegistered({});
    expect(counterparties).toContainEqual(registered);
    expect(await second.stop('SIGINT')).toBe(0);
  });

  it('prints a banner for people, and the public URL when it has one', async () => {
    const running = await dcmServing('mock', '--port', '0', '--public-url', 'http://dcm.example:4010');
    expect(running.first).toBe('DCM mock processing center at http://dcm.example:4010');
    expect(await running.stop('SIGTERM')).toBe(0);
  });

  it('does not take the port of another program', async () => {
    const running = await dcmServing('mock', '--port', '0', '--json');
    const { port } = new URL((JSON.parse(running.first) as Facts).url);
    const { code, err } = await dcm('mock', '--port', port);
    expect(err).toBe(
      `dcm: cannot listen on 127.0.0.1:${port}: another program is listening there, perhaps an earlier run; stop it, or use another port (--port, dcm.port in bank.yaml, or the option port of startMock), or 0 for any free one\n`,
    );
    expect(code).toBe(2);
    await running.stop('SIGTERM');
  });
});

describe('dcm bank', { timeout: patience }, () => {
  const statusOf = async (first: string) => {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(first)?.[0] ?? '';
    return (await fetch(`${url}/key`)).status;
  };

  it('answers, and stops on SIGTERM', async () => {
    const running = await dcmServing('bank', '--port', '0', '--subject', 'dcm-admin@dcm.example');
    expect(running.first).toMatch(/^reference bank at http:\/\/127\.0\.0\.1:\d+$/);
    expect(await statusOf(running.first)).toBe(401);
    expect(await running.stop('SIGTERM')).toBe(0);
  });

  it('says which mistake it makes, and makes it', async () => {
    const running = await dcmServing('bank', '--port', '0', '--defect', 'accepts-everything');
    expect(running.first).toMatch(/, which answers 200 with one fixed secret to everyone$/);
    expect(await statusOf(running.first)).toBe(200);
    expect(await running.stop('SIGINT')).toBe(0);
  });
});
