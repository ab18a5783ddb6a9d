/** A statement that the server prepares once per connection. Values are numbered from $1. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const statement = (name: string, text: string): Statement => ({ name: `dcm_${name}`, text });

const columns = 'r.row, r.amounts::text';

/** $1 world, $2 list of the collection, $3 key. */
export const rowByKey = statement(
  'row_by_key',
  `SELECT ${columns} FROM dcm_rows r WHERE r.world = $1 AND r.list = $2 AND r.key = $3`,
);

/** $1 world, $2 list of the collection, $3 keys. */
export const rowsByKeys = statement(
  'rows_by_keys',
  `SELECT ${columns} FROM dcm_rows r WHERE r.world = $1 AND r.list = $2 AND r.key = ANY ($3::text[])`,
);

/** Rows of several collections, with list and key: $1 world, $2 lists, $3 keys. */
export const rowsOfLists = statement(
  'rows_of_lists',
  `SELECT ${columns}, r.list, r.key FROM unnest($2::int[], $3::text[]) x (list, key)
   JOIN dcm_rows r ON r.world = $1 AND r.list = x.list AND r.key = x.key`,
);

type Order = 'asc' | 'desc';

/** What follows a position in an order; everything without one. */
const beyond = (order: Order, after: boolean, place: string): string =>
  after ? ` AND position ${order === 'asc' ? '>' : '<'} ${place}` : '';

/** $1 world, $2 list of the collection, $3 limit, $4 offset, $5 position. */
const everyRow = (order: Order, after: boolean): Statement =>
  statement(
    `rows_${order}${after ? '_after' : ''}`,
    `SELECT ${columns} FROM dcm_rows r WHERE world = $1 AND list = $2${beyond(order, after, '$5')}
     ORDER BY position ${order}, key ${order} LIMIT $3 OFFSET $4`,
  );

/** $1 world, $2 list of the collection, $3 limit, $4 offset, $5 list of the index, $6 its key, $7 position. */
const rowsUnder = (order: Order, after: boolean): Statement =>
  statement(
    `rows_under_${order}${after ? '_after' : ''}`,
    `SELECT ${columns} FROM (
       SELECT position, key FROM dcm_entries
       WHERE world = $1 AND list = $5 AND value = $6${beyond(order, after, '$7')}
       ORDER BY position ${order}, key ${order} LIMIT $3 OFFSET $4
     ) e JOIN dcm_rows r ON r.world = $1 AND r.list = $2 AND r.key = e.key
     ORDER BY e.position ${order}, e.key ${order}`,
  );

const orders: readonly Order[] = ['asc', 'desc'];
const both = <Made>(make: (order: Order, after: boolean) => Made) =>
  Object.fromEntries(
    orders.map((order) => [order, { all: make(order, false), after: make(order, true) }]),
  ) as Record<Order, { all: Made; after: Made }>;

/** A page of a collection, by order, from the beginning or after a position. */
export const pagesOfAll = both(everyRow);
/** The same under a key of an index. */
export const pagesOfIndex = both(rowsUnder);

/** $1 world, $2 list, $3 key of the index, or '' for a collection. */
export const countOf = statement(
  'count',
  'SELECT rows::float8, bytes::float8 FROM dcm_counts WHERE world = $1 AND list = $2 AND value = $3',
);

/**
 * All changes of a transaction; it fails with a division by zero if this process does not own the world in the epoch.
 * $1 world, $2 epoch; rows: $3 lists, $4 keys, $5 positions, $6 bytes, $7 rows, $8 amounts; removed rows: $9 lists,
 * $10 keys; entries added: $11 lists, $12 values, $13 positions, $14 keys; entries removed: $15 to $18;
 * counts: $19 lists, $20 values, $21 rows more, $22 bytes more.
 */
export const apply = statement(
  'apply',
  `WITH owned AS (SELECT 1 FROM dcm_worlds WHERE id = $1 AND epoch = $2 FOR SHARE),
   stored AS (
     INSERT INTO dcm_rows (world, list, key, position, bytes, row, amounts)
     SELECT $1, x.* FROM unnest($3::int[], $4::text[], $5::text[], $6::int[], $7::json[], $8::jsonb[]) x
     ON CONFLICT (world, list, key) DO UPDATE
     SET position = excluded.position, bytes = excluded.bytes, row = excluded.row, amounts = excluded.amounts
   ),
   removed AS (
     DELETE FROM dcm_rows r USING unnest($9::int[], $10::text[]) x (list, key)
     WHERE r.world = $1 AND r.list = x.list AND r.key = x.key
   ),
   entered AS (
     INSERT INTO dcm_entries (world, list, value, position, key)
     SELECT $1, x.* FROM unnest($11::int[], $12::text[], $13::text[], $14::text[]) x
   ),
   taken AS (
     DELETE FROM dcm_entries e USING unnest($15::int[], $16::text[], $17::text[], $18::text[]) x (list, value, position, key)
     WHERE e.world = $1 AND e.list = x.list AND e.value = x.value AND e.position = x.position AND e.key = x.key
   ),
   counted AS (
     INSERT INTO dcm_counts (world, list, value, rows, bytes)
     SELECT $1, x.* FROM unnest($19::int[], $20::text[], $21::bigint[], $22::bigint[]) x
     ON CONFLICT (world, list, value) DO UPDATE
     SET rows = dcm_counts.rows + excluded.rows, bytes = dcm_counts.bytes + excluded.bytes
   )
   SELECT 1 / count(*)::int FROM owned`,
);

/** Counts of lists that have become empty: $1 world, $2 lists, $3 values. */
export const forgetEmpty = statement(
  'forget_empty',
  `DELETE FROM dcm_counts c USING unnest($2::int[], $3::text[]) x (list, value)
   WHERE c.world = $1 AND c.list = x.list AND c.value = x.value AND c.rows = 0`,
);

/** $1 world, $2 epoch. */
export const owned = statement('owned', 'SELECT 1 FROM dcm_worlds WHERE id = $1 AND epoch = $2 FOR SHARE');
/** Everything of a world, one after the other: $1 world. */
export const clearing: readonly Statement[] = ['entries', 'counts', 'rows'].map((table) =>
  statement(`clear_${table}`, `DELETE FROM dcm_${table} WHERE world = $1`),
);
