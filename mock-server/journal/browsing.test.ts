import { describe, expect, test } from 'vitest';
import { raw, refusalOf } from '../client.testing.js';
import { answers } from '../fake-bank.testing.js';
import { createTestMock } from '../mock.testing.js';
import { createManualTime } from '../store/manual-time.testing.js';
import { createWorld, customer, employeeEmail, of } from '../world.testing.js';
import { exchange } from './exchange.testing.js';
import { createJournal } from './journal.js';
import { longestAnswer, mostLooked } from './pages.js';

/** The journal for people: pages, one entry with what belongs to it, and what a page costs. */

const journalOf = (capacity: number) => createJournal({ capacity, timers: createManualTime().timers });

describe('a page', () => {
  test('goes from new to old, and the next one goes on where it ended', async () => {
    const world = await createWorld();
    await customer(world, 'one@bank1.test');
    await customer(world, 'two@bank1.test');
    const whole = (await world.control.listEntries({})).entries;
    const seqs = whole.map(({ seq }) => seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
    const read: number[] = [];
    let after: string | undefined;
    for (let page = 0; after !== '' && page < 20; page++) {
      const part = await world.control.listEntries({ query: { limit: 2, ...(after ? { after } : {}) } });
      read.push(...part.entries.map(({ seq }) => seq));
      after = part.next;
    }
    expect(read).toEqual(seqs);
  });

  test('is filtered by each member, and by text without looking at what is hidden', async () => {
    const world = await createWorld();
    await customer(world, 'one@bank1.test');
    await raw(world.app, 'GET', '/api/v1/nothing-there').set('authorization', 'bearer hidden-secret');
    const found = async (query: object) => (await world.control.listEntries({ query })).entries;
    expect((await found({ direction: 'out', operation: 'user_auth' })).length).toBe(1);
    expect(
      new Set((await found({ counterparty_guid: world.guid })).map((item) => item.counterparty_guid)),
    ).toEqual(new Set([world.guid]));
    expect(await found({ status: 404 })).toMatchObject([{ url: '/api/v1/nothing-there' }]);
    expect(await found({ rule: 'REQUEST-02' })).toMatchObject([
      { status: 404, findings: [{ rule: 'REQUEST-02' }] },
    ]);
    expect(await found({ text: 'NOTHING-there' })).toHaveLength(1);
    expect(await found({ text: employeeEmail })).not.toHaveLength(0);
    expect(await found({ text: 'hidden-secret' })).toEqual([]);
  });
});

describe('one entry', () => {
  test('shows the requests that it caused, and they show it', async () => {
    const world = await createWorld();
    await customer(world, 'one@bank1.test');
    const { entries } = await world.control.listEntries({ query: { operation: 'createCustomer' } });
    const seq = entries[0]?.seq ?? 0;
    const caused = await world.control.getEntry({ params: { seq } });
    expect(caused.entry.seq).toBe(seq);
    expect(caused.cause).toBeUndefined();
    expect(caused.effects.map(({ operation, cause }) => [operation, cause])).toEqual([['user_auth', seq]]);
    const asked = await world.control.getEntry({ params: { seq: caused.effects[0]?.seq ?? 0 } });
    expect(asked.cause).toMatchObject({ seq, operation: 'createCustomer' });
  });

  test('shows the token that travelled without its signature, and a command that says where one goes', async () => {
    const world = await createWorld();
    await customer(world, 'one@bank1.test');
    const token = world.bank.asked.at(-1)?.token ?? '';
    const [head] = (await world.control.listEntries({ query: { operation: 'user_auth' } })).entries;
    const shown = await world.control.getEntry({ params: { seq: head?.seq ?? 0 } });
    expect(shown.token).toMatchObject({
      from: 'x-session-id',
      header: { alg: 'RS256', kid: world.keys.signing.kid },
      claims: { flow: 'sign-up', obj: 'one@bank1.test', sub: employeeEmail },
    });
    expect(shown.curl).toContain('dcm token');
    expect(JSON.stringify(shown)).not.toContain(token.split('.')[2]);
  });

  test('of a request to DCM leaves the credentials to the user who repeats it', async () => {
    const world = await createWorld();
    await customer(world, "o'neil@bank1.test");
    const query = { operation: 'createCustomer' };
    const [head] = (await world.control.listEntries({ query })).entries;
    const { curl } = await world.control.getEntry({ params: { seq: head?.seq ?? 0 } });
    expect(curl).toContain(`-X POST 'http://127.0.0.1`);
    expect(curl).toContain(of(world).counterparty_guid);
    expect(curl).toContain('-H "authorization: bearer $SESSION_TOKEN"');
    expect(curl).toContain(`o'\\''neil@bank1.test`);
    expect(curl).not.toContain(world.session);
  });

  test('that is no longer kept is not found', async () => {
    const { control } = await createTestMock();
    expect((await refusalOf(control.getEntry({ params: { seq: 4 } })))[2]).toBe('journal entry 4 not found');
  });
});

describe('the cost does not grow with the journal', () => {
  test('of a page, with 50,000 entries: as many as it shows', () => {
    const journal = journalOf(50_000);
    for (let count = 0; count < 60_000; count++) journal.record(exchange(journal.nextSeq()));
    const page = journal.page({ filter: {}, before: journal.last + 1, limit: 50 });
    expect([page.shown.length, page.looked, page.more]).toEqual([50, 50, true]);
    const deep = journal.page({ filter: {}, before: 20_000, limit: 50 });
    expect([deep.shown[0]?.seq, deep.looked]).toEqual([19_999, 50]);
    const end = journal.page({ filter: {}, before: 10_011, limit: 50 });
    expect([end.shown.length, end.more, end.before]).toEqual([10, false, 0]);
  });

  test('of a filter that finds nothing: bounded, and the client may go on', () => {
    const journal = journalOf(50_000);
    journal.record(exchange(journal.nextSeq(), { status: 404 }));
    for (let count = 0; count < 12_000; count++) journal.record(exchange(journal.nextSeq()));
    const filter = { status: 404 };
    const first = journal.page({ filter, before: journal.last + 1, limit: 50 });
    expect([first.shown.length, first.looked, first.more]).toEqual([0, mostLooked, true]);
    let page = first;
    for (let count = 0; page.more && count < 10; count++)
      page = journal.page({ filter, before: page.before, limit: 50 });
    expect(page.shown.map(({ seq }) => seq)).toEqual([1]);
  });

  test('of large heads: no more bytes than fit into a response', () => {
    const journal = journalOf(100);
    const url = `/${'x'.repeat(1024 * 1024)}`;
    for (let count = 0; count < 10; count++) journal.record(exchange(journal.nextSeq(), { url }));
    const seqs: number[] = [];
    for (let before = journal.last + 1; before > 0; ) {
      const page = journal.page({ filter: {}, before, limit: 50 });
      expect(JSON.stringify(page.shown).length).toBeLessThan(longestAnswer + 10_000);
      seqs.push(...page.shown.map(({ seq }) => seq));
      before = page.before;
    }
    expect(seqs).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  test('effects are forgotten with what they are effects of', () => {
    const journal = journalOf(4);
    const cause = journal.nextSeq();
    journal.record(exchange(journal.nextSeq(), { cause }));
    journal.record(exchange(cause));
    expect(journal.around(cause)?.effects).toHaveLength(1);
    for (let count = 0; count < 3; count++) journal.record(exchange(journal.nextSeq()));
    expect(journal.around(cause)?.effects).toHaveLength(0);
    journal.record(exchange(journal.nextSeq()));
    expect(journal.around(cause)).toBeUndefined();
    const page = journal.page({ filter: {}, before: journal.last + 1, limit: 50 });
    expect(page.shown).toHaveLength(4);
  });
});

test('facts outlive the ring, and a reset ends them', async () => {
  const world = await createWorld({ journalCapacity: 2 });
  await customer(world, 'one@bank1.test');
  const state = async (step: number) => (await world.control.getBoard({})).boards[0]?.steps[step - 1]?.state;
  for (let count = 0; count < 5; count++) await raw(world.app, 'GET', '/api/v1/nothing');
  expect([await state(7), await state(14)]).toEqual(['done', 'done']);
  await world.control.reset({ body: {} });
  expect(await world.control.getBoard({})).toEqual({ boards: [] });
});

test('an answer that is no good is no fact', async () => {
  const mock = await createTestMock();
  const world = {
    ...mock,
    ...(await mock.control.registerCounterparty({ body: { name: 'B', alias: 'b' } })),
  };
  await world.control.updateRegistered({
    params: world,
    body: {
      user_auth_url: 'http://b.test/user_auth',
      user_key_url: 'http://b.test/key',
      user_id_url: 'http://b.test/external_id',
      key_keepers: [
        { login: 'k1', external_id: 'k1', for: 'identification' },
        { login: 'k2', external_id: 'k2', for: 'processing' },
      ],
    },
  });
  world.bank.answers.key = answers(200, { secret: 'under another name' });
  await refusalOf(world.control.createEntities({ params: world, body: {} }));
  const [board] = (await world.control.getBoard({})).boards;
  expect(board?.steps.filter(({ state }) => state === 'done').map(({ step }) => step)).toEqual([3]);
});
