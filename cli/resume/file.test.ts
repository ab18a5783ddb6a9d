import { appendFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../cli.testing.js';
import { identityIn, newRunFile, readRunFile, runFileOf } from './file.js';
import { differences, type Identity } from './identity.js';
import type { Part } from './parts.js';

const identity: Identity = {
  version: '1',
  suite: 'a',
  keys: 'k',
  options: {},
  config: { 'bank.schemes': 'x' },
};
const resumed = (at: string): Part => ({ kind: 'resumed', at });
const secret = 'the seed of the signer';

async function written() {
  const reports = join(await folder(), 'reports');
  const file = newRunFile(reports, identity, secret);
  file.add([resumed('one'), resumed('two')]);
  return { reports, file, path: file.path };
}

describe('the file of a run', () => {
  it('stands beside the reports, hidden, and its owner alone can read what is sealed in it', async () => {
    const { reports, path } = await written();
    expect([dirname(path), basename(path)]).toEqual([dirname(reports), '.reports.resume']);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, 'utf8')).not.toMatch(/resumed|one|two/);
    expect(identityIn(path)).toEqual(identity);
  });

  it('is resumed by another process', async () => {
    const { path } = await written();
    const { parts, file } = readRunFile(path, secret);
    expect(parts).toEqual([resumed('one'), resumed('two')]);
    file.add([resumed('three')]);
    expect(readRunFile(path, secret).parts).toHaveLength(3);
    file.remove();
    expect(identityIn(path)).toBeUndefined();
  });

  it('of a process that was killed while it wrote goes on after the last whole line', async () => {
    const { path } = await written();
    await appendFile(path, 'v1.half a li');
    const { parts, file } = readRunFile(path, secret);
    expect(parts).toHaveLength(2);
    file.add([resumed('three')]);
    expect(readRunFile(path, secret).parts).toHaveLength(3);
  });

  it('of an earlier run is there until a new one has something to keep', async () => {
    const { reports, path } = await written();
    const file = newRunFile(reports, { ...identity, version: '2' }, secret);
    expect(identityIn(path)?.version).toBe('1');
    file.add([resumed('other')]);
    expect(identityIn(path)?.version).toBe('2');
    expect(readRunFile(path, secret).parts).toEqual([resumed('other')]);
  });

  it('that somebody has removed is not begun again in the middle', async () => {
    const { file } = await written();
    file.remove();
    expect(() => file.add([resumed('three')])).toThrow('ENOENT');
  });

  it.each([
    ['a line that was changed', (lines: string[]) => lines.with(1, `${lines[1]?.slice(0, -3)}AAA`)],
    ['a line that is missing', (lines: string[]) => lines.toSpliced(1, 1)],
    [
      'lines in another order',
      ([head = '', one = '', two = '', end = '']: string[]) => [head, two, one, end],
    ],
  ])('with %s is refused', async (_what, change) => {
    const { path } = await written();
    await writeFile(path, change((await readFile(path, 'utf8')).split('\n')).join('\n'));
    expect(() => readRunFile(path, secret)).toThrow(
      `--resume: ${path} is damaged; start over without --resume`,
    );
  });

  it('with the first line of another run is refused, though that has the same keys', async () => {
    const { path } = await written();
    const [, ...lines] = (await readFile(path, 'utf8')).split('\n');
    const other = await written();
    const [head] = (await readFile(other.path, 'utf8')).split('\n');
    await writeFile(path, [head, ...lines].join('\n'));
    expect(() => readRunFile(path, secret)).toThrow('is damaged');
  });

  it('that is a folder is refused', async () => {
    const path = runFileOf(join(await folder(), 'reports'));
    await mkdir(path);
    expect(() => identityIn(path)).toThrow('cannot be read: EISDIR');
  });

  it.each([
    ['', 'damaged'],
    ['{"format":"dcm-run","version":2,"identity":null}\n', 'damaged'],
    ['{"format":"dcm-run","version":2,"identity":{"version":"1"}}\n', 'damaged'],
    ['{"format":"dcm-run","version":1}\n', 'another version'],
  ])('with the first line %j is refused', async (head, words) => {
    const path = runFileOf(join(await folder(), 'reports'));
    await writeFile(path, head);
    expect(() => identityIn(path)).toThrow(words);
  });
});

it('what differs is named: the version first, then the keys, then everything else', () => {
  const config = { 'bank.schemes': 'y' };
  const named = (now: Identity) => differences(identity, now).map(({ en }) => en);
  expect(named(identity)).toEqual([]);
  expect(named({ ...identity, version: '2', keys: 'l' })).toEqual(['the version of dcm: was 1, is 2']);
  expect(named({ ...identity, keys: 'l', config })).toEqual(['dcm.keys: the file contains other keys']);
  expect(named({ ...identity, suite: 'b', options: { '--seed': 'new' }, config })).toEqual([
    'this installation has different scenarios',
    '--seed: was none, is new',
    'bank.yaml: bank.schemes has changed',
  ]);
});
