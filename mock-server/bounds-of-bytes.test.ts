import { describe, expect, test } from 'vitest';
import { valueSchema } from '../contract/profile/index.js';
import { createLoginFlows } from './api/login-flows.js';
import { createChance } from './chance.js';
import { type Delivery, deliveryRows } from './domain/deliveries-collection.js';
import { mostAttempts, mostEnded, mostPending } from './domain/kept-deliveries.js';
import { mostMails } from './domain/mailbox.js';
import { mailRows } from './domain/mailbox-collection.js';
import { mostSessions } from './domain/sessions.js';
import { type Session, sessionRows } from './domain/sessions-collection.js';
import { sizeOf } from './domain/size.js';
import type { Collection } from './domain/store.js';
import { createManualTime } from './store/manual-time.testing.js';
import {
  confirm,
  createWorld,
  draft,
  employeeEmail,
  fundedCustomer,
  settled,
  type World,
} from './world.testing.js';

/** What is kept beside the journal is bounded by bytes, too, whatever its rows are like. */

const megabyte = 1024 * 1024;
const long = 'x'.repeat(megabyte);
const ofOld = '2020-01-01T00:00:00.000Z';

/** Rows that are there already, from the time of a version without such bounds. */
const put = <Row extends object>({ domain }: World, collection: Collection<Row>, rows: readonly Row[]) =>
  domain.center.store.write(async (tx) => {
    for (const row of rows) await tx.put(collection, row);
  });

const many = <Row>(count: number, make: (index: number) => Row) =>
  Array.from({ length: count }, (_, index) => make(index));

const kept = <Row extends object>(world: World, { name }: Collection<Row>) =>
  (world.rows()[name] ?? []) as readonly Row[];

const bytesOf = (rows: readonly object[]) => rows.reduce((sum, row) => sum + sizeOf(row), 0);

test('mails', async () => {
  const world = await createWorld();
  const old = {
    to: 'a@b',
    kind: 'invitation',
    subject: '',
    text: long,
    code: '',
    created_at: ofOld,
  } as const;
  await put(
    world,
    mailRows,
    many(12, (index) => ({ ...old, guid: `old-${index}` })),
  );
  await world.domain.employees.invite(world.guid, { email: 'second@bank1.test' });
  const rows = kept(world, mailRows);
  expect(bytesOf(rows)).toBeLessThanOrEqual(mostMails.bytes);
  expect(rows.length).toBeGreaterThan(6);
  expect(rows).toContainEqual(expect.objectContaining({ to: 'second@bank1.test' }));
});

test.each([
  ['of one employee', mostSessions.each.bytes, (guid: string, _index: number) => guid],
  ['of all together', mostSessions.all.bytes, (_guid: string, index: number) => `employee-${index}`],
])('sessions %s', async (_whose, most, employeeOf) => {
  const world = await createWorld();
  const employee = await world.domain.employees.byEmail(employeeEmail);
  if (!employee) throw new Error('nobody is there');
  const piece = 'x'.repeat(most / 8);
  await put(
    world,
    sessionRows,
    many(
      12,
      (index): Session => ({
        ...{ guid: piece, issued_ms: index, expires_ms: Number.MAX_SAFE_INTEGER, access: 0 },
        token_hash: `old-${index}`,
        employee_guid: employeeOf(employee.guid, index),
      }),
    ),
  );
  const { token } = await world.domain.employees.beginSession(employee);
  expect(bytesOf(kept(world, sessionRows))).toBeLessThanOrEqual(most);
  expect(await world.domain.employees.sessionOf(token)).toBeDefined();
});

test('login flows: the oldest go, and what goes makes room', () => {
  const bytes = 100_000;
  const flows = createLoginFlows(createChance('flows'), createManualTime().clock, { rows: 10_000, bytes });
  const all = many(1000, () => flows.begin('login', 'choose_method'));
  const there = all.filter(({ id }) => flows.isFlow(id));
  expect(bytesOf(there)).toBeLessThanOrEqual(bytes);
  expect(there.length).toBeGreaterThan(100);
  expect(there).toEqual(all.slice(-there.length));
  flows.clear();
  const again = many(there.length, () => flows.begin('login', 'choose_method'));
  expect(again.filter(({ id }) => flows.isFlow(id))).toHaveLength(there.length);
});

