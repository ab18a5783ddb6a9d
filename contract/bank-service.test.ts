import { expect, test } from 'vitest';
import { authorizationAnswers, callbackBody, callbackPath, claims, flows } from './bank-service.js';

/** The documentation's own samples of the bank's service (BAUTH, JWTF, CB). */

const sample = {
  user_auth: {
    external_id: '123456789',
    first_name: 'mock',
    last_name: 'mock',
    email: 'mock@email.com',
    phone: '+12345678901',
    key: 'secret',
  },
  key: { key: 'secret' },
  external_id: { external_id: '123456789' },
};

test.each(['user_auth', 'key', 'external_id'] as const)('/%s', (method) => {
  expect(authorizationAnswers[method].parse(sample[method])).toEqual(sample[method]);
  for (const name of Object.keys(sample[method])) {
    const { [name]: _left, ...others } = sample[method] as Record<string, string>;
    const needed = ['external_id', 'key'].includes(name);
    expect(authorizationAnswers[method].safeParse(others).success).toBe(!needed);
  }
});

test('claims', () => {
  const documented = {
    flow: 'sign-in',
    obj: '123456789',
    sub: 'employee@email.com',
    iat: 1684501806,
    exp: 1684501806,
  };
  expect(claims.parse(documented)).toEqual(documented);
  expect(flows).toEqual(['sign-in', 'sign-up', 'sign-up-processing', 'sign-up-emission']);
});

test('callbacks', () => {
  const documented = { transaction_id: 'd3626591-7e01-4346-9f53-ddea6d7d17bd' };
  expect(callbackBody.parse(documented)).toEqual(documented);
  expect(['pay-in', 'pay-out', 'transfer'].map((kind) => callbackPath(kind as 'pay-in'))).toEqual([
    '/api/dcm/notify/pay-in',
    '/api/dcm/notify/pay-out',
    '/api/dcm/notify/transfer',
  ]);
});
