/** What only a browser has: used only here. */

/** Does something after the given milliseconds, unless the returned function is called first. */
export function after(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

/** Name of the only page that this site shows; empty if it shows all. */
export const shownAlone = (): string => document.documentElement.dataset.shows ?? '';
