import { expect, test } from 'vitest';
import { z } from 'zod';
import { ApiError, createClient, errorText } from './client.js';
import { operation, table } from './operation.js';

const operations = table(
  operation({
    id: 'read',
    method: 'GET',
    path: '/things/{guid}',
    summary: '',
    caller: 'public',
    source: 'A',
    params: z.object({ guid: z.string() }),
    query: z.object({ names: z.array(z.string()).optional(), limit: z.number().optional() }),
    answer: z.object({ name: z.string() }),
  }),
  operation({
    id: 'write',
    method: 'POST',
    path: '/things',
    summary: '',
    caller: 'public',
    source: 'A',
    body: z.object({ name: z.string().optional() }),
    answer: z.object({}),
  }),
  operation({
    id: 'submit',
    method: 'POST',
    path: '/form',
    summary: '',
    caller: 'public',
    source: 'A',
    accepts: ['form', 'json'],
    body: z.object({ name: z.string() }),
    answer: z.object({}),
  }),
);

function clientOf(status: number, text: string, headers: Record<string, string> = {}) {
  const sent: { url: string; init: RequestInit | undefined }[] = [];
  const client = createClient(operations, {
    baseUrl: 'http://dcm.test',
    headers: () => ({ authorization: 'bearer x' }),
    fetch: async (url, init) => {
      sent.push({ url: String(url), init });
      return new Response(text, { status, headers });
    },
  });
  return { client, sent };
}

test('path, query and headers', async () => {
  const { client, sent } = clientOf(200, '{"name":"x","more":1}');
  const answer = await client.read({
    params: { guid: 'a/b?' },
    query: { names: ['x y', 'z'], limit: 2 },
    headers: { 'x-more': '1' },
  });
  expect(answer).toEqual({ name: 'x' });
  expect(sent).toEqual([
    {
      url: 'http://dcm.test/things/a%2Fb%3F?names=x+y&names=z&limit=2',
      init: {
        method: 'GET',
        headers: { accept: 'application/json', authorization: 'bearer x', 'x-more': '1' },
      },
    },
  ]);
});

test('members that are undefined are not sent', async () => {
  const { client, sent } = clientOf(200, '');
  await client.write({ body: { name: undefined } });
  expect(sent[0]?.init).toMatchObject({ body: '{}', headers: { 'content-type': 'application/json' } });
});

test('forms', async () => {
  const { client, sent } = clientOf(200, '{}');
  await client.submit({ body: { name: 'a&b=ї' } });
  expect(sent[0]?.init).toMatchObject({
    body: 'name=a%26b%3D%D1%97',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
});

test('a refusal is an error with status, reason, hint and body', async () => {
  const hint = 'thing-unknown: no such thing';
  const { client } = clientOf(400, '{"error":"no such thing"}', { 'dcm-reason': 'state', 'dcm-hint': hint });
  const error = await client.read({ params: { guid: 'a' } }).catch((problem: unknown) => problem);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    operation: 'read',
    status: 400,
    reason: 'state',
    hint,
    body: { error: 'no such thing' },
  });
  expect((error as Error).message).toBe('read: HTTP 400 (state): no such thing');
});

test.each(['{"name":1}', '[]', 'welcome', ''])('an answer that is not the declared one: %j', async (text) => {
  const { client } = clientOf(200, text);
  await expect(client.read({ params: { guid: 'a' } })).rejects.toThrow(/^read: unexpected answer: /);
});

test.each([
  [{ error: 'text' }, 'text'],
  [{ error: { message: 'text' } }, 'text'],
  ['text', 'text'],
  [{ other: 1 }, '{"other":1}'],
  [null, 'null'],
  [undefined, 'null'],
])('the text of %j', (body, text) => {
  expect(errorText(body)).toBe(text);
});
