import type { Timers } from '../domain/ports.js';
import type { HandedOver, Handover, Kept } from '../handover.js';
import type { Database } from '../store/postgres/database.js';
import type { Claim } from '../store/postgres/worlds.js';
import { isPassing } from './leaving.js';

/** Milliseconds after which what no response waits for is written, and what could not be written is tried again. */
const soonMs = 200;

/** Nothing is written for a world that another process has taken over. */
const mine = 'EXISTS (SELECT 1 FROM dcm_worlds WHERE id = $1 AND epoch = $2)';

const dropKinds = `DELETE FROM dcm_handover WHERE world = $1 AND kind = ANY ($3::text[]) AND ${mine}`;
const dropKeys = `DELETE FROM dcm_handover h USING unnest($3::text[], $4::text[]) x (kind, key)
  WHERE h.world = $1 AND h.kind = x.kind AND h.key = x.key AND ${mine}`;
const put = `INSERT INTO dcm_handover (world, kind, key, value)
  SELECT $1, kind, key, value FROM unnest($3::text[], $4::text[], $5::json[]) x (kind, key, value) WHERE ${mine}
  ON CONFLICT (world, kind, key) DO UPDATE SET value = excluded.value`;

/** What has changed since it was last written: kinds that were emptied first, then keys, each with its value or without. */
interface Changes {
  readonly emptied: Set<HandedOver>;
  readonly things: Map<string, Change>;
}

interface Change {
  readonly kind: HandedOver;
  readonly key: string;
  /** Undefined if the thing was there before and is dropped. */
  readonly value: (() => unknown) | undefined;
  /** Whether what is there is written anew at the end of the list. */
  readonly anew: boolean;
}

const nothing = (): Changes => ({ emptied: new Set(), things: new Map() });
const isNothing = ({ emptied, things }: Changes): boolean => emptied.size + things.size === 0;

/** What of a world lives in memory, a row for each thing. */
export interface KeptHandover extends Handover {
  /** Writes what is left. */
  close(): Promise<void>;
}

export function handoverInDatabase(
  { rows }: Pick<Database, 'rows'>,
  { world, epoch }: Claim,
  timers: Timers,
  report: (error: unknown) => void,
): KeptHandover {
  const ignorePassing = (error: unknown) => void (isPassing(error) || report(error));
  let changes = nothing();
  let work: Promise<void> = Promise.resolve();
  /** Whether a response waits for what has changed, and what it waits for if that is being written. */
  let urgent = false;
  let waitedFor: Promise<void> | undefined;
  let cancel: (() => void) | undefined;

  async function write({ emptied, things }: Changes): Promise<void> {
    const all = [...things.values()];
    const dropped = all.filter(({ value, anew }) => value === undefined || anew);
    const given = all.flatMap(({ kind, key, value }) =>
      value ? [{ kind, key, json: JSON.stringify(value()) }] : [],
    );
    const kinds = (list: readonly { kind: string }[]) => list.map(({ kind }) => kind);
    const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);
    if (emptied.size > 0) await rows(dropKinds, [world, epoch, [...emptied]]);
    if (dropped.length > 0) await rows(dropKeys, [world, epoch, kinds(dropped), keys(dropped)]);
    if (given.length > 0)
      await rows(put, [world, epoch, kinds(given), keys(given), given.map(({ json }) => json)]);
  }

  /** What could not be written is written with what follows, unless that replaces it. */
  function restore(failed: Changes): void {
    const later = changes;
    changes = failed;
    for (const kind of later.emptied) empty(kind);
    for (const [name, change] of later.things) changes.things.set(name, change);
  }

  function empty(kind: HandedOver): void {
    changes.emptied.add(kind);
    for (const [name, change] of changes.things) if (change.kind === kind) changes.things.delete(name);
  }

  async function writeNext(): Promise<void> {
    const taken = changes;
    if (isNothing(taken)) return;
    changes = nothing();
    await write(taken).catch((error: unknown) => {
      if (!isPassing(error)) throw error;
      restore(taken);
      soon();
      throw error;
    });
  }

  function flush(): Promise<void> {
    cancel?.();
    cancel = undefined;
    const now = work.catch(() => {}).then(writeNext);
    work = now;
    if (urgent) waitedFor = now;
    urgent = false;
    const done = () => {
      if (waitedFor === now) waitedFor = undefined;
    };
    now.then(done, done);
    return now;
  }

  function soon(): void {
    cancel ??= timers.after(soonMs, () => void flush().catch(ignorePassing));
  }

  function keptOf(kind: HandedOver): Kept {
    const change = (key: string, value: Change['value']) => {
      const name = `${kind} ${key}`;
      const former = changes.things.get(name);
      const anew = value !== undefined && former !== undefined && (former.anew || former.value === undefined);
      changes.things.set(name, { kind, key, value, anew });
      soon();
    };
    return {
      async left() {
        const sql = 'SELECT value FROM dcm_handover WHERE world = $1 AND kind = $2 ORDER BY place';
        return (await rows<[unknown]>(sql, [world, kind])).map(([value]) => value);
      },
      put(key, value) {
        urgent = true;
        change(key, value);
      },
      putSoon: change,
      drop(key) {
        urgent = true;
        if (key !== undefined) return change(key, undefined);
        empty(kind);
        soon();
      },
    };
  }

  return {
    of: keptOf,
    settled: () => (urgent ? flush() : waitedFor),
    async close() {
      await flush().catch(ignorePassing);
      cancel?.();
    },
  };
}
