const duties = new Set<() => Promise<void> | void>();

/**
 * Has something done after every test of every file. Test files of a worker share loaded modules, so a hook of vitest at
 * the top of a shared module would belong to the first file alone; `vitest.setup.ts` does these for each of them.
 */
export function afterEveryTest(duty: () => Promise<void> | void): void {
  duties.add(duty);
}

/** Does all of them, also when one fails, and throws what failed first. */
export async function doAfterTest(): Promise<void> {
  const failures: unknown[] = [];
  for (const duty of duties) {
    try {
      await duty();
    } catch (problem) {
      failures.push(problem);
    }
  }
  if (failures.length > 0) throw failures[0];
}
