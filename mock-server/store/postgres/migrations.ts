/**
 * The tables, version by version. A released version never changes; a new one is added at the end.
 *
 * - `dcm_worlds`: processing centers with a state of their own; the one at the root has the name ''.
 *   `about` is what is needed to open it, keys included. `owner` is the process that serves it; `epoch` is raised
 *   whenever another process takes a world over, which ends what the former one is writing.
 *   Nothing else may change its row: every transaction looks at it, and would fail.
 * - `dcm_served`: how much a world was used.
 * - `dcm_processes`: processes that share the database; each holds a lock with its number as long as it lives.
 *   `seen_at` is when it last said so, for one that hangs without giving the lock up. `leaving` is set while it is being
 *   stopped. `access` is a hash of the tokens that it was given.
 * - `dcm_secret`: by what the processes of this database know each other.
 * - `dcm_handover`: what lives in the memory of the process that serves a world, for the next one.
 * - `dcm_lists`: a number for each collection and each index of one.
 * - `dcm_rows`: the rows of collections; `row` is text, because it is given back as it was put; `amounts` are exact.
 * - `dcm_journal`: the newest exchanges in the order in which they were recorded.
 * - `dcm_runs`: runs of `dcm verify`, as JSON.
 * - `dcm_entries`: where rows are found in indexes. `dcm_counts`: how many rows and bytes are in each list.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE dcm_worlds (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text COLLATE "C" NOT NULL UNIQUE,
    about json,
    epoch bigint NOT NULL DEFAULT 0,
    owner integer
  );
  CREATE TABLE dcm_served (
    world integer PRIMARY KEY,
    requests bigint NOT NULL,
    refused bigint NOT NULL
  );
  CREATE TABLE dcm_processes (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    url text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE dcm_journal (
    world integer NOT NULL,
    place bigint NOT NULL,
    entry json NOT NULL,
    PRIMARY KEY (world, place)
  );
  CREATE TABLE dcm_runs (
    world integer NOT NULL,
    id integer NOT NULL,
    run text NOT NULL,
    PRIMARY KEY (world, id)
  );
  CREATE TABLE dcm_lists (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text COLLATE "C" NOT NULL UNIQUE,
    shape text NOT NULL
  );
  CREATE TABLE dcm_rows (
    world integer NOT NULL,
    list integer NOT NULL,
    key text COLLATE "C" NOT NULL,
    position text COLLATE "C" NOT NULL,
    bytes integer NOT NULL,
    row json NOT NULL,
    amounts jsonb,
    PRIMARY KEY (world, list, key)
  ) WITH (fillfactor = 80);
  CREATE INDEX dcm_rows_in_order ON dcm_rows (world, list, position, key);
  CREATE TABLE dcm_entries (
    world integer NOT NULL,
    list integer NOT NULL,
    value text COLLATE "C" NOT NULL,
    position text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    PRIMARY KEY (world, list, value, position, key)
  );
  CREATE TABLE dcm_counts (
    world integer NOT NULL,
    list integer NOT NULL,
    value text COLLATE "C" NOT NULL,
    rows bigint NOT NULL,
    bytes bigint NOT NULL,
    PRIMARY KEY (world, list, value)
  ) WITH (fillfactor = 60);
  `,
  `
  CREATE TABLE dcm_handover (
    world integer NOT NULL,
    kind text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    place bigint GENERATED ALWAYS AS IDENTITY,
    value json NOT NULL,
    PRIMARY KEY (world, kind, key)
  );
  ALTER TABLE dcm_processes
    ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN leaving boolean NOT NULL DEFAULT false,
    ADD COLUMN access text NOT NULL DEFAULT '';
  CREATE TABLE dcm_secret (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    secret text NOT NULL
  );
  `,
];
