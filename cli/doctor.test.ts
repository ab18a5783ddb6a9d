import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps, type ServerOptions } from 'node:https';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { listeningUntilTheEnd } from '../listening.testing.js';
import { type Changes, configOf, deafPort, home, writeConfig } from './bank.testing.js';
import { doctor } from './commands/doctor.js';
import { verify } from './commands/verify.js';
import { type Printed, printedBy } from './printed.testing.js';

/** What makes a run meaningless is told before it, in words that name it. */

const run = promisify(execFile);

/** A bank that answers 401 to everybody, and reaches DCM when its hook is told to. */
const answering: RequestListener = async (request, response) => {
  if (request.url !== '/dcm-acts') return void response.writeHead(401).end('{}');
  const { dcm } = JSON.parse((await request.setEncoding('utf8').toArray()).join(''));
  await fetch(`${dcm.base_url}/api/v1/.well-known/jwks.json`);
  response.end('{"ok":true}');
};

const httpBank = async (listener: RequestListener = answering) =>
  `http://127.0.0.1:${await listeningUntilTheEnd(createHttp(listener))}`;

async function look(url: string, changes: Changes = {}, at?: string, lang = 'en'): Promise<Printed> {
  const config = await writeConfig(at ?? (await home()), configOf(url, changes));
  return printedBy(() => doctor({ config, lang }));
}

/** The doctor and the run both stop here. */
async function expectBlocked(words: RegExp, url: string, changes: Changes = {}, at?: string): Promise<void> {
  const folder = at ?? (await home());
  const seen = await look(url, changes, folder);
  expect(seen.text).toMatch(words);
  expect(seen.text).not.toMatch(/^ +at /m);
  expect(seen.code).toBe(2);
  const config = await writeConfig(folder, configOf(url, changes));
  const ran = await printedBy(() => verify({ config, report: join(folder, 'reports') }));
  expect(ran.text).toMatch(words);
  expect(ran.code).toBe(2);
}

