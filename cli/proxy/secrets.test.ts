import { gzipSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createJudge } from '../../bridge/judge/index.js';
import { httpFile } from '../../bridge/recording/http-file.js';
import { createMarks } from '../../bridge/recording/marks.js';
import { createRecorder } from '../../bridge/recording/recorder.js';
import { form, json, seenOf } from '../../bridge/recording/seen.testing.js';
import { harOf } from '../../contract/har.js';
import type { RecordedExchange } from '../../contract/recording.js';
import { zipOf } from '../../contract/zip.js';
import { linesOf } from '../logs/lines.js';

/** No secret is in anything that is written or shown. */

type Seen = ReturnType<typeof seenOf>;

/** Everything that is made of these exchanges, as texts. */
function shownOf(seen: readonly Seen[], secrets: readonly string[] = [], key = 'one'): string[] {
  const exchanges: RecordedExchange[] = [];
  const recorder = createRecorder({
    mark: createMarks(Buffer.from(key)),
    secrets,
    judge: createJudge(),
    write: (line) => void exchanges.push(JSON.parse(line)),
    shown: () => {},
  });
  for (const one of seen) recorder.record(one);
  const run = {
    recording: 1 as const,
    begun: '2026-01-02T03:04:05.678Z',
    upstream: 'http://127.0.0.1:4010',
    bank: '',
    part: 1,
    versions: { dcm: '0', node: '0' },
  };
  const recording = exchanges.map((exchange) => JSON.stringify(exchange)).join('\n');
  const har = JSON.stringify(harOf({ version: run.versions.dcm, origin: run.upstream }, exchanges));
  const http = httpFile(run.upstream, exchanges);
  const lines = exchanges.map((exchange) => linesOf(exchange, { language: 'en', color: false }));
  const zip = zipOf([{ name: 'a', bytes: Buffer.from(recording) }], new Date(0));
  const packed = zip.subarray(31, zip.indexOf('PK\u0001\u0002'));
  return [recording, har, http, lines.join('\n'), inflateRawSync(packed).toString()];
}

/** Exchanges with a secret at every place where one travels. */
const places: Readonly<Record<string, (secret: string) => Seen>> = {
  'a session token': (secret) => seenOf({ request: { headers: ['Authorization', `bearer ${secret}`] } }),
  'basic authorization': (secret) => seenOf({ request: { headers: ['authorization', `Basic ${secret}`] } }),
  'a header of Kratos': (secret) => seenOf({ request: { headers: ['X-Session-Token', secret] } }),
  'the token of DCM': (secret) =>
    seenOf({
      direction: 'out',
      operation: 'key',
      target: '/key',
      request: { headers: ['X-Session-ID', secret] },
    }),
  'a cookie': (secret) =>
    seenOf({ response: { headers: ['Set-Cookie', `s=${secret}`, 'set-cookie', `t=${secret}`] } }),
  'a key that was asked for': (secret) =>
    seenOf({
      direction: 'out',
      operation: 'key',
      response: { headers: json, body: JSON.stringify({ key: secret }) },
    }),
  'an unknown member beside it': (secret) =>
    seenOf({
      direction: 'out',
      operation: 'user_auth',
      response: { body: JSON.stringify({ x: [{ y: secret }] }) },
    }),
  'a login by form': (secret) =>
    seenOf({
      method: 'POST',
      target: '/kratos/self-service/login?flow=1',
      request: {
        headers: form,
        body: new URLSearchParams({ password: secret, method: 'password' }).toString(),
      },
    }),
  'a login by JSON, refused in an odd way': (secret) =>
    seenOf({
      method: 'POST',
      target: '/kratos/self-service/login?flow=1',
      status: 400,
      request: { headers: json, body: JSON.stringify({ password: secret }) },
      response: {
        body: `{"ui":{"nodes":[{"attributes":{"name":"password","value":${JSON.stringify(secret)}}}]}}`,
      },
    }),
  'a session in the response, compressed': (secret) =>
    seenOf({
      response: {
        headers: [...json, 'content-encoding', 'gzip'],
        body: gzipSync(JSON.stringify({ session_token: secret })),
      },
    }),
  'the query': (secret) => seenOf({ target: `/api/v1/x?token=${encodeURIComponent(secret)}&a=1` }),
  'a body that is no JSON': (secret) =>
    seenOf({ method: 'POST', request: { headers: json, body: `{"a":${secret}` } }),
};

/** Secrets of any characters; shorter ones would be found in anything. */
const secret = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_-]{12,40}$/),
  fc.stringMatching(/^[A-Za-z0-9_.~+/=-]{12,40}$/),
  fc.string({ minLength: 12, maxLength: 40, unit: 'grapheme-ascii' }).filter((text) => text.trim() === text),
);

/** Whether a text has a secret in any form in which it was sent. */
const holds = (text: string, hidden: string): boolean =>
  [hidden, encodeURIComponent(hidden), JSON.stringify(hidden).slice(1, -1)].some((formed) =>
    text.includes(formed),
  );

