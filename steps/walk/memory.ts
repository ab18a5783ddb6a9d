/** What a walk remembers, as JSON can hold it. Holds passwords. */
export interface WalkState {
  /** What was made, by its name; nothing in it is that it was done. */
  readonly made: Readonly<Record<string, { readonly value?: unknown }>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly maps: Readonly<Record<string, readonly (readonly [string, unknown])[]>>;
}

/** Numbers that a scenario may have used which the state knows nothing of, since it was interrupted. */
const numbersOfScenario = 100;

/** A state from before an interrupted scenario, so that no number of it comes again. */
export const afterInterruption = (state: WalkState): WalkState => ({
  ...state,
  counts: Object.fromEntries(
    Object.entries(state.counts).map(([name, last]) => [name, last + numbersOfScenario]),
  ),
});

/**
 * What a walk has made and counted, by name, so that another process can go on with it.
 *
 * @param past what an earlier process has told by `state`
 */
export function createMemory(past: WalkState = { made: {}, counts: {}, maps: {} }) {
  const made = new Map(Object.entries(past.made));
  const counts = new Map(Object.entries(past.counts));
  const maps = new Map<string, Map<string, unknown>>();

  return {
    /** What is remembered under a name; undefined when nothing is. */
    get: (name: string): { readonly value?: unknown } | undefined => made.get(name),
    set: (name: string, value: unknown): void => void made.set(name, { value }),
    forget: (name: string): void => void made.delete(name),

    /** 1, 2, 3 and so on; no number comes twice in a run, interrupted or not. */
    next(name: string): number {
      const number = (counts.get(name) ?? 0) + 1;
      counts.set(name, number);
      return number;
    },

    /** A map whose entries are remembered. */
    map<Value>(name: string): Map<string, Value> {
      const known = maps.get(name) ?? new Map(past.maps[name]);
      maps.set(name, known);
      return known as Map<string, Value>;
    },

    /** All of it as it is in this moment. */
    state: (): WalkState => ({
      made: Object.fromEntries(made),
      counts: Object.fromEntries(counts),
      maps: Object.fromEntries([...maps].map(([name, map]) => [name, [...map]])),
    }),
  };
}

export type Memory = ReturnType<typeof createMemory>;
