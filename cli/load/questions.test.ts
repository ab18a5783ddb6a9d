import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import { type InAnswer, type OutRequest, TransportError } from '../../contract/wire/transport.js';
import { keysAt } from './load.testing.js';

const url = 'http://bank.test/key';
const secret = 'the-secret-of-somebody';

/** What comes of one question if the bank answers so, and what was sent. */
async function asked(answer: Partial<InAnswer> | Error) {
  const sent: OutRequest[] = [];
  const source = keysAt(url, async (request) => {
    sent.push(request);
    if (answer instanceof Error) throw answer;
    return { status: 200, headers: {}, text: '', ms: 7, ...answer };
  });
  const shot = await source(0);
  return { shot, sent, hit: await shot.send() };
}

const body = (value: object) => ({ text: JSON.stringify(value) });

it('is what DCM asks: with a valid token about a user of the bank', async () => {
  const { shot, sent, hit } = await asked(body({ key: secret }));
  expect(hit).toEqual({ peerMs: 7, fault: undefined });
  expect(shot.kind).toBe('key');
  expect(sent).toMatchObject([{ method: 'GET', url, timeoutMs: 5000 }]);
  const claims = decodeJwt(sent[0]?.headers['x-session-id'] ?? '');
  expect(claims).toMatchObject({ flow: 'sign-in', obj: 'somebody', sub: 'dcm' });
  expect(Number(claims.exp) * 1000).toBeGreaterThan(Date.now());
});

it.each<[string, Partial<InAnswer> | Error, string, string]>([
  ['401', { status: 401, ...body({ error: 'no password' }) }, 'unauthorized', 'HTTP 401 {"error":"no …"}'],
  ['429', { status: 429, text: 'slow down' }, 'client-error', 'HTTP 429'],
  ['500', { status: 500, ...body({ detail: secret }) }, 'server-error', 'HTTP 500 {"detail":"[redacted]"}'],
  ['503', { status: 503 }, 'server-error', '/key answered HTTP 503'],
  ['302', { status: 302 }, 'other-status', 'HTTP 302'],
  ['no key', body({ kee: secret }), 'wrong-body', 'unusable body: key'],
  ['a page', { text: `<p>${secret}` }, 'wrong-body', 'unusable body'],
  [
    'silence',
    new TransportError('no answer within 5000 ms', 'ETIMEDOUT', 5000),
    'no-answer',
    'within 5000 ms',
  ],
  [
    'refusal',
    new TransportError('connection refused by bank.test', 'ECONNREFUSED'),
    'refused-connection',
    'refused',
  ],
  [
    'a hang-up',
    new TransportError('connection closed by bank.test', 'ECONNRESET'),
    'closed-connection',
    'closed',
  ],
  ['no name', new TransportError('host bank.test is not known', 'ENOTFOUND'), 'network', 'not known'],
  ['no socket', new TransportError('this machine is to blame: EMFILE', 'EMFILE'), 'generator', 'EMFILE'],
])('tells %s by its kind, with an example and without secrets', async (_name, answer, fault, example) => {
  const { hit, sent } = await asked(answer);
  expect(hit.fault).toMatchObject({ fault, example: expect.stringContaining(example) });
  expect(hit.fault?.example).toContain('somebody: ');
  expect(hit.fault?.example).not.toContain(secret);
  expect(hit.fault?.example).not.toContain(sent[0]?.headers['x-session-id'] ?? '?');
});
