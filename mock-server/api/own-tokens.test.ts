import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Operation } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import { raw, refusalOf } from '../client.testing.js';
import { externalIdOf } from '../fake-bank.testing.js';
import {
  type Algorithm,
  type BankSigner,
  bankSigner,
  claimsNow,
  employee,
  pairFor,
  signed,
} from '../own-token.testing.js';
import {
  addBank,
  confirm,
  createWorld,
  customer,
  draft,
  fundedCustomer,
  keepers,
  of,
  sessionOf,
  type World,
} from '../world.testing.js';

/** Requests under JWT by Bank: which tokens are taken, what they have to say, and what the bank is asked then. */

const envelope = {
  error: { code: 401, status: 'Unauthorized', message: 'Access credentials are invalid' },
};

let world: World;
let signer: BankSigner;
beforeEach(async () => {
  world = await createWorld();
  signer = await bankSigner(world);
});

const listPath = () => operations.listAccounts.path.replace('{counterparty_guid}', world.guid);
const get = (token: string, more: Record<string, string> = {}) =>
  raw(world.app, 'GET', listPath(), { 'cx-authorization': token, ...more });
const accounts = (token: string) => signer.api(token).listAccounts({ params: of(world) });

/** The token is refused, says why in one finding, and nothing happens. */
async function refusedWith(rule: string, token: string, more: Record<string, string> = {}): Promise<string> {
  const before = world.rows();
  const path = operations.createCustomer.path.replace('{counterparty_guid}', world.guid);
  const body = { login: 'three', asset_code: 'UAH', asset_issuer: world.issuer };
  const answer = await raw(world.app, 'POST', path, { 'cx-authorization': token, ...more }).send(body);
  expect([answer.status, answer.headers['dcm-reason'], answer.body]).toEqual([401, 'credential', envelope]);
  const [finding = '', ...others] = world.findings();
  expect([finding.split(' ')[0], others]).toEqual([rule, []]);
  expect(answer.headers['dcm-finding']).toContain(rule);
  expect(world.rows()).toEqual(before);
  expect(world.bank.asked).toEqual([]);
  return finding.slice(rule.length + 1);
}

describe('taken', () => {
  test.each(['RS256', 'PS256', 'ES256', 'EdDSA'] as const)('%s', async (alg: Algorithm) => {
    const other = await bankSigner(world, alg, 'another');
    await accounts(await other.token());
    expect(world.findings()).toEqual([]);
  });

  test('a token made by another library', async () => {
    const options = { algorithm: 'RS256', keyid: signer.kid } as const;
    await accounts(jwt.sign(claimsNow(world), signer.pair.privateKey, options));
  });

  test('with an empty Authorization', async () => {
    expect((await get(await signer.token(), { authorization: '' })).status).toBe(200);
  });

  test('without any permission, for any subject', async () => {
    await sessionOf(world, world.guid, 'second@bank1.test');
    await accounts(await signer.token({ sub: 'second@bank1.test' }));
    await accounts(await signer.token({ sub: 'nobody' }));
  });

  test('beside sessions, as long as both schemes are switched on', async () => {
    await accounts(await signer.token());
    await world.api.listAccounts({ params: of(world) });
    const params = { guid: world.guid };
    await world.control.updateRegistered({ params, body: { schemes: ['bank'] } });
    await accounts(await signer.token());
    expect((await refusalOf(world.api.listAccounts({ params: of(world) })))[0]).toBe(401);
  });

  test('a lifetime beyond 1200 seconds, with a finding', async () => {
    const { iat } = claimsNow(world);
    await accounts(await signer.token({ exp: iat + 1200 }));
    expect(world.findings()).toEqual([]);
    await accounts(await signer.token({ exp: iat + 1201 }));
    expect(world.findings()).toEqual(['JWT-06 the token lives 1201 seconds']);
    await world.control.updateProfile({ body: { strict: true } });
    expect(await refusalOf(accounts(await signer.token({ exp: iat + 1201 })))).toEqual([
      400,
      'invalid',
      'JWT-06: the token lives 1201 seconds',
    ]);
  });

  test('several times: nothing documented forbids it', async () => {
    const token = await signer.token();
    for (let time = 0; time < 3; time++) await accounts(token);
  });

  test('on the wall clock, whatever the ledger clock says', async () => {
    const token = await signer.token();
    await world.control.moveClock({ body: { forward_s: 1_000_000 } });
    await accounts(token);
  });
});

