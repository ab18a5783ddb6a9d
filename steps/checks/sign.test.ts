import { expect, it } from 'vitest';
import { entry } from '../exchange.testing.js';
import { signed } from './sign.js';
import { breaks, depends, holds } from './verdict.testing.js';

const expected = 'the same transaction with a signature for the expected address, and the transfer posted';
const answers = (...statuses: number[]) => statuses.map((status) => entry({ operation: 'sign', status }));

it('wants the transfer to be posted', () => {
  holds(signed, { answers: answers(404, 200), confirmed: true, refusal: '' });
  const waiting = { answers: answers(200), confirmed: false, refusal: '' };
  breaks(signed, waiting, expected, 'status 200; the transfer is not posted');
});

it.each(['1 surplus signature', 'the bank returned another transaction', 'no valid signature of GABC'])(
  'says what DCM found wrong: %s',
  (cause) => {
    const refusal = `multisignature stopped: ${cause}`;
    const seen = { answers: answers(404, 200), confirmed: false, refusal };
    breaks(signed, seen, expected, `${refusal}; statuses 404, 200; the transfer is not posted`);
    expect(depends(signed, seen)).toBe(false);
  },
);

it('may follow from something else when the bank did not sign', () => {
  expect(depends(signed, { answers: answers(500), confirmed: false, refusal: '' })).toBe(true);
});
