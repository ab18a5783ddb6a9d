/** Whether processes that share a database live, as SQL. */

/** The first number of the locks that living processes hold; any number that no other program uses. */
export const leaseClass = 40_311;

/** Seconds without a sign of life after which a process counts as dead, though it still holds its lock: it hangs. */
const hungAfterS = 10;

/** Whether a process holds its lock, as it does as long as its connection lasts. */
export const holds = (process: string): string => `EXISTS (
  SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.classid = ${leaseClass} AND l.objid = (${process})::oid
  AND l.objsubid = 2 AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;

export const sign = `seen_at > now() - interval '${hungAfterS} s'`;

/** Whether a process lives: it holds its lock, and gives signs of life. */
export const lives = (process: string): string =>
  `(${holds(process)} AND EXISTS (SELECT 1 FROM dcm_processes a WHERE a.id = ${process} AND a.${sign}))`;
