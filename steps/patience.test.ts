import { describe, expect, it } from 'vitest';
import { Blocked } from './blocked.js';
import { createPatience } from './patience.js';

const cause = '/key';

function failing(times: number, limitMs = 90_000) {
  const patience = createPatience({ limitMs });
  patience.begin(1);
  for (let time = 0; time < times; time += 1) patience.inVain(cause, 1000, 'no answer within 5000 ms');
  return patience;
}

describe('what does not come', () => {
  it('is waited for once as long as it may take, then briefly', () => {
    expect(failing(0).allow(cause, 5000)).toEqual({ ms: 5000, brief: false, because: '' });
    expect(failing(1).allow(cause, 5000)).toEqual({
      ms: 2000,
      brief: true,
      because: 'earlier: no answer within 5000 ms',
    });
    expect(failing(2).allow(cause, 60_000)).toMatchObject({ ms: 10_000, brief: true });
  });

  it('is left out after three times, and tried once in each further step', () => {
    const patience = failing(3);
    const left = '/key is skipped in this step: repeatedly, first: no answer within 5000 ms';
    expect(() => patience.allow(cause, 5000)).toThrow(new Blocked(left));
    patience.begin(2);
    expect(patience.allow(cause, 5000)).toMatchObject({ ms: 2000 });
    expect(() => patience.allow(cause, 5000)).toThrow(Blocked);
  });

  it('is waited for in full again once it has come', () => {
    const patience = failing(3);
    patience.came(cause);
    expect(patience.allow(cause, 5000)).toMatchObject({ ms: 5000, brief: false });
  });

  it('is no reason to wait less for anything else', () => {
    expect(failing(3).allow('/external_id', 5000)).toMatchObject({ ms: 5000 });
  });
});

it('a person is not waited for more briefly, and left alone after one task that nobody did', () => {
  const patience = createPatience({ limitMs: Number.POSITIVE_INFINITY, tries: 1, briefPart: 1 });
  patience.begin(1);
  patience.inVain('acts', 900_000, 'nobody did it');
  expect(() => patience.allow('acts', 900_000)).toThrow(
    'acts is skipped in this step: earlier: nobody did it',
  );
  patience.begin(11);
  expect(patience.allow('acts', 900_000)).toMatchObject({ ms: 900_000, brief: false });
});

it('a brief wait is twice as long as what has come so far', () => {
  const patience = createPatience({ limitMs: 90_000 });
  patience.came(cause, 4000);
  patience.inVain(cause, 30_000, 'no answer');
  expect(patience.allow(cause, 30_000)).toMatchObject({ ms: 8000, brief: true });
});

describe('the time for waiting', () => {
  it('is over when as much is lost as may be, and counted anew under another scheme', () => {
    const patience = failing(2, 2500);
    patience.begin(2);
    patience.lose(500);
    expect(() => patience.begin(2)).toThrow('skipped: 2.5 s were lost under this scheme by waiting');
    expect(() => patience.allow('another', 1000)).toThrow('skipped: 2.5 s were lost under this scheme');
    patience.anew();
    patience.begin(3);
  });

  it('bounds a wait that begins before it is over', () => {
    expect(failing(2, 2500).allow('another', 5000)).toMatchObject({ ms: 500, brief: true });
    expect(failing(2, 2500).allow(cause, 5000)).toMatchObject({ ms: 500, brief: true });
    expect(failing(0, 2500).allow('another', 5000)).toMatchObject({ ms: 5000, brief: false });
  });

  it('is not used up by what comes, however slow', () => {
    const patience = createPatience({ limitMs: 1000 });
    for (let time = 0; time < 1000; time += 1) patience.came(cause, 3000);
    patience.begin(16);
  });
});
