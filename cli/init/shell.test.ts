import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder } from '../cli.testing.js';
import { asCommand, quoted } from './shell.js';
import { outcomeText } from './texts.js';

const settings = { hook: 'none', schemes: 'dcm' } as unknown as Parameters<typeof outcomeText>[0]['settings'];

it('dcm becomes a command of the shell unless it is one, wherever the program is', async () => {
  const at = join(await folder(), "a bank's folder");
  await mkdir(at);
  await writeFile(join(at, 'dcm.mjs'), 'console.log(process.argv.slice(2).join())');
  const command = asCommand({ PATH: '/nowhere' }, at);
  const shell = (text: string) => execFileSync('bash', ['-c', text], { encoding: 'utf8' });
  expect(shell(`${command}\necho "$(dcm token --obj 'kk 1')"`)).toBe('token,--obj,kk 1\n');
  await writeFile(join(at, 'dcm'), '');
  expect(asCommand({ PATH: `/nowhere:${at}` }, at)).toBeUndefined();
  expect(asCommand({ PATH: `/nowhere:${at}`, npm_command: 'exec' }, at)).toBe(command);
  expect(shell(`cd ${quoted(at)} && pwd`)).toBe(`${at}\n`);
});

it('what dcm init says next can be pasted', () => {
  const text = (command?: string) =>
    outcomeText({ written: [], left: [], folder: 'my bank', command, settings, language: 'en' });
  expect(text()).toMatch(/^next:\n {2}cd 'my bank'\n/);
  expect(text('dcm() { …; }')).toMatch(
    /^first, so that this shell knows dcm:\n {2}dcm\(\) \{ …; \}\nnext:\n/,
  );
});