describe('refused by BANKJWT-01', () => {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const cases: Readonly<Record<string, () => string | Promise<string>>> = {
    garbage: () => 'garbage',
    'garbage in three parts': () => 'eyJ.eyJ.sig',
    'a token behind a scheme word': async () => `Bearer ${await signer.token()}`,
    'alg none': () => `${encode({ alg: 'none', kid: signer.kid, typ: 'JWT' })}.${encode(claimsNow(world))}.`,
    'HMAC with the public key': () => {
      const pem = signer.pair.publicKey.export({ type: 'spki', format: 'pem' });
      const text = `${encode({ alg: 'HS256', kid: signer.kid })}.${encode(claimsNow(world))}`;
      return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
    },
    'a foreign key': () => {
      const { privateKey } = pairFor('ES256');
      return signed(claimsNow(world), { alg: 'ES256', kid: signer.kid }, privateKey);
    },
    'a foreign key of the same kind': async () => {
      const other = await bankSigner(world, 'ES256', 'other');
      return signed(claimsNow(world), { alg: 'ES256', kid: other.kid }, pairFor('ES256').privateKey);
    },
    'another algorithm than the registered one': () =>
      signed(claimsNow(world), { alg: 'PS256', kid: signer.kid }, signer.pair.privateKey),
    'an unknown kid': () =>
      signed(claimsNow(world), { alg: 'RS256', kid: 'unknown' }, signer.pair.privateKey),
    'no kid': () => signed(claimsNow(world), { alg: 'RS256' }, signer.pair.privateKey),
    'a changed payload': async () => {
      const [header, , signature] = (await signer.token()).split('.');
      return `${header}.${encode({ ...claimsNow(world), sub: 'other' })}.${signature}`;
    },
    'a changed signature': async () => {
      const token = await signer.token();
      return token.slice(0, -8) + (token.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA');
    },
    'no signature': async () => (await signer.token()).split('.').slice(0, 2).join('.'),
  };
  test.each(Object.entries(cases))('%s', async (_name, token) => {
    await refusedWith('BANKJWT-01', await token());
  });

  test('an algorithm that the profile no longer accepts', async () => {
    await world.control.updateProfile({ body: { bank_jwt_algs: ['ES256'] } });
    expect(await refusedWith('BANKJWT-01', await signer.token())).toBe('alg: RS256 is not accepted');
  });
});

describe('refused by BANKJWT-02', () => {
  test.each(['flow', 'obj', 'sub', 'iat', 'exp'])('without %s', async (name) => {
    const text = await refusedWith('BANKJWT-02', await signer.token({ [name]: undefined }));
    expect(text).toContain(`claim ${name}: `);
  });

  test.each([
    ['flow', 'pay'],
    ['obj', 7],
    ['sub', null],
    ['iat', '1767614400'],
    ['iat', 1767614400.5],
  ])('%s of %j', async (name, value) => {
    await refusedWith('BANKJWT-02', await signer.token({ [name]: value }));
  });

  test('exp and iat are allowed to be off by leeway_s and not by more', async () => {
    const now = claimsNow(world).iat;
    await accounts(await signer.token({ iat: now - 60, exp: now - 4 }));
    await accounts(await signer.token({ iat: now + 5, exp: now + 60 }));
    const expired = await signer.token({ iat: now - 60, exp: now - 5 });
    expect(await refusedWith('BANKJWT-02', expired)).toBe('claim exp has passed');
    const early = await signer.token({ iat: now + 6, exp: now + 60 });
    expect(await refusedWith('BANKJWT-02', early)).toBe('claim iat is in the future');
  });

  test('a token that was good has an end', async () => {
    const token = await signer.token();
    world.time.pass(64_999);
    await accounts(token);
    world.time.pass(1);
    await refusedWith('BANKJWT-02', token);
  });

  test('nbf is checked, although no page requires it', async () => {
    const token = await signed(
      { ...claimsNow(world), nbf: claimsNow(world).iat + 30 },
      { alg: 'RS256', kid: signer.kid },
      signer.pair.privateKey,
    );
    await refusedWith('BANKJWT-02', token);
  });
});

describe('refused otherwise', () => {
  test('both headers filled', async () => {
    const authorization = `bearer ${world.session}`;
    await refusedWith('BANKJWT-04', await signer.token(), { authorization });
  });

  test('the scheme is not switched on', async () => {
    const params = { guid: world.guid };
    await world.control.updateRegistered({ params, body: { schemes: ['dcm'] } });
    await refusedWith('REQUEST-03', await signer.token({ flow: 'sign-up', obj: 'three' }));
  });

  test('a foreign counterparty is 403', async () => {
    const other = await addBank(world, 'bank2');
    const before = world.rows();
    const api = await signer.as();
    expect((await refusalOf(api.listAccounts({ params: of(other) }))).slice(0, 2)).toEqual([
      403,
      'permission',
    ]);
    expect(world.rows()).toEqual(before);
  });
});

describe('authenticateJwt', () => {
  const path = (guid = world.guid) => operations.authenticateJwt.path.replace('{counterparty_guid}', guid);

  test('returns a string that gives access to nothing, for every flow and obj, and changes nothing', async () => {
    await world.control.updateProfile({ body: { reverse_check: 'all' } });
    const before = world.rows();
    for (const claims of [{}, { flow: 'sign-up', obj: 'three' }]) {
      const api = await signer.as(claims);
      const { session_token } = await api.authenticateJwt({ params: of(world) });
      expect(session_token).toMatch(/^\S+$/);
      const opened = world.as(session_token).listAccounts({ params: of(world) });
      expect((await refusalOf(opened)).slice(0, 2)).toEqual([401, 'session']);
    }
    expect(world.rows()).toEqual(before);
    expect(world.bank.asked).toEqual([]);
  });

  test.each([
    ['nothing', () => ({})],
    ['a session', () => ({ authorization: `bearer ${world.session}` })],
  ])('refuses %s', async (_name, headers: () => Record<string, string>) => {
    const answer = await raw(world.app, 'POST', path(), headers());
    expect([answer.status, answer.headers['dcm-reason'], answer.body]).toEqual([401, 'credential', envelope]);
    expect(world.findings()).toEqual([
      'BANKJWT-01 authenticateJwt checks the token in CX-Authorization; there is none',
    ]);
  });

  test('refuses a broken token and a foreign counterparty', async () => {
    const broken = await raw(world.app, 'POST', path(), { 'cx-authorization': 'eyJ.eyJ.sig' });
    expect([broken.status, broken.body]).toEqual([401, envelope]);
    const other = await addBank(world, 'bank2');
    const foreign = await raw(world.app, 'POST', path(other.guid), {
      'cx-authorization': await signer.token(),
    });
    expect([foreign.status, foreign.headers['dcm-reason']]).toEqual([403, 'permission']);
  });
});

type Api = ReturnType<BankSigner['api']>;

interface Row {
  readonly flow: string;
  readonly obj: () => string;
  readonly run: (api: Api) => Promise<unknown>;
}

const amount = { amount: 10, reserve_balance: 1000 };
const keeper = keepers[0].external_id;
let sender: { guid: string };
let payment: string;

/** `flow` and `obj` of the bank's token, where DCM asks the bank (U-03). */
const asking: Readonly<Record<string, Row>> = {
  createAccount: {
    flow: 'sign-up-processing',
    obj: () => keepers[1].external_id,
    run: (api) => api.createAccount({ params: of(world), body: { account_kind: 'processing' } }),
  },
  createCustomer: {
    flow: 'sign-up',
    obj: () => 'three',
    run: (api) => customer({ ...world, api }, 'three'),
  },
  createCustomerAccount: {
    flow: 'sign-up',
    obj: () => externalIdOf('one'),
    run: async (api) => {
      const { customers } = await world.api.listCustomers({ params: of(world), query: { logins: ['one'] } });
      const customer_guid = customers[0]?.customer_guid ?? '';
      const body = { asset_code: 'UAH', asset_issuer: world.issuer };
      return api.createCustomerAccount({ params: { ...of(world), customer_guid }, body });
    },
  },
  issueIdentifiers: {
    flow: 'sign-in',
    obj: () => keeper,
    run: (api) => api.issueIdentifiers({ params: of(world), body: amount }),
  },
  burnIdentifiers: {
    flow: 'sign-in',
    obj: () => keeper,
    run: (api) => api.burnIdentifiers({ params: of(world), body: amount }),
  },
  confirmPayment: {
    flow: 'sign-in',
    obj: () => externalIdOf('one'),
    run: (api) => confirm({ ...world, api }, payment),
  },
};

/** Every operation during which DCM asks the bank; those of branches are done as the ones of the counterparty. */
const declared = Object.values<Operation>(operations).filter(
  ({ caller, path, reverseCalls }) =>
    caller === 'employee' && reverseCalls && !path.includes('{branch_guid}'),
);

/** Operations that ask nothing: a sign-in about any user whom DCM knows. */
const silent: Readonly<Record<string, (api: Api) => Promise<unknown>>> = {
  listAccounts: (api) => api.listAccounts({ params: of(world) }),
  getAccount: (api) => api.getAccount({ params: { ...of(world), account_guid: world.emission } }),
  listCustomers: (api) => api.listCustomers({ params: of(world) }),
  createPayment: (api) => draft({ ...world, api }, sender.guid, world.processing, 1),
  getPayment: (api) => api.getPayment({ params: { ...of(world), payment_guid: payment } }),
  listPayments: (api) => api.listPayments({ params: of(world) }),
  listEmissionHistory: (api) => api.listEmissionHistory({ params: of(world) }),
  listJwks: (api) => api.listJwks({ params: of(world) }),
  listCategories: (api) => api.listCategories({}),
};

/** Every other flow, and another obj, make a token that does not fit. */
const otherFlows = (flow: string) =>
  ['sign-in', 'sign-up', 'sign-up-processing', 'sign-up-emission'].filter((text) => text !== flow);

async function misfit(run: Row['run'], claims: { flow: string; obj: string }, text: string): Promise<void> {
  const before = world.rows();
  world.bank.asked.length = 0;
  expect((await refusalOf(run(await signer.as(claims)))).slice(0, 2)).toEqual([401, 'credential']);
  expect(world.findings()).toEqual([`BANKJWT-03 ${text}`]);
  expect(world.rows()).toEqual(before);
  expect(world.bank.asked).toEqual([]);
}

describe('flow and obj', () => {
  beforeEach(async () => {
    sender = await fundedCustomer(world, world, 'one', 100);
    await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 10 } });
    payment = (await draft(world, sender.guid, world.processing, 40)).guid;
    world.bank.asked.length = 0;
  });

  test('are tried with every operation that asks', () => {
    expect(Object.keys(asking).sort()).toEqual(declared.map(({ id }) => id).sort());
  });

  test.each(Object.entries(asking))('%s asks the bank about what the token says', async (id, row) => {
    const { flow, obj, run } = row;
    for (const wrong of otherFlows(flow)) {
      await misfit(run, { flow: wrong, obj: obj() }, `flow of the token: expected ${flow}, was ${wrong}`);
    }
    await misfit(run, { flow, obj: 'x' }, `obj of the token: expected ${obj()}, was x`);
    await run(await signer.as({ flow, obj: obj() }));
    expect(world.findings()).toEqual([]);
    const { reverseCalls = [] } = declared.find((operation) => operation.id === id) ?? {};
    const questions = reverseCalls.filter(({ entity }) => entity !== 'emission');
    expect(world.bank.asked.filter(({ method }) => method === 'GET').map(({ url }) => url)).toEqual(
      questions.map(({ method }) => `http://bank1.test/${method}`),
    );
  });

  test.each(Object.entries(silent))('%s asks nothing and takes any known user', async (_id, run) => {
    for (const wrong of otherFlows('sign-in')) {
      const text = `flow of the token: expected sign-in, was ${wrong}`;
      await misfit(run, { flow: wrong, obj: keeper }, text);
    }
    const unknown = 'obj of the token: one is not the external id of a key keeper or a customer';
    await misfit(run, { flow: 'sign-in', obj: 'one' }, unknown);
    for (const obj of [keeper, keepers[1].external_id, externalIdOf('one')]) {
      await run(await signer.as({ obj }));
      expect(world.findings()).toEqual([]);
    }
    expect(world.bank.asked).toEqual([]);
  });

  test("another bank's customer is not known", async () => {
    const other = await addBank(world, 'bank2');
    await customer(other, 'theirs');
    const obj = externalIdOf('theirs');
    const text = `obj of the token: ${obj} is not the external id of a key keeper or a customer`;
    await misfit((api) => api.listAccounts({ params: of(world) }), { flow: 'sign-in', obj }, text);
  });

  test('reverse_check: all asks about the user of the token before the other writes', async () => {
    await world.control.updateProfile({ body: { reverse_check: 'all' } });
    const api = await signer.as({ obj: externalIdOf('one') });
    await draft({ ...world, api }, sender.guid, world.processing, 1);
    await api.listPayments({ params: of(world) });
    expect(world.bank.asked.map(({ url, claims }) => [url, claims.flow, claims.obj, claims.sub])).toEqual([
      ['http://bank1.test/external_id', 'sign-in', externalIdOf('one'), employee],
    ]);
  });

  test('requests for identifiers are confirmed at once, whatever the flags say', async () => {
    const open = async () => {
      const { history } = await world.api.listEmissionHistory({ params: of(world), query: { limit: 100 } });
      return [history.length, history.filter(({ status }) => status !== 'confirmed').length];
    };
    const [before = 0] = await open();
    const api = await signer.as();
    await api.issueIdentifiers({ params: of(world), body: amount });
    await api.burnIdentifiers({ params: of(world), body: amount });
    expect(await open()).toEqual([before + 2, 0]);
    await world.api.issueIdentifiers({ params: of(world), body: amount });
    expect(await open()).toEqual([before + 3, 1]);
  });
});

