import { describe, expect, it } from 'vitest';
import { keysOf, newKeysFile } from '../keys-file.js';
import { createStellar } from '../stellar/index.js';
import { systemRandom } from '../system.js';
import { keysForDatabase, keysInDatabase } from './keys-of-database.js';

const { keyPair } = createStellar({ networkPassphrase: 'none' });
const made = () => newKeysFile(systemRandom, keyPair);

/** The descriptions of worlds as the database keeps them. */
function described() {
  const worlds = new Map<string, string>();
  return {
    about: async (name: string) => JSON.parse(worlds.get(name) ?? 'null') ?? undefined,
    async make(name: string, about: object) {
      if (worlds.has(name)) return false;
      worlds.set(name, JSON.stringify(about));
      return true;
    },
  };
}

describe('the keys of a state in a database', () => {
  it('are made with it, and stay', async () => {
    const worlds = described();
    const first = await keysInDatabase(worlds, made);
    expect((await keysInDatabase(worlds, made)).fingerprint).toBe(first.fingerprint);
  });

  it('are those of the file that it was made with, and no others', async () => {
    const worlds = described();
    const given = keysOf(await made());
    expect(await keysForDatabase(worlds, given)).toBe(given);
    expect(await keysForDatabase(worlds, given)).toBe(given);
    await expect(keysForDatabase(worlds, keysOf(await made()))).rejects.toMatchObject({
      name: 'ForeignKeysError',
    });
    await expect(keysInDatabase(worlds, made)).rejects.toMatchObject({ name: 'KeysFileError' });
  });

  it('are not replaced by those of a file', async () => {
    const worlds = described();
    await keysInDatabase(worlds, made);
    await expect(keysForDatabase(worlds, keysOf(await made()))).rejects.toThrow('created with other keys');
  });
});
