/** A scenario cannot be judged: the state that it needs was not reached, or the bank does not offer an act. */
export class Blocked extends Error {
  override name = 'Blocked';
}

/** Runs a preparation; whatever it trips over blocks the scenario instead of failing it. */
export async function preparing<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Blocked) throw error;
    throw new Blocked(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A promise the mock makes did not hold: a fault of the tool, never held against the bank. */
export function promised(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`fault of the mock: ${what}`);
}
