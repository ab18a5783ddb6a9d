import { Refusal } from './refusal.js';

/**
 * The state's eras: a reset, or a snapshot that is restored, begins another one. Whatever was begun in an earlier era
 * has decided by rows that no longer exist, and does nothing.
 */
export function createEras() {
  let now = 0;
  return {
    get now(): number {
      return now;
    },

    /** Called just before the rows are replaced. */
    begin(): void {
      now += 1;
    },

    /** @throws {Refusal} `state-replaced` */
    require({ era }: { readonly era: number }): void {
      if (era !== now) throw new Refusal('state-replaced');
    },
  };
}

export type Eras = ReturnType<typeof createEras>;
