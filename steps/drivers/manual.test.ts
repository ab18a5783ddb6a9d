import { describe, expect, it } from 'vitest';
import type { JournalEntry, JournalMatch } from '../../contract/control/journal.js';
import type { DcmBlock } from '../../contract/driver.js';
import type { Language } from '../../contract/texts/language.js';
import { ActNotSupported, DriverError } from './driver.js';
import { createManualDriver } from './manual.js';
import { CannotBeDone, type Word } from './person.js';
import type { Watch } from './watch.js';

const block: DcmBlock = {
  base_url: 'http://127.0.0.1:4010',
  counterparty_guid: 'guid',
  asset_code: 'UAH',
  asset_issuer: 'G',
  scheme: 'dcm',
  employee: { email: 'officer@bank1.example', password: 'Officer-1-secret' },
};

/** A person who is told things, and what DCM sees of what the person does. */
function setUp(seen: Partial<JournalEntry>[] = [], served: boolean[] = [], language: Language = 'en') {
  const said: string[] = [];
  const introduced: string[] = [];
  const awaited: JournalMatch[] = [];
  let now = 0;
  let listener: (word: Word) => void = () => {};
  const words = new Map<number, Word>();
  const watch: Watch = {
    last: async () => 41,
    async await(match, timeoutMs) {
      now += timeoutMs;
      const word = words.get(now);
      if (word) listener(word);
      if (match.operation === 'nothing') return undefined;
      const found = seen.shift() as JournalEntry | undefined;
      if (found) awaited.push(match);
      return found;
    },
    secretsServed: async () => served.shift() ?? false,
    now: () => now,
  };
  const driver = createManualDriver({
    say: (text) => void (/ c,? /.test(text) && !/left|Залишилося/.test(text) ? introduced : said).push(text),
    hear(heard) {
      listener = heard;
      return () => {
        listener = () => {};
      };
    },
    watch,
    password: 'Officer-1-secret',
    timeoutS: 6,
    language,
  });
  return {
    driver,
    said,
    introduced,
    awaited,
    at: (ms: number, word: Word) => void words.set(ms, word),
    now: () => now,
  };
}

const entry = (status: number, body: unknown = {}) => ({
  status,
  error: '',
  response: { headers: {}, body },
});

it('a request that a dead session has met is not the end: the bank logs in and repeats it', async () => {
  const order = {
    sender_id: 'a',
    receiver_id: 'b',
    amount: 1,
    asset_code: 'UAH',
    asset_issuer: 'G',
    purpose: '',
  };
  const refused = {
    seq: 50,
    operation: 'createPayment',
    status: 401,
    reason: 'session',
    response: { body: {} },
  };
  const made = {
    seq: 53,
    operation: 'createPayment',
    status: 200,
    reason: '',
    response: { body: { guid: 'g' } },
  };
  const { driver, awaited } = setUp([refused, made] as unknown as Partial<JournalEntry>[]);
  const answer = await driver.act('create-payment', block, order as never);
  expect(answer).toMatchObject({ ok: true });
  expect(awaited.map(({ after }) => after)).toEqual([41, 50]);
  const alone = setUp([refused] as unknown as Partial<JournalEntry>[]);
  expect(await alone.driver.act('create-payment', block, order as never)).toMatchObject({ ok: false });
});

