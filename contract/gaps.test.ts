import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOfText, bodyText, filled, gapsOf, gapsOfRequest, ownHeaders } from './gaps.js';
import { redactBody } from './redact.js';

const json = { 'content-type': 'application/json; charset=utf-8' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('gaps', () => {
  it('are the marks of redaction and of shortening, by their place', () => {
    const body = {
      password: '[redacted]',
      list: [{ note: `${'x'.repeat(3)}[… 97 more characters]` }, '[… 2 more items]'],
      whole: '[not kept: an object of 900 members]',
      marked: '[redacted 3f2a]',
      fine: 'redacted',
    };
    expect(gapsOf(body, 'body')).toEqual([
      { at: 'body.password', why: 'redacted' },
      { at: 'body.list[0].note', why: 'cut' },
      { at: 'body.list[1]', why: 'cut' },
      { at: 'body.whole', why: 'cut' },
      { at: 'body.marked', why: 'redacted' },
    ]);
    expect(gapsOf('[not read: 243 bytes]', 'body')).toEqual([{ at: 'body', why: 'cut' }]);
  });

  it('of a request are in its URL, headers and body; credentials are none', () => {
    const headers = { ...json, authorization: 'bearer [redacted]', 'x-api-key': '[redacted]' };
    expect(gapsOfRequest({ url: '/a?token=[redacted]', request: { headers, body: null } })).toEqual([
      { at: 'url', why: 'redacted' },
      { at: 'headers.x-api-key', why: 'redacted' },
    ]);
  });

  it('of a redacted body are all its secrets, and none is left when each is given', () => {
    const names = fc.constantFrom('password', 'pin', 'amount', 'note', 'items');
    const { body } = fc.letrec((tie) => ({
      body: fc.oneof(fc.string(), fc.integer(), fc.array(tie('body'), { maxLength: 3 }), tie('object')),
      object: fc.dictionary(names, tie('body'), { maxKeys: 4 }),
    }));
    fc.assert(
      fc.property(body, (value) => {
        const redacted = redactBody(value);
        const gaps = gapsOf(redacted, 'body');
        const given = Object.fromEntries(gaps.map(({ at }) => [at, 'given']));
        expect(gapsOf(filled(redacted, given, 'body'), 'body')).toEqual([]);
        if (gaps.length === 0) expect(filled(redacted, {}, 'body')).toEqual(redacted);
      }),
    );
  });

  it('are filled where they are, and nowhere else', () => {
    const body = { password: '[redacted]', name: 'x', list: ['[redacted]'] };
    const given = { 'body.password': 'a', 'body.name': 'b', 'body.list[0]': 'c', 'body.other': 'd' };
    expect(filled(body, given, 'body')).toEqual({ password: 'a', name: 'x', list: ['c'] });
  });
});

describe('a body as text', () => {
  it('is read back as it was', () => {
    const members = fc.dictionary(fc.string({ minLength: 1 }), fc.string());
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 2 }), (value, spaces) => {
        fc.pre(typeof value === 'object' && value !== null);
        expect(bodyOfText(bodyText(value, json, spaces), json)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    fc.assert(
      fc.property(members, (value) => {
        expect(bodyOfText(bodyText(value, form), form)).toEqual({ ...value });
      }),
    );
  });

  it('that cannot be read stays a text; none is empty', () => {
    expect(bodyOfText('{"a":', json)).toBe('{"a":');
    expect(bodyText(null, json)).toBe('');
  });
});

it('headers of the connection and credentials are not sent again', () => {
  const headers = { ...json, host: 'h', 'content-length': '3', authorization: 'a', accept: '*/*' };
  expect(ownHeaders(headers)).toEqual({ ...json, accept: '*/*' });
});
