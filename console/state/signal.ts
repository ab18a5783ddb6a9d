import { useEffect, useState } from 'preact/hooks';

/** One value that pages watch. */
export interface Signal<Value> {
  get(): Value;
  set(value: Value): void;
  /** Calls back after each change until the returned function is called. */
  watch(listener: (value: Value) => void): () => void;
}

export function createSignal<Value>(first: Value): Signal<Value> {
  let value = first;
  const listeners = new Set<(value: Value) => void>();
  return {
    get: () => value,
    set(next) {
      if (next === value) return;
      value = next;
      for (const listener of [...listeners]) listener(next);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value of a signal; the component is rendered again when it changes. */
export function useSignal<Value>(signal: Signal<Value>): Value {
  const [value, setValue] = useState(signal.get);
  useEffect(() => {
    setValue(() => signal.get());
    return signal.watch((next) => setValue(() => next));
  }, [signal]);
  return value;
}
