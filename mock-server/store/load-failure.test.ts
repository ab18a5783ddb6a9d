import { describe, expect, it } from 'vitest';
import { folderWith, line, puts, snapshot, written } from './files.testing.js';
import { contentsOf, openIn, stateIn } from './folder.testing.js';

describe('files that cannot be loaded', () => {
  const good = snapshot(0);
  const row = { ...written('a') };

  it.each<[string, string, { state?: unknown; old?: string; log?: string }]>([
    ['an empty file', 'corrupt', { state: '' }],
    ['half a snapshot', 'corrupt', { state: JSON.stringify(snapshot(2, 'a', 'b')).slice(0, -20) }],
    ['no JSON', 'corrupt', { state: 'key: value\n' }],
    ['null', 'foreign', { state: 'null' }],
    ['other JSON', 'foreign', { state: { users: [] } }],
    ['a list', 'foreign', { state: [] }],
    ['a newer version', 'version', { state: { ...good, version: 3 } }],
    ['an older version', 'version', { state: { ...good, version: 1 } }],
    ['an unknown collection', 'version', { state: { ...good, collections: { wallets: [] } } }],
    ['no sequence', 'corrupt', { state: { ...good, sequence: '7' } }],
    ['rows that are none', 'corrupt', { state: { ...good, collections: { notes: [null] } } }],
    [
      'a bigint that is none',
      'corrupt',
      { state: { ...good, collections: { notes: [{ ...row, amount: '1.5' }] } } },
    ],
    ['a collection that is no list', 'corrupt', { state: { ...good, collections: { notes: {} } } }],
    ['a log without its snapshot', 'corrupt', { log: puts(1, 'a') }],
    ['an old log without its snapshot', 'corrupt', { old: puts(1, 'a') }],
    [
      'a broken line in the middle',
      'corrupt',
      { state: good, log: `${puts(1, 'a')}{"sequ\n${puts(2, 'b')}` },
    ],
    ['a broken line with its end', 'corrupt', { state: good, log: `${puts(1, 'a')}{"sequ\n` }],
    ['a log with a gap', 'corrupt', { state: good, log: puts(1, 'a') + puts(3, 'b') }],
    ['a log that begins too late', 'corrupt', { state: good, log: puts(2, 'a') }],
    ['an old log that is cut off', 'corrupt', { state: good, old: puts(1, 'a').slice(0, -3) }],
    ['an unknown change', 'corrupt', { state: good, log: line(1, ['rename', 'notes', 'a']) }],
    ['a change of an unknown collection', 'corrupt', { state: good, log: line(1, ['put', 'wallets', {}]) }],
    ['a put without a row', 'corrupt', { state: good, log: line(1, ['put', 'notes']) }],
  ])('%s is %s and stays untouched', async (_what, code, files) => {
    const folder = await folderWith(files);
    const before = await contentsOf(folder);
    await expect(openIn(folder)).rejects.toMatchObject({ name: 'StateFileError', code });
    expect(await contentsOf(folder)).toEqual(before);
  });

  it('says what is wrong, where, and what to do', async () => {
    const folder = await folderWith({ state: good, log: `${puts(1, 'a')}nonsense\n` });
    const error = await openIn(folder).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      file: `${stateIn(folder)}.log`,
      advice: expect.stringContaining('restore it'),
    });
    expect(String(error)).toContain('line 2: ');
  });
});
