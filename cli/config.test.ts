import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configOf, writeConfig } from './bank.testing.js';
import { folder } from './cli.testing.js';
import { readConnection, readJwks, readOwnKey } from './config/files.js';
import { loadConfig } from './config/load.js';
import { configuredPeople, withSuffix } from './config/people.js';
import { bankUrls } from './config/urls.js';

/** bank.yaml is read strictly, and what is wrong is named. */

const url = 'http://127.0.0.1:8080';

/** As bank.yaml names a variable of the environment. */
const from = (name: string) => `\${${name}}`;

async function load(changes: Parameters<typeof configOf>[1] = {}, env: Record<string, string> = {}) {
  return loadConfig(await writeConfig(await folder(), configOf(url, changes)), env);
}

const refusal = (changes: Parameters<typeof configOf>[1], env: Record<string, string> = {}) =>
  load(changes, env).then(
    () => 'accepted',
    (error: Error) => `${error.name}: ${error.message.split('\n').slice(1).join('\n').trim()}`,
  );

describe('bank.yaml', () => {
  it('has defaults', async () => {
    const { config } = await load();
    expect(config).toMatchObject({
      dcm: { host: '127.0.0.1' },
      bank: { leeway_s: 60, schemes: ['dcm'], headers: {} },
      scope: 'full',
      plan: { callbacks: true, multisignature: false },
    });
  });

  it.each<[string, Parameters<typeof configOf>[1], string]>([
    [
      'a misspelt member',
      { bank: { auth_urll: url } },
      'bank.auth_urll: unknown member; did you mean auth_url?',
    ],
    [
      'an unknown member',
      { dcm: { colour: 1 } },
      'dcm.colour: unknown member; allowed: keys, host, port, public_url',
    ],
    ['an unknown member at the top', { more: { pllan: {} } }, 'pllan: unknown member; did you mean plan?'],
    ['a text for a number', { dcm: { port: 'x' } }, 'dcm.port: expected number, received string'],
    ['a number out of range', { dcm: { port: 70_000 } }, 'dcm.port: expected at most 65535'],
    ['no URL', { bank: { auth_url: 'localhost' } }, 'bank.auth_url: expected an http or https URL'],
    ['an unknown scheme', { bank: { schemes: ['dmc'] } }, 'bank.schemes.0: expected dcm or bank, not dmc'],
    ['no scheme at all', { bank: { schemes: [] } }, 'bank.schemes: expected at least 1 item'],
    ['one key keeper', { bank: { key_keepers: [] } }, 'bank.key_keepers'],
    ['a driver of another kind', { driver: { kind: 'htpp' } }, 'driver.kind'],
    ['a driver with a member of another', { driver: { kind: 'manual', url } }, 'driver.url: unknown member'],
    [
      'a customer without login',
      { bank: { customers: [{ name: 'A' }] } },
      'bank.customers.0.login: expected string',
    ],
    [
      'too few customers to be',
      { bank: { customers: { generate: 0 } } },
      'bank.customers.generate: expected at least 1',
    ],
    ['an odd alias', { bank: { alias: 'Bank One' } }, 'bank.alias: expected a host name label'],
    [
      'no address of a signer',
      { bank: { signers: ['GA', 'GB'] } },
      'bank.signers.0: expected a Stellar public key',
    ],
    [
      'an unknown option',
      { more: { profile: { asset_kode: 'UAH' } } },
      'profile.asset_kode: unknown member; did you mean asset_code?',
    ],
    [
      'a password in a URL',
      { bank: { auth_url: 'https://user:word@bank.example' } },
      'bank.auth_url: expected no user and password',
    ],
    [
      'a proxy whose password cannot be read',
      { bank: { proxy: 'http://user:100%@proxy.example' } },
      'bank.proxy: expected percent signs in user and password to be written as %25',
    ],
    ['scheme bank without keys', { bank: { schemes: ['bank'] } }, 'bank.jwks: required with the scheme bank'],
    [
      'multisignature without /sign',
      { plan: { multisignature: true } },
      'bank.sign_url: required with plan.multisignature',
    ],
    [
      'the builtin driver at full scope',
      { driver: { kind: 'builtin' } },
      'scope: expected service: the driver builtin calls DCM on behalf of the bank, so',
    ],
    [
      'the builtin driver with customers that are made up',
      { driver: { kind: 'builtin' }, more: { scope: 'service' } },
      'bank.customers: expected a list: the driver builtin cannot create secrets',
    ],
    [
      'a password that DCM would refuse in step 11',
      { bank: { first_employee: { email: 'officer@bank1.example', password: 'long-enough' } } },
      'bank.first_employee.password: expected a password with a capital letter, a digit: DCM refuses any other',
    ],
    [
      'half a client certificate',
      { bank: { tls: { cert: 'a.pem' } } },
      'bank.tls: expected both cert and key',
    ],
    [
      'a waiver of a rule that does not exist',
      { more: { waivers: [{ rule: 'CALLBACK-99', reason: 'ticket 42', until: '2026-12-31' }] } },
      'waivers.0.rule: CALLBACK-99 is not a rule about banks',
    ],
    [
      'probes within an act and the builtin driver',
      {
        bank: { probes: 'within-act', customers: [{ login: 'one' }] },
        driver: { kind: 'builtin' },
        more: { scope: 'service' },
      },
      'bank.probes: expected direct: the driver builtin calls DCM on behalf of the bank',
    ],
  ])('is refused with %s', async (_what, changes, words) => {
    expect(await refusal(changes)).toContain(`ConfigError: ${words}`);
  });

  it('is refused when it is no YAML, is empty, or is not there', async () => {
    const at = await folder();
    const refused = async (text: string) => loadConfig(await writeConfig(at, text));
    await expect(refused('a: [')).rejects.toThrow('not YAML');
    await expect(refused('')).rejects.toThrow(
      /the file is empty\n {2}write one with dcm init, or start from the example in docs\/verify-your-bank/,
    );
    await expect(loadConfig(join(at, 'none.yaml'))).rejects.toThrow(
      /cannot be read.*\n {2}write one with dcm init, or start from the example/,
    );
  });

  it('names every problem at once', async () => {
    const text = await refusal({ dcm: { port: 'x', hots: 'a' }, bank: { alias: '' } });
    for (const member of ['dcm.port', 'dcm.hots', 'bank.alias']) expect(text).toContain(`${member}: `);
  });
});

