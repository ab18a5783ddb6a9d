import pg from 'pg';
import { createPostgresServer, postgresPrograms } from '../../postgres-server.testing.js';
import { createPlainClient, expectOk } from '../plain-client.js';
import { progress } from '../progress.js';
import { interleaved, median, pairedRatio } from '../statistics.js';
import type { Line, Section } from '../table.js';
import { addBank, startMock } from './engines.js';

const few = 1000;
const usual = 1_000_000;
const rounds = 25;
/** A page with many transfers stored, against one with few. */
const target = { atMost: 3 };

const send = createPlainClient({ keepAlive: true });

/** Copies one transfer so often, with other guids and dates, into all lists in which it is. */
const copies = `
WITH one AS (
  SELECT r.world, r.list, r.key, r.position, r.bytes, r.row::text AS row, r.amounts, r.row->>'created_at' AS created
  FROM dcm_rows r JOIN dcm_lists l ON l.id = r.list WHERE l.name = 'payments' LIMIT 1),
made AS MATERIALIZED (
  SELECT n, md5(n::text)::uuid::text AS guid,
    to_char('2020-01-01'::timestamp + n * interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS.000"Z"') AS created
  FROM generate_series(1, $1::int) n),
rows AS (
  INSERT INTO dcm_rows (world, list, key, position, bytes, row, amounts)
  SELECT one.world, one.list, made.guid, replace(replace(one.position, one.key, made.guid), one.created, made.created),
    one.bytes, replace(replace(one.row, one.key, made.guid), one.created, made.created)::json, one.amounts
  FROM one, made),
places AS (SELECT e.* FROM one JOIN dcm_entries e ON e.world = one.world AND e.key = one.key),
entries AS (
  INSERT INTO dcm_entries (world, list, value, position, key)
  SELECT places.world, places.list, places.value,
    replace(replace(one.position, one.key, made.guid), one.created, made.created), made.guid
  FROM one, places, made)
UPDATE dcm_counts c SET rows = c.rows + $1
FROM (SELECT world, list, value FROM places UNION ALL SELECT world, list, '' FROM one) p
WHERE c.world = p.world AND c.list = p.list AND c.value = p.value`;

interface Stored {
  readonly url: string;
  readonly bank: string;
  stop(): void;
}

async function stored(state: string, transfers: number): Promise<Stored> {
  const { url, child } = await startMock(['--state', state]);
  const { bank } = await addBank([url]);
  const client = new pg.Client({ connectionString: state });
  await client.connect();
  await client.query(copies, [transfers]);
  await client.query('ANALYZE');
  await client.end();
  return { url, bank, stop: () => void child.kill('SIGKILL') };
}

const pages = {
  'all transfers, the newest 50': () => '',
  'those of a counterparty': (bank: string) => `&counterparty_guid=${bank}`,
  'those of a counterparty that are confirmed': (bank: string) =>
    `&counterparty_guid=${bank}&status=CONFIRMED`,
} as const;

/** Milliseconds of a page of transfers in PostgreSQL, with few and with many of them stored. */
export async function measureDatabasePages(transfers = usual): Promise<Section> {
  if (postgresPrograms === undefined) throw new Error('database-pages: PostgreSQL is not installed');
  progress(`database-pages: storing ${transfers} transfers`);
  const postgres = createPostgresServer(['-c fsync=off', '-c max_wal_size=8GB']);
  await postgres.start();
  const opened: Stored[] = [];
  try {
    for (const count of [few, transfers]) opened.push(await stored(await postgres.database(), count));
    const [small, large] = opened;
    if (!small || !large) throw new Error('both are needed');
    const lines: Line[] = [];
    for (const [what, filter] of Object.entries(pages)) {
      progress(`database-pages: ${what}`);
      const ask =
        ({ url, bank }: Stored) =>
        async () => {
          const begun = performance.now();
          await expectOk(send({ method: 'GET', url: `${url}/control/v1/transfers?limit=50${filter(bank)}` }));
          return performance.now() - begun;
        };
      const candidates = { few: ask(small), many: ask(large) };
      await interleaved(5, candidates, () => {});
      const times = await interleaved(rounds, candidates, () => {});
      lines.push({
        what,
        figure: `${median(times.few).toFixed(1)} → ${median(times.many).toFixed(1)}`,
        ratio: pairedRatio(times.many, times.few),
        target,
      });
    }
    return {
      title: `A page in PostgreSQL: ${few.toLocaleString('en')} and ${transfers.toLocaleString('en')} transfers`,
      unit: 'ms',
      lines,
    };
  } finally {
    for (const one of opened) one.stop();
    await postgres.stop();
  }
}
