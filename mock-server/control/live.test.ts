import { beforeEach, describe, expect, test } from 'vitest';
import { exchange } from '../journal/exchange.testing.js';
import { createJournal, type Journal } from '../journal/journal.js';
import { createManualTime, type ManualTime } from '../store/manual-time.testing.js';
import { createLive, type Live, mostMissed, mostPending, type Reader } from './live.js';

/** The stream of events, without a socket. */

const exchangeOf = (seq: number) => exchange(seq, { url: '/api/v1/x?token=abc' });

interface TestReader extends Reader {
  readonly texts: string[];
  lie: number;
  ended: boolean;
}

function reader(): TestReader {
  const made: TestReader = {
    texts: [],
    lie: 0,
    ended: false,
    write: (text) => void made.texts.push(text),
    pending: () => made.lie,
    end() {
      made.ended = true;
    },
  };
  return made;
}

let time: ManualTime;
let journal: Journal;
let live: Live;
const record = () => journal.record(exchangeOf(journal.nextSeq()));
const ids = ({ texts }: TestReader) => texts.flatMap((text) => /^id: (\d+)/.exec(text)?.[1] ?? []);
const states = ({ texts }: TestReader) => texts.filter((text) => text.startsWith('event: state')).length;

beforeEach(() => {
  time = createManualTime();
  journal = createJournal({ capacity: 1000, timers: time.timers });
  live = createLive(journal, time.timers);
});

describe('entries', () => {
  test('come as they are recorded, in short and redacted', () => {
    const one = reader();
    live.join(one);
    record();
    const [, event = ''] = one.texts;
    expect(event).toMatch(/^id: 1\nevent: entry\ndata: \{.*\}\n\n$/);
    const head = JSON.parse(event.split('data: ')[1] ?? '');
    expect(head).toMatchObject({ seq: 1, url: '/api/v1/x?token=[redacted]' });
    expect(Object.keys(head)).not.toContain('request');
  });

  test('are made up for who comes back', () => {
    for (let count = 0; count < 5; count++) record();
    const one = reader();
    live.join(one, 3);
    record();
    expect(ids(one)).toEqual(['4', '5', '6']);
  });

  test('recorded late, under a smaller number, are not lost to who comes back', () => {
    const cause = journal.nextSeq();
    record();
    const last = journal.recorded;
    journal.record(exchangeOf(cause));
    const one = reader();
    live.join(one, last);
    expect(one.texts.join('')).toContain(`"seq":${cause}`);
  });

  test.each([
    ['too much', () => Array.from({ length: mostMissed + 1 }).forEach(record), 0],
    ['what is kept no more', () => Array.from({ length: 1200 }).forEach(record), 100],
    ['another life of the mock', record, 99],
  ])('missed: %s', (_what, happen, after) => {
    happen();
    const one = reader();
    live.join(one, after);
    expect(one.texts.slice(1)).toEqual([`id: ${journal.recorded}\nevent: gap\ndata: {}\n\n`]);
  });
});

describe('other state', () => {
  test('is reported at once, then at most four times a second', () => {
    const one = reader();
    live.join(one);
    for (let count = 0; count < 100; count++) live.changed();
    expect(states(one)).toBe(1);
    time.pass(250);
    expect(states(one)).toBe(2);
    time.pass(10_000);
    expect(states(one)).toBe(2);
    live.changed();
    expect(states(one)).toBe(3);
  });

  test('the last change is always reported', () => {
    const one = reader();
    live.join(one);
    live.changed();
    time.pass(100);
    live.changed();
    time.pass(150);
    expect(states(one)).toBe(2);
  });

  test('costs nothing while there are no readers', () => {
    live.changed();
    expect(time.next()).toBeUndefined();
  });
});

describe('readers', () => {
  test('who do not read are let go, the others are not', () => {
    const [slow, fast] = [reader(), reader()];
    live.join(slow);
    live.join(fast);
    slow.lie = mostPending + 1;
    record();
    record();
    expect([slow.ended, fast.ended, live.readers]).toEqual([true, false, 1]);
    expect([ids(slow).length, ids(fast).length]).toEqual([1, 2]);
  });

  test('hear something every now and then, until they leave', () => {
    const one = reader();
    const leave = live.join(one);
    time.pass(30_000);
    expect(one.texts.filter((text) => text === ': ping\n\n')).toHaveLength(2);
    leave();
    expect([live.readers, time.next()]).toEqual([0, undefined]);
  });

  test('end with the journal, those who come later too', () => {
    const [one, late] = [reader(), reader()];
    live.join(one);
    journal.close();
    live.join(late);
    expect([one.ended, late.ended, live.readers, time.next()]).toEqual([true, true, 0, undefined]);
  });
});
