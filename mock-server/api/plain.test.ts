import { inject } from 'light-my-request';
import { expect, test } from 'vitest';
import { beside } from './plain.js';

const asked: string[] = [];
const reported: unknown[] = [];

let made = 0;
const { serve: app, forgetPages } = beside(
  async () => {
    made += 1;
    return (_request, response) => void response.end('a page');
  },
  async ({ originalUrl, protocol }, response) => {
    if (originalUrl.endsWith('broken')) throw new Error('broken');
    asked.push(`${protocol} ${originalUrl}`);
    response.end('an operation');
  },
  (error) => void reported.push(error),
);

test.each([
  ['/api/v1/payments?limit=1', 'an operation'],
  ['/API/v1/payments', 'a page'],
  ['//api/v1', 'a page'],
  ['/apis', 'a page'],
])('%s is served by %s', async (url, expected) => {
  expect((await inject(app, { method: 'GET', url })).payload).toBe(expected);
});

test('pages are made once, and again when they were forgotten', async () => {
  expect(made).toBe(1);
  forgetPages();
  const both = await Promise.all(['/', '/'].map((url) => inject(app, { method: 'GET', url })));
  expect(both.map(({ payload }) => payload)).toEqual(['a page', 'a page']);
  expect(made).toBe(2);
});

test('operations get what they use of an Express request', () => {
  expect(asked).toEqual(['http /api/v1/payments?limit=1']);
});

test('a fault of the mock is reported, and the response does not show it', async () => {
  const { statusCode, payload } = await inject(app, { method: 'GET', url: '/api/v1/broken' });
  expect(statusCode).toBe(500);
  expect(payload).toBe('{"error":"the mock failed; see its console"}');
  expect(reported).toEqual([new Error('broken')]);
});
