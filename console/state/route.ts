import { at, below } from './place.js';
import { createSignal, useSignal } from './signal.js';

/** The current place: a path below the base of the site, and a query. */
export interface Route {
  /** Segments below the base, decoded. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

const read = (): string => below(location.pathname) + location.search;

const current = createSignal(read());
addEventListener('popstate', () => current.set(read()));

export function navigate(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', at(to));
  else history.pushState(null, '', at(to));
  current.set(read());
}

/** The route below a base such as `/console`. */
export function useRoute(base: string): Route {
  const [path = '', query = ''] = useSignal(current).split('?');
  const below = path.slice(base.length).split('/').filter(Boolean).map(decodeURIComponent);
  return { path: below, query: new URLSearchParams(query) };
}
