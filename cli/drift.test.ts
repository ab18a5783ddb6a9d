import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../bridge/drift/read.js';
import { otherStage } from '../bridge/drift/stage.testing.js';
import { visited } from '../bridge/drift/visit.testing.js';
import { drift } from '../contract/drift.js';
import { dcm, dcmServing, folder, patience } from './cli.testing.js';

/** The command as its users see it; what it finds is tested in bridge/drift/. */

async function written(at: string, { run, exchanges }: Recording, end = '\n'): Promise<string> {
  const file = join(at, 'stage.ndjson');
  const lines = [run, ...exchanges].map((line) => JSON.stringify(line));
  await writeFile(file, lines.join('\n') + end);
  return file;
}

describe('dcm drift', { timeout: patience }, () => {
  it('says what a stage does otherwise, learns it, and finds nothing else afterwards', async () => {
    const at = await folder();
    const [json, html, learned] = ['drift.json', 'drift.html', 'stage.json'].map((name) =>
      join(at, name),
    ) as [string, string, string];
    // The last line was being written when the proxy was killed.
    const file = await written(at, await visited(otherStage), '\n{"seq":1,"at"');
    const first = await dcm('drift', file, '--json', json, '--html', html, '--learn', learned);
    expect(first).toMatchObject({ code: 1, err: '' });
    expect(first.out).toContain('✗ U-26 Which form does the response of listAccounts have? · breaks clients');
    expect(first.out).toContain('✗ getPayment: category, documented, but missing · breaks clients');
    expect(first.out).toContain(`written: ${learned}; try it with dcm mock --profile ${learned}`);
    expect(drift.parse(JSON.parse(await readFile(json, 'utf8'))).exit_code).toBe(1);
    expect(await readFile(html, 'utf8')).toContain(
      '<h1><span aria-hidden="true">✗</span>The stage does otherwise</h1>',
    );
    expect((await stat(learned)).mode & 0o777).toBe(0o600);

    const again = await dcm('drift', file, '--profile', learned);
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).toContain('against the documentation and stage.json');
    expect(again.out).toContain('✓ Nothing contradicts');

    const refused = await dcm('drift', file, '--learn', learned);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('the file already exists; name another one, or add --force');
    const forced = await dcm('drift', file, '--learn', learned, '--force', '--lang', 'uk');
    expect(forced.code).toBe(1);
    expect(forced.out).toContain('Профіль містить усе, що було побачено.');
  });

  it('dcm mock answers as it was learned', async () => {
    const at = await folder();
    const learned = join(at, 'stage.json');
    await dcm('drift', await written(at, await visited(otherStage)), '--learn', learned);
    const { first, stop } = await dcmServing('mock', '--port', '0', '--json', '--profile', learned);
    const { url } = JSON.parse(first);
    const response = await fetch(`${url}/api/v1/.well-known/jwks.json`);
    expect(response.headers.get('server')).toBe('stage');
    expect(await response.json()).toMatchObject({ keys: { length: 5 } });
    await stop('SIGTERM');
  });

  it('finds nothing in a stage that is as assumed', async () => {
    const { code, out, err } = await dcm('drift', await written(await folder(), await visited()));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('✓ Nothing contradicts');
  });

  it.each([[''], ['{"a":1}\n'], ['nonsense\n']])('refuses what is not a recording: %j', async (text) => {
    const file = join(await folder(), 'other.ndjson');
    await writeFile(file, text);
    const { code, err } = await dcm('drift', file);
    expect(code).toBe(2);
    expect(err).toContain(`${file}, line 1: not a recording of dcm proxy`);
  });

  it('refuses a file that is not there, and a profile of operations that are not', async () => {
    const at = await folder();
    const absent = await dcm('drift', join(at, 'absent.ndjson'));
    expect(absent.code).toBe(2);
    expect(absent.err).toContain('cannot be read: ENOENT');
    const profile = join(at, 'profile.json');
    await writeFile(profile, JSON.stringify({ captured: [{ operation: 'getNothing', when: 'served' }] }));
    const wrong = await dcm('mock', '--profile', profile);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('captured: there is no operation getNothing');
  });
});
