import { expect, it } from 'vitest';
import { isSame, withPlainGuids } from './same.js';

const guid = '5f2c8a52-7a0f-4d2b-9a59-8a3f4f6d4a11';
const path = (text: string) => `/api/v1/counterparty/${text}/payments/confirm`;

it('takes a guid in capitals for the same, alone and in a path', () => {
  expect(isSame(guid, guid.toUpperCase())).toBe(true);
  expect(isSame(path(guid), path(guid.toUpperCase()))).toBe(true);
  expect(withPlainGuids(path(guid.toUpperCase()))).toBe(path(guid));
});

it.each([
  [guid, guid.replace('5f', '5e')],
  [path(guid), path(guid).toUpperCase()],
  ['Abc', 'abc'],
  [`${guid.toUpperCase()}0`, `${guid}0`],
  [1, '1'],
  [0, -0],
  [undefined, null],
  ['', undefined],
])('compares everything else to the letter: %j and %j', (one, other) => {
  expect(isSame(one, other)).toBe(false);
  expect(isSame(one, one)).toBe(true);
});
