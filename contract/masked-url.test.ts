import { expect, it } from 'vitest';
import { maskedUrl, withoutPasswords } from './masked-url.js';

it.each([
  ['https://bank:secret@host/path', 'https://bank:***@host/path'],
  ['https://bank:a/b#secret@host', 'https://bank:***@host'],
  ['http://host:4010/path', 'http://host:4010/path'],
  ['host?sslpassword=secret#x', 'host?sslpassword=***#x'],
])('%s is shown as %s', (url, shown) => {
  expect(maskedUrl(url)).toBe(shown);
});

it('a text keeps its URLs, but not their passwords', () => {
  const text = (password: string) =>
    `at http://127.0.0.1:4010/a and postgres://dcm:${password}@host/db; expected postgres://USER:PASSWORD@HOST`;
  expect(withoutPasswords(text('secret'))).toBe(text('***'));
});
