import { readFile } from 'node:fs/promises';
import { beforeEach, expect, test } from 'vitest';
import { horizonOperations } from '../../contract/horizon/index.js';
import { problem } from '../../contract/horizon/records.js';
import { raw, testClient } from '../client.testing.js';
import { createWorld, fund, type World } from '../world.testing.js';

/** Answers parse with the contract's schemas, and refusals have Horizon's form and explain themselves. */

let world: World;
beforeEach(async () => {
  world = await createWorld();
  await fund(world, world, 10);
});

const hash = 'a'.repeat(64);
const get = (path: string, headers = {}) => raw(world.app, 'GET', `/horizon${path}`, headers);

test.each(['/ledgers', '/assets', '/trades'])(
  '%s is not served, and documented as left out',
  async (path) => {
    expect((await get(path)).status).toBe(404);
    const page = await readFile(new URL('../../docs/fidelity.md', import.meta.url), 'utf8');
    const [row = ''] = /^\| Horizon beyond look-ups.*$/m.exec(page) ?? [];
    expect(row).toContain(path === '/trades' ? 'trades' : `/horizon${path}`);
  },
);

test('every operation answers what it declares', async () => {
  const client = testClient(world.app, horizonOperations);
  const { _embedded } = await client.horizonTransactions({ query: { order: 'desc', limit: 200 } });
  const [newest] = _embedded.records;
  expect(_embedded.records).toHaveLength(3);
  const account_id = newest?.source_account ?? '';
  const params = {
    tx_id: newest?.hash ?? '',
    account_id,
    key: 'payment_guid',
    ledger_id: String(newest?.ledger),
    id: String(BigInt(newest?.paging_token ?? 0) + 2n),
  };
  for (const [id, call] of Object.entries(client)) {
    const answer = await (call as (request: object) => Promise<object>)({ params });
    expect([id, Object.keys(answer).length > 0]).toEqual([id, true]);
  }
  expect(world.journal.search({ direction: 'in' }, 1000).some(({ url }) => url.includes('horizon'))).toBe(
    false,
  );
});

test.each([
  [`/transactions/${hash}`, 404, 'no such transaction'],
  [`/transactions/${hash}/payments`, 404, 'no such transaction'],
  ['/transactions/xyz', 400, 'tx_id'],
  ['/accounts/GABC', 400, 'account_id'],
  [`/accounts/G${'A'.repeat(55)}/payments`, 400, 'checksum'],
  ['/accounts/GDZST3XVCDTUJ76ZAV2HA72KYQODXXZ5PTMAPZGDHZ6CS7RO7MGG3DBM/payments', 404, 'account'],
  ['/payments?cursor=-1', 400, 'cursor'],
  ['/payments?cursor=9223372036854775808', 400, 'paging_token'],
  ['/payments?limit=201', 400, 'limit'],
  ['/payments?limit=0', 400, 'limit'],
  ['/payments?order=up', 400, 'order'],
  ['/payments?cursor=1&cursor=2', 400, 'cursor'],
  ['/operations/1', 404, 'operation'],
  ['/operations/9223372036854775807', 404, 'operation'],
  ['/ledgers/1', 404, 'ledger'],
  ['/ledgers/x', 400, 'ledger_id'],
  ['/trades', 404, 'nearest'],
  ['/accounts/%E0%A4%A/payments', 400, 'path: a malformed percent-encoding'],
])('%s is refused with %i', async (path, status, says) => {
  const answer = await get(path);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const body = problem.parse(JSON.parse(answer.text));
  expect([answer.status, body.status]).toEqual([status, status]);
  expect(body.detail).toContain(says);
  expect(body.extras === undefined).toBe(status !== 400);
});

test('posting and streams are refused, with a reason', async () => {
  const posted = await raw(world.app, 'POST', '/horizon/transactions').send('tx=AAAA');
  expect([posted.status, JSON.parse(posted.text).detail]).toEqual([
    405,
    expect.stringContaining('read-only'),
  ]);
  const stream = await get('/payments', { accept: 'text/event-stream' });
  expect([stream.status, JSON.parse(stream.text).detail]).toEqual([
    406,
    expect.stringContaining('paging_token'),
  ]);
});
