import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEventReader } from './event-stream.js';

const text =
  ': hello\n\nid: 7\nevent: entry\ndata: {"a":\ndata: "ї"}\n\nevent: state\ndata:{}\n\n: ping\n\ndata: last\n\n';
const events = [
  { event: 'entry', id: '7', data: '{"a":\n"ї"}' },
  { event: 'state', id: '', data: '{}' },
  { event: 'message', id: '', data: 'last' },
];

it('reads events, and skips comments', () => {
  expect(createEventReader()(text)).toEqual(events);
  expect(createEventReader()(text.replaceAll('\n', '\r\n'))).toEqual(events);
});

it('does not care how the text was cut', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(text.length)), fc.boolean(), (cuts, windows) => {
      const whole = windows ? text.replaceAll('\n', '\r\n') : text;
      const places = [0, ...cuts.sort((a, b) => a - b), whole.length];
      const read = createEventReader();
      const pieces = places.slice(1).map((end, index) => whole.slice(places[index], end));
      expect(pieces.flatMap(read)).toEqual(events);
    }),
  );
});

it('waits for the end of an event', () => {
  const read = createEventReader();
  expect(read('data: 1\n')).toEqual([]);
  expect(read('\n')).toEqual([{ event: 'message', id: '', data: '1' }]);
});
