import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Blocked } from './blocked.js';
import { accepted, externalIdWellFormed, refused } from './checks/answers.js';
import { checkMediaType } from './checks/record.js';
import { secretsDiffer } from './checks/secrets.js';
import { answer, secret } from './exchange.testing.js';

const attached = vi.hoisted((): { record: Record<string, unknown>; mediaType: string }[] => []);

// Cucumber's own functions work inside of a run only.
vi.mock('@cucumber/cucumber', () => ({
  setDefaultTimeout: () => {},
  setWorldConstructor: () => {},
  World: class {
    attach(text: string, mediaType: string) {
      attached.push({ record: JSON.parse(text), mediaType });
    }
  },
}));

const { CheckFailed, DcmWorld } = await import('./world.js');
const world = () => new DcmWorld({} as ConstructorParameters<typeof DcmWorld>[0]);

beforeEach(() => {
  attached.length = 0;
});

describe('a check', () => {
  it('speaks when it holds', () => {
    const seen = answer(401, {}, { curl: 'curl -i' });
    world().check(refused('JWT-01'), seen, seen);
    const record = {
      rule: 'JWT-01',
      check: 'answers 401',
      ok: true,
      expected: '',
      actual: '',
      curl: 'curl -i',
      exchange: '',
    };
    expect(attached).toEqual([{ record, mediaType: checkMediaType }]);
  });

  it('ends the scenario when a MUST does not hold, and shows the exchange without secrets', () => {
    const seen = answer(200, { key: secret }, { requestBody: { key: secret, amount: 1 } });
    expect(() => world().check(refused('JWT-01'), seen, seen)).toThrow(
      new CheckFailed('JWT-01: a request without a token is refused with 401'),
    );
    expect(attached[0]?.record).toMatchObject({
      ok: false,
      actual: '200 {"key":"[redacted]"}',
      exchange: 'GET http://bank.example/key\n{"key":"[redacted]","amount":1}\n-> 200 {"key":"[redacted]"}',
    });
  });

  it('goes on when a SHOULD does not hold', () => {
    world().check(secretsDiffer, [answer(200, { key: secret }), answer(200, { key: secret })]);
    expect(attached[0]?.record).toMatchObject({ rule: 'KEY-04', ok: false });
  });

  it('of several speaks about each before it ends the scenario', () => {
    const answers = [answer(200, { key: 'a' }), answer(401), answer(200, { key: 'b' })];
    expect(() => world().checkEach(accepted('key'), answers)).toThrow(CheckFailed);
    expect(attached.map(({ record }) => record.ok)).toEqual([true, false, true]);
  });

  it('of nothing blocks the scenario, and is no check that held', () => {
    expect(() => world().checkEach(externalIdWellFormed, [])).toThrow(
      new Blocked('there is nothing to look at for AUTH-07'),
    );
    expect(attached).toEqual([]);
  });
});

describe('the memory of a scenario', () => {
  it('gives what was remembered, and complains about what was not', () => {
    const one = world();
    one.remember({ amount: 0, paymentGuid: '' });
    expect([one.recall('amount'), one.recall('paymentGuid')]).toEqual([0, '']);
    expect(one.maybe('login')).toBeUndefined();
    expect(() => one.recall('login')).toThrow('the scenario has no login yet');
  });

  it('keeps the round of answers before the latest', () => {
    const one = world();
    const [first, second] = [[answer(200)], [answer(401)]];
    one.answered(first);
    one.answered(second);
    expect([one.recall('earlier'), one.recall('answers')]).toEqual([first, second]);
  });

  it('has no walk outside of a run', () => {
    expect(() => world().walk).toThrow('the walk has not begun');
  });
});
