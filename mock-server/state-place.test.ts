import { expect, it } from 'vitest';
import { isDatabase, requirePlace, shownPlace } from './state-place.js';

it.each(['postgres://dcm@h/d', 'postgresql://h/d', 'POSTGRES://h/d'])('%s is a database', (state) => {
  expect(isDatabase(state)).toBe(true);
  expect(() => requirePlace(state)).not.toThrow();
});

it.each([undefined, 'state.json', '/var/lib/dcm/state.json', 'C:\\dcm\\state.json', 'a@b:c.json'])(
  '%s is a file',
  (state) => {
    expect(isDatabase(state)).toBe(false);
    expect(() => requirePlace(state)).not.toThrow();
  },
);

it.each([
  ['postgre://dcm:secret@host/db', 'postgre://dcm:***@host/db'],
  ['mysql://dcm:secret@host/db', 'mysql://dcm:***@host/db'],
  ['postgres:/dcm:secret@host/db', 'postgres:/dcm:***@host/db'],
  ['postgres:dcm:secret@host/db', 'postgres:dcm:***@host/db'],
  ['postgres//dcm:secret@host/db', 'postgres//dcm:***@host/db'],
])('%s is neither, and refused without the password', (state, shown) => {
  expect(isDatabase(state)).toBe(false);
  expect(() => requirePlace(state)).toThrow(
    `--state ${shown}: expected the name of a file, or postgres://USER:PASSWORD@HOST/DATABASE`,
  );
});

it.each([
  ['postgres://dcm:p/w#secret@host/db', 'postgres://dcm:***@host/db'],
  ['postgres://dcm:p@secret@host/db', 'postgres://dcm:***@host/db'],
  ['postgres://dcm:secret', 'postgres://dcm:***'],
  [
    'postgres://dcm@host/db?password=secret&sslmode=disable',
    'postgres://dcm@host/db?password=***&sslmode=disable',
  ],
  ['postgres://dcm@host:5432/db', 'postgres://dcm@host:5432/db'],
  ['postgres://host:5432', 'postgres://host:5432'],
  ['postgres://[::1]:5432/db', 'postgres://[::1]:5432/db'],
  ['state.json', 'state.json'],
])('%s is shown as %s', (state, shown) => {
  expect(shownPlace(state)).toBe(shown);
});
