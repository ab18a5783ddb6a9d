import { sign } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { operations } from '../../contract/operations/index.js';
import { raw, refusalOf } from '../client.testing.js';
import { type BankSigner, bankSigner, claimsNow, jwkOf, pairFor } from '../own-token.testing.js';
import { createWorld, of, type World } from '../world.testing.js';

/** Keys and tokens of a bank that Node's decoders would forgive (RFC 7515, 7517, 7518). */

let world: World;
let signer: BankSigner;
beforeEach(async () => {
  world = await createWorld();
  signer = await bankSigner(world, 'ES256');
});

const pair = pairFor('ES256');
const good = () => jwkOf(pair, { kid: 'further', alg: 'ES256' });
const asPlain = (text = '') => Buffer.from(text, 'base64url').toString('base64');

describe('a key', () => {
  const cases: Readonly<Record<string, () => Record<string, unknown>>> = {
    'in plain base64': () => ({ ...good(), x: asPlain(good().x) }),
    'for encryption': () => ({ ...good(), use: 'enc' }),
    'for other operations': () => ({ ...good(), key_ops: ['deriveKey'] }),
  };

  test.each(Object.entries(cases))('%s is refused, by the bank and by an officer', async (_what, data) => {
    const before = world.rows();
    const bank = await refusalOf(world.api.registerJwk({ params: of(world), body: { data: data() } }));
    expect(bank.slice(0, 2)).toEqual([400, 'invalid']);
    expect(bank[2]).toMatch(/^invalid JWK: /);
    expect(world.findings()).toContainEqual(expect.stringMatching(/^BANKJWT-06 /));
    const officer = world.control.addJwk({ params: { guid: world.guid }, body: { data: data() } });
    expect((await refusalOf(officer)).slice(0, 2)).toEqual([400, 'invalid']);
    expect(world.rows()).toEqual(before);
  });

  test('is taken as it is where that is asked for', async () => {
    const data = { ...good(), x: asPlain(good().x) };
    await world.control.addJwk({ params: { guid: world.guid }, body: { data, form: 'as-is' } });
    const { keys } = await world.api.listJwks({ params: of(world) });
    expect(keys.map((key) => key.data)).toContainEqual(data);
  });
});

describe('a token', () => {
  const path = () => operations.listAccounts.path.replace('{counterparty_guid}', world.guid);
  const sent = (token: string) => raw(world.app, 'GET', path(), { 'cx-authorization': token });
  const encode = (text: string) => Buffer.from(text).toString('base64url');
  /** Signed by the registered key over exactly this header and payload. */
  const signed = (header: string, payload: string) => {
    const key = { key: signer.pair.privateKey, dsaEncoding: 'ieee-p1363' } as const;
    return `${header}.${payload}.${sign('sha256', Buffer.from(`${header}.${payload}`), key).toString('base64url')}`;
  };
  const head = (more = '') => `{"alg":"ES256","kid":"${signer.kid}","typ":"JWT"${more}}`;
  const claims = () => JSON.stringify(claimsNow(world));
  const tail = (token: string, change: (text: string) => string) => {
    const [header, payload, signature = ''] = token.split('.');
    return [header, payload, change(signature)].join('.');
  };

  test('that is written to the letter is taken', async () => {
    expect((await sent(signed(encode(head()), encode(claims())))).status).toBe(200);
  });

  const cases: Readonly<Record<string, () => string>> = {
    'with a padded header': () => signed(`${encode(`${head()} `)}==`, encode(claims())),
    'with a padded signature': () => tail(signed(encode(head()), encode(claims())), (text) => `${text}==`),
    'with a signature in plain base64': () =>
      tail(signed(encode(head()), encode(claims())), (text) => `+${text.slice(1)}`),
    'with a claim twice': () => signed(encode(head()), encode(`{"sub":"somebody",${claims().slice(1)}`)),
    'with claims that are no object': () => signed(encode(head()), encode('["sign-in"]')),
    'with a header member twice': () => signed(encode(head(',"typ":"JOSE"')), encode(claims())),
    'with something critical': () => signed(encode(head(',"crit":["b64"],"b64":true')), encode(claims())),
    'with a fourth part': () => `${signed(encode(head()), encode(claims()))}.AAAA`,
    'with white space inside': () =>
      tail(signed(encode(head()), encode(claims())), (text) => `${text.slice(0, 9)} ${text.slice(9)}`),
  };
  test.each(Object.entries(cases))('%s is refused', async (_what, token) => {
    const answer = await sent(token());
    expect(answer.status).toBe(401);
    expect(world.findings()).toEqual([expect.stringMatching(/^BANKJWT-07 /)]);
  });
});
