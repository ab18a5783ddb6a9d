import { createPublicKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { expect, test } from 'vitest';
import { bankApi } from '../contract/bank-api/index.js';
import { authorizationAnswers, callbackBody, callbackKinds, callbackPath } from '../contract/bank-service.js';
import { type Document, problemsOf } from '../contract/described.testing.js';
import { answerOptions } from '../contract/profile/answers.js';
import { callOptions } from '../contract/profile/calls.js';
import { credentialOptions } from '../contract/profile/credentials.js';
import { listedValues, type Profile } from '../contract/profile/index.js';
import { tokenOptions } from '../contract/profile/tokens.js';
import type { Heard } from './listening-bank.testing.js';
import { createWiredWorld, type WiredWorld } from './wired-bank.testing.js';
import { customer, of, transfer } from './world.testing.js';

/** Whatever the options say, DCM sends a bank what is documented (BAUTH, JWTF, CB). */

const { reverse_check, callback_token } = credentialOptions;
const { tolerances } = answerOptions;
const options = { ...callOptions, ...tokenOptions, reverse_check, callback_token, tolerances };
const values = (Object.keys(options) as (keyof typeof options)[]).flatMap((name) =>
  (listedValues(name) ?? []).map((value) => ({ [name]: value }) as Partial<Profile>),
);
const all: Partial<Profile> = {
  ...{ reverse_order: 'key-first', reverse_repeat: 2, connections: 'kept', header_names: 'upper' },
  ...{ token_claims: 'extra', token_typ: 'absent', token_kid: 'url', jwks: 'further', callbacks: 'twice' },
  tolerances: 'on',
};

const document = JSON.parse(JSON.stringify(bankApi())) as Document;
const { 'x-token': token } = document.components.securitySchemes.dcmToken as {
  readonly 'x-token': Readonly<Record<'header' | 'claims', Record<string, unknown>>>;
};
const methods = Object.keys(authorizationAnswers).map((method) => `/${method}`);
const notices = callbackKinds.map(callbackPath);

/** The key under which a sound bank verifies: by kid, among RSA keys for signatures. */
async function keyOf({ api }: WiredWorld, kid: unknown) {
  const { keys } = await api.getDcmJwks({});
  const found = keys.filter((key) => key.kid === kid && key.kty === 'RSA' && key.use === 'sig');
  expect(found).toHaveLength(1);
  return createPublicKey({ key: { ...found[0] }, format: 'jwk' });
}

async function holdAgainstFacts(world: WiredWorld, { method, path, token: sent, text, headers }: Heard) {
  if (method === 'POST') {
    const body: unknown = JSON.parse(text);
    expect(notices).toContain(path);
    expect([headers['content-type'], sent]).toEqual(['application/json', '']);
    expect(callbackBody.safeParse(body).success).toBe(true);
    expect(problemsOf(document, document.components.schemas.Notice ?? {}, body)).toBe('');
    return;
  }
  expect([method, methods.includes(path), text]).toEqual(['GET', true, '']);
  const { header, payload } = jwt.decode(sent, { complete: true }) ?? {};
  expect(problemsOf(document, token.header, header)).toBe('');
  expect(problemsOf(document, token.claims, payload)).toBe('');
  const checked = jwt.verify(sent, await keyOf(world, header?.kid), { algorithms: ['RS256'] });
  expect(checked).toMatchObject({
    obj: path === '/user_auth' ? expect.stringMatching(/^login-\d+$/) : expect.stringMatching(/ext-/),
    sub: expect.stringContaining('@'),
  });
}

test('under every value', { timeout: 120_000 }, async () => {
  const world = await createWiredWorld();
  const { control, heard } = world;
  const { profile: before } = await control.getProfile({});
  await control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 500 } });
  const { entities } = await control.addSimulatedBank({ body: { customers: 1, amount: 1 } });
  const abroad = entities.find(({ account_kind }) => account_kind === 'processing');
  const problems: unknown[] = [];
  for (const [round, value] of [...values, all].entries()) {
    await control.updateProfile({ body: value });
    heard.length = 0;
    try {
      if ('token_kid' in value) await control.rotateKey({ body: {} });
      const { customer_guid } = await customer(world, `login-${round}`);
      const body = { asset_code: 'UAH', asset_issuer: world.issuer };
      await world.api.createCustomerAccount({ params: { ...of(world), customer_guid }, body });
      await transfer(world, world.emission, world.processing, 2);
      await transfer(world, world.processing, abroad?.guid ?? '', 1, abroad?.counterparty_guid);
      const callbacks = { never: 0, twice: 4 }[String(value.callbacks)] ?? 2;
      await world.callbacks(callbacks);
      const calls = heard.filter(({ method }) => method === 'GET').length;
      const fewest = value.reverse_check === 'fewer' ? 4 : 7;
      expect(calls).toBe(value.reverse_repeat === 2 ? 14 : value.reverse_check === 'all' ? 9 : fewest);
      for (const one of heard) await holdAgainstFacts(world, one);
    } catch (error) {
      problems.push([value, error]);
    }
    await control.updateProfile({ body: before });
    await world.mock.domain.deliveries.settle();
  }
  expect(problems).toEqual([]);
});