describe('a person', () => {
  it('is told what to do, and DCM sees that it is done', async () => {
    const { driver, said, awaited } = setUp([entry(200)]);
    expect(await driver.act('issue-identifiers', block, { amount: 10.01, reserve_balance: 5 })).toEqual({
      ok: true,
    });
    expect(said).toEqual([
      expect.stringMatching(/creation of identifiers[\s\S]*amount +10\.01[\s\S]*reserve_balance +5/),
    ]);
    expect(awaited).toEqual([
      { direction: 'in', operation: 'issueIdentifiers', body: { amount: 10.01 }, after: 41 },
    ]);
  });

  it('is told so in Ukrainian, with the names of the wire, and what is empty on purpose', async () => {
    const { driver, said } = setUp([entry(200)], [], 'uk');
    const draft = { sender_id: '', receiver_id: 'r', amount: 10.01 };
    expect(await driver.act('create-payment', block, draft)).toEqual({ ok: true });
    expect(said[0]?.split('\n').map((line) => line.trim().replace(/ +/, ' '))).toEqual([
      'Створіть від банку чернетку переказу, не підтверджуючи її:',
      'sender_id (залиште порожнім)',
      'receiver_id r',
      'amount 10.01',
      'scheme dcm',
    ]);
  });

  it('has done what DCM answers without a body', async () => {
    const { driver } = setUp([entry(204, '')]);
    const recon = { recon_guid: 'g', status: 'confirmed' };
    expect(await driver.act('confirm-recon', block, recon)).toEqual({ ok: true });
  });

  it('is told of a transfer as one task, seen as two requests', async () => {
    const { driver, said, awaited } = setUp([entry(200, { guid: 'p-1' }), entry(200)]);
    const order = { sender_id: 's', receiver_id: 'r', amount: 10.02 };
    expect(await driver.act('transfer', block, order)).toEqual({ ok: true, output: { payment_guid: 'p-1' } });
    expect(said).toHaveLength(1);
    expect(awaited.map(({ operation, body }) => ({ operation, body }))).toEqual([
      { operation: 'createPayment', body: { amount: 10.02 } },
      { operation: 'confirmPayment', body: { guid: 'p-1' } },
    ]);
  });

  it('does what DCM refuses', async () => {
    const { driver } = setUp([entry(400, { error: 'insufficient balance' })]);
    const order = { sender_id: 's', receiver_id: 'r', amount: 10.02 };
    expect(await driver.act('transfer', block, order)).toEqual({
      ok: false,
      error: '{"error":"insufficient balance"}',
    });
  });

  it('who does nothing is waited for, and then it is told', async () => {
    const order = setUp().driver.act('login', block, {});
    await expect(order).rejects.toThrow('not done within 6 s: DCM saw no submitLogin');
    await expect(order).rejects.toBeInstanceOf(DriverError);
  });

  it('makes secrets, looked for until they are there', async () => {
    const { driver, said } = setUp([], [false, true]);
    const users = [{ login: 'a', external_id: 'id-a' }, { login: 'b' }];
    expect(await driver.act('create-secrets', block, { users })).toEqual({ ok: true });
    expect(said).toEqual([expect.stringMatching(/login a, external id id-a\n {2}login b$/)]);
  });

  it('who makes no secrets is waited for, and then it is told', async () => {
    const order = setUp().driver.act('create-secrets', block, { users: [{ login: 'a' }] });
    await expect(order).rejects.toThrow('not done within 6 s: the bank has no secrets for a');
  });

  it('is told a wrong password, and DCM sees the login refused', async () => {
    const { driver, said } = setUp([entry(400, {})]);
    const wrong = { ...block, employee: { email: 'officer@bank1.example', password: 'Wrong-1' } };
    expect(await driver.act('login', wrong, {})).toMatchObject({ ok: false });
    expect(said).toEqual([expect.stringContaining('with the wrong password Wrong-1')]);
  });

  it('is shown no password', async () => {
    const { driver, said } = setUp([entry(200), entry(200)]);
    await driver.act('configure', block, { key_keepers: [] });
    await driver.act('login', block, {});
    expect(said.join('\n')).toContain('officer@bank1.example');
    expect(said.join('\n')).not.toContain('Officer-1-secret');
  });

  it('is reminded, and told how much time is left', async () => {
    const { driver, said, introduced } = setUp();
    await expect(driver.act('ping', block, {})).rejects.toThrow('not done within');
    expect(introduced).toEqual([expect.stringMatching(/^You have 6 s for each task\. Press \+ and Enter/)]);
    expect(said).toEqual([
      expect.stringMatching(/^Have the bank fetch/),
      expect.stringMatching(/^This task is not done yet\. 3 s left\./),
      expect.stringMatching(/^This task is not done yet\. 1 s left\./),
    ]);
  });

  it('gets the same time once more by a key', async () => {
    const { driver, said, at, now } = setUp();
    at(2000, 'more');
    await expect(driver.act('ping', block, {})).rejects.toThrow('not done within');
    expect(said[1]).toBe('10 s left.');
    expect(now()).toBe(12_000);
  });

  it('can say that the bank cannot do it', async () => {
    const { driver, at } = setUp();
    at(1000, 'cannot');
    await expect(driver.act('ping', block, {})).rejects.toThrow(new CannotBeDone('ping'));
  });

  it('is told all of that in Ukrainian, too', async () => {
    const { driver, said, introduced, at } = setUp([], [], 'uk');
    at(4000, 'more');
    await expect(driver.act('ping', block, {})).rejects.toThrow('not done within');
    expect(introduced.join('\n')).toMatch(/^На кожне завдання відведено 6 с\./);
    expect(said.join('\n')).toMatch(/ще не виконано\. Залишилося 3 с/);
  });

  it('is not asked for what no person does', async () => {
    const { driver, said } = setUp();
    await expect(driver.act('reset', block, {})).rejects.toThrow(new ActNotSupported('reset'));
    const token = { flow: 'sign-in', obj: 'a', sub: 'b', ttl_s: 60 } as const;
    await expect(driver.act('mint-token', block, token)).rejects.toBeInstanceOf(ActNotSupported);
    expect(said).toEqual([]);
  });
});
