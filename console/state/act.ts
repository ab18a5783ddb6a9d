import { useState } from 'preact/hooks';
import { announce } from './announce.js';

export interface Act {
  readonly busy: boolean;
  /** Why the last attempt failed. */
  readonly problem: unknown;
  /** Does something and announces success; keeps the problem if it fails. Returns whether it succeeded. */
  run(work: () => Promise<unknown>, done: string): Promise<boolean>;
  /** The problem goes away: something else was chosen or done. */
  forget(): void;
}

/** An action of the reader: a button or a form. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  return {
    busy,
    problem,
    forget: () => setProblem(undefined),
    async run(work, done) {
      setBusy(true);
      setProblem(undefined);
      try {
        await work();
        announce(done);
        return true;
      } catch (error) {
        setProblem(error);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
