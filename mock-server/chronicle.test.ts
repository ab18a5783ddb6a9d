import { expect, onTestFinished, test } from 'vitest';
import { createClient } from '../contract/client.js';
import { controlOperations } from '../contract/control/index.js';
import { operations } from '../contract/operations/index.js';
import { type Chapter, noPast } from './chronicle.js';
import { newKeysFile, writeKeysFile } from './keys-file.js';
import { startMock } from './start.js';
import { createStellar } from './stellar/index.js';
import { makeFolder } from './store/folder.testing.js';
import { systemRandom } from './system.js';

/** Another process goes on with a mock that keeps no state file. */

async function keysFile(): Promise<string> {
  const file = `${await makeFolder()}/dcm-keys.json`;
  const { keyPair } = createStellar({ networkPassphrase: '' });
  await writeKeysFile(file, await newKeysFile(systemRandom, keyPair));
  return file;
}

async function mockWith(past: Chapter, keys: string) {
  const mock = await startMock({ port: 0, keys, past, seed: 'chronicle' });
  onTestFinished(mock.close);
  const { url, chronicle } = mock;
  if (!chronicle) throw new Error('nothing is told');
  const headers = () => ({ 'user-agent': 'bank' });
  const api = createClient(operations, { baseUrl: url, headers, fetch });
  return { ...mock, chronicle, api, control: createClient(controlOperations, { baseUrl: url, fetch }) };
}

/** As it comes from a file. */
const written = (chapter: Chapter): Chapter => JSON.parse(JSON.stringify(chapter));

test('rows, clock, options and the rotated key are those of the last chapter; the journal goes on', async () => {
  const keys = await keysFile();
  const first = await mockWith(noPast, keys);
  const guid = first.keys.counterpartyGuid;
  const body = { guid, name: 'Bank', alias: 'bank1', asset_code: 'UAH', admin_subject: 'a@b.example' };
  await first.control.registerCounterparty({ body });
  await first.control.moveClock({ body: { forward_s: 60 } });
  await first.control.updateProfile({ body: { posting: 'async' } });
  await first.control.rotateKey({ body: {} });
  await fetch(`${first.url}/api/v1/nothing-there`);
  const one = await first.chronicle.next();
  await first.control.inviteEmployee({
    params: { guid },
    body: { email: 'forgotten@b.example', roles: ['Administrator'] },
  });
  await fetch(`${first.url}/api/v1/nothing-there-either`);
  const heard = first.chronicle.heard();
  const { keys: published } = await first.api.getDcmJwks({});

  const past = written({ ...one, ...heard, entries: [...one.entries, ...heard.entries] });
  const next = await mockWith(past, keys);
  const { counterparties } = await next.control.listRegistered({});
  expect(counterparties.map(({ alias }) => alias)).toContain('bank1');
  expect((await next.control.listMail({ query: {} })).mails).toEqual([]);
  expect((await next.control.getClock({})).offset_s).toBe(60);
  expect((await next.control.getProfile({})).profile.posting).toBe('async');
  expect((await next.api.getDcmJwks({})).keys).toEqual(published);
  const unknown = (await next.control.searchJournal({ body: { match: { status: 404 } } })).entries;
  expect(unknown.map(({ url }) => url)).toEqual(['/api/v1/nothing-there', '/api/v1/nothing-there-either']);
  expect((await next.control.listFindings({ query: {} })).findings).toMatchObject([
    { rule: 'REQUEST-02', count: 2 },
  ]);
  const { entries, last } = await next.control.searchJournal({ body: { match: { after: past.last } } });
  expect(entries.every(({ seq }) => seq > past.last)).toBe(true);
  expect(last).toBeGreaterThan(past.last);
});

test('chapters follow one another without a gap, and nothing is recorded twice', async () => {
  const keys = await keysFile();
  const { control, chronicle } = await mockWith(noPast, keys);
  const chapters: Chapter[] = [];
  for (const alias of ['one', 'two']) {
    await control.addSimulatedBank({ body: { alias } });
    chapters.push(await chronicle.next());
  }
  expect(chronicle.heard().entries).toEqual([]);
  const commits = chapters.flatMap((chapter) => chapter.commits);
  const next = await mockWith(written({ ...noPast, commits }), keys);
  const { counterparties } = await next.control.listRegistered({});
  expect(counterparties.map(({ alias }) => alias)).toEqual(expect.arrayContaining(['one', 'two']));
});