it.each(Object.entries(places))('%s', (_what, place) => {
  fc.assert(
    fc.property(secret, (hidden) => {
      for (const text of shownOf([place(hidden)])) expect(holds(text, hidden)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

/** Where nothing but its value tells that something is a secret. */
const anywhere: Readonly<Record<string, (secret: string) => Seen>> = {
  'a harmless member': (secret) =>
    seenOf({ response: { headers: json, body: JSON.stringify({ note: `a ${secret} b` }) } }),
  'the name of a member': (secret) =>
    seenOf({ response: { headers: json, body: JSON.stringify({ [secret]: 1 }) } }),
  'a text': (secret) => seenOf({ status: 502, response: { body: `<p>${secret}</p>` } }),
  'a path': (secret) => seenOf({ target: `/api/v1/${encodeURIComponent(secret)}/x` }),
  'a parameter': (secret) =>
    seenOf({ target: `/api/v1/x?a=${new URLSearchParams({ a: secret }).toString().slice(2)}` }),
  'a header': (secret) => seenOf({ request: { headers: ['X-Note', secret] } }),
};

it.each(Object.entries(anywhere))('a configured secret in %s', (_what, place) => {
  fc.assert(
    fc.property(secret, (hidden) => {
      for (const text of shownOf([place(hidden)], [hidden])) expect(holds(text, hidden)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

it('a configured secret is hidden, whatever a program percent-encodes of it', () => {
  const bytes = fc.constantFrom(
    (byte: string) => `%${byte}`,
    (byte: string) => `%${byte.toUpperCase()}`,
  );
  const written = secret.chain((hidden) =>
    fc
      .array(fc.option(bytes), { minLength: hidden.length, maxLength: hidden.length })
      .map((how) => ({ hidden, how })),
  );
  fc.assert(
    fc.property(written, ({ hidden, how }) => {
      const encoded = [...hidden]
        .map((one, at) => {
          const plain = encodeURIComponent(one);
          return how[at]?.(Buffer.from(one).toString('hex')) ?? plain;
        })
        .join('');
      const target = `/api/v1/x?a=${encoded}&b=1`;
      const seen = seenOf({ target, request: { headers: ['X-Was', `https://a.example${target}`] } });
      for (const text of shownOf([seen], [hidden])) {
        expect(holds(text, hidden)).toBe(false);
        expect(text).not.toContain(encoded);
      }
    }),
  );
});

it('a token in a URL in a header is hidden', () => {
  const url = 'https://a.example/back?state=1&token=Token-in-a-url';
  const seen = seenOf({
    request: { headers: ['Referer', url] },
    response: { headers: ['Location', url] },
  });
  const shown = shownOf([seen]).join();
  expect(shown).not.toContain('Token-in-a-url');
  expect(shown).toContain('https://a.example/back?state=1&token=[redacted ');
});

it.each([
  ['at a login', { session_token: 'ory_st_of-the-test', session: {} }],
  ['at a recovery', { continue_with: [{ ory_session_token: 'ory_st_of-the-test' }, null, 'x'] }],
])('a session that DCM has begun %s is hidden wherever its token turns up later', (_when, body) => {
  const begun = seenOf({ response: { headers: json, body: JSON.stringify(body) } });
  for (const place of Object.values(anywhere))
    expect(shownOf([begun, place('ory_st_of-the-test')]).join()).not.toContain('ory_st_of-the-test');
});

it('a token is hidden anywhere, even if nobody knows it', () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const jwt = `${part({ alg: 'RS256', kid: 'k-1' })}.${part({ sub: 'a' })}.c2lnbmF0dXJl`;
  for (const place of Object.values(anywhere))
    expect(shownOf([place(jwt)]).join()).not.toContain('c2lnbmF0dXJl');
});

it('a secret that the bank has served is hidden wherever it turns up later', () => {
  const served = places['a key that was asked for']?.('Served-secret-1');
  for (const place of Object.values(anywhere)) {
    const before = shownOf([place('Served-secret-1')]).join();
    expect(before).toContain('Served-secret-1');
    expect(shownOf([served ?? seenOf(), place('Served-secret-1')]).join()).not.toContain('Served-secret-1');
  }
});

it('the same secret has the same mark in one recording, and another one in the next', () => {
  const token = 'Session-token-of-the-test';
  const login = seenOf({ response: { headers: json, body: JSON.stringify({ session_token: token }) } });
  const use = seenOf({ request: { headers: ['Authorization', `bearer ${token}`] } });
  const other = seenOf({ request: { headers: ['Authorization', `bearer ${token}-2`] } });
  const marksIn = (key: string) =>
    (shownOf([login, use, other], [], key)[0] ?? '').match(/\[redacted [0-9a-f]{8}\]/g) ?? [];
  const [one, two, three] = marksIn('one');
  expect([two, three === one]).toEqual([one, false]);
  expect(marksIn('two')).not.toContain(one);
});