describe('dcm doctor', () => {
  it('tells what it looked at, and ends with 0; a right answer is asked for later', async () => {
    const url = await httpBank();
    const { code, text } = await look(url);
    const lines = text.split('\n').map((line) => line.replace(/ +/g, ' '));
    expect(lines).toEqual([
      expect.stringMatching(/^✓ config .*bank-\d+\.yaml is valid$/),
      '✓ data 200 test logins will be generated',
      `✓ url user_auth_url ${url}/user_auth responds (401)`,
      `✓ url user_key_url ${url}/key responds (401)`,
      `✓ url user_id_url ${url}/external_id responds (401)`,
      `✓ url callback_url ${url} responds (401)`,
      "✓ clock the bank's clock agrees with this one",
      expect.stringMatching(/^✓ mock the bank reaches DCM at http:\/\/127\.0\.0\.1:\d+$/),
      '! token /key responds with 401 for key keeper kk-1; step 7 will show more',
      expect.stringMatching(/^ see: curl -i .*X-Session-ID: \$\(dcm token/),
    ]);
    expect(code).toBe(0);
  });

  it('speaks Ukrainian, with the same commands', async () => {
    const url = await httpBank();
    const { code, text } = await look(url, {}, undefined, 'uk');
    expect(code).toBe(0);
    expect(text).toMatch(/✓ годинник +годинник банку збігається/);
    expect(text).toMatch(/✓ дані +буде створено 200 тестових логінів/);
    expect(text).toMatch(/! токен +\/key відповідає 401[^\n]*\n +перевірте: curl -i .*X-Session-ID/);
    const off = await look(`http://127.0.0.1:${deafPort}`, {}, undefined, 'uk');
    expect(off.code).toBe(2);
    expect(off.text).toMatch(
      /✗ адреса +user_auth_url: на 127\.0\.0\.1:\d+ ніхто не слухає\n +перевірте: curl -v/,
    );
  });

  it('looks at no driver that is a person, or the harness itself', async () => {
    const url = await httpBank();
    const manual = await look(url, { driver: { kind: 'manual' } });
    expect(manual.text).toContain('manual: a person will be asked to act');
    const customers = Array.from({ length: 40 }, (_, index) => ({ login: String(index) }));
    const service: Changes = { driver: { kind: 'builtin' }, bank: { customers }, more: { scope: 'service' } };
    const builtin = await look(url, service);
    expect(builtin.text).toContain('builtin: the harness itself calls DCM');
    expect(builtin.text).toContain('40 test logins');
    expect([manual.code, builtin.code]).toEqual([0, 0]);
  });

  it('does not mind a hook without ping', async () => {
    const url = await httpBank((request, response) =>
      response.writeHead(request.url === '/dcm-acts' ? 501 : 401).end(),
    );
    const { code, text } = await look(url);
    expect(text).toMatch(/! driver +the act ping is not supported/);
    expect(code).toBe(0);
  });

  it('works when DCM listens on all addresses', async () => {
    const { code, text } = await look(await httpBank(), { dcm: { host: '0.0.0.0' } });
    expect(text).toMatch(/✓ mock +the bank reaches DCM at http:\/\/127\.0\.0\.1:/);
    expect(code).toBe(0);
  });

  it('says that certificates are not checked', async () => {
    const { code, text } = await look(await httpBank(), { bank: { tls: { insecure: true } } });
    expect(text).toMatch(/! certificate +bank\.tls\.insecure/);
    expect(code).toBe(0);
  });
});

describe('blocks, with exit code 2:', () => {
  it('a bank that is stopped', async () => {
    await expectBlocked(
      /✗ url +user_auth_url: nothing listens on 127\.0\.0\.1:2\n +see: curl -v/,
      `http://127.0.0.1:${deafPort}`,
    );
  });

  it('a host that nobody knows', () =>
    expectBlocked(/✗ name +user_auth_url: host bank\.invalid cannot be resolved/, 'http://bank.invalid'));

  it('a clock that is off beyond the leeway', async () => {
    const url = await httpBank((request, response) => {
      response.setHeader('date', new Date(Date.now() - 180_000).toUTCString());
      return answering(request, response);
    });
    await expectBlocked(
      /✗ clock +the bank's clock is 1(79|80|81) s behind, more than bank\.leeway_s \(60\)/,
      url,
    );
    const { code } = await look(url, { bank: { leeway_s: 300 } });
    expect(code).toBe(0);
  });

  it('too few customers', async () => {
    const url = await httpBank();
    const customers = [{ login: 'a' }];
    await expectBlocked(/✗ data +bank\.customers: 1 test logins, but a run needs 12/, url, {
      bank: { customers },
    });
    await expectBlocked(/✗ data +bank\.customers\.generate: 5, but/, url, {
      bank: { customers: { generate: 5 } },
    });
  });

  it('a bank that says it reached DCM, and did not', async () => {
    const url = await httpBank((_request, response) => response.end('{"ok":true}'));
    await expectBlocked(
      /✗ mock +the bank does not reach DCM at .*: it reported success, but no request arrived/,
      url,
    );
  });

  it('a bank that cannot reach DCM', async () => {
    const url = await httpBank((_request, response) => response.end('{"ok":false,"error":"no route"}'));
    await expectBlocked(/it reported no route, but no request arrived\n +see: curl -v http.*jwks\.json/, url);
  });

  it('a driver that is not there', async () => {
    const driver = { kind: 'http', url: `http://127.0.0.1:${deafPort}/acts` };
    await expectBlocked(
      /✗ driver +act ping: no response from http.*\/acts: connection refused/,
      await httpBank(),
      {
        driver,
      },
    );
    const command = { kind: 'command', run: ['no-such-program'] };
    await expectBlocked(/✗ driver +act ping: no-such-program: .*ENOENT/, await httpBank(), {
      driver: command,
    });
  });

  it('keys that are not there, and members that are wrong', async () => {
    const url = await httpBank();
    await expectBlocked(/none\.json cannot be read.*Create it with: dcm keys/, url, {
      dcm: { keys: './none.json' },
    });
    await expectBlocked(/bank\.auth_urll: unknown member; did you mean auth_url\?/, url, {
      bank: { auth_urll: url },
    });
    await expectBlocked(/bank\.jwks: \.\/none cannot be read/, url, {
      bank: { jwks: './none', schemes: ['dcm', 'bank'] },
    });
  });
});

describe('certificates', () => {
  /** A self-signed certificate for this host. */
  async function certificate(at: string, name: string) {
    const files = { key: join(at, `${name}.key`), cert: join(at, `${name}.pem`) };
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    await run('openssl', ['req', '-x509', ...key, ...subject, '-keyout', files.key, '-out', files.cert]);
    return { key: await readFile(files.key), cert: await readFile(files.cert) };
  }

  const httpsBank = async (options: ServerOptions) =>
    `https://127.0.0.1:${await listeningUntilTheEnd(createHttps(options, answering))}`;

  it('that are self-signed block, until they are known or not looked at', async () => {
    const at = await home();
    const url = await httpsBank(await certificate(at, 'bank'));
    await expectBlocked(
      /✗ certificate +user_auth_url: the certificate is self-signed; set bank\.tls\.ca[\s\S]*see: openssl s_client/,
      url,
      {},
      at,
    );
    const known = await look(url, { bank: { tls: { ca: './bank.pem' } } }, at);
    expect(known).toMatchObject({ code: 0, text: expect.stringMatching(/✓ mock +the bank reaches DCM/) });
    expect(await look(url, { bank: { tls: { insecure: true } } }, at)).toMatchObject({ code: 0 });
  });

  it('of the client are shown to a bank that asks for them', async () => {
    const at = await home();
    const client = await certificate(at, 'client');
    const asking = { requestCert: true, rejectUnauthorized: true, ca: client.cert };
    const url = await httpsBank({ ...(await certificate(at, 'bank')), ...asking });
    await expectBlocked(
      /✗ certificate +user_auth_url: .*certificate/,
      url,
      { bank: { tls: { ca: './bank.pem' } } },
      at,
    );
    const tls = { ca: './bank.pem', cert: './client.pem', key: './client.key' };
    expect(await look(url, { bank: { tls } }, at)).toMatchObject({ code: 0 });
  });
});
