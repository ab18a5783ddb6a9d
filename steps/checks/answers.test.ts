import { describe, expect, it } from 'vitest';
import { answer, noAnswer, secret } from '../exchange.testing.js';
import {
  accepted,
  externalIdWellFormed,
  inTime,
  noKeyInRefusals,
  noSecretInRefusals,
  reachable,
  refused,
  tokenAccepted,
} from './answers.js';
import { breaks, holds } from './verdict.testing.js';

describe('accepted', () => {
  it('names the rule of the method', () => {
    const methods = ['user_auth', 'key', 'external_id'] as const;
    expect(methods.map((method) => accepted(method).rule)).toEqual(['AUTH-01', 'AUTH-02', 'AUTH-03']);
  });

  it('wants 200 with the obligatory members', () => {
    holds(accepted('user_auth'), answer(200, { external_id: 'id-1', key: secret, first_name: 'Olena' }));
    holds(accepted('key'), answer(200, { key: secret }));
    holds(accepted('external_id'), answer(200, { external_id: 'kk-1' }));
  });

  it.each([
    ['another status', answer(201, { key: secret }), '200 with key', '201 {"key":"[redacted]"}'],
    ['a refusal', answer(401, { error: 'no' }), '200 with key', '401 {"error":"no"}'],
    ['no answer', noAnswer(), '200 with key', 'no answer: connect ECONNREFUSED'],
    [
      'no member',
      answer(200, { external_id: 'id' }),
      '200 with key, each a non-empty string',
      'member key: missing',
    ],
    [
      'an empty member',
      answer(200, { key: '' }),
      '200 with key, each a non-empty string',
      'member key: empty',
    ],
    ['null', answer(200, { key: null }), '200 with key, each a non-empty string', 'member key: null'],
    [
      'a number',
      answer(200, { key: 4711 }),
      '200 with key, each a non-empty string',
      'member key: of type number',
    ],
    ['a list', answer(200, { key: [secret] }), '200 with key, each a non-empty string', 'member key: a list'],
    [
      'an object',
      answer(200, { key: { text: secret } }),
      '200 with key, each a non-empty string',
      'member key: of type object',
    ],
    ['a bare text', answer(200, secret), '200 with key', '200 with 20 characters that are not JSON'],
    ['nothing', answer(200, null), '200 with key, each a non-empty string', 'member key: missing'],
  ])('does not hold for %s', (_what, seen, expected, actual) => {
    breaks(accepted('key'), seen, expected, actual);
  });

  it('wants both members of /user_auth', () => {
    breaks(
      accepted('user_auth'),
      answer(200, { key: secret }),
      '200 with external_id and key, each a non-empty string',
      'member external_id: missing',
    );
  });

  it('wants the user that was asked about from /external_id', () => {
    const seen = answer(200, { external_id: 'kk-2' });
    breaks(accepted('external_id'), seen, 'external_id kk-1, as in the request', 'kk-2');
  });
});

describe('refused', () => {
  it('wants 401 under the rule that demands it', () => {
    expect(refused('JWT-02').rule).toBe('JWT-02');
    holds(refused('AUTH-05'), answer(401, 'anything'));
  });

  it.each([
    [answer(200, { key: secret }), '200 {"key":"[redacted]"}'],
    [answer(200, secret), `200 with ${secret.length} characters that are not JSON`],
    [answer(403), '403 {}'],
    [answer(400), '400 {}'],
    [answer(500, 'oops'), '500 "oops"'],
    [noAnswer('timeout'), 'no answer: timeout'],
  ])('does not hold for another answer (%#)', (seen, actual) => {
    breaks(refused('AUTH-05'), seen, '401 from http://bank.example/key', actual);
  });
});

describe('inTime', () => {
  it('allows a second to the millisecond', () => {
    holds(inTime, answer(200, {}, { ms: 1000 }));
    breaks(inTime, answer(200, {}, { ms: 1001.4 }), 'a response within 1000 ms', '1001 ms');
  });

  it('does not take a missing answer for a fast one', () => {
    breaks(inTime, noAnswer(), 'a response within 1000 ms', 'connect ECONNREFUSED');
  });
});

describe('externalIdWellFormed', () => {
  it.each([1, 500])('holds for %i symbols', (length) => {
    holds(externalIdWellFormed, answer(200, { external_id: 'x'.repeat(length) }));
  });

  it.each([
    [{ external_id: '' }, '0 characters'],
    [{ external_id: 'x'.repeat(501) }, '501 characters'],
    [{ external_id: 7 }, '7'],
    [{}, 'null'],
  ])('does not hold for anything else (%#)', (body, actual) => {
    breaks(externalIdWellFormed, answer(200, body), 'a string of 1 to 500 characters', actual);
  });
});

describe('noSecretInRefusals', () => {
  it('holds for refusals without a secret', () => {
    holds(noSecretInRefusals, {
      refusals: [answer(401, { error: 'no' }), answer(401, '')],
      secrets: [secret],
    });
  });

  it('takes what the question named for no secret', () => {
    const refusals = [answer(401, { error: 'kk-processing is not yours' }, { obj: 'kk-processing' })];
    holds(noSecretInRefusals, { refusals, secrets: ['kk-processing'] });
  });

  it.each([{ key: secret }, { error: `not ${secret}` }, `${secret}`, { user: { pin: secret } }])(
    'finds it wherever it is (%#)',
    (body) => {
      breaks(
        noSecretInRefusals,
        { refusals: [answer(401), answer(401, body)], secrets: [secret] },
        'no secret in the response',
        'a secret in the 401 response from http://bank.example/key',
      );
    },
  );
});

it('noSecretInRefusals looks at headers, too', () => {
  const refusals = [answer(401, {}, { headers: `www-authenticate: Bearer hint="${secret}"` })];
  breaks(
    noSecretInRefusals,
    { refusals, secrets: [secret] },
    'no secret in the response',
    'a secret in the 401 response from http://bank.example/key',
  );
});

it('noKeyInRefusals wants no text in a member key, wherever it is', () => {
  holds(noKeyInRefusals, [answer(401, { error: 'no', key: null }), answer(200, { key: secret })]);
  breaks(
    noKeyInRefusals,
    [answer(401), answer(403, { error: { key: 'errors.unauthorized' } })],
    'no member key',
    'a member key in the 403 response from http://bank.example/key',
  );
});

describe('tokenAccepted and reachable', () => {
  it('takes 200 for a token that was accepted', () => {
    holds(tokenAccepted, answer(200));
    breaks(tokenAccepted, answer(401), "200 for a token signed with DCM's key", '401 {}');
  });

  it.each([200, 302, 400, 401, 405])('takes %i for a sign that the endpoint exists', (status) => {
    holds(reachable, answer(status));
  });

  it.each([
    [answer(404), '404 {}'],
    [answer(502, 'bad gateway'), '502 "bad gateway"'],
    [noAnswer(), 'no answer: connect ECONNREFUSED'],
  ])('misses an endpoint (%#)', (seen, actual) => {
    breaks(reachable, seen, 'a response from http://bank.example/key', actual);
  });
});
