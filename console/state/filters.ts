import { navigate, useRoute } from './route.js';

/** The filters of a list, by name; they are in the address, so that a view can be shared. */
export interface Filters {
  readonly given: Readonly<Record<string, string | undefined>>;
  readonly set: (name: string, value: string) => void;
}

/** @param path of the page */
export function useFilters(path: string): Filters {
  const { query } = useRoute(path);
  return {
    given: Object.fromEntries(query),
    set(name, value) {
      const next = new URLSearchParams(query);
      if (value.trim() === '') next.delete(name);
      else next.set(name, value.trim());
      navigate(next.size > 0 ? `${path}?${next}` : path, { replace: true });
    },
  };
}
