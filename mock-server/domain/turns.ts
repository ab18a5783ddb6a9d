/** The right to do something that only one may do at a time. */
export interface Turn {
  /** Waits until everybody has given up the turn who took it before. */
  take(): Promise<void>;
  give(): void;
}

/** Turns by key: whoever takes one waits for those of the same key alone. */
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

/** Does something while others may have the turn, and takes it again. */
export async function aside<Result>(turn: Turn, work: () => Promise<Result>): Promise<Result> {
  turn.give();
  try {
    return await work();
  } finally {
    await turn.take();
  }
}

/** Does something while nobody else has the turn. */
export async function inTurn<Result>(turn: Turn, work: () => Promise<Result>): Promise<Result> {
  await turn.take();
  try {
    return await work();
  } finally {
    turn.give();
  }
}

/** Where everybody may at any time. */
export const noTurn: Turn = { take: async () => {}, give: () => {} };
