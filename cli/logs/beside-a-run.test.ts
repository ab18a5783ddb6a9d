import { once } from 'node:events';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { startMock } from '../../mock-server/start.js';
import { dcm, folder, main, patience, start } from '../cli.testing.js';

/** Makes a program take its output for a terminal of so many columns; tests leave out colors otherwise. */
const terminal = (columns: number, color: boolean): string[] => [
  '--import',
  `data:text/javascript,Object.assign(process.stdout, { isTTY: true, columns: ${columns} });${color ? 'delete process.env.NO_COLOR' : ''}`,
];

/** `dcm logs --follow` with what it has printed so far. */
function following(url: string, node: readonly string[]) {
  const child = start([...node, main, 'logs', '--mock-url', url, '--follow']);
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'close') as Promise<[number | null]>;
  let out = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  return {
    out: () => out,
    async stop(): Promise<number | null> {
      child.kill('SIGINT');
      return (await ended)[0];
    },
  };
}

const withoutColors = (text: string): string[] => stripVTControlCharacters(text).trimEnd().split('\n');
const widest = (lines: readonly string[]): number => Math.max(...lines.map((line) => [...line].length));
/** Lines of exchanges, but for those before and after the run. */
const ofTheRun = (lines: readonly string[]): string[] =>
  lines.filter((line) => /^\d\d:\d\d:\d\d/.test(line) && !/\/api\/v1\/(?:begin|end)/.test(line));

it('follows a run in 60 and 200 columns, into a pipe, and without colors', {
  timeout: patience,
}, async () => {
  const keys = join(await folder(), 'keys.json');
  expect((await dcm('keys', keys)).code).toBe(0);
  const { url, close } = await startMock({ port: 0, keys });
  onTestFinished(close);
  const readers = {
    narrow: following(url, terminal(60, true)),
    wide: following(url, terminal(200, true)),
    piped: following(url, []),
    plain: following(url, terminal(60, false)),
  };
  const all = Object.values(readers);
  const everyoneSees = async (path: string) => {
    while (!all.every((reader) => reader.out().includes(path))) await fetch(`${url}${path}`);
  };
  await everyoneSees('/api/v1/begin');
  const report = await folder();
  const walked = ['--reference', '--keys', keys, '--mock-url', url, '--tags', '@S11-02 or @S12-01'];
  expect((await dcm('verify', ...walked, '--report', report)).code).toBe(0);
  await everyoneSees('/api/v1/end');
  expect(await Promise.all(all.map((reader) => reader.stop()))).toEqual([0, 0, 0, 0]);

  const [narrow = '', wide = '', piped = '', plain = ''] = all.map((reader) => reader.out());
  const [inNarrow = [], inWide = [], inPiped = [], inPlain = []] = [narrow, wide, piped, plain].map(
    withoutColors,
  );
  expect(widest(inNarrow)).toBeLessThanOrEqual(60);
  expect(widest(inPlain)).toBeLessThanOrEqual(60);
  expect(widest(inWide)).toBeLessThanOrEqual(200);
  expect(widest(inPiped)).toBeGreaterThan(60);
  for (const colored of [narrow, wide]) expect(colored).toContain('\u001b[');
  for (const text of [piped, plain]) expect(text).not.toContain('\u001b');
  // All of them have the same exchanges: those of the bank and the reverse calls.
  const counts = [inNarrow, inWide, inPiped, inPlain].map((lines) => ofTheRun(lines).length);
  expect(counts[0]).toBeGreaterThan(10);
  expect(new Set(counts).size).toBe(1);
  for (const lines of [inWide, inPiped]) {
    expect(lines.some((line) => /DCM → bank +GET .*\/external_id/.test(line))).toBe(true);
    expect(lines.some((line) => /bank → DCM +POST .*submitLogin/.test(line))).toBe(true);
  }
});
