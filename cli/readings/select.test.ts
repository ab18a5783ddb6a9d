import { expect, it } from 'vitest';
import { otherReadings } from '../../contract/readings/index.js';
import { readingsList, wantedReadings } from './run.js';
import { selectReadings } from './select.js';

it('a question is all of its readings, a reading is that one, nothing is all', () => {
  expect(selectReadings('')).toEqual(otherReadings);
  expect(selectReadings('U-26 object, U-10').map(({ id }) => id)).toEqual(
    otherReadings.filter(({ id }) => id === 'U-26 object' || id.startsWith('U-10 ')).map(({ id }) => id),
  );
});

it('an unknown one is refused, with the nearest', () => {
  expect(() => selectReadings('U-26,U-45 asink')).toThrow(
    '--readings U-45 asink: there is no such reading; did you mean U-45 async?',
  );
});

it('--require-robust needs --readings', () => {
  expect(() => wantedReadings({ requireRobust: true })).toThrow('works only with --readings');
  expect(wantedReadings({})).toBeUndefined();
});

it('the list has a line for each, in both languages', () => {
  expect(readingsList('en').split('\n')).toHaveLength(otherReadings.length);
  expect(readingsList('uk')).toContain('зазвичай');
});
