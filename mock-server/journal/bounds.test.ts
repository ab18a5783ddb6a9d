import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { raw } from '../client.testing.js';
import { sizeOf } from '../domain/size.js';
import { createTestMock } from '../mock.testing.js';
import { createManualTime } from '../store/manual-time.testing.js';
import { systemTimers } from '../system.js';
import { settled } from '../world.testing.js';
import { exchange } from './exchange.testing.js';
import { createFindingCounts } from './finding-counts.js';
import { createJournal } from './journal.js';
import { longestAnswer } from './pages.js';
import { longestBody, shorten } from './shorten.js';

/** What is kept of the traffic takes a bounded amount of memory, whatever passes. */

const kilobyte = 1024;
const bodyOf = (bytes: number) => ({ list: Array.from({ length: bytes / 100 }, () => 'x'.repeat(68)) });

describe('the journal', () => {
  test('keeps the newest that fit, by bytes as well as by number', () => {
    const bytes = 200 * kilobyte;
    const journal = createJournal({ capacity: 1000, bytes, timers: createManualTime().timers });
    for (let count = 0; count < 100; count++) {
      const requestBody = bodyOf((count % 30) * kilobyte);
      journal.record(
        exchange(journal.nextSeq(), { requestBody, cause: count % 7, operation: `o${count % 5}` }),
      );
      expect(journal.bytes).toBeLessThanOrEqual(bytes);
    }
    const kept = journal.search({}, 1000).map(({ seq }) => seq);
    expect(kept).toEqual(Array.from(kept, (_, index) => 100 - kept.length + 1 + index));
    expect(kept.length).toBeGreaterThan(5);
    // Each index forgets what the journal forgets.
    const byOperation = [0, 1, 2, 3, 4].flatMap((value) => journal.search({ operation: `o${value}` }, 1000));
    expect(byOperation).toHaveLength(kept.length);
    const byCause = [0, 1, 2, 3, 4, 5, 6].flatMap((cause) => journal.search({ cause }, 1000));
    expect(byCause).toHaveLength(kept.length);
  });

  test('answers a search in portions of bytes, and every entry is in one of them', async () => {
    const mock = await createTestMock();
    const many = Math.ceil((longestAnswer * 2.5) / (longestBody / 2));
    for (let count = 0; count < many; count++) {
      mock.journal.record(
        exchange(mock.journal.nextSeq(), { operation: 'big', requestBody: bodyOf(longestBody / 2) }),
      );
    }
    const found: number[] = [];
    let portions = 0;
    for (let more = true, after = 0; more; portions++) {
      const answer = await mock.control.searchJournal({
        body: { match: { operation: 'big', after }, limit: 10_000 },
      });
      found.push(...answer.entries.map(({ seq }) => seq));
      more = answer.more;
      after = found.at(-1) ?? 0;
    }
    expect(portions).toBeGreaterThan(2);
    expect(found).toHaveLength(many);
    expect(new Set(found).size).toBe(many);
  });

  test('waits for what is far away without a rescan that holds up everything else', async () => {
    const time = createManualTime();
    const journal = createJournal({ capacity: 10_000, timers: time.timers });
    for (let count = 0; count < 10_000; count++) journal.record(exchange(journal.nextSeq(), { status: 404 }));
    const waiting = journal.await({ operation: 'createPayment', status: 200 }, 10);
    let turns = 0;
    let over = false;
    time.pass(10);
    const ended = waiting.then((answer) => {
      over = true;
      return answer;
    });
    while (!over) {
      turns += 1;
      await settled();
    }
    expect(turns).toBeGreaterThan(5);
    expect((await ended).nearest?.differs).toEqual(['status: expected 200, was 404']);
  });
});

describe('a journal that was closed', () => {
  test('leaves others their turn, however often it is asked to wait', async () => {
    const journal = createJournal({ capacity: 10, timers: systemTimers });
    journal.close();
    let turned = false;
    systemTimers.after(0, () => {
      turned = true;
    });
    for (let asked = 0; asked < 1000 && !turned; asked++)
      expect(await journal.await({ operation: 'nothing' }, 1000)).toEqual({});
    expect(turned).toBe(true);
  });
});

