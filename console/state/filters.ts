import { useState } from 'preact/hooks';
import { navigate, useRoute } from './route.js';

/** The filters of a list, by name; they are in the address, so that a view can be shared. */
export interface Filters {
  readonly given: Readonly<Record<string, string | undefined>>;
  readonly set: (name: string, value: string) => void;
  /** Removes all filters; undefined if there are none. */
  readonly clear: (() => void) | undefined;
  /** How often they were removed: the fields begin anew. */
  readonly turn: number;
}

/** @param path of the page */
export function useFilters(path: string): Filters {
  const { query } = useRoute(path);
  const [turn, setTurn] = useState(0);
  const clear = () => {
    navigate(path, { replace: true });
    setTurn(turn + 1);
  };
  return {
    turn,
    clear: query.size > 0 ? clear : undefined,
    given: Object.fromEntries(query),
    set(name, value) {
      const next = new URLSearchParams(query);
      if (value.trim() === '') next.delete(name);
      else next.set(name, value.trim());
      navigate(next.size > 0 ? `${path}?${next}` : path, { replace: true });
    },
  };
}
