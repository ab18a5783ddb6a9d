import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { isNotFound } from '../../contract/client.js';
import { stateVersion } from './live.js';
import { useSignal } from './signal.js';

export interface Query<Data> {
  /** The latest data; kept while newer data is loading. */
  readonly data: Data | undefined;
  readonly problem: unknown;
  /** A response has arrived, even an empty one. */
  readonly answered: boolean;
  readonly reload: () => void;
}

/** Whether there is something to show: it was found, and has not gone since. */
export const isKnown = ({ data, problem }: Query<unknown>): boolean =>
  data !== undefined && !isNotFound(problem);

/**
 * Loads data when the page opens, when `inputs` change, and whenever the mock reports that its state has changed. It makes
 * one request at a time, so that a busy mock does not get requests faster than it responds.
 */
export function useQuery<Data>(ask: () => Promise<Data>, inputs: readonly unknown[]): Query<Data> {
  const version = useSignal(stateVersion);
  const [answer, setAnswer] = useState<{ data?: Data; problem?: unknown; of?: string }>({});
  const of = JSON.stringify(inputs);
  const wanted = useRef({ of, ask, again: false, busy: false, gone: false });
  wanted.current.of = of;
  wanted.current.ask = ask;

  const reload = useCallback(async () => {
    const state = wanted.current;
    if (state.busy) {
      state.again = true;
      return;
    }
    state.busy = true;
    do {
      state.again = false;
      const asked = state.of;
      const next = await state.ask().then(
        (data) => ({ data, of: asked }),
        (problem: unknown) => ({ problem, of: asked }),
      );
      if (state.gone) break;
      if (asked === state.of)
        setAnswer((before) => ('problem' in next && before.of === asked ? { ...before, ...next } : next));
    } while (state.again);
    state.busy = false;
  }, []);

  useEffect(() => {
    void reload();
  }, [of, version, reload]);
  useEffect(() => {
    wanted.current.gone = false;
    return () => {
      wanted.current.gone = true;
    };
  }, []);

  const fits = answer.of === of;
  return {
    data: fits ? answer.data : undefined,
    problem: fits ? answer.problem : undefined,
    answered: fits && answer.problem === undefined,
    reload: () => void reload(),
  };
}