describe('callbacks', () => {
  /** A world whose bank takes no callback, and one callback that waits, to make others of. */
  async function waiting() {
    const world = await createWorld({ profile: { callback_retry_s: [1000, 1000] } });
    world.bank.answers['pay-in'] = () => ({ status: 500 });
    world.bank.answers.transfer = () => ({ status: 500 });
    const customer = await fundedCustomer(world, world, 'one', 10);
    await settled();
    const [like] = kept(world, deliveryRows);
    if (!like) throw new Error('no callback is there');
    const later = Number.MAX_SAFE_INTEGER;
    const old = (index: number, members: Partial<Delivery> = {}): Delivery => ({
      ...{ ...like, next_due_ms: later, created_at: ofOld, guid: `old-${String(index).padStart(5, '0')}` },
      ...members,
    });
    const send = async () =>
      confirm(world, (await draft(world, customer.guid, world.processing, 1)).guid).then(settled);
    const statusOf = (guid: string) =>
      kept(world, deliveryRows).find((delivery) => delivery.guid === guid)?.status;
    return { world, old, send, statusOf };
  }

  const pending = (world: World, counterparty?: string) =>
    kept(world, deliveryRows).filter(
      (delivery) =>
        delivery.status === 'pending' &&
        (counterparty === undefined || delivery.counterparty_guid === counterparty),
    );

  test('of one counterparty that wait are so many; the oldest is given up, and says why', async () => {
    const { world, old, send, statusOf } = await waiting();
    await put(world, deliveryRows, many(mostPending.each.rows, old));
    await send();
    expect(pending(world, world.guid)).toHaveLength(mostPending.each.rows);
    expect([statusOf('old-00000'), statusOf('old-09999')]).toEqual(['given-up', 'pending']);
    const first = kept(world, deliveryRows).find(({ guid }) => guid === 'old-00000');
    expect(first?.attempts.at(-1)).toMatchObject({ status: 0, error: expect.stringContaining('given up') });
  });

  test('of all counterparties that wait are so many', async () => {
    const { world, old, send, statusOf } = await waiting();
    const ofOthers = many(mostPending.all.rows, (index) =>
      old(index, { counterparty_guid: `bank-${index % 4}` }),
    );
    await put(world, deliveryRows, ofOthers);
    await send();
    expect(pending(world)).toHaveLength(mostPending.all.rows);
    expect(statusOf('old-00000')).toBe('given-up');
  });

  test('that wait, and that were given up, take so many bytes', async () => {
    const { world, old, send, statusOf } = await waiting();
    const attempts = [{ at: ofOld, status: 0, error: long, ms: 1 }];
    await put(
      world,
      deliveryRows,
      many(40, (index) => old(index, { attempts })),
    );
    await send();
    const rows = kept(world, deliveryRows);
    expect(bytesOf(pending(world))).toBeLessThanOrEqual(mostPending.each.bytes);
    expect(bytesOf(rows.filter(({ status }) => status === 'given-up'))).toBeLessThanOrEqual(mostEnded.bytes);
    expect([statusOf('old-00000'), statusOf('old-00039')]).toEqual([undefined, 'pending']);
  });

  test('keep more attempts than the longest schedule has, so that it ends', () => {
    const { maxItems } = valueSchema('callback_retry_s');
    expect(maxItems).toBeLessThan(mostAttempts);
  });

  test('keep their newest attempts, however often officers send them again', async () => {
    const { world, old } = await waiting();
    const [at, error] = [ofOld, 'refused'];
    const attempts = many(mostAttempts, (ms) => ({ at, status: 0, error, ms }));
    await put(world, deliveryRows, [old(0, { attempts, status: 'given-up' })]);
    const sent = await world.domain.deliveries.again('old-00000');
    expect(sent.attempts).toHaveLength(mostAttempts);
    expect(sent.attempts.at(-1)).toMatchObject({ status: 500 });
    expect(sent.status).toBe('given-up');
  });
});
