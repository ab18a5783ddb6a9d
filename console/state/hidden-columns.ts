import { recall, remember } from './memory.js';
import { createSignal, type Signal } from './signal.js';

/**
 * Which columns of a table are hidden, by their places: titles change with the language. With other columns than when it was
 * remembered, the choice no longer fits, and all are shown.
 */
export type Hidden = ReadonlySet<number>;

const known = new Map<string, Signal<Hidden>>();

/** `count:place,place`. */
function read(text: string | undefined, count: number): Hidden {
  const [of, places = ''] = text?.split(':') ?? [];
  if (Number(of) !== count) return new Set();
  return new Set(places.split(',').filter(Boolean).map(Number));
}

/** The hidden columns of a table, remembered in the browser. */
export function hiddenColumns(table: string, count: number): Signal<Hidden> {
  const name = `${table}:${count}`;
  const before = known.get(name);
  if (before) return before;
  const place = `columns.${table}`;
  const hidden = createSignal<Hidden>(read(recall('localStorage', place), count));
  hidden.watch((places) =>
    remember('localStorage', place, places.size === 0 ? undefined : `${count}:${[...places].join()}`),
  );
  known.set(name, hidden);
  return hidden;
}
