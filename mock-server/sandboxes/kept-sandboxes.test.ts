import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refusalOf } from '../client.testing.js';
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

it('one that is damaged is left alone, and the others are there', async () => {
  const folder = join(await makeFolder(), 'sandboxes');
  const first = await createTestMock({ sandboxes: { folder } });
  await first.control.createSandbox({ body: { name: 'good' } });
  await first.control.createSandbox({ body: { name: 'damaged' } });
  await first.close();
  await writeFile(join(folder, 'damaged', 'state.json'), 'no state');
  const second = await createTestMock({ sandboxes: { folder }, time: first.time });
  expect(second.faults.map(String)).toEqual(['Error: sandbox damaged cannot be opened and is left alone']);
  second.faults.length = 0;
  expect((await second.control.listSandboxes({})).sandboxes).toMatchObject([{ name: 'good' }]);
  expect(await refusalOf(second.control.createSandbox({ body: { name: 'damaged' } }))).toEqual([
    400,
    'invalid',
    'name: sandbox damaged already exists',
  ]);
  expect(await readFile(join(folder, 'damaged', 'state.json'), 'utf8')).toBe('no state');
});
