/** Work that has to be done one after the other for each of many keys. */
export function createTurns() {
  const last = new Map<string, Promise<unknown>>();

  return {
    /** Does the work when all that was begun before for this key has ended, in whatever way. */
    take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
      const result = (last.get(key) ?? Promise.resolve()).then(work);
      const ended = result.then(
        () => {},
        () => {},
      );
      last.set(key, ended);
      void ended.then(() => {
        if (last.get(key) === ended) last.delete(key);
      });
      return result;
    },
  };
}
