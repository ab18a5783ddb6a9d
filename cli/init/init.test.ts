import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { UsageError } from '../../contract/texts/said.js';
import { dcm, folder, patience } from '../cli.testing.js';
import { init } from '../commands/init.js';
import { loadConfig } from '../config/load.js';
import { hooks } from './hook.js';
import { personAt } from './questions.js';
import { ciKinds, schemeChoices } from './settings.js';

const environment = { OFFICER_PASSWORD: 'Officer-1-secret', ACTS_TOKEN: 't' };
const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(String(line)));
});
afterEach(() => vi.restoreAllMocks());

const nobody = () => undefined;

async function refusal(run: Promise<number>): Promise<UsageError> {
  const error = await run.catch((error: unknown) => error);
  expect(error).toBeInstanceOf(UsageError);
  const { said } = error as UsageError;
  expect(said.uk).toMatch(/[а-яіїєґ]/i);
  return error as UsageError;
}

const filesIn = async (at: string) =>
  (await readdir(at, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(at.length + 1))
    .sort();

describe('dcm init writes', () => {
  const choices = schemeChoices.flatMap((schemes) =>
    ['http://127.0.0.1:9/b', 'none'].map((callbackUrl) => ({ schemes, callbackUrl })),
  );
  it.each(choices)('a bank.yaml that is valid: %j', async (options) => {
    const at = await folder();
    const name = 'Банк "Один": # \\ перший';
    expect(await init(at, { yes: true, name, ...options }, nobody)).toBe(0);
    const example = await readFile(join(at, '.env.example'), 'utf8');
    const values = Object.fromEntries(
      [...example.matchAll(/^(\w+)=(\S+)$/gm)].map(([, key, value]) => [key, value]),
    );
    const { config } = await loadConfig(join(at, 'bank.yaml'), values);
    expect(config.bank).toMatchObject({ name, alias: 'bank1', schemes: options.schemes.split(',') });
    expect(config.plan.callbacks).toBe(options.callbackUrl !== 'none');
    expect(config.driver).toMatchObject({
      kind: 'http',
      url: 'http://127.0.0.1:8080/dcm-acts',
      token: values.ACTS_TOKEN,
    });
    const text = await readFile(join(at, 'bank.yaml'), 'utf8');
    const used = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name).filter((one) => one !== 'NAME');
    expect(Object.keys(values)).toEqual(used);
  });

  it.each(ciKinds)('the CI job %s', async (ci) => {
    const at = await folder();
    await init(at, { yes: true, ci, hook: 'java' }, nobody);
    const names = {
      github: ['.github/workflows/dcm.yml'],
      gitlab: ['dcm.gitlab-ci.yml'],
      none: [],
    }[ci];
    const files = await filesIn(at);
    expect(files).toEqual(['.env.example', 'DcmActs.java', 'bank.yaml', ...names].sort());
    for (const name of names) {
      const text = await readFile(join(at, name), 'utf8');
      const commands = JSON.stringify(parse(text));
      for (const command of ['npm ci', 'java DcmActs.java >', 'dcm verify --config bank.yaml --steps 1-2'])
        expect(commands).toContain(command);
    }
  });

  it.each(Object.entries(hooks))('a hook for %s, and says how to go on', async (hook, { file, run }) => {
    const at = join(await folder(), 'new', 'bank');
    await init(at, { yes: true, hook }, nobody);
    expect(await filesIn(at)).toContain(file);
    const [text = ''] = printed;
    for (const call of [`cd ${at}`, 'dcm keys', 'cp .env.example .env', run, 'dcm verify --config bank.yaml'])
      expect(text).toContain(call);
  });

  it('in Ukrainian, too', async () => {
    await init(await folder(), { yes: true, schemes: 'bank', lang: 'uk' }, nobody);
    expect(printed[0]).toMatch(/^записано:\n {2}bank\.yaml\n/);
    expect(printed[0]).toContain('bank-jwks.json');
  });
});

