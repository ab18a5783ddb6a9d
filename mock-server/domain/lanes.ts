export interface LaneLimits {
  /** How much work runs at the same time for one owner. */
  readonly each: () => number;
  /** How much runs at the same time for all of them. */
  readonly all: number;
}

/** Work for many owners, a few pieces at a time. Owners take turns, so that a slow one does not delay the others. */
export function createLanes({ each, all }: LaneLimits) {
  const waiting = new Map<string, { readonly id: string; readonly work: () => Promise<void> }[]>();
  const running = new Map<string, number>();
  const known = new Set<string>();
  let underWay = 0;
  let whenIdle: (() => void)[] = [];

  function start(owner: string): void {
    const queue = waiting.get(owner);
    const next = queue?.shift();
    if (queue === undefined || next === undefined) return;
    // Behind the others, for the next turn.
    waiting.delete(owner);
    if (queue.length > 0) waiting.set(owner, queue);
    underWay += 1;
    running.set(owner, (running.get(owner) ?? 0) + 1);
    void next
      .work()
      .catch(() => {})
      .finally(() => {
        underWay -= 1;
        known.delete(next.id);
        const left = (running.get(owner) ?? 1) - 1;
        if (left > 0) running.set(owner, left);
        else running.delete(owner);
        fill();
      });
  }

  function fill(): void {
    while (underWay < all) {
      const owner = [...waiting.keys()].find((key) => (running.get(key) ?? 0) < each());
      if (owner === undefined) break;
      start(owner);
    }
    if (known.size > 0) return;
    const idleWaiters = whenIdle;
    whenIdle = [];
    for (const tell of idleWaiters) tell();
  }

  return {
    /** Queues a piece of work that handles its own errors, unless one with this id is waiting or in progress. */
    add(owner: string, id: string, work: () => Promise<void>): void {
      if (known.has(id)) return;
      known.add(id);
      const queue = waiting.get(owner);
      if (queue) queue.push({ id, work });
      else waiting.set(owner, [{ id, work }]);
      fill();
    },

    has: (id: string): boolean => known.has(id),

    get busy(): boolean {
      return known.size > 0;
    },

    /** Resolves when nothing is waiting or in progress. */
    idle: (): Promise<void> =>
      known.size === 0 ? Promise.resolve() : new Promise((resolve) => whenIdle.push(resolve)),

    /** Drops what has not begun. */
    clear(): void {
      for (const queue of waiting.values()) for (const { id } of queue) known.delete(id);
      waiting.clear();
      fill();
    },
  };
}
