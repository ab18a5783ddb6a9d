import type { Overlays } from './overlay.js';

/** What a committed transaction did to one row, or to all of them. */
export type Change =
  | { readonly kind: 'put'; readonly collection: string; readonly key: string; readonly row: object }
  | { readonly kind: 'remove'; readonly collection: string; readonly key: string }
  | { readonly kind: 'clear' };

/** The changes of a transaction, one per row; removing a row that never existed is not a change. */
export function changesOf(overlays: Overlays): Change[] {
  const changes: Change[] = [];
  for (const [collection, { base, rows, masked }] of overlays) {
    for (const key of masked) {
      const entry = rows.get(key);
      if (entry !== undefined) changes.push({ kind: 'put', collection, key, row: entry.row });
      else if (base.get(key) !== undefined) changes.push({ kind: 'remove', collection, key });
    }
  }
  return changes;
}
