import { useState } from 'preact/hooks';
import { announce } from './announce.js';

export interface Act {
  readonly busy: boolean;
  /** Why the last try failed. */
  readonly problem: unknown;
  /** Does something and says that it is done; keeps the problem when it fails. Answers whether it went well. */
  run(work: () => Promise<unknown>, done: string): Promise<boolean>;
}

/** An act of the reader: a button or a form. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  return {
    busy,
    problem,
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
