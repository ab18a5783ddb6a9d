/** The right to do something that only one may do at a time. */
export interface Turn {
  /** Waits until everyone who took the turn before has given it up. */
  take(): Promise<void>;
  give(): void;
}

/** Turns by key: taking one waits only for those of the same key. */
export function createTurns() {
  const last = new Map<string, Promise<void>>();

  return {
    of(key: string): Turn {
      let give = () => {};
      return {
        async take() {
          const before = last.get(key);
          const ended = new Promise<void>((resolve) => {
            give = () => {
              if (last.get(key) === ended) last.delete(key);
              resolve();
            };
          });
          last.set(key, ended);
          await before;
        },
        give: () => give(),
      };
    },
  };
}

/** Does something while others may have the turn, then takes it again. */
export async function aside<Result>(turn: Turn, work: () => Promise<Result>): Promise<Result> {
  turn.give();
  try {
    return await work();
  } finally {
    await turn.take();
  }
}

/** Does something while no one else has the turn. */
export async function inTurn<Result>(turn: Turn, work: () => Promise<Result>): Promise<Result> {
  await turn.take();
  try {
    return await work();
  } finally {
    turn.give();
  }
}
