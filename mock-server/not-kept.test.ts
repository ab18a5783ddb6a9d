import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { raw } from './client.testing.js';
import { answers } from './fake-bank.testing.js';
import { createTestMock } from './mock.testing.js';
import { fund, of } from './world.testing.js';
import { worldOnDisk } from './world-on-disk.testing.js';

/** A state that cannot be kept: what is written later than a second is refused, until it can be kept again. */

type World = Awaited<ReturnType<typeof worldOnDisk>>;
const create = ({ mock }: World, name: string) =>
  mock.api.createBranch({ params: of(mock), body: { name } }).then(
    () => 200,
    (error: { status: number }) => error.status,
  );

it.each<[string, boolean, (file: string) => Promise<unknown>, (file: string) => Promise<unknown>]>([
  [
    'the log cannot be written',
    true,
    async (file) => {
      await rename(`${file}.log`, `${file}.aside`);
      await mkdir(`${file}.log`);
    },
    async (file) => {
      await rm(`${file}.log`, { recursive: true });
      await rename(`${file}.aside`, `${file}.log`);
    },
  ],
  [
    'the folder was deleted, and is made again',
    true,
    (file) => rm(dirname(file), { recursive: true }),
    (file) => mkdir(dirname(file)),
  ],
  [
    'the folder was moved away, and comes back',
    true,
    (file) => rename(dirname(file), `${dirname(file)}-aside`),
    (file) => rename(`${dirname(file)}-aside`, dirname(file)),
  ],
  ['the log was cut off', false, (file) => writeFile(`${file}.log`, ''), async () => {}],
  ['the state was deleted', false, (file) => rm(file), async () => {}],
])('when %s', async (_what, lasting, harm, mend) => {
  const one = await worldOnDisk();
  const { mock, file, pass, store } = one;
  await harm(file);
  expect(await create(one, 'within the second')).toBe(200);
  await pass(1100);
  expect(store.trouble() !== undefined).toBe(lasting);
  if (lasting) {
    expect(await create(one, 'too late')).toBe(503);
    expect(await mock.control.getKeeping({})).toMatchObject({ kept: false });
    expect(JSON.stringify(await mock.control.getKeeping({}))).not.toContain('/');
    expect((await mock.api.listBranches({ params: of(mock), query: {} })).list).toHaveLength(1);
    const health = await raw(mock.app, 'GET', '/health');
    expect([health.status, health.text]).toEqual([503, expect.stringContaining('the state cannot be saved')]);
    for (const path of ['reset', 'keys/rotate', 'keys/drop']) {
      expect((await raw(mock.app, 'POST', `/control/v1/${path}`)).status).toBe(503);
    }
    const before = await mock.control.getProfile({});
    await expect(mock.control.updateProfile({ body: { strict: true } })).rejects.toMatchObject({
      status: 503,
    });
    await expect(mock.control.moveClock({ body: { forward_s: 60 } })).rejects.toMatchObject({ status: 503 });
    expect([await mock.control.getProfile({}), (await mock.control.getClock({})).offset_s]).toEqual([
      before,
      0,
    ]);
  }
  await mend(file);
  await pass(1000);
  await pass(1000);
  expect(await mock.control.getKeeping({})).toEqual({ kept: true, problem: '' });
  expect((await raw(mock.app, 'GET', '/health')).status).toBe(200);
  expect(await create(one, 'afterwards')).toBe(200);
  await mock.close();
  const again = await one.open();
  onTestFinished(() => again.close());
  const reopened = await createTestMock({ store: again, keys: mock.keys });
  const names = (await reopened.as(mock.session).listBranches({ params: of(mock), query: {} })).list.map(
    ({ name }) => name,
  );
  expect(names.sort()).toEqual(['afterwards', 'within the second']);
  await reopened.close();
});

it('sends no callback whose attempt cannot be stored: it would be sent again and again', async () => {
  const { mock, file, pass } = await worldOnDisk();
  mock.bank.answers.transfer = answers(500);
  await fund(mock, mock, 10);
  await mock.domain.deliveries.settle();
  const sent = mock.bank.of('transfer').length;
  await rm(dirname(file), { recursive: true });
  await mock.api.createBranch({ params: of(mock), body: { name: 'not kept' } });
  await pass(2000);
  expect((await mock.control.getKeeping({})).kept).toBe(false);
  mock.time.pass(3_600_000);
  await mock.domain.deliveries.settle();
  expect(mock.bank.of('transfer')).toHaveLength(sent);
  await mkdir(dirname(file));
  await pass(2000);
  expect((await mock.control.getKeeping({})).kept).toBe(true);
  await mock.domain.deliveries.settle();
  expect(mock.bank.of('transfer').length).toBeGreaterThan(sent);
});
