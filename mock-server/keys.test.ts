import { createPublicKey, randomBytes, sign, verify } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signingKeysAhead } from './keys.js';
import { KeysFileError, newKeysFile, readKeysFile, writeKeysFile } from './keys-file.js';
import { testKeys } from './mock.testing.js';
import { createStellar } from './stellar/index.js';

const { keyPair } = createStellar({ networkPassphrase: 'unused' });
const random = (length: number) => randomBytes(length);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dcm-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = () => join(folder, 'keys.json');

test('keys are written once, for their owner only, and read again', async () => {
  const made = await newKeysFile(random, keyPair);
  await writeKeysFile(at(), made);
  expect((await stat(at())).mode & 0o777).toBe(0o600);
  const keys = await readKeysFile(at());
  expect(keys.counterpartyGuid).toBe(made.counterparty_guid);
  expect(keys.signing.kid).toBe(made.signing.kid);
  expect([await keys.issuer(), await keys.root(), await keys.signer()]).toEqual([
    made.issuer,
    made.root,
    made.signer,
  ]);
  const signature = sign('RSA-SHA256', Buffer.from('text'), keys.signing.privateKey);
  const key = createPublicKey({ key: { ...keys.signing.publicJwk }, format: 'jwk' });
  expect(verify('RSA-SHA256', Buffer.from('text'), key, signature)).toBe(true);
  expect(Object.keys(keys.signing.publicJwk).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  await expect(writeKeysFile(at(), made)).rejects.toThrow(/already exists; keys are created only once/);
});

test.each([
  ['no JSON', 'not a keys file: it is not JSON'],
  ['{}', 'not a keys file (format: '],
  ['{"format":"dcm-keys","version":2}', 'not a keys file (version: '],
  ['null', 'not a keys file (file: '],
])('%s is no keys file', async (content, text) => {
  await writeFile(at(), content);
  await expect(readKeysFile(at())).rejects.toThrow(KeysFileError);
  await expect(readKeysFile(at())).rejects.toThrow(text);
});

test.each([['without numbers', { n: '!', d: '!' }]])('a signing key %s', async (_name, change) => {
  const made = await newKeysFile(random, keyPair);
  await writeFile(at(), JSON.stringify({ ...made, signing: { ...made.signing, ...change } }));
  await expect(readKeysFile(at())).rejects.toThrow('the signing key is damaged');
});

test('a signing key with the public part of another one', async () => {
  const [made, other] = await Promise.all([newKeysFile(random, keyPair), newKeysFile(random, keyPair)]);
  await writeFile(at(), JSON.stringify({ ...made, signing: { ...made.signing, n: other.signing.n } }));
  await expect(readKeysFile(at())).rejects.toThrow('the signing key is damaged');
});

test('an invalid ledger key', async () => {
  const made = await newKeysFile(random, keyPair);
  await writeFile(at(), JSON.stringify({ ...made, issuer: { ...made.issuer, seed: 'SX' } }));
  await expect(readKeysFile(at())).rejects.toThrow('not a keys file (issuer.seed: ');
});

test('a missing file says how to make one', async () => {
  await expect(readKeysFile(at())).rejects.toThrow(/cannot be read: .*Create it with: dcm keys/s);
});

test('a folder that is not there', async () => {
  const made = await newKeysFile(random, keyPair);
  await expect(writeKeysFile(join(folder, 'nowhere', 'keys.json'), made)).rejects.toThrow(
    /cannot be written/,
  );
});

test('keys of one run are made once each', async () => {
  const keys = await testKeys();
  expect(await keys.issuer()).toBe(await keys.issuer());
  const addresses = await Promise.all([keys.issuer(), keys.root(), keys.signer()]);
  expect(new Set(addresses.map(({ address }) => address)).size).toBe(3);
});

test('the next signing key is made while the last is in use', async () => {
  const made: number[] = [];
  const next = signingKeysAhead(async () => {
    made.push(made.length);
    return `key ${made.length}` as never;
  });
  expect(made).toEqual([]);
  expect(await next()).toBe('key 1');
  expect(made).toHaveLength(2);
  expect(await next()).toBe('key 2');
});

test('a key keeps its kid, whatever its form, when a state is taken up again', async () => {
  await writeKeysFile(at(), await newKeysFile(random, keyPair));
  const keys = await readKeysFile(at());
  await keys.rotate(undefined, 'https://keys.example/1');
  const rotated = JSON.parse(JSON.stringify(keys.rotated()));
  const again = await readKeysFile(at());
  again.restore(rotated);
  expect(again.published).toEqual(keys.published);
  expect(again.signing.kid).toBe('https://keys.example/1');
  // A state of an earlier version has keys named by their thumbprints.
  const { kid: _kid, ...current } = rotated.current;
  again.restore({ ...rotated, current });
  expect(again.signing.kid).toMatch(/^[\w-]{43}$/);
});
