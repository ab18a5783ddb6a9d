import { expect, it } from 'vitest';
import type { Finding } from '../../contract/control/journal.js';
import { findRule } from '../../contract/rules/index.js';
import type { Seen } from '../proxy/direction.js';
import type { Judge } from '../recording/recorder.js';
import { form, json, readExchange, seenOf } from '../recording/seen.testing.js';
import { createJudge } from './index.js';

/** What is said at once about an exchange, by rule. */

type Exchange = Parameters<typeof seenOf>[0];

/** As the recorder asks: about the request before the response is there. */
function findingsIn({ request, response }: Judge, seen: Seen): Finding[] {
  const read = readExchange(seen);
  return [...request(read), ...response(read)];
}

const bearer = ['Authorization', 'bearer abc'];
const guid = '00000000-0000-4000-8000-000000000001';
const employees = `/api/v1/counterparty/${guid}/employees`;
const login = '/kratos/self-service/login?flow=1';
const out = (operation: string, more: Exchange): Exchange => ({ direction: 'out', operation, ...more });
const answer = (status: number, body: unknown) => ({
  status,
  response: { headers: json, body: JSON.stringify(body) },
});
const key = { kty: 'RSA', alg: 'RS256', use: 'sig', kid: 'k', n: 'n', e: 'AQAB' };

it.each<[string, readonly string[], Exchange]>([
  ['keys as documented', [], answer(200, { keys: [key] })],
  ['keys with members that nobody documents', [], answer(200, { keys: [{ ...key, x: 1 }], y: 2 })],
  ['keys without a documented member', ['ANSWER-01'], answer(200, { keys: 'none' })],
  [
    'a gateway in place of DCM',
    ['ANSWER-01'],
    { response: { headers: ['Content-Type', 'text/html'], body: '<p>' } },
  ],
  [
    'an act confirmed without a body (U-44)',
    [],
    {
      method: 'POST',
      target: `/api/v1/counterparty/${guid}/payments/confirm`,
      request: { headers: [...json, ...bearer], body: JSON.stringify({ guid }) },
      status: 204,
      response: {},
    },
  ],
  ['nothing at all', ['ANSWER-01'], { response: {} }],
  ['a refusal', [], answer(404, { what: 'ever' })],
  ['a response to HEAD', [], { method: 'HEAD' }],
  ['an unknown path', ['REQUEST-02'], { target: '/api/v1/nowhere', ...answer(404, {}) }],
  ['an unknown method', ['REQUEST-02'], { method: 'PUT', ...answer(405, {}) }],
  [
    'a parameter that nobody documents',
    ['REQUEST-01'],
    { target: `${employees}?x=1`, request: { headers: bearer }, ...answer(403, {}) },
  ],
  [
    'both credentials',
    ['BANKJWT-04'],
    { target: employees, request: { headers: [...bearer, 'CX-Authorization', 'a.b.c'] }, ...answer(401, {}) },
  ],
  [
    'a credential without its scheme',
    ['LOGIN-02'],
    { target: employees, request: { headers: ['Authorization', 'abc'] }, ...answer(401, {}) },
  ],
  [
    'a login as JSON, with a member too many',
    ['LOGIN-01', 'REQUEST-01'],
    {
      method: 'POST',
      target: login,
      request: { headers: json, body: '{"method":"password","password":"p","x":1}' },
      ...answer(500, {}),
    },
  ],
  [
    'a login that is broken JSON',
    ['LOGIN-01', 'REQUEST-01'],
    { method: 'POST', target: login, request: { headers: json, body: '{"method":' }, ...answer(500, {}) },
  ],
  [
    'a login by form',
    [],
    {
      method: 'POST',
      target: login,
      request: { headers: form, body: 'method=password&password=p&identifier=a' },
      ...answer(500, {}),
    },
  ],
  ['a request that got no response', [], { status: 0, error: 'connection refused' }],

  ['a user', [], out('user_auth', answer(200, { external_id: 'a', key: 'k' }))],
  ['a user without a secret', ['AUTH-01'], out('user_auth', answer(200, { external_id: 'a' }))],
  ['a declined key', [], out('key', answer(401, {}))],
  ['a key that failed', ['AUTH-02'], out('key', answer(500, {}))],
  ['a bank that nobody reaches', ['AUTH-02'], out('key', { status: 0, error: 'connection refused' })],
  [
    'an external id that is too long',
    ['AUTH-07'],
    out('external_id', answer(200, { external_id: 'x'.repeat(501) })),
  ],
  [
    'an answer after a second',
    ['AUTH-04'],
    out('external_id', { ...answer(200, { external_id: 'a' }), ms: 1001 }),
  ],
  ['a signature', [], out('sign', answer(200, { address: ['a'], transaction_xdr: 'x' }))],
  ['a sign that failed', ['SIGN-01'], out('sign', answer(500, {}))],
  ['a callback that is accepted', [], out('pay-in', answer(200, {}))],
  ['a callback that is created', ['CALLBACK-01'], out('transfer', answer(201, {}))],
  ['a request of DCM that is not documented', [], out('', answer(500, {}))],
])('%s: %j', (_what, rules, exchange) => {
  const findings = findingsIn(createJudge(), seenOf(exchange));
  expect(findings.map(({ rule }) => rule)).toEqual(rules);
  for (const { rule, level } of findings) expect(findRule(rule)?.level).toBe(level);
});

it('a refusal that tells a secret which the bank has served', () => {
  const judge = createJudge();
  const served = out('key', answer(200, { key: 'Secret-of-the-test-1' }));
  const refused = out('key', answer(401, { why: 'Secret-of-the-test-1 is known' }));
  expect(findingsIn(judge, seenOf(refused))).toEqual([]);
  expect(findingsIn(judge, seenOf(served))).toEqual([]);
  expect(findingsIn(judge, seenOf(refused)).map(({ rule }) => rule)).toEqual(['AUTH-08']);
});
