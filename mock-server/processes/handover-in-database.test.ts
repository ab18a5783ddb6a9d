import { expect, test } from 'vitest';
import { Refusal } from '../domain/refusal.js';
import { createManualTime } from '../store/manual-time.testing.js';
import { settled } from '../world.testing.js';
import { handoverInDatabase } from './handover-in-database.js';

/** A table that takes what is written, or does not. */
function createTable() {
  const time = createManualTime();
  const there = new Map<string, unknown>();
  const reported: unknown[] = [];
  let trouble: Error | undefined;
  let writes = 0;
  const list = (value: unknown) => value as string[];
  const rows = async (sql: string, [, , kinds, keys, values]: readonly unknown[] = []): Promise<never[]> => {
    writes += 1;
    if (trouble) throw trouble;
    for (const [index, kind] of list(kinds).entries()) {
      if (keys === undefined)
        for (const name of there.keys()) name.startsWith(`${kind} `) && there.delete(name);
      const name = `${kind} ${list(keys ?? [])[index]}`;
      if (sql.startsWith('DELETE')) there.delete(name);
      else there.set(name, JSON.parse(list(values)[index] ?? ''));
    }
    return [];
  };
  const claim = { world: 1, epoch: 1, clean: true };
  const handover = handoverInDatabase({ rows } as never, claim, time.timers, (error) => reported.push(error));
  return {
    handover,
    there: () => [...there],
    reported,
    writes: () => writes,
    fail(error?: Error) {
      trouble = error;
    },
    async pass(ms: number) {
      time.pass(ms);
      await settled();
    },
  };
}

test('what was put is there before a response is sent, as it is then', async () => {
  const { handover, there } = createTable();
  const flow = { id: 'a', code: '' };
  const flows = handover.of('flows');
  flows.put('a', () => flow);
  flow.code = '123456';
  await handover.settled();
  expect(there()).toEqual([['flows a', flow]]);
  expect(handover.settled()).toBeUndefined();
  flows.drop('a');
  await handover.settled();
  expect(there()).toEqual([]);
});

test('a response waits for what is being written already, but not for what has time', async () => {
  const { handover, there, pass } = createTable();
  handover.of('seen').putSoon('', () => ({ jwks: 1 }));
  expect(handover.settled()).toBeUndefined();
  expect(there()).toEqual([]);
  await pass(200);
  expect(there()).toEqual([['seen ', { jwks: 1 }]]);
  handover.of('faults').put('', () => 1);
  const first = handover.settled();
  expect(handover.settled()).toBe(first);
  await first;
});

test('many changes of one thing are one, and what is emptied is gone with what was put before', async () => {
  const { handover, there, writes } = createTable();
  const audit = handover.of('audit');
  for (let count = 0; count < 100; count++) audit.put('1', () => count);
  await handover.settled();
  expect([there(), writes()]).toEqual([[['audit 1', 99]], 1]);
  audit.put('2', () => 2);
  audit.drop();
  audit.put('3', () => 3);
  await handover.settled();
  expect(there()).toEqual([['audit 3', 3]]);
});

test('one that is replaced is the newest', async () => {
  const { handover, there } = createTable();
  const snapshots = handover.of('snapshots');
  for (const name of ['one', 'two']) snapshots.put(name, () => name);
  await handover.settled();
  snapshots.drop('one');
  snapshots.put('one', () => 'anew');
  snapshots.put('one', () => 'anew, and changed');
  await handover.settled();
  expect(there()).toEqual([
    ['snapshots two', 'two'],
    ['snapshots one', 'anew, and changed'],
  ]);
});

test('while the database is away, whoever waits is told so; all is written later, unless it was replaced', async () => {
  const { handover, there, fail, pass, reported } = createTable();
  const away = new Refusal('database-away', { problem: 'ECONNREFUSED' });
  const flows = handover.of('flows');
  flows.put('old', () => 'old');
  await handover.settled();
  fail(away);
  flows.drop();
  flows.put('a', () => 1);
  flows.put('b', () => 1);
  await expect(handover.settled()).rejects.toBe(away);
  flows.put('b', () => 2);
  fail();
  await pass(200);
  expect(there()).toEqual([
    ['flows a', 1],
    ['flows b', 2],
  ]);
  expect(handover.settled()).toBeUndefined();
  expect(reported).toEqual([]);
});

test('what the database does not accept is reported, and not tried for ever', async () => {
  const { handover, there, fail, pass, writes, reported } = createTable();
  const wrong = new Error('invalid memory alloc request size');
  fail(wrong);
  handover.of('seen').putSoon('', () => 'x');
  await pass(200);
  expect(reported).toEqual([wrong]);
  await pass(10_000);
  expect(writes()).toBe(1);
  fail();
  handover.of('faults').put('', () => 1);
  await handover.close();
  expect(there()).toEqual([['faults ', 1]]);
});