describe('a name in braces', () => {
  it('comes from the environment, read as the type of its member', async () => {
    const changes = {
      dcm: { port: from('PORT') },
      bank: { headers: { 'x-key': `key ${from('KEY')}` }, leeway_s: from('LEEWAY') },
      plan: { callbacks: from('CALLBACKS') },
    };
    const env = { PORT: '4321', KEY: '12', LEEWAY: '1.5', CALLBACKS: 'false' };
    const { config } = await load(changes, env);
    expect(config).toMatchObject({
      dcm: { port: 4321 },
      bank: { headers: { 'x-key': 'key 12' }, leeway_s: 1.5 },
      plan: { callbacks: false },
    });
  });

  it('stays a text where a text is wanted', async () => {
    const { config } = await load({ driver: { kind: 'http', url, token: from('TOKEN') } }, { TOKEN: '12' });
    expect(config.driver).toMatchObject({ token: '12' });
  });

  it('that is not set, or is no number, is refused by name and not by value', async () => {
    expect(await refusal({ dcm: { port: from('NONE') } })).toContain(
      `${from('NONE')}: not set in the environment\n  set it in the shell that starts dcm, for example`,
    );
    const text = await refusal({ dcm: { port: from('PORT') } }, { PORT: 'secret' });
    expect(text).toContain('dcm.port: expected number');
    expect(text).not.toContain('secret');
  });
});

