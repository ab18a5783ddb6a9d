import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { freePort } from '../bank.testing.js';
import { folder, main, patience } from '../cli.testing.js';

/** "The first ten minutes" of docs/build-your-bank.md, command by command, with what each prints. */

const page = 'docs/build-your-bank.md';
const usualPort = '8080';

/** Commands and the output that follows them, in their order. */
async function transcript(): Promise<{ readonly command: string; readonly output: string }[]> {
  const [, section = ''] = (await readFile(page, 'utf8')).split('## The first ten minutes\n');
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(/```sh\n(.*?)```\s+(?:.*?\n)??```\n(.*?)```/gs)].map(
    ([, command = '', output = '']) => ({
      command,
      output,
    }),
  );
}

/** The page leaves out with `…`: lines where it stands alone, otherwise a part of a line. */
const pattern = (output: string): RegExp =>
  new RegExp(
    `^${output
      .trimEnd()
      .split('\n')
      .map((line) => (line === '…' ? '(?:.*\n)*?' : `${line.split('…').map(escaped).join('.*')}.*\n`))
      .join('')}`,
  );
const escaped = (part: string) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

it('the first ten minutes go as the page says', { timeout: 2 * patience }, async () => {
  const blocks = await transcript();
  expect(blocks.length).toBeGreaterThan(5);
  const port = await freePort();
  const between = '-- the next block --';
  const script = [
    `npx() { shift; node ${main} "$@"; }`,
    "trap 'kill $(jobs -p)' EXIT",
    ...blocks.flatMap(({ command }, index) => [
      command,
      // Ports of this machine instead of the usual ones.
      ...(index === 0
        ? [`sed -i 's/${usualPort}/${port}/; s/port: 4010/port: 0/' bank.yaml dcm-acts.mjs`]
        : []),
      `echo '${between}'`,
    ]),
  ].join('\n');
  const { OFFICER_PASSWORD: _password, ACTS_TOKEN: _token, ...env } = process.env;
  const shell = spawn('bash', ['-c', `exec 2>&1\n${script}`], { cwd: await folder(), env });
  const printed = (await text(shell.stdout)).replaceAll(String(port), usualPort).split(`${between}\n`);
  blocks.forEach(({ command, output }, index) => {
    expect(printed[index], command).toMatch(pattern(output));
  });
});
