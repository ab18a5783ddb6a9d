import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { end, folder, main, patience, start } from './cli.testing.js';

const linesOf = (out: string): Record<string, unknown>[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

it('dcm mock --log json prints nothing but lines of JSON, from start to stop', {
  timeout: patience,
}, async () => {
  const child = start([main, 'mock', '--port', '0', '--log', 'json']);
  const ended = end(child);
  let first = '';
  child.stdout?.on('data', async (text: string) => {
    if (first !== '') return;
    first = text;
    const { url } = JSON.parse(first) as { url: string };
    await fetch(`${url}/api/v1/.well-known/jwks.json`, { headers: { 'x-request-id': 'mine' } });
    child.kill('SIGTERM');
  });
  const { code, out, err } = await ended;
  expect([code, err]).toEqual([0, '']);
  const lines = linesOf(out);
  expect(lines.map(({ msg }) => msg)).toEqual(['started', 'exchange', 'stopping', 'stopped']);
  expect(lines[0]).toMatchObject({ health: expect.stringContaining('/health'), seed: expect.any(String) });
  expect(lines[1]).toMatchObject({ operation: 'getDcmJwks', request_id: 'mine', seq: 1 });
  expect(lines[2]).toMatchObject({ signal: 'SIGTERM', drain_s: 0 });
});

it('dcm mock knows no other form of a log', { timeout: patience }, async () => {
  const { code, err } = await end(start([main, 'mock', '--port', '0', '--log', 'xml']));
  expect([code, err]).toEqual([2, expect.stringContaining('--log xml: expected json or text')]);
});

it('dcm mock --log json says faults and notes in lines of JSON as well', { timeout: patience }, async () => {
  const state = join(await folder(), 'state.json');
  await mkdir(join(`${state}.runs`), { recursive: true });
  await writeFile(join(`${state}.runs`, '1.json'), '{}');
  await mkdir(join(`${state}.sandboxes`, 'team'), { recursive: true });
  await writeFile(join(`${state}.sandboxes`, 'team', 'sandbox.json'), '{}');
  const child = start([main, 'mock', '--port', '0', '--log', 'json', '--state', state]);
  const ended = end(child);
  child.stdout?.on('data', (text: string) => {
    if (text.includes('started')) child.kill('SIGTERM');
  });
  const { code, out, err } = await ended;
  expect([code, err]).toEqual([0, '']);
  const lines = linesOf(out);
  expect(lines).toContainEqual(
    expect.objectContaining({
      level: 'warn',
      msg: 'note',
      note: expect.stringContaining('sandbox team cannot'),
    }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({
      level: 'error',
      msg: 'fault of the mock',
      err: expect.objectContaining({ message: expect.stringContaining('is no run of this version') }),
    }),
  );
});