describe('dcm init overwrites nothing', () => {
  it('and lists what it has left', async () => {
    const at = await folder();
    await writeFile(join(at, '.env.example'), 'mine');
    await writeFile(join(at, 'dcm-acts.mjs'), 'mine, too');
    await init(at, { yes: true, hook: 'node' }, nobody);
    expect(await readFile(join(at, '.env.example'), 'utf8')).toBe('mine');
    expect(await readFile(join(at, 'dcm-acts.mjs'), 'utf8')).toBe('mine, too');
    expect(printed[0]).toMatch(/left as they are, .*:\n {2}\.env\.example\n {2}dcm-acts\.mjs\n/);
  });

  it('nor beside a bank.yaml, unless it is told to', async () => {
    const at = await folder();
    await writeFile(join(at, 'bank.yaml'), 'mine');
    const { message } = await refusal(init(at, { yes: true }, nobody));
    expect(message).toMatch(/bank\.yaml already exists, so nothing was written\. .*--add/);
    expect(await filesIn(at)).toEqual(['bank.yaml']);
    expect(await init(at, { yes: true, add: true }, nobody)).toBe(0);
    expect(await readFile(join(at, 'bank.yaml'), 'utf8')).toBe('mine');
    const again = await refusal(init(at, { yes: true, add: true }, nobody));
    expect(again.message).toBe(
      'nothing was written, because everything already exists: bank.yaml, .env.example, .github/workflows/dcm.yml',
    );
  });

  it('and leaves nothing behind where it cannot write', async () => {
    const at = await folder();
    await writeFile(join(at, '.github'), 'a file in the place of a folder');
    const { message } = await refusal(init(at, { yes: true }, nobody));
    expect(message).toMatch(/dcm\.yml: cannot be written: .*nothing was written/);
    expect(await filesIn(at)).toEqual(['.github']);
    await refusal(init(join(at, '.github', 'below'), { yes: true }, nobody));
    await refusal(init('/proc/none/such', { yes: true, ci: 'gitlab' }, nobody));
    await refusal(init(join(at, '.github'), { yes: true }, nobody));
    expect(await filesIn(at)).toEqual(['.github']);
  });
});

describe('dcm init refuses', () => {
  it.each([
    [{ hook: 'rust' }, '--hook rust: expected one of node, python, java, go, none'],
    [{ hook: 'pyhton' }, '--hook pyhton: did you mean python?'],
    [{ ci: 'jenkins' }, '--ci jenkins: expected one of github, gitlab, none'],
    [{ alias: 'Bank One' }, '--alias Bank One: expected a host name label'],
    [{ name: '' }, '--name '],
    [{ authUrl: 'bank.example' }, '--auth-url bank.example: expected an http or https URL'],
    [{ callbackUrl: 'ftp://a' }, '--callback-url ftp://a: expected an http or https URL'],
    [{ actsUrl: 'http://a:b@c' }, '--acts-url http://a:b@c: expected no user and password in the URL'],
    [{ schemes: 'jwt' }, '--schemes jwt: expected one of dcm, bank, dcm,bank'],
  ])('%j, and writes nothing', async (options, words) => {
    const at = await folder();
    const { message } = await refusal(init(at, { yes: true, ...options }, nobody));
    expect(message).toContain(words);
    expect(await filesIn(at)).toEqual([]);
  });

  it('to guess where no one can be asked', { timeout: patience }, async () => {
    const at = await folder();
    const { code, err } = await dcm('init', at, '--hook', 'go');
    expect(err).toMatch(/this is no terminal.*--yes.*--auth-url/);
    expect(err).not.toContain('--hook');
    expect(code).toBe(2);
    expect(await filesIn(at)).toEqual([]);
  });
});

describe('dcm init at a terminal', () => {
  function terminal(...lines: readonly string[]) {
    const [input, output] = [new PassThrough(), new PassThrough()];
    let shown = '';
    output.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
    });
    input.end(lines.map((line) => `${line}\n`).join(''));
    return { find: () => personAt(input, output), shown: () => shown };
  }

  it('asks for what the options do not say, again if an answer is wrong', async () => {
    const at = await folder();
    const { find, shown } = terminal('b 2', 'bank2', '', 'https://auth.bank2.example', '', '', '', 'python');
    expect(await init(at, { ci: 'none' }, find)).toBe(0);
    expect(await filesIn(at)).toEqual(['.env.example', 'bank.yaml', 'dcm_acts.py']);
    const { config } = await loadConfig(join(at, 'bank.yaml'), environment);
    const url = 'https://auth.bank2.example';
    expect(config.bank).toMatchObject({ alias: 'bank2', auth_url: url, callback_url: url });
    expect(shown()).toContain('--alias b 2: expected a host name label');
    expect(shown()).toContain('Base URL of /api/dcm/notify/*, or none [https://auth.bank2.example]: ');
    expect(shown()).not.toContain('CI job');
  });

  it('writes nothing if the person leaves', async () => {
    const at = await folder();
    const { message } = await refusal(init(at, {}, terminal('bank2', 'Bank Two').find));
    expect(message).toBe('no more answers: nothing was written');
    expect(await filesIn(at)).toEqual([]);
  });
});
