import type { Scheme } from '../stage.js';
import type { Memory } from './memory.js';

/** Under which scheme the bank acts, since which entry of the journal. What an earlier process has left is taken up. */
export function createSchemeOfWalk(memory: Memory, whenNew: (isFirst: boolean) => void) {
  const left = memory.get('scheme')?.value as { scheme: Scheme; begun: number } | undefined;
  let resumes = left !== undefined;
  let scheme: Scheme = left?.scheme ?? 'dcm';
  let begun = left?.begun;

  return {
    now: () => scheme,
    /** From now on the bank acts under this scheme. */
    use(wanted: Scheme): void {
      const same = resumes && wanted === scheme;
      resumes = false;
      if (same) return;
      const isFirst = begun === undefined;
      scheme = wanted;
      begun = undefined;
      whenNew(isFirst);
    },
    /** A scenario begins after this entry of the journal. */
    begins(mark: number): void {
      begun ??= mark;
      memory.set('scheme', { scheme, begun });
    },
    /** `seq` of the newest entry from before the bank acted under the scheme. */
    begun: () => begun ?? 0,
  };
}
