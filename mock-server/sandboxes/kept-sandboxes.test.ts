import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { UsageError } from '../../contract/texts/said.js';
import { raw, refusalOf } from '../client.testing.js';
import { createTestMock } from '../mock.testing.js';
import { makeFolder } from '../store/folder.testing.js';
import { bank, controlOf } from './sandboxes.testing.js';

/** Sandboxes beside a state file: another process goes on with them. */

it('another process has them, with rows, clock, options, keys and token', async () => {
  const folder = join(await makeFolder(), 'sandboxes');
  const sandboxes = { folder };
  const first = await createTestMock({ sandboxes, controlToken: 'operator-token' });
  const made = await first.control.createSandbox({
    body: { name: 'one', profile: { declined_status: 403 } },
  });
  await first.control.createSandbox({ body: { name: 'short', ttl_s: 60 } });
  await first.control.createSandbox({ body: { name: 'gone' } });
  await first.control.deleteSandbox({ params: { name: 'gone' } });
  expect((await readdir(folder)).sort()).toEqual(['one', 'short']);
  const description = join(folder, 'one', 'sandbox.json');
  expect((await stat(description)).mode & 0o777).toBe(0o600);
  expect(await readFile(description, 'utf8')).not.toContain(made.control_token);
  const { guid } = await controlOf(first, 'one', made.control_token).registerCounterparty({
    body: bank('bank1'),
  });
  await controlOf(first, 'one', made.control_token).moveClock({ body: { forward_s: 60 } });
  await controlOf(first, 'one', made.control_token).rotateKey({ body: {} });
  const { kid } = await first.control.getSandbox({ params: { name: 'one' } });
  await first.close();

  // What was being made when the process was killed is none, and its name is free.
  await cp(join(folder, 'one'), join(folder, 'half'), { recursive: true });
  await rm(join(folder, 'half', 'sandbox.json'));
  const { time } = first;
  time.pass(61_000);
  const second = await createTestMock({ sandboxes, controlToken: 'operator-token', time });
  expect((await second.control.listSandboxes({})).sandboxes).toMatchObject([
    { name: 'one', kid, issuer: made.issuer, created_at: made.created_at },
  ]);
  const control = controlOf(second, 'one', made.control_token);
  expect((await control.listRegistered({})).counterparties).toMatchObject([{ guid }]);
  expect((await control.getClock({})).offset_s).toBe(60);
  expect((await control.getProfile({})).profile.declined_status).toBe(403);
  const half = await second.control.createSandbox({ body: { name: 'half' } });
  const inHalf = controlOf(second, 'half', half.control_token);
  expect((await inHalf.listRegistered({})).counterparties).toEqual([]);
  await second.close();
  expect((await readdir(folder)).sort()).toEqual(['half', 'one']);
});

it('its viewer token lasts as well; one of a version that gave none opens, and has none', async () => {
  const folder = join(await makeFolder(), 'sandboxes');
  const first = await createTestMock({ sandboxes: { folder }, controlToken: 'operator-token' });
  const one = await first.control.createSandbox({ body: { name: 'one' } });
  const old = await first.control.createSandbox({ body: { name: 'old' } });
  await first.close();
  const description = join(folder, 'old', 'sandbox.json');
  const { viewer_token_sha256, ...before } = JSON.parse(await readFile(description, 'utf8'));
  expect(viewer_token_sha256).toMatch(/^[\da-f]{64}$/);
  expect(await readFile(join(folder, 'one', 'sandbox.json'), 'utf8')).not.toContain(one.viewer_token);
  await writeFile(description, JSON.stringify(before));
  const second = await createTestMock({ sandboxes: { folder }, controlToken: 'operator-token' });
  const whoIs = async (name: string, token: string) =>
    (
      await controlOf(second, name, token)
        .getAccess({})
        .catch(() => ({ who: 'nobody' }))
    ).who;
  expect(await whoIs('one', one.viewer_token)).toBe('viewer');
  expect(await whoIs('old', old.viewer_token)).toBe('nobody');
  expect(await whoIs('old', '')).toBe('nobody');
  expect(await whoIs('old', old.control_token)).toBe('sandbox');
});

