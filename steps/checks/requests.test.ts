import { describe, expect, it } from 'vitest';
import { entry, secret } from '../exchange.testing.js';
import {
  absent,
  carries,
  type Found,
  formEncoded,
  refusalReported,
  servedOnce,
  sighted,
  successReported,
} from './requests.js';
import { breaks, depends, holds } from './verdict.testing.js';

const seen = (count: number, more: Partial<Found> = {}): Found => ({
  wanted: 'createPayment of 10.01',
  entries: Array.from({ length: count }, () => entry()),
  ...more,
});

describe('servedOnce', () => {
  const check = servedOnce('TRANSFER-01');
  const expected = 'exactly one createPayment of 10.01, served';

  it('wants exactly one request that DCM served', () => {
    expect(check.rule).toBe('TRANSFER-01');
    holds(check, seen(1));
    breaks(check, seen(2), expected, '2 found');
    breaks(check, seen(0), expected, 'none');
  });

  it('names what came nearest', () => {
    const nearest = 'POST /payments (createPayment, 200), but body.amount: expected 1, was 2';
    breaks(check, seen(0, { nearest }), expected, `none; nearest: ${nearest}`);
  });

  it('names the refusal of DCM', () => {
    const refused = entry({ status: 400, response: { headers: {}, body: { error: 'invalid amount' } } });
    breaks(check, seen(0, { entries: [refused] }), expected, 'refused with 400: {"error":"invalid amount"}');
  });
});

describe('what may follow from something else', () => {
  const finding = { rule: 'LOGIN-02', level: 'must', text: 'no bearer' } as const;
  const refused = entry({ status: 401, findings: [finding] });

  it('is what came to nothing, and not what was done twice', () => {
    const check = servedOnce('TRANSFER-01');
    expect(depends(check, seen(0))).toBe(true);
    expect(depends(check, seen(1, { entries: [refused] }))).toBe(true);
    expect(depends(check, seen(2, { entries: [refused, entry()] }))).toBe(true);
    expect(depends(check, seen(2, { entries: [entry({ status: 401 }), entry()] }))).toBe(false);
    expect(depends(check, seen(2))).toBe(false);
  });

  it('is not what the bank has sent', () => {
    const check = carries('EMISSION-01', { amount: 1 });
    expect(depends(check, entry())).toBe(false);
  });

  it('is a body that DCM has not read: nothing is compared with it', () => {
    const findings = [{ rule: 'REQUEST-01', level: 'should' as const, text: 'invalid JSON: at 3' }];
    const unread = entry({ request: { headers: {}, body: '[not read: 142 bytes]' }, status: 400, findings });
    const check = carries('EMISSION-01', { amount: 1 });
    expect(depends(check, unread)).toBe(true);
    breaks(check, unread, 'a request that DCM can read', 'DCM did not read its body: invalid JSON: at 3');
  });
});

describe('sighted and absent', () => {
  it('want one at least, and none', () => {
    holds(sighted('JWT-10'), seen(1));
    holds(sighted('JWT-10'), seen(3));
    breaks(sighted('JWT-10'), seen(0), 'createPayment of 10.01', 'none');
    holds(absent('LOGIN-03'), seen(0));
    breaks(absent('LOGIN-03'), seen(2), 'no createPayment of 10.01', '2 found');
  });
});

describe('carries', () => {
  const check = carries('TRANSFER-02', { amount: 10.01, asset_code: 'UAH' });

  it('compares the members that were ordered, and no others', () => {
    holds(
      check,
      entry({ request: { headers: {}, body: { amount: 10.01, asset_code: 'UAH', purpose: 'x' } } }),
    );
  });

  it('names only what is wrong', () => {
    const body = { amount: '10.01', asset_code: 'UAH' };
    breaks(
      check,
      entry({ request: { headers: {}, body } }),
      'amount = 10.01',
      'body {"amount":"10.01","asset_code":"UAH"}',
    );
    breaks(check, entry(), 'asset_code = "UAH"', 'body {"amount":10.01}');
  });

  it('does not hold without a body', () => {
    const nothing = entry({ request: { headers: {}, body: null } });
    breaks(check, nothing, 'amount = 10.01, asset_code = "UAH"', 'body null');
  });
});

describe('formEncoded', () => {
  it.each(['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded; charset=UTF-8'])(
    'holds for %s',
    (type) => {
      holds(formEncoded, entry({ request: { headers: { 'content-type': type }, body: {} } }));
    },
  );

  it('does not hold for JSON or nothing', () => {
    const expected = 'content type application/x-www-form-urlencoded';
    const json = { headers: { 'content-type': 'application/json' }, body: {} };
    breaks(formEncoded, entry({ request: json }), expected, 'application/json');
    breaks(formEncoded, entry(), expected, '(none)');
  });
});

describe('what the bank says about its act', () => {
  it('a refusal is wanted', () => {
    holds(refusalReported('EMISSION-02'), { ok: false, error: 'DCM says no' });
    breaks(refusalReported('EMISSION-02'), { ok: true }, 'ok: false from the bank', 'ok: true {}');
  });

  it('success is wanted', () => {
    holds(successReported('TRANSFER-04'), { ok: true });
    breaks(successReported('TRANSFER-04'), { ok: false }, 'ok: true from the bank', 'ok: false, no reason');
    const reported = { ok: false, error: 'no money' };
    breaks(successReported('TRANSFER-04'), reported, 'ok: true from the bank', 'ok: false, no money');
  });

  it('keeps secrets of its output to itself', () => {
    const output = {
      session_token: secret,
      key: secret,
      users: [{ login: 'a', external_id: 'b', key: secret }],
    };
    breaks(
      refusalReported('LOGIN-03'),
      { ok: true, output },
      'ok: false from the bank',
      'ok: true {"session_token":"[redacted]","key":"[redacted]","users":[{"login":"a","external_id":"b","key":"[redacted]"}]}',
    );
  });
});
