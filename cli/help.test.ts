import { describe, expect, it } from 'vitest';
import { dcm, patience } from './cli.testing.js';

const commands = [
  'mock',
  'init',
  'keys',
  'token',
  'bank',
  'verify',
  'doctor',
  'load',
  'drift',
  'onboarding',
  'report',
  'statement',
] as const;

/** Options as a help text lists them, e.g. `--port`. */
const optionsIn = (help: string): string[] =>
  [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, name = '']) => name);

/** Lines of a help text that are examples. */
const examplesIn = (help: string): string[] =>
  help
    .slice(help.search(/^Examples?:$/m))
    .split('\n')
    .filter((line) => /\bdcm \w/.test(line));

describe('--help', { timeout: patience }, () => {
  it('of dcm names every command, the exit codes and examples', async () => {
    const { code, out, err } = await dcm('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const command of commands) expect(out).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
    for (const number of [0, 1, 2, 3, 4]) expect(out).toMatch(new RegExp(`Exit codes:[^]*\\b${number} `));
    expect(examplesIn(out).length).toBeGreaterThanOrEqual(3);
  });

  it.each(commands)('of %s has examples whose options exist', async (command) => {
    const { code, out, err } = await dcm(command, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Usage: dcm ${command}`);
    const examples = examplesIn(out);
    expect(examples.length).toBeGreaterThanOrEqual(1);
    const known = optionsIn(out);
    for (const example of examples) {
      const call = new RegExp(`\\bdcm ${command}\\b[^)]*`).exec(example)?.[0] ?? '';
      expect(call).not.toBe('');
      for (const [option] of call.matchAll(/--[\w-]+/g)) expect(known).toContain(option);
    }
  });

  it('of verify tells the exit codes and the files', async () => {
    const { out } = await dcm('verify', '--help');
    expect(out).toContain('0 conformant');
    expect(out).toContain('result.json');
  });

  it('of report diff tells what it compares', async () => {
    const { code, out } = await dcm('report', 'diff', '--help');
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('exit 1 when they differ');
  });
});
