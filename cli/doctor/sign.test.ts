import { expect, test } from 'vitest';
import type { InAnswer } from '../../contract/wire/transport.js';
import { reachSign } from './sign.js';
import { doctorTexts } from './texts/index.js';

const url = 'https://bank.test/dcm/sign/sign';

/** What the doctor says about a bank that answers so at `/sign`, and so elsewhere. */
const line = async (status: number, text: string, elsewhere = 'Cannot POST /dcm/sign/sign/nowhere') => {
  const asked: (string | undefined)[] = [];
  const send = async (request: { url: string; method: string; body?: string }): Promise<InAnswer> => {
    asked.push(request.method, request.body);
    return request.url === url
      ? { status, text, headers: {} }
      : { status: 404, text: elsewhere, headers: {} };
  };
  const found = await reachSign({ send, texts: doctorTexts('en') }, url);
  expect(asked.slice(0, 2)).toEqual(['POST', '{}']);
  return found.line;
};

test.each([200, 400, 401, 405, 500, 503])('somebody who answers %i is there', async (status) => {
  expect(await line(status, '{}')).toMatchObject({ state: 'ok', about: 'url' });
});

test('404 of a bank that does not find the transfer is an answer', async () => {
  expect(await line(404, '{"error":"no such transfer"}')).toMatchObject({ state: 'ok' });
});

test('404 of whoever serves no /sign there names what is wrong', async () => {
  expect(await line(404, 'Cannot POST /dcm/sign/sign')).toMatchObject({
    state: 'blocked',
    text: expect.stringContaining('bank.sign_url'),
    see: expect.stringContaining(`curl -i -X POST ${url}`),
  });
  expect(await line(404, '{}', '{}')).toMatchObject({ state: 'blocked' });
});
