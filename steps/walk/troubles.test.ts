import { describe, expect, it } from 'vitest';
import { entry } from '../exchange.testing.js';
import { troublesIn } from './troubles.js';

const known = { agent: 'harness', forbidden: 'stranger', unknown: ['nobody'], keyKeepers: ['kk-1'] };
const claims = { flow: 'sign-in', obj: 'id-1', sub: 'admin', iat: 1, exp: 2 };
const finding = (rule: string, level: 'must' | 'should', text: string) => ({ rule, level, text });
const question = (more: Parameters<typeof entry>[0] = {}) =>
  entry({
    direction: 'out',
    operation: 'key',
    method: 'GET',
    url: 'http://bank/key',
    seq: 8,
    cause: 7,
    claims,
    ...more,
  });
const refused = (error: string, more: Parameters<typeof entry>[0] = {}) =>
  entry({ status: 400, response: { headers: {}, body: { error } }, ...more });

const brief = (...entries: Parameters<typeof troublesIn>[0]) =>
  troublesIn(entries, known).map(({ kind, rule, situation }) => [kind, rule, situation]);

describe('troubles', () => {
  it('are none where all went well', () => {
    expect(brief(entry(), question({ status: 200 }))).toEqual([]);
  });

  it('are the answers of the bank before the refusals that follow from them', () => {
    const late = question({
      status: 0,
      error: 'no answer within 1000 ms',
      findings: [finding('AUTH-04', 'must', 'no answer within 1000 ms')],
    });
    const declined = refused('bank authorization failed', { reason: 'declined' });
    expect(brief(declined, late)).toEqual([['answer', 'AUTH-04', 'one-thread']]);
    const byOfficer = { ...declined, request: { headers: { 'user-agent': 'harness' }, body: {} } };
    expect(brief(byOfficer, late)).toEqual([['answer', 'AUTH-04', 'time-out']]);
  });

  it.each([
    ['connection refused by bank', 0, 'refused-connection'],
    ['host bank is not known', 0, 'unknown-host'],
    ['', 404, 'not-found'],
    ['', 500, 'server-error'],
    ['', 302, 'redirect'],
  ])('tell %s %s apart', (error, status, situation) => {
    const findings = [finding('AUTH-02', 'must', error || `/key answered HTTP ${status}`)];
    expect(brief(question({ status, error, findings }))).toEqual([['answer', 'AUTH-02', situation]]);
  });

  it('are not the refusals that the bank owes, nor what was answered when asked again', () => {
    expect(brief(question({ status: 401, claims: { ...claims, sub: 'stranger' } }))).toEqual([]);
    expect(brief(question({ status: 401, claims: { ...claims, obj: 'nobody' } }))).toEqual([]);
    expect(brief(question({ status: 401 }), question({ seq: 9, status: 200 }))).toEqual([]);
    expect(brief(question({ status: 401 }))).toEqual([['answer', 'AUTH-02', '']]);
  });

  it.each([
    ['failed to decrypt seed', {}, 'KEY-03'],
    ['multisignature stopped: no valid signature', {}, 'SIGN-01'],
    ['Access credentials are invalid', { status: 401, reason: 'session' }, 'LOGIN-04'],
    ['Access credentials are invalid', { status: 401, reason: 'credential' }, 'LOGIN-02'],
    ['insufficient balance', { reason: 'state' }, ''],
    [
      'invalid',
      { operation: 'submitLogin', findings: [finding('REQUEST-01', 'should', 'email')] },
      'LOGIN-01',
    ],
    [
      'invalid',
      { findings: [finding('REQUEST-01', 'should', 'a'), finding('BANKJWT-04', 'must', 'b')] },
      'BANKJWT-04',
    ],
  ])('name the rule behind "%s"', (error, more, rule) => {
    expect(troublesIn([refused(error, more)], known).map((trouble) => trouble.rule)).toEqual([rule]);
  });

  it('know a request that was served when it came again', () => {
    const first = refused('x', { seq: 1, status: 401, findings: [finding('BANKJWT-04', 'must', 'both')] });
    expect(brief(first, entry({ seq: 2 }))).toEqual([['repeated', 'BANKJWT-04', '']]);
  });

  it('show no secret', () => {
    const body = { key: 'S3cret' };
    const text = JSON.stringify(
      troublesIn(
        [
          question({
            status: 500,
            findings: [finding('AUTH-02', 'must', 'HTTP 500')],
            response: { headers: {}, body },
          }),
        ],
        known,
      ),
    );
    expect(text).not.toContain('S3cret');
  });
});
