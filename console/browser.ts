/** The browser's timers: used only here. */

/** Does something after the given milliseconds, unless the returned function is called first. */
export function after(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