describe('a large body', () => {
  test('is kept in short, with length and hash of what was sent, and says so', async () => {
    const mock = await createTestMock();
    const text = JSON.stringify({
      login: 'x'.repeat(9000),
      list: Array(1000).fill({ password: 'S3CR3T' }),
    });
    const path = '/api/v1/counterparty/none/customers';
    await raw(mock.app, 'POST', path, { 'content-type': 'application/json' }).send(text);
    const { id } = await mock.anybody.createLoginFlow({});
    const flow = `/kratos/self-service/login?flow=${id}`;
    await raw(mock.app, 'POST', flow, { 'content-type': 'application/json' }).send(text);
    const { entries } = await mock.control.searchJournal({ body: { match: { direction: 'in' } } });
    const [unread, read] = [entries.at(0), entries.at(-1)];
    const hash = createHash('sha256').update(text).digest('hex');
    expect(read?.request.shortened).toEqual({ length: text.length, sha256: hash });
    // The one that was refused before its body was read is shown in the same way.
    expect(unread?.request.body).toEqual(read?.request.body);
    expect(unread?.request.shortened).toEqual(read?.request.shortened);
    const body = read?.request.body as { login: string; list: unknown[] };
    expect(body.login).toBe(`${'x'.repeat(1000)}[… 8000 more characters]`);
    expect(body.list).toHaveLength(21);
    expect(body.list.at(-1)).toBe('[… 980 more items]');
    expect(JSON.stringify(read)).not.toContain('S3CR3T');
    expect(JSON.stringify(read).length).toBeLessThan(longestBody);
  });

  test('a small one is kept as it is', () => {
    const body = { list: [1, 'two', null], text: 'x'.repeat(5000) };
    expect(shorten(body)).toEqual({ body });
  });

  test('of any shape takes no more than it may', () => {
    const deep = (levels: number): unknown => {
      let value: unknown = 'bottom';
      for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { value };
      return value;
    };
    const shapes = [
      deep(50_000),
      Array(50_000).fill([]),
      Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`m${index}`, index])),
      { ['n'.repeat(90_000)]: 1 },
      Array(21).fill(Array(21).fill('x'.repeat(5000))),
      'x'.repeat(1_000_000),
      { a: { b: { c: 'ю'.repeat(100_000) } } },
    ];
    for (const shape of shapes) {
      const { body, shortened } = shorten(shape, 'wire');
      expect(sizeOf(body)).toBeLessThanOrEqual(longestBody);
      expect(shortened?.length).toBe(4);
    }
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 1, max: 3000 }), (value, times) => {
        const { body } = shorten(Array(times).fill(value));
        expect(sizeOf(body)).toBeLessThanOrEqual(longestBody);
      }),
      { numRuns: 50 },
    );
  });
});

test('texts beside the bodies are bounded, too', () => {
  const journal = createJournal({ capacity: 10, timers: createManualTime().timers });
  const long = 'x'.repeat(1_000_000);
  journal.record(
    exchange(journal.nextSeq(), {
      url: `/${long}`,
      error: long,
      requestHeaders: { authorization: `bearer ${long}`, 'x-other': long },
      responseHeaders: { [long]: '1' },
      claims: { flow: 'sign-in', obj: long, sub: long, iat: 1, exp: 2 },
      findings: Array.from({ length: 500 }, () => ({ rule: 'REQUEST-01', level: 'should', text: long })),
    }),
  );
  expect(journal.bytes).toBeLessThan(100 * kilobyte);
});

describe('counts of findings', () => {
  const finding = (text: string) => ({ rule: 'REQUEST-01', level: 'should', text }) as const;

  test('are kept for a bounded number of agents, and none is lost', () => {
    const counts = createFindingCounts();
    for (let agent = 0; agent < 5000; agent++)
      counts.count(finding('x'.repeat(5000)), `${agent}`.repeat(2000));
    counts.count(finding('newest'), 'harness');
    expect(counts.sums()).toMatchObject([{ count: 5001 }]);
    expect(counts.sums('harness')).toMatchObject([{ count: 5000 }]);
    expect(counts.sums('unknown')[0]?.first.length).toBeLessThan(1100);
  });
});
