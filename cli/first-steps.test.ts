import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import type { Document } from '../contract/described.testing.js';
import { readKeysFile } from '../mock-server/keys-file.js';
import { admin, configOf, employee, home, keepers } from './bank.testing.js';
import { patience, readResult, walks } from './cli.testing.js';
import { type Lookup, stubFrom } from './stub.testing.js';

/**
 * A bank that has nothing yet but its authorization: a server stub from the document of the bank's side, in which a person
 * has filled in the check of the token and a few users with secrets. No acts, maybe not every method.
 */

const user = { login: 'one@bank1.example', external_id: 'id-1' };
const users = [user, ...keepers.map(({ login, external_id }) => ({ login, external_id }))];

/** The document as the package has it, for generators that know OpenAPI 3.0 only. */
const described = async (): Promise<Document> =>
  JSON.parse(await readFile(new URL('../docs/openapi/bank-3.0.3.json', import.meta.url), 'utf8'));

async function firstBank(methods: readonly string[], more: object = { scope: 'service' }): Promise<string> {
  const at = await home();
  const { signing } = await readKeysFile(join(at, 'dcm-keys.json'));
  const jwks = createLocalJWKSet({ keys: [signing.publicJwk as { kty: string }] });
  const lookup: Lookup = async (path, token) => {
    const options = { algorithms: ['RS256'], clockTolerance: 60, requiredClaims: ['exp', 'iat'] };
    const { payload } = await jwtVerify(token, jwks, options);
    const { flow, obj, sub } = payload;
    const isExact = /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);
    if (!isExact || [flow, obj, sub].some((claim) => typeof claim !== 'string')) throw new Error('refused');
    const name = path === '/user_auth' ? 'login' : 'external_id';
    const found = users.find((user) => user[name] === payload.obj);
    const late = Number(payload.iat) > Date.now() / 1000 + 60;
    if (!found || late || ![admin, employee.email].includes(String(payload.sub))) throw new Error('refused');
    return { external_id: found.external_id, key: `secret of ${found.login}` };
  };
  const stub = stubFrom(await described(), lookup);
  const answer = ({ url = '', headers }: IncomingMessage) =>
    methods.includes(url.slice(1)) ? stub(url, headers) : ([404, {}] as const);
  const server = createServer(async (request, response) => {
    const [status, body] = await answer(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = join(at, 'bank.yaml');
  const changes = { bank: { customers: [user], callback_url: undefined }, driver: { kind: 'none' } };
  const { driver: _hook, ...rest } = configOf(url, changes);
  const content = { ...rest, ...more };
  await writeFile(config, stringify(JSON.parse(JSON.stringify(content))));
  return config;
}

describe('steps 1 and 2 before anything else is there', { timeout: patience }, () => {
  it('need no acts and two or three users whose secrets the bank holds', async () => {
    const config = await firstBank(['user_auth', 'key', 'external_id']);
    const report = join(config, '..', 'reports');
    const { codes, logins } = await walks({ config, report, tags: '@step-1 or @S02-02 or @S02-03' });
    const { scenarios } = await readResult(report);
    expect(scenarios.filter(({ verdict }) => !['passed', 'not-applicable'].includes(verdict))).toEqual([]);
    expect({ codes, logins }).toEqual({ codes: [0], logins: [0] });
  });

  it('go on to step 10 without a driver, with one user', async () => {
    const config = await firstBank(['user_auth', 'key', 'external_id'], {});
    const report = join(config, '..', 'reports');
    const { codes } = await walks({ config, report, steps: '1,3-10' });
    const { scenarios, verdict, switched_off } = await readResult(report);
    const others = scenarios.filter(({ verdict }) => !['passed', 'simulated'].includes(verdict));
    expect(others.filter(({ verdict }) => verdict !== 'not-applicable')).toEqual([]);
    expect(others.map(({ id }) => id)).toEqual(expect.arrayContaining(['S06-02', 'S06-03']));
    expect({ codes, verdict }).toEqual({ codes: [0], verdict: 'partial' });
    expect(switched_off).toContain('acts of the bank');
  });

  it('end where the bank has to act', async () => {
    const config = await firstBank(['user_auth', 'key', 'external_id'], {});
    const report = join(config, '..', 'reports');
    const { codes } = await walks({ config, report, steps: '11' });
    const { scenarios } = await readResult(report);
    expect(codes).toEqual([4]);
    expect(scenarios[0]).toMatchObject({
      verdict: 'not-verified',
      note: expect.stringContaining('names no driver'),
    });
  });

  it('tell of a missing address once, and of the others all the rest', async () => {
    const config = await firstBank(['user_auth', 'external_id']);
    const report = join(config, '..', 'reports');
    const { codes } = await walks({ config, report, steps: '1' });
    const { scenarios, rules } = await readResult(report);
    const failed = scenarios.flatMap(({ id, failures }) => failures.map(({ rule }) => `${id} ${rule}`));
    expect({ codes, failed }).toEqual({ codes: [1], failed: ['S01-02 AUTH-02'] });
    for (const rule of ['JWT-01', 'JWT-02', 'JWT-04', 'JWT-05', 'AUTH-05', 'AUTH-06'])
      expect(rules.find(({ id }) => id === rule)?.checks).toBeGreaterThanOrEqual(2);
    // Two ask one method alone, and need something else.
    const refusals = scenarios.filter(
      ({ id }) => id >= 'S01-04' && !['S01-24', 'S01-36', 'S01-38'].includes(id),
    );
    expect(refusals.length).toBeGreaterThan(15);
    for (const { id, verdict, note } of refusals)
      expect({ id, verdict, note }).toEqual({
        id,
        verdict: 'not-verified',
        note: expect.stringContaining('/key: no valid token is accepted there'),
      });
  });
});
