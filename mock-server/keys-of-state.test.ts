import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateSigningKey } from './keys.js';
import { newKeysFile, writeKeysFile } from './keys-file.js';
import { keysOfState } from './keys-of-state.js';
import { startMock } from './start.js';
import type { StartOptions } from './start-options.js';
import { createStellar } from './stellar/index.js';
import { systemRandom } from './system.js';

let folder: string;
const signingKey = generateSigningKey();
const make = () => newKeysFile(systemRandom, createStellar({ networkPassphrase: '' }).keyPair, signingKey);
const state = () => join(folder, 'state.json');
const beside = () => `${state()}.keys`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dcm-keys-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What a life of the mock tells of its keys. */
async function live<Told>(
  tell: (mock: Awaited<ReturnType<typeof startMock>>) => Told,
  more: StartOptions = {},
) {
  const running = await startMock({ port: 0, state: state(), signingKey, report: () => {}, ...more });
  try {
    return await tell(running);
  } finally {
    await running.close();
  }
}
const issuer = () => live(async ({ keys }) => (await keys.issuer()).address);

describe('the keys of a state', () => {
  it('are made with it, and are the same in every life', async () => {
    const first = await issuer();
    expect(await issuer()).toBe(first);
    expect(await readdir(folder)).toEqual(['state.json', 'state.json.keys']);
  });

  it.each([
    ['missing', () => rm(beside())],
    ['empty', () => writeFile(beside(), '')],
  ])('that are %s are not made anew: the state would be of no use', async (how, harm) => {
    await issuer();
    await harm();
    const before = await readFile(state(), 'utf8');
    await expect(issuer()).rejects.toMatchObject({
      name: 'KeysFileError',
      message: expect.stringMatching(new RegExp(`keys is ${how} .*--keys FILE.*start over`, 's')),
    });
    expect(await readFile(state(), 'utf8')).toBe(before);
    expect(await readdir(folder)).toEqual(
      how === 'missing' ? ['state.json'] : ['state.json', 'state.json.keys'],
    );
  });

  it.each([
    ['beside it', beside],
    ['given', () => join(folder, 'other')],
    ['none of a file', beside],
  ])('that are others, %s, are refused, and the state can be opened by its own', async (how, place) => {
    const first = await issuer();
    const own = await readFile(beside(), 'utf8');
    await rm(place(), { force: true });
    if (how === 'none of a file') await writeFile(place(), '{}');
    else await writeKeysFile(place(), await make());
    const more = how === 'given' ? { keys: place() } : {};
    await expect(live(() => {}, more)).rejects.toMatchObject({
      name: how === 'none of a file' ? 'KeysFileError' : 'ForeignKeysError',
      message: expect.stringContaining(
        how === 'none of a file' ? 'is not a keys file' : 'created with other keys',
      ),
    });
    await writeFile(beside(), own);
    expect(await issuer()).toBe(first);
  });

  it('that were never finished are made again, where there is no state yet', async () => {
    await writeFile(beside(), '');
    expect(await issuer()).toBe(await issuer());
  });

  it('are there whole or not at all', async () => {
    await expect(keysOfState(state(), () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    expect(await readdir(folder)).toEqual([]);
    await writeKeysFile(beside(), await make());
    await expect(writeKeysFile(beside(), await make())).rejects.toThrow('already exists');
    expect(await readdir(folder)).toEqual(['state.json.keys']);
  });

  it('are found by a symbolic link to the state, which stays one', async () => {
    const first = await issuer();
    await symlink('state.json', join(folder, 'link.json'));
    const linked = { state: join(folder, 'link.json') };
    expect(await live(async ({ keys }) => (await keys.issuer()).address, linked)).toBe(first);
    expect(
      (await readdir(folder, { withFileTypes: true }))
        .find(({ name }) => name === 'link.json')
        ?.isSymbolicLink(),
    ).toBe(true);
  });
});

describe('a rotated signing key', () => {
  const kids = ({ keys }: Awaited<ReturnType<typeof startMock>>) => keys.published.map(({ kid }) => kid);
  const control = ({ url }: { url: string }, path: string) =>
    fetch(`${url}/control/v1/keys/${path}`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });

  it('is in use after a restart, with the former ones beside it, until a reset gives back the one of the file', async () => {
    const [first] = await live(kids);
    const rotated = await live(async (running) => {
      expect((await control(running, 'rotate')).status).toBe(200);
      return kids(running);
    });
    expect(rotated).toEqual([expect.not.stringMatching(`^${first}$`), first]);
    expect(await live(kids)).toEqual(rotated);
    const dropped = await live(async (running) => {
      expect((await control(running, 'drop')).status).toBe(200);
      return kids(running);
    });
    expect(dropped).toEqual([rotated[0]]);
    expect(await live(kids)).toEqual(dropped);
    const written = await readFile(state(), 'utf8');
    expect(written).toContain('"sealed"');
    expect(written).not.toMatch(/"(d|p|q)":/);
    const reset = await live(async (running) => {
      expect((await control(running, '../reset')).status).toBe(200);
      return kids(running);
    });
    expect(reset).toEqual([first]);
    expect(await live(kids)).toEqual([first]);
    expect(await readFile(state(), 'utf8')).not.toContain('"sealed"');
  });
});