describe('the token at the callback', () => {
  const claims = { flow: 'sign-up', obj: 'three', sub: 'technical user' };

  test('is made and signed by DCM by default, with flow, obj and sub taken over', async () => {
    const token = await signer.token(claims);
    await customer({ ...world, api: signer.api(token) }, 'three');
    const given = world.bank.asked.at(-1)?.token ?? '';
    const iat = claimsNow(world).iat;
    const payload = jwt.verify(
      given,
      createPublicKey({ key: world.keys.signing.publicJwk as object as JsonWebKey, format: 'jwk' }),
      {
        algorithms: ['RS256'],
        clockTimestamp: iat,
      },
    );
    expect(payload).toEqual({ ...claims, iat, exp: iat + 60 });
    expect(jwt.decode(given, { complete: true })?.header.kid).toBe(world.keys.signing.kid);
  });

  test("is the bank's own under callback_token: bank, and DCM's for what officers do", async () => {
    await world.control.updateProfile({ body: { callback_token: 'bank' } });
    const token = await signer.token(claims);
    await customer({ ...world, api: signer.api(token) }, 'three');
    const given = world.bank.asked.at(-1)?.token ?? '';
    expect(given).toBe(token);
    const clockTimestamp = claimsNow(world).iat;
    const payload = jwt.verify(given, signer.pair.publicKey, { algorithms: ['RS256'], clockTimestamp });
    expect(payload).toMatchObject(claims);
    const entry = world.journal.search({ direction: 'out', operation: 'user_auth' }, 10).at(-1);
    expect(entry?.claims).toMatchObject(claims);
    expect(JSON.stringify(world.journal.search({}, 1000))).not.toContain(token);

    await customer(world, 'four');
    expect(jwt.decode(world.bank.asked.at(-1)?.token ?? '')).toMatchObject({
      obj: 'four',
      sub: 'first@bank1.test',
    });
  });
});
