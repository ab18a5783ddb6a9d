/** Time of the browser: named here and nowhere else. */

/** Does something after so many milliseconds, unless what it returns is called before. */
export function after(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