describe('files that it names', () => {
  const jwk = { kty: 'EC', kid: 'k', crv: 'P-256', x: 'a', y: 'b' };

  it.each([
    ['{', 'is not a JSON object'],
    ['null', 'is not a JSON object'],
    ['{"keys":[]}', 'contains no key'],
    ['{"keys":[1]}', 'is not a JWKS'],
    [JSON.stringify({ ...jwk, kid: undefined }), 'contains a key without a kid'],
    [JSON.stringify({ ...jwk, d: 'secret' }), 'contains the private key k'],
  ])('are no JWKS: %s', async (text, words) => {
    const loaded = await load();
    await writeFile(loaded.path('jwks.json'), text);
    const error = await readJwks(loaded, 'jwks.json').catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ name: 'ConfigError', message: expect.stringContaining(words) });
    expect(String(error)).not.toContain('secret');
  });

  it('are a JWKS, or one key of it', async () => {
    const loaded = await load();
    await writeFile(loaded.path('one.json'), JSON.stringify(jwk));
    await writeFile(loaded.path('all.json'), JSON.stringify({ keys: [jwk] }));
    expect(await readJwks(loaded, 'one.json')).toEqual([jwk]);
    expect(await readJwks(loaded, 'all.json')).toEqual([jwk]);
  });

  it('are no private key', async () => {
    const loaded = await load();
    await writeFile(loaded.path('key.json'), JSON.stringify({ ...jwk, d: 'secret' }));
    const error = await readOwnKey(loaded, 'key.json').catch((thrown: Error) => thrown);
    expect(String(error)).toContain('driver.private_jwk: key.json is not a private JWK');
    expect(String(error)).not.toContain('secret');
  });

  it('that are not there are named with their member', async () => {
    const loaded = await load({ bank: { tls: { ca: './ca.pem' } } });
    await expect(readConnection(loaded)).rejects.toThrow('bank.tls.ca: ./ca.pem cannot be read');
  });
});

describe('URLs', () => {
  it('are made of bases, which may end in a slash, or given whole', async () => {
    const { config } = await load({
      bank: { auth_url: `${url}/auth/`, user_key_url: `${url}/k`, sign_url: url, signers },
      plan: { multisignature: true, callbacks: false },
    });
    expect(bankUrls(config)).toEqual({
      user_auth_url: `${url}/auth/user_auth`,
      user_key_url: `${url}/k`,
      user_id_url: `${url}/auth/external_id`,
      callback_url: '',
      sign_url: `${url}/sign`,
    });
  });

  it('of /sign mean the same whole or as a base', async () => {
    const signUrlOf = async (sign_url: string) => {
      const { config } = await load({ bank: { sign_url, signers }, plan: { multisignature: true } });
      return bankUrls(config).sign_url;
    };
    for (const given of [url, `${url}/`, `${url}/sign`, `${url}/sign/`])
      expect(await signUrlOf(given)).toBe(`${url}/sign`);
  });
});

const signers = ['A', 'B'].map((symbol) => `G${symbol.repeat(55)}`);

describe('customers', () => {
  it('carry a suffix that no other run has, and are taken once each', async () => {
    const { config } = await load({
      bank: { customers: [{ login: 'a@b.example', name: 'Olena' }, { login: '+380' }] },
    });
    const [one, other] = [configuredPeople(config, 'seed'), configuredPeople(config, 'seed')];
    const first = one.newCustomer();
    expect(first).toEqual({ login: expect.stringMatching(/^a-\w+@b\.example$/), name: 'Olena' });
    expect(other.newCustomer()).not.toEqual(first);
    expect(one.newCustomer().login).toMatch(/^\+380-\w+$/);
    expect(() => one.newCustomer()).toThrow('bank.customers: all 2 are used up');
  });

  it('are made up when told so, as many as told', async () => {
    const { config } = await load({ bank: { customers: { generate: 1 } } });
    const people = configuredPeople(config, 'seed');
    expect(people.newCustomer().login).not.toBe(people.newLogin());
    expect(() => people.newCustomer()).toThrow('bank.customers.generate: all 1 are used up');
  });

  it('whose secrets the bank holds beforehand stay as they are', async () => {
    const { config } = await load({
      bank: { customers: [{ login: '+380' }] },
      driver: { kind: 'builtin' },
      more: { scope: 'service' },
    });
    expect(configuredPeople(config, 'seed').newCustomer()).toEqual({ login: '+380' });
  });

  it('keep an e-mail address one', () => {
    expect(withSuffix('a@b', '1')).toBe('a-1@b');
    expect(withSuffix('@b', '1')).toBe('@b-1');
  });
});
