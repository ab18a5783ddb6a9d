import { expect, it } from 'vitest';
import type { JournalEntry } from './control/journal.js';
import { curlIn } from './curl.js';

const command = (request: JournalEntry['request']) =>
  curlIn({ method: 'POST', url: '/a', request } as JournalEntry, 'http://dcm.test');
const json = { 'content-type': 'application/json' };

it('repeats the body, and its type', () => {
  expect(command({ headers: json, body: { a: "o'neil" } })).toBe(
    `curl -i -X POST 'http://dcm.test/a' -H 'content-type: application/json' -d '{"a":"o'\\''neil"}'`,
  );
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(command({ headers: form, body: { a: 'b c' } })).toContain(`-d 'a=b+c'`);
  expect(command({ headers: json, body: null })).toBe(`curl -i -X POST 'http://dcm.test/a'`);
});

it('says what it cannot repeat: a body that is not kept, what was left out of one, no type', () => {
  const unread = command({ headers: json, body: '[not read: 243 bytes]' });
  expect(unread).toContain('--data-binary @body.txt # the 243 bytes');
  expect(unread).not.toContain('[not read');
  expect(command({ headers: json, body: { password: '[redacted]' } })).toMatch(
    /-d '[^']*' # put in what was left out as \[redacted\]$/,
  );
  expect(command({ headers: {}, body: '[not read: 3 bytes]' })).toContain(
    "-H 'content-type:' --data-binary @body.txt # the 3 bytes",
  );
});