it('a name is used again only when nothing of the former one is left', async () => {
  const folder = join(await makeFolder(), 'sandboxes');
  const mock = await createTestMock({ sandboxes: { folder } });
  await mock.control.createSandbox({ body: { name: 'one', ttl_s: 60 } });
  await controlOf(mock, 'one').registerCounterparty({ body: bank('bank1') });
  // It goes by itself, and nobody waits for that.
  mock.time.pass(60_000);
  const [again] = await Promise.all([
    mock.control.createSandbox({ body: { name: 'one' } }),
    mock.control.createSandbox({ body: { name: 'two' } }),
  ]);
  expect((await controlOf(mock, 'one').listRegistered({})).counterparties).toEqual([]);
  const removing = mock.control.deleteSandbox({ params: { name: 'two' } });
  await mock.control.createSandbox({ body: { name: 'three' } });
  await removing;
  await mock.close();
  expect((await readdir(folder)).sort()).toEqual(['one', 'three']);
  const after = await createTestMock({ sandboxes: { folder }, time: mock.time });
  const { kid, created_at } = await after.control.getSandbox({ params: { name: 'one' } });
  expect({ kid, created_at }).toEqual({ kid: again.kid, created_at: again.created_at });
});

it('one that is damaged is left alone, with what to do in one line, and the others are there', async () => {
  const folder = join(await makeFolder(), 'sandboxes');
  const first = await createTestMock({ sandboxes: { folder } });
  const names = ['good', 'state', 'text', 'member', 'moved'];
  for (const name of names) await first.control.createSandbox({ body: { name } });
  await first.close();
  const at = (name: string) => join(folder, name, 'sandbox.json');
  await writeFile(join(folder, 'state', 'state.json'), 'no state');
  await writeFile(at('text'), '{');
  await writeFile(at('member'), (await readFile(at('member'), 'utf8')).replace('"token_sha256"', '"token"'));
  await writeFile(at('moved'), await readFile(at('good'), 'utf8'));
  const second = await createTestMock({ sandboxes: { folder }, time: first.time });
  const told = second.faults.splice(0).map((error) => (error as UsageError).said);
  const alone = (name: string) => `sandbox ${name} cannot be opened and is left alone; all others work: `;
  const mend = (name: string, problem: string) =>
    `${alone(name)}${at(name)} is damaged, or of another version (${problem}): restore it from a backup or delete its folder, and start the mock again`;
  expect(told.map(({ en }) => en).sort()).toEqual([
    mend('member', 'token_sha256: expected string, but there is none'),
    mend('moved', 'name: not the name of its folder'),
    expect.stringContaining(`${alone('state')}${join(folder, 'state', 'state.json')}: `),
    mend('text', 'expected object, but there is none'),
  ]);
  for (const { uk } of told) expect(uk).toContain('не вдалося відкрити');
  expect(await second.control.listSandboxes({})).toMatchObject({
    sandboxes: [{ name: 'good' }],
    damaged: ['member', 'moved', 'state', 'text'],
  });
  for (const name of names)
    expect(await refusalOf(second.control.createSandbox({ body: { name } }))).toEqual([
      400,
      'invalid',
      `name: sandbox ${name} already exists${name === 'good' ? '' : ', and is damaged; delete it first'}`,
    ]);
  expect(await readFile(join(folder, 'state', 'state.json'), 'utf8')).toBe('no state');
  expect(await readFile(at('text'), 'utf8')).toBe('{');
});

it('one that is damaged says so to whoever asks for it, and an operator can delete it', async () => {
  const folder = join(await makeFolder(), 'sandboxes');
  const first = await createTestMock({ sandboxes: { folder } });
  for (const name of ['good', 'ill']) await first.control.createSandbox({ body: { name } });
  await first.close();
  await writeFile(join(folder, 'ill', 'sandbox.json'), '{}');
  const second = await createTestMock({ sandboxes: { folder }, time: first.time });
  expect(second.faults.splice(0)).toHaveLength(1);
  const { status, headers, body } = await raw(second.app, 'GET', '/s/ill/api/v1/.well-known/jwks.json', {});
  const text = 'sandbox ill cannot be opened: what is kept of it is damaged, or of another version';
  expect([status, body]).toEqual([500, { error: text }]);
  expect(headers['dcm-hint']).toContain('an operator deletes it (DELETE /control/v1/sandboxes/NAME)');
  const params = { name: 'ill' };
  const damaged = [500, 'state', text];
  expect(await refusalOf(second.control.getSandbox({ params }))).toEqual(damaged);
  expect(await refusalOf(second.control.forkSandbox({ params, body: {} }))).toEqual(damaged);
  await second.control.deleteSandbox({ params });
  expect(await readdir(folder)).toEqual(['good']);
  expect(await second.control.listSandboxes({})).toMatchObject({ damaged: [] });
  await second.control.createSandbox({ body: params });
  expect((await controlOf(second, 'ill').listRegistered({})).counterparties).toEqual([]);
});
