import { expect, it } from 'vitest';
import { missingKeys } from '../../contract/control/board.js';
import { bankPages, consolePages } from '../pages.testing.js';
import { placeOf } from './board-places.js';

const bank = { counterparty_guid: '{guid}', alias: 'bank1' };
const ask = { method: 'key', flow: 'sign-in', obj: '' } as const;
const email = 'a+b@bank1.test';

it.each(missingKeys)('%s leads to a page that exists', (key) => {
  for (const asks of [[], [ask]]) {
    const { to } = placeOf({ key, values: { email }, asks }, bank);
    // The login is the first page of a backoffice.
    expect(['/backoffice/bank1', ...consolePages, ...bankPages]).toContain(to.split('?')[0]);
  }
});

it('leads to the URLs where DCM cannot ask the bank yet, and to the journal where it can', () => {
  const placeFor = (asks: [] | [typeof ask]) =>
    placeOf({ key: 'keeper-secrets-unseen', values: {}, asks }, bank);
  expect(placeFor([])).toEqual({ to: '/console/counterparties/{guid}', name: 'urls' });
  expect(placeFor([ask])).toEqual({ to: '/console/journal?operation=key', name: 'journal' });
});

it('knows whose password is set', () => {
  const { to } = placeOf({ key: 'password-missing', values: { email }, asks: [] }, bank);
  expect(new URL(to, 'http://mock.test').searchParams.get('email')).toBe(email);
});
